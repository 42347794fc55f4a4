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

test("hundreds of pages are told a bounded number at a time, each once", async () => {
  const bank = await openBank(database, () => at(0));
  const entityId = bank.entity.id;
  const connectionIds = Array.from({ length: 120 }, (_, index) => `page-${index}`);
  await Promise.all(
    connectionIds.map((connectionId) =>
      database.store.putConnection({ connectionId, entityId, agentId: "camille", expiresAt: at(60) }),
    ),
  );
  const told: string[] = [];
  let underWay = 0;
  let most = 0;
  const post = async (connectionId: string): Promise<"sent"> => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    told.push(connectionId);
    return "sent";
  };
  const sockets = { post, close: async () => undefined };
  await Live.fanout(bank.runtime({ sockets }))(
    queueEvent(JSON.stringify({ entityId, conversationId: "c_unknown", version: 1 })),
  );
  expect(told.toSorted()).toEqual(connectionIds.toSorted());
  expect(most).toBeLessThanOrEqual(50);
});
