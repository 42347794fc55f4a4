import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Live from "#functions/live";
import { openBank } from "../../support/bank.ts";
import { at, keyOf, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const ids = ["c_1", "c_2", "c_3"];

test("a change that cannot be taken in comes again, and takes none of those that came with it along", async () => {
  const bank = await openBank(database, () => at(0));
  const entityId = bank.entity.id;
  for (const conversationId of ids) {
    const place = { ...opening(conversationId), entityId };
    await database.store.commit(keyOf(place), {
      commitId: "receive",
      actor: { kind: "contact" },
      at: at(0),
      decide: (state) => Conversation.decide(state, received("m_1", at(0), place), at(0)),
    });
  }
  const runtime = bank.runtime();
  const readTelling: typeof runtime.store.readTelling = (key) =>
    key.conversationId === "c_2" ? Promise.reject(new TypeError()) : runtime.store.readTelling(key);
  const changes = ids.map((conversationId) => JSON.stringify({ entityId, conversationId, version: 1 }));
  const { batchItemFailures } = await Live.fanout({ ...runtime, store: { ...runtime.store, readTelling } })(
    queueEvent(...changes, "{broken", '{"entityId":1}'),
  );
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual([
    "record-1",
    "record-3",
    "record-4",
  ]);
  const told = await Promise.all(ids.map((conversationId) => database.store.readTelling({ entityId, conversationId })));
  expect(told.map((telling) => telling?.version)).toEqual([1, undefined, 1]);
});
