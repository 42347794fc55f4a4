import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Channel from "#core/channel";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { withReply } from "../../support/whatsapp-reply.ts";

let database: TestDatabase;
let bank: Bank;
const clock = { minute: 0 };
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(clock.minute));
});
afterAll(() => database.stop());

const ingest = async (event: Parameters<Bank["prepare"]>[0]) => {
  const inbound = await bank.prepare(event);
  const answer = await Workers.ingest(bank.runtime())(
    queueEvent({ body: JSON.stringify(inbound), group: inbound.groupId }),
  );
  return { inbound, failures: answer.batchItemFailures.length };
};

test("statuses in any order and twice move a reply forward only", async () => {
  const { deliver, key, messageId, say } = await withReply({ database, bank, clock });
  await deliver();
  for (const status of ["read", "delivered", "sent", "read", "delivered"] as const) await say(status);
  const { count, events } = await historyOf(database, key);
  expect([count("delivered"), count("read")]).toEqual([0, 1]);
  expect(events.at(-1)).toEqual({ type: "read", messageIds: [messageId] });
});

test("a status that beats the platform's answer to the call is that answer", async () => {
  let early: Promise<unknown> | undefined;
  const reply = await withReply({ database, bank, clock }, async (id) => {
    early = reply.say("delivered");
    await early;
    return Response.json({ messages: [{ id }] });
  });
  await reply.deliver();
  const { count, events, head } = await historyOf(database, reply.key);
  expect(early).toBeDefined();
  expect([count("sent"), count("delivered"), head.state.outbox.length]).toEqual([1, 1, 0]);
  expect(
    events.filter(({ type }) => ["attempted", "sent", "delivered"].includes(type)).map(({ type }) => type),
  ).toEqual(["attempted", "sent", "delivered"]);
});

test("a reply nobody knew the fate of was sent when a status names it", async () => {
  const { deliver, key, say, state } = await withReply(
    { database, bank, clock },
    () => new Response(undefined, { status: 504 }),
  );
  await deliver();
  expect((await state()).outbox).toMatchObject([{ state: "uncertain" }]);
  await say("sent");
  const { events, head } = await historyOf(database, key);
  expect([head.state.outbox, head.state.isAwaiting]).toEqual([[], false]);
  expect(events.find(({ type }) => type === "sent")).toMatchObject({ by: "echo" });
});

test("what failed stays failed, and what was delivered may still fail", async () => {
  const { deliver, key, say } = await withReply({ database, bank, clock });
  await deliver();
  for (const status of ["delivered", "failed", "read"] as const) await say(status);
  const { count, events } = await historyOf(database, key);
  expect([count("delivered"), count("failed"), count("read")]).toEqual([1, 1, 0]);
  expect(events.findLast(({ type }) => ["delivered", "failed"].includes(type))?.type).toBe("failed");
});

const stranger: Partial<Channel.RawEvent> = { channel: "messenger", visibility: "private", contactId: "7801" };
const messengerPlace = { ...stranger, threadId: "7801", occurredAt: at(0) };

test("receipts and handovers never open a conversation", async () => {
  const read = await ingest({ ...messengerPlace, op: "read", until: at(1), revision: "1" });
  const passed = await ingest({ ...messengerPlace, op: "handover", kind: "take_thread_control", revision: "2" });
  expect([read.failures, passed.failures]).toEqual([0, 0]);
  const key = { entityId: bank.entity.id, conversationId: read.inbound.conversationId ?? "" };
  expect(await database.store.readHead(key)).toBeUndefined();
});

test.each(["messenger", "whatsapp"] as const)(
  "what comes through %s's standby is another application's, until the customer's next message comes to us",
  async (channel) => {
    const message = {
      ...messengerPlace,
      channel,
      contactId: "7802",
      threadId: "7802",
      op: "message",
      text: "Une question",
    } as const;
    const { inbound } = await ingest({ ...message, externalId: `${channel}_1`, handledElsewhere: true });
    const key = { entityId: bank.entity.id, conversationId: inbound.conversationId ?? "" };
    const control = async () => (await database.store.readHead(key))?.state.control?.by;
    expect(await control()).toBe("another");
    await ingest({
      ...message,
      externalId: `${channel}_2`,
      handledElsewhere: true,
      direction: "outbound",
      occurredAt: at(1),
    });
    expect(await control()).toBe("another");
    await ingest({ ...message, externalId: `${channel}_3`, occurredAt: at(2) });
    expect(await control()).toBe("us");
    expect((await historyOf(database, key)).count("control-changed")).toBe(2);
  },
);
