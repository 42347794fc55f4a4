import { afterAll, beforeAll, expect, test } from "vitest";
import * as Clock from "#functions/clock";
import { obey } from "#functions/runtime";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, keyOf, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let time: string;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

/** A bank with one agent at work and one conversation that waits. */
const openDesk = async () => {
  time = at(0);
  const bank = await openBank(database, () => time);
  const entityId = bank.entity.id;
  const camille = { entityId, agentId: "camille" };
  const profile = { name: "Camille", role: "agent" as const, teamIds: ["social"], capacity: 3, languages: [] };
  await database.store.putAgent({ id: "camille", entityId, ...profile });
  await database.store.setPresence(camille, at(60));
  const key = keyOf({ ...opening(), entityId });
  await order(bank, key, received("m_1", at(0), { ...opening(), entityId }));
  const slots = async () => (await database.store.readDesk(entityId, "camille"))?.conversationIds;
  return { bank, camille, key, slots };
};

const order = (bank: Bank, key: Parameters<typeof obey>[1], command: Parameters<typeof obey>[2]["command"]) =>
  obey(bank.runtime(), key, { command, commitId: command.type, actor: { kind: "system", id: "test" } });

test("a slot claimed a moment ago is not taken back before the commit it is for, and a forgotten one is", async () => {
  const { bank, camille, key, slots } = await openDesk();
  await database.store.claimSlot(camille, { ...key, now: at(0) });
  time = "2026-11-23T09:00:30.000Z";
  await Clock.tick(bank.runtime());
  expect(await slots()).toEqual([key.conversationId]);
  time = at(1);
  await Clock.tick(bank.runtime());
  expect(await slots()).toEqual([]);
});

test("a conversation that is held without a slot gets one, and is given back when its agent goes", async () => {
  const { bank, camille, key, slots } = await openDesk();
  await order(bank, key, { type: "assign", agentId: "camille", by: "router" });
  expect(await slots()).toEqual([]);
  await Clock.tick(bank.runtime());
  expect(await slots()).toEqual([key.conversationId]);
  await database.store.releaseSlot(camille, key.conversationId, at(1));
  time = at(120);
  await Clock.tick(bank.runtime());
  expect((await database.store.readHead(key))?.state.assigneeId).toBeUndefined();
});
