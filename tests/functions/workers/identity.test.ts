import { afterAll, beforeAll, expect, test } from "vitest";
import * as Identity from "#core/identity";
import { Secret } from "#core/secret";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
let bank: Bank;
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(0));
});
afterAll(() => database.stop());

type Event = Parameters<Bank["prepare"]>[0];
let messages = 0;

const ingest = async (event: Event) => {
  messages += 1;
  const { contactId } = event;
  const inbound = await bank.prepare({
    channel: "whatsapp",
    visibility: "private",
    ...(contactId === undefined ? {} : { threadId: contactId }),
    externalId: `wamid.identity-${messages}`,
    occurredAt: at(messages),
    text: "Bonjour, une question",
    ...event,
  });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(inbound), group: inbound.groupId }));
  return inbound;
};

const conversations = async () =>
  (await database.store.listCards(bank.entity.id, { kind: "status", status: "open" }, { limit: 100 })).cards;

/** Conversations that these updates opened, with how many messages each has. */
const openedBy = async (...events: readonly Event[]) => {
  const known = new Set((await conversations()).map(({ id }) => id));
  for (const event of events) await ingest(event);
  return (await conversations()).filter(({ id }) => !known.has(id)).map(({ inboundCount }) => inboundCount);
};

test("a customer who is named by number, by both, then by user id alone has one conversation", async () => {
  const counts = await openedBy(
    { op: "message", contactId: "33639980001" },
    { op: "message", contactId: "FR.1001", contactAliases: ["33639980001"] },
    { op: "message", contactId: "FR.1001" },
  );
  expect(counts).toEqual([3]);
});

test("so has one who is named by both first, and by number alone later", async () => {
  const counts = await openedBy(
    { op: "message", contactId: "FR.1002", contactAliases: ["33639980002"] },
    { op: "message", contactId: "33639980002" },
  );
  expect(counts).toEqual([2]);
});

test("a user id that changes takes its conversation along, and the answer goes to who they are now", async () => {
  const first = await ingest({ op: "message", contactId: "FR.1003" });
  const counts = await openedBy(
    {
      op: "system",
      kind: "user_id_update",
      contactId: "FR.2003",
      contactAliases: ["33639980003", "FR.1003"],
      revision: "1",
    },
    { op: "message", contactId: "FR.2003" },
  );
  expect(counts).toEqual([]);
  const key = { entityId: bank.entity.id, conversationId: first.conversationId ?? "" };
  expect((await database.store.readHead(key))?.state.inboundCount).toBe(2);
  const moved = (await database.store.readBody(key, first.messageId))?.movedTo ?? "";
  expect((await Identity.openAddress(moved, new Secret(secrets.ADDRESS_KEY))).contactId).toBe("FR.2003");
});

test("a number that changes takes its conversation along, and the answer goes to the new number", async () => {
  const first = await ingest({ op: "message", contactId: "33639980004" });
  const change = { op: "system", kind: "user_changed_number", contactId: "33639980004" } as const;
  const counts = await openedBy(
    { ...change, contactAliases: ["33639980005"] },
    { op: "message", contactId: "33639980005" },
  );
  expect(counts).toEqual([]);
  const key = { entityId: bank.entity.id, conversationId: first.conversationId ?? "" };
  const moved = (await database.store.readBody(key, first.messageId))?.movedTo ?? "";
  expect((await Identity.openAddress(moved, new Secret(secrets.ADDRESS_KEY))).contactId).toBe("33639980005");
});

test("a change of somebody who never wrote opens nothing", async () => {
  const change = { op: "system", kind: "user_id_update", contactId: "FR.2009" } as const;
  expect(await openedBy({ ...change, contactAliases: ["FR.1009"], revision: "1" })).toEqual([]);
});

test("the same id on two accounts or two channels is two customers", async () => {
  const counts = await openedBy(
    { op: "message", contactId: "4242", channel: "messenger", threadId: "4242" },
    { op: "message", contactId: "4242", channel: "instagram.dm", threadId: "4242" },
  );
  expect(counts).toEqual([1, 1]);
});
