import { afterAll, beforeAll, expect, test } from "vitest";
import { obey } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, policies } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { agent, answer, ask } from "../../support/reply.ts";

let database: TestDatabase;
let bank: Bank;
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(0));
});
afterAll(() => database.stop());

let questions = 0;

/** A question on X answered with these words, nobody knows whether they arrived; then the platform tells of others. */
const afterEcho = async (sent: string, echoed: string) => {
  questions += 1;
  const contactId = `9901${questions}`;
  const place = { channel: "x.mention", visibility: "public", contactId, occurredAt: at(0) } as const;
  const question = await ask(bank, { ...place, externalId: `1${questions}`, text: "Une question" });
  const messageId = `m_reply_${questions}`;
  const key = await answer({ bank, database }, question, { messageId, text: sent });
  const commands = [
    { type: "attempt", messageId },
    { type: "doubt", messageId, code: "send.no-answer", policies },
  ] as const;
  for (const command of commands) {
    await obey(bank.runtime(), key, {
      command,
      commitId: `${command.type}:${messageId}`,
      actor: agent,
    });
  }
  const echo = await bank.prepare({
    ...place,
    op: "message",
    direction: "outbound",
    externalId: `2${questions}`,
    text: echoed,
  });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(echo), group: echo.groupId }));
  const { count, head } = await historyOf(database, key);
  return { sent: count("sent"), echoed: count("echoed"), unsent: head.state.outbox.length };
};

test.each([
  ["that holds our own telephone number", "Appelez le 06 39 98 00 12.", "Appelez le 06 39 98 00 12."],
  ["whose link X has shortened", "Voyez https://banque.example/aide", "@irma_imaginaire Voyez https://t.co/aB3"],
])("a reply %s is known by its echo, and settled", async (_, sent, echoed) => {
  expect(await afterEcho(sent, echoed)).toEqual({ sent: 1, echoed: 0, unsent: 0 });
});

test("other words are another message, and the reply stays uncertain", async () => {
  expect(await afterEcho("Voyez https://banque.example/aide", "Appelez-nous : https://t.co/aB3")).toEqual({
    sent: 0,
    echoed: 1,
    unsent: 1,
  });
});
