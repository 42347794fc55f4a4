import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Clock from "#functions/clock";
import * as Live from "#functions/live";
import { openBank } from "../../support/bank.ts";
import { at, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test("what waits with a team that is gone is given to the one of its account, with its deadline", async () => {
  const bank = await openBank(database, () => at(1));
  const { id: entityId } = bank.entity;
  const place = { ...opening("c_stray"), entityId, teamId: "dissoute", accountId: "900100200301" };
  const key = { entityId, conversationId: "c_stray" };
  const { state: before } = await database.store.commit(key, {
    commitId: "receive",
    actor: { kind: "contact" },
    at: at(0),
    decide: (state) => Conversation.decide(state, received("m_1", at(0), place), at(0)),
  });
  await Live.fanout(bank.runtime())(queueEvent(JSON.stringify({ ...key, version: 1 })));
  await Clock.tick(bank.runtime());
  const after = (await database.store.readHead(key))?.state;
  expect(after).toMatchObject({ teamId: "social", status: "open", clock: { dueAt: before.clock?.dueAt } });
  expect(bank.take("route").map((body) => JSON.parse(body))).toContainEqual({ entityId, teamId: "social" });
});
