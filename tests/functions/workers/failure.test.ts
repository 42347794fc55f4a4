import { afterAll, beforeAll, expect, test } from "vitest";
import type { Redacted } from "#core/redaction";
import { createRuntime, obey, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at, policies } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
let bank: Bank;
let minute = 0;
const now = () => at(minute);
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, now);
});
afterAll(() => database.stop());

const agent = { kind: "agent", id: "camille" } as const;
let questions = 0;

/** A question on WhatsApp, and a reply to it that WhatsApp has taken, or whose fate is unknown when no answer came. */
const withReply = async (
  answer: () => Response = () => Response.json({ messages: [{ id: `wamid.${questions}` }] }),
) => {
  minute = 0;
  questions += 1;
  const number = questions;
  const contactId = `336000000${number}`;
  const place = { channel: "whatsapp", visibility: "private", contactId, threadId: contactId } as const;
  const question = await bank.prepare({
    ...place,
    op: "message",
    externalId: `wamid.question-${number}`,
    occurredAt: now(),
    text: "Ma carte est bloquée",
  });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(question), group: question.groupId }));
  const key = { entityId: bank.entity.id, conversationId: question.conversationId ?? "" };
  const messageId = `m_reply_${number}`;
  await database.store.putBody(key, {
    id: messageId,
    kind: "message",
    direction: "outbound",
    visibility: "private",
    text: "Nous nous en occupons." as Redacted,
    marks: [],
    occurredAt: now(),
    author: { agentId: "camille" },
    attachments: [],
    around: [],
    inReplyTo: question.messageId,
    salt: "salt",
    sawVersion: 1,
  });
  minute = 1;
  await obey(bank.runtime(), key, {
    command: { type: "reply", messageId, agentId: "camille", digest: "digest" },
    commitId: `reply:${messageId}`,
    actor: agent,
  });
  const { queues, store } = bank.runtime();
  const tokens = { CHANNEL_TOKENS: JSON.stringify({ "whatsapp:900100200301": "token" }) };
  const fetch: Runtime["fetch"] = async () => answer();
  const sending = { fetch, secrets: createRuntime({ ...secrets, ...tokens }, { queues, store }).secrets };
  await Workers.deliver(bank.runtime(sending))(queueEvent(...bank.take("deliver")));

  /** What WhatsApp says later of a message. */
  const say = async (kind: "delivered" | "failed", code = "131026", targetId = `wamid.${number}`) => {
    const status = await bank.prepare({
      ...place,
      op: "status",
      direction: "outbound",
      kind,
      code,
      targetId,
      revision: kind,
      metadata: messageId,
      occurredAt: now(),
    });
    await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(status), group: status.groupId }));
  };
  return { key, messageId, say, state: async () => (await historyOf(database, key)).head.state };
};

test("a reply that WhatsApp took and could not bring is failed, and the customer has waited since they asked", async () => {
  const { key, messageId, say, state } = await withReply();
  expect(await state()).toMatchObject({ isAwaiting: false, outbox: [] });
  minute = 5;
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
  const { key, messageId, say } = await withReply();
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
  const { key, say, state } = await withReply();
  await obey(bank.runtime(), key, { command: { type: "close", outcome: "answered" }, commitId: "close", actor: agent });
  await say("failed");
  expect(await state()).toMatchObject({ status: "open", isAwaiting: true, clock: { startedAt: at(0) } });
});

test("a reply nobody knew the fate of is known by the marker it was sent with", async () => {
  const { key, say, state } = await withReply(() => new Response(undefined, { status: 504 }));
  expect((await state()).outbox).toMatchObject([{ state: "uncertain" }]);
  await say("failed", "131047");
  const { events, head } = await historyOf(database, key);
  expect(head.state.outbox).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: "failed", code: "send.window-closed" });
});

test("a reason that may pass promises no other attempt: there is none", async () => {
  const { key, say } = await withReply();
  await say("failed", "131049");
  const { events } = await historyOf(database, key);
  expect(events.find((event) => event.type === "failed")).toMatchObject({ code: "send.gave-up" });
});

test("what failed is a reply of ours, nothing else", async () => {
  const { key, say } = await withReply();
  const { head } = await historyOf(database, key);
  await say("failed", "131026", "wamid.of-somebody-else");
  await say("failed", "131026", `wamid.question-${questions}`);
  expect((await historyOf(database, key)).head.version).toBe(head.version);
});
