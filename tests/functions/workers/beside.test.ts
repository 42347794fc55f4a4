import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type * as Intake from "#core/intake";
import * as Board from "#functions/board";
import * as Report from "#functions/report";
import { obey } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, policies } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
let bank: Bank;
let minute = 0;
let people = 0;
beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  bank = await openBank(database, () => at(minute));
  for (const id of ["camille", "yanis"]) {
    await database.store.putAgent({
      id,
      entityId: bank.entity.id,
      name: id,
      role: "agent",
      teamIds: ["social"],
      capacity: 5,
      languages: ["fr"],
    });
    await database.store.setPresence({ entityId: bank.entity.id, agentId: id }, at(600));
  }
  people += 1;
});
afterAll(() => database.stop());

/** One person, who writes under a post or in Messenger, by ids that the platform links. */
const prepared = (visibility: "public" | "private", at_: number): Promise<Intake.Inbound> =>
  bank.prepare({
    op: "message",
    channel: visibility === "public" ? "facebook.comment" : "messenger",
    visibility,
    contactId: `7712${people}`,
    threadId: visibility === "public" ? "900100200301_1" : `7712${people}`,
    externalId: `${visibility}_${people}_${at_}`,
    occurredAt: at(at_),
    text: "Où en est mon virement ?",
  });
const says = async (visibility: "public" | "private", at_: number): Promise<Intake.Inbound> => {
  minute = at_;
  const inbound = await prepared(visibility, at_);
  await ingest(inbound);
  return inbound;
};
/** Both are taken in at the same time. */
const saysBoth = async (at_: number): Promise<readonly Intake.Inbound[]> => {
  minute = at_;
  const both = await Promise.all([prepared("public", at_), prepared("private", at_)]);
  await Promise.all(both.map(ingest));
  return both;
};
const ingest = (inbound: Intake.Inbound) =>
  Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(inbound), group: inbound.groupId }));
const keyOf = ({ conversationId = "" }: Intake.Inbound) => ({ entityId: bank.entity.id, conversationId });
const stateOf = async (inbound: Intake.Inbound) => (await historyOf(database, keyOf(inbound))).head.state;

const answer = async (inbound: Intake.Inbound, at_: number): Promise<void> => {
  minute = at_;
  const messageId = `m_reply_${at_}`;
  for (const command of [
    { type: "reply", messageId, agentId: "camille", digest: "digest" },
    { type: "attempt", messageId },
    { type: "accept", messageId, by: "platform", policies },
  ] as const) {
    const commitId = `${command.type}:${messageId}`;
    await obey(bank.runtime(), keyOf(inbound), { command, commitId, actor: { kind: "agent", id: "camille" } });
  }
};

test("a comment and a private message of one person have one agent and one deadline, also when told twice", async () => {
  const comment = await says("public", 0);
  await Workers.route(bank.runtime())(queueEvent(JSON.stringify({ entityId: bank.entity.id, teamId: "social" })));
  const agentId = (await stateOf(comment)).assigneeId;
  expect(agentId).toBeDefined();
  const message = await says("private", 20);
  await ingest(message);
  const [open, hidden] = [await stateOf(message), await stateOf(comment)];
  expect(open).toMatchObject({ assigneeId: agentId, besideId: comment.conversationId });
  expect(open.clock).toMatchObject({ kind: "first-response", startedAt: at(0), dueAt: at(120) });
  expect(hidden.clock).toBeUndefined();
  expect(hidden.besideId).toBe(message.conversationId);
  const desk = await database.store.readDesk(bank.entity.id, agentId ?? "");
  expect(desk?.conversationIds.toSorted()).toEqual([comment.conversationId, message.conversationId].toSorted());
});

test("taken in at the same moment they find one another, and one promise is left", async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    people += 1;
    const [left, right] = await Promise.all((await saysBoth(5)).map(stateOf));
    expect([left?.besideId, right?.besideId]).toEqual([right?.id, left?.id]);
    expect([left?.clock, right?.clock].filter((clock) => clock !== undefined)).toHaveLength(1);
  }
});

test("nobody’s yet, both go to whoever takes one, and move together", async () => {
  const [comment, message] = [await says("public", 0), await says("private", 1)];
  for (const [agentId, by] of [
    ["camille", "agent"],
    ["yanis", "supervisor"],
  ] as const) {
    await obey(bank.runtime(), keyOf(comment), {
      command: { type: "assign", agentId, by },
      commitId: `assign:${agentId}`,
      actor: { kind: "agent", id: agentId },
    });
    expect((await stateOf(message)).assigneeId).toBe(agentId);
  }
  const former = await database.store.readDesk(bank.entity.id, "camille");
  expect(former?.conversationIds).toEqual([]);
});

test.each([
  ["where the deadline is", "private"],
  ["on the other side", "public"],
] as const)("an answer %s is the first one, once, and the other side is promised a next one", async (_, place) => {
  const sides = { public: await says("public", 0), private: await says("private", 10) };
  await answer(sides[place], 30);
  const other = await stateOf(sides[place === "public" ? "private" : "public"]);
  expect(other.clock).toMatchObject({ kind: "next-response", startedAt: at(30) });
  expect((await stateOf(sides[place])).clock).toBeUndefined();
  const runtime = bank.runtime();
  for (const side of Object.values(sides)) {
    const { head } = await historyOf(database, keyOf(side));
    for (let version = 1; version <= head.version; version += 1) await Board.project(runtime, keyOf(side), version);
    await Report.tellReports(runtime, keyOf(side));
  }
  const outcomes = await database.store.listOutcomes(bank.entity.id, { from: at(0), to: at(60) });
  expect(outcomes).toMatchObject([{ kind: "answered", waitedSeconds: 30 * 60, isLate: false }]);
  const told = await database.store.listTold(bank.entity.id, at(0).slice(0, 10));
  const facts = told.flatMap((each) => each.facts);
  const promised = facts.filter(({ what }) => what === "promise" || what === "answered");
  expect(promised.map((fact) => [fact.what, "target" in fact && fact.target]).toSorted()).toEqual([
    ["answered", "first-response"],
    ["promise", "first-response"],
  ]);
});
