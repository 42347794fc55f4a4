import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationKey } from "#core/store";
import * as Workers from "#functions/workers";
import { findReply, writeReply } from "../../../functions/api/reply.ts";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
let bank: Bank;
let minute = 0;
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(minute));
});
afterAll(() => database.stop());

const eightDays = 8 * 24 * 60;

/** A question on WhatsApp, asked at nine. */
const question = async (contactId: string) => {
  minute = 0;
  const asked = await bank.prepare({
    op: "message",
    channel: "whatsapp",
    visibility: "private",
    contactId,
    threadId: contactId,
    externalId: `wamid.${contactId}`,
    occurredAt: at(0),
    text: "Ma carte est bloquée",
  });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(asked), group: asked.groupId }));
  return { entityId: bank.entity.id, conversationId: asked.conversationId ?? "" };
};

const caller = () => ({
  agentId: "camille",
  entityId: bank.entity.id,
  role: "agent" as const,
  can: ["read", "reply"] as const,
  name: "Camille",
  teamIds: ["social"],
  expiresAt: at(60),
});
const writing = { text: "Nous nous en occupons.", idempotencyKey: "key-1" };

/** What an agent writes on the conversation as it is. */
const written = async (key: ConversationKey) => {
  const head = await database.store.readHead(key);
  if (head === undefined) throw new Error("no conversation");
  return writeReply(bank.runtime(), key, caller(), { ...writing, head });
};

test("a reply that the platform takes no more is not kept", async () => {
  const key = await question("33600000081");
  minute = eightDays;
  await expect(written(key)).rejects.toMatchObject({
    code: "reply.window-closed",
  });
  expect((await database.store.listBodies(key)).map((body) => body.direction)).toEqual(["inbound"]);
});

test("a reply written in time is found by its key when the time is over", async () => {
  const key = await question("33600000082");
  expect(await findReply(bank.runtime(), key, caller(), writing)).toBeUndefined();
  const { reply: kept } = await written(key);
  minute = eightDays;
  expect(await findReply(bank.runtime(), key, caller(), writing)).toEqual(kept);
});
