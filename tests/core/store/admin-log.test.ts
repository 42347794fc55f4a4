import { afterAll, beforeAll, expect, test } from "vitest";
import * as Audit from "#core/audit";
import * as Store from "#core/store";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { faultyClient } from "../../support/faulty-client.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const draft = (name: string) => ({
  commitId: name,
  at: at(0),
  actor: { kind: "agent" as const, id: "rose" },
  events: [{ type: "agent-removed" as const, agentId: name }],
});

test("entries that are written at once stand one after another in one chain, none lost", async () => {
  const names = Array.from({ length: 6 }, (_, index) => `agent-${index}`);
  const versions = await Promise.all(names.map((name) => database.store.appendAdmin("lumiere", draft(name))));
  expect(versions.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  const sealed = await database.store.readAdminLog("lumiere", { after: 0, limit: 100 });
  expect(Audit.isIntact(sealed)).toBe(true);
  expect(sealed.map((text) => Audit.openEntry(text).commitId).toSorted()).toEqual(names);
  expect(await database.store.readAdminLog("lumiere", { after: 2, limit: 2 })).toEqual(sealed.slice(2, 4));
  expect(await database.store.readAdminLog("boreale", { after: 0, limit: 100 })).toEqual([]);
});

test("an entry whose answer was lost is found when it is written again", async () => {
  const faulty = Store.createStore(faultyClient(database.client, ["none", "lost-answer"]), database.tableName);
  await expect(faulty.appendAdmin("australe", draft("once"))).rejects.toThrow();
  expect(await database.store.appendAdmin("australe", draft("once"))).toBe(1);
  expect(await database.store.readAdminLog("australe", { after: 0, limit: 100 })).toHaveLength(1);
});
