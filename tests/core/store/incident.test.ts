import { afterAll, beforeAll, expect, test } from "vitest";
import * as Incident from "#core/incident";
import type { Redacted } from "#core/redaction";
import * as Store from "#core/store";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { betweenCalls } from "../../support/mishap.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const open = async (store: Store.Store, entityId: string, id: string): Promise<void> => {
  const subject = { id, title: "Panne" as Redacted, rule: { since: at(0) } };
  await store.putIncident(entityId, Incident.begin(subject, { agentId: "ines", now: at(1) }));
  await store.putIncidentRules(entityId);
};

test("between any two calls of opening an incident another one is opened: new conversations are compared with both", async () => {
  let banks = 0;
  const calls = await betweenCalls(database.client, async (interrupted) => {
    banks += 1;
    const entityId = `rules-${banks}`;
    let isOpened = false;
    const client = interrupted(async () => {
      isOpened = true;
      await open(database.store, entityId, "i_other");
    });
    await open(Store.createStore(client, database.tableName), entityId, "i_own");
    if (!isOpened) return;
    const ids = (await database.store.readIncidentRules(entityId)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(["i_other", "i_own"]);
  });
  expect(calls).toBeGreaterThan(2);
});
