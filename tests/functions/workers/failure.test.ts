import { afterAll, beforeAll, expect, test } from "vitest";
import { obey } from "#functions/runtime";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, policies } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { agent } from "../../support/reply.ts";
import { withReply } from "../../support/whatsapp-reply.ts";

let database: TestDatabase;
let bank: Bank;
const clock = { minute: 0 };
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(clock.minute));
});
afterAll(() => database.stop());

/** A reply that was sent, or tried. */
const sentReply = async (answer?: Parameters<typeof withReply>[1]) => {
  const reply = await withReply({ database, bank, clock }, answer);
  await reply.deliver();
  return reply;
};

test("a reply that WhatsApp took and could not bring is failed, and the customer has waited since they asked", async () => {
  const { key, messageId, say, state } = await sentReply();
  expect(await state()).toMatchObject({ isAwaiting: false, outbox: [] });
  clock.minute = 5;
  await say("failed");
  const { events, head } = await historyOf(database, key);
  expect(events.find((event) => event.type === "failed")).toMatchObject({
    messageId,
    code: "send.recipient-unreachable",
  });
  expect(head.state.isAwaiting).toBe(true);
  expect(head.state.clock?.startedAt).toBe(at(0));
});

test("it fails once, and nothing that comes later makes it sent again", async () => {
  const { key, messageId, say } = await sentReply();
  await say("failed");
  await say("failed");
  await obey(bank.runtime(), key, {
    command: { type: "accept", messageId, by: "echo", policies },
    commitId: "accept:late",
    actor: { kind: "system", id: "ingest" },
  });
  const { count, head } = await historyOf(database, key);
  expect([count("failed"), count("sent"), head.state.isAwaiting]).toEqual([1, 1, true]);
});

test("a conversation that was closed as answered opens again", async () => {
  const { key, say, state } = await sentReply();
  await obey(bank.runtime(), key, { command: { type: "close", outcome: "answered" }, commitId: "close", actor: agent });
  await say("failed");
  expect(await state()).toMatchObject({ status: "open", isAwaiting: true, clock: { startedAt: at(0) } });
});

test("a reply nobody knew the fate of is known by the marker it was sent with", async () => {
  const { key, say, state } = await sentReply(() => new Response(undefined, { status: 504 }));
  expect((await state()).outbox).toMatchObject([{ state: "uncertain" }]);
  await say("failed", "131047");
  const { events, head } = await historyOf(database, key);
  expect(head.state.outbox).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: "failed", code: "send.window-closed" });
});

test("a reason that may pass promises no other attempt: there is none", async () => {
  const { key, say } = await sentReply();
  await say("failed", "131049");
  const { events } = await historyOf(database, key);
  expect(events.find((event) => event.type === "failed")).toMatchObject({ code: "send.gave-up" });
});

test("what failed is a reply of ours, nothing else", async () => {
  const { key, replyId, say } = await sentReply();
  const { head } = await historyOf(database, key);
  await say("failed", "131026", "wamid.of-somebody-else");
  await say("failed", "131026", replyId.replace("wamid.", "wamid.question-"));
  expect((await historyOf(database, key)).head.version).toBe(head.version);
});
