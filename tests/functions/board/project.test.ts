import { afterAll, beforeAll, expect, test } from "vitest";
import * as Board from "#core/board";
import * as Conversation from "#core/conversation";
import * as Clock from "#functions/board";
import * as Live from "#functions/live";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, keyOf, opening, policies, received, replied } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

let now = at(0);
const commit = async (bank: Bank, id: string, command: Conversation.Command, moment: string) => {
  now = moment;
  const key = { entityId: bank.entity.id, conversationId: id };
  return database.store.commit(key, {
    commitId: `${command.type}:${moment}`,
    actor: { kind: "system", id: "test" },
    at: moment,
    decide: (state) => Conversation.decide(state, command, moment),
  });
};
const place = (bank: Bank, id: string) => ({ ...opening(id), entityId: bank.entity.id });

const answer = async (bank: Bank, id: string) => {
  await commit(bank, id, replied("r_1"), at(30));
  await commit(bank, id, { type: "attempt", messageId: "r_1" }, at(31));
  await commit(bank, id, { type: "accept", messageId: "r_1", by: "platform", policies }, at(32));
};

const tell = (bank: Bank, id: string, version: number) =>
  Live.fanout(bank.runtime())(queueEvent(JSON.stringify({ entityId: bank.entity.id, conversationId: id, version })));

test("told once, twice, late or not in order, the wallboard counts the same", async () => {
  const bank = await openBank(database, () => now);
  const { id: entityId } = bank.entity;
  await commit(bank, "c_1", received("m_1", at(0), place(bank, "c_1")), at(0));
  await answer(bank, "c_1");
  await commit(bank, "c_2", received("m_2", at(10), place(bank, "c_2")), at(10));
  await commit(bank, "c_2", { type: "close", outcome: "no-answer-needed" }, at(33));
  for (const version of [4, 1, 2, 3, 4, 1]) await tell(bank, "c_1", version);
  for (const version of [2, 1, 2]) await tell(bank, "c_2", version);
  expect(Board.figuresOf(await database.store.listStandings(entityId))).toMatchObject({ open: 1, unassigned: 1 });
  const outcomes = await database.store.listOutcomes(entityId, { from: at(0), to: at(60) });
  expect(outcomes).toEqual([
    {
      kind: "answered",
      at: at(32),
      teamId: "social",
      channel: "x.mention",
      waitedSeconds: 32 * 60,
      isLate: false,
    },
  ]);
});

test("what was said of versions that nobody told of is taken in with the next one", async () => {
  const bank = await openBank(database, () => now);
  await commit(bank, "c_1", received("m_1", at(0), place(bank, "c_1")), at(0));
  await tell(bank, "c_1", 1);
  await answer(bank, "c_1");
  for (let index = 0; index < 12; index += 1) {
    await commit(bank, "c_1", received(`m_later_${index}`, at(40 + index), place(bank, "c_1")), at(40 + index));
  }
  const head = await database.store.readHead(keyOf(place(bank, "c_1")));
  await tell(bank, "c_1", head?.version ?? 0);
  const outcomes = await database.store.listOutcomes(bank.entity.id, { from: at(0), to: at(60) });
  expect(outcomes.map((each) => each.kind)).toEqual(["answered"]);
});

test("a conversation whose message was lost is found by the clock, and so is one that has closed", async () => {
  const bank = await openBank(database, () => now);
  await commit(bank, "c_open", received("m_1", at(0), place(bank, "c_open")), at(0));
  await commit(bank, "c_closed", received("m_2", at(0), place(bank, "c_closed")), at(0));
  await tell(bank, "c_closed", 1);
  await commit(bank, "c_closed", { type: "close", outcome: "no-answer-needed" }, at(1));
  await Clock.repair(bank.runtime(), bank.entity.id);
  const told = bank.take("changes");
  await Live.fanout(bank.runtime())(queueEvent(...told));
  const standings = await database.store.listStandings(bank.entity.id);
  expect(standings.map((each) => each.conversationId)).toEqual(["c_open"]);
  await Clock.repair(bank.runtime(), bank.entity.id);
  expect(bank.take("changes")).toEqual([]);
});

test("of many that are open, the newest is found although its deadline is the last", async () => {
  const bank = await openBank(database, () => now);
  const ids = Array.from({ length: 101 }, (_, index) => `c_${String(index).padStart(3, "0")}`);
  for (const [index, id] of ids.entries()) {
    const moment = at(index / 10);
    await commit(bank, id, received(`m_${index}`, moment, place(bank, id)), moment);
  }
  for (const id of ids.slice(0, -1)) await tell(bank, id, 1);
  await Clock.repair(bank.runtime(), bank.entity.id);
  expect(bank.take("changes").map((body) => JSON.parse(body).conversationId)).toEqual(["c_100"]);
});

test("what listening found is no part of the wallboard, and is not told again and again", async () => {
  const bank = await openBank(database, () => now);
  const heard = { ...received("m_1", at(0), place(bank, "c_heard")), isHeard: true, expectsAnswer: false } as const;
  await commit(bank, "c_heard", heard as Conversation.Command, at(0));
  await Clock.repair(bank.runtime(), bank.entity.id);
  expect(bank.take("changes")).toEqual([]);
});

test("an hour is summed up once it is over, and again with what came late", async () => {
  const bank = await openBank(database, () => now);
  const { id: entityId } = bank.entity;
  await commit(bank, "c_1", received("m_1", at(0), place(bank, "c_1")), at(0));
  await answer(bank, "c_1");
  await tell(bank, "c_1", 4);
  const hours = () => database.store.listHours(entityId, { from: at(0), to: at(0) });
  now = at(59);
  await Clock.sumHours(bank.runtime(), entityId);
  expect(await hours()).toEqual([]);
  now = at(64);
  await Clock.sumHours(bank.runtime(), entityId);
  expect(await hours()).toMatchObject([{ startedAt: at(0), answered: 1, kept: 1, broken: 0, p90Seconds: 1920 }]);
  await commit(bank, "c_2", received("m_2", at(0), place(bank, "c_2")), at(0));
  await answer(bank, "c_2");
  await tell(bank, "c_2", 4);
  now = at(124);
  await Clock.sumHours(bank.runtime(), entityId);
  expect(await hours()).toMatchObject([{ answered: 2, teams: { social: { answered: 2 } } }]);
});
