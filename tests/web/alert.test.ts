import { expect, test } from "vitest";
import {
  type AlertKind,
  gather,
  namedIn,
  newlyAsked,
  nextSecondAsked,
  notice,
  placeOf,
  type Seen,
  stillAsked,
  toApprove,
  told,
} from "../../web/inbox/data/alert/model.ts";
import { card } from "./card.ts";

const now = Date.parse("2026-11-23T11:00:10.000Z");
const agent = { me: "camille", supervises: false, now };
const supervisor = { me: "ines", supervises: true, now };
const nothing: Seen = new Map();
const begun = (change: Parameters<typeof card>[0], watcher = agent, seen = nothing): AlertKind[] =>
  notice(seen, card(change), watcher).begun;

test("an agent is told of the own conversations alone", () => {
  expect(begun({ assignee: "camille", nearlyDue: true })).toEqual(["nearly-due"]);
  expect(begun({ assignee: "camille", priority: "urgent" })).toEqual(["urgent"]);
  expect(begun({ assignee: "yanis", nearlyDue: true, priority: "urgent", breached: true })).toEqual([]);
  expect(begun({ assignee: null, nearlyDue: true, breached: true })).toEqual([]);
});

test("a supervisor is told of what nobody has, and of what is late whoever has it", () => {
  expect(begun({ assignee: null, nearlyDue: true }, supervisor)).toEqual(["unassigned"]);
  expect(begun({ assignee: "yanis", nearlyDue: true }, supervisor)).toEqual([]);
  expect(begun({ assignee: "yanis", breached: true }, supervisor)).toEqual(["breach"]);
});

test("who wrote a reply is told that it was refused or changed, whoever has the conversation", () => {
  const decided = { agentId: "camille", decision: "refused" } as const;
  expect(begun({ assignee: "yanis", decided })).toEqual(["refused"]);
  expect(begun({ assignee: "camille", decided: { ...decided, decision: "changed" } })).toEqual(["changed"]);
  expect(begun({ assignee: "camille", decided: { ...decided, agentId: "yanis" } })).toEqual([]);
});

test("the same is told once, and again only after it had ended", () => {
  const mine = { assignee: "camille", nearlyDue: true };
  const first = notice(nothing, card(mine), agent);
  expect(begun({ ...mine, version: 2 }, agent, first.seen)).toEqual([]);
  const answered = notice(first.seen, card({ assignee: "camille", version: 3 }), agent);
  expect(answered.seen.size).toBe(0);
  expect(begun({ ...mine, version: 4 }, agent, answered.seen)).toEqual(["nearly-due"]);
});

test("what was late long before it was seen, and what is closed, is no news", () => {
  expect(begun({ breached: true, dueAt: "2026-11-23T10:00:00.000Z" }, supervisor)).toEqual([]);
  expect(begun({ assignee: "camille", priority: "urgent", status: "closed" })).toEqual([]);
});

test("breaches of a minute are one alert, told when the minute is over and for a minute", () => {
  const first = gather([], ["breach"], { id: "c_1", now });
  const wave = gather(gather(first, ["breach"], { id: "c_2", now: now + 59_000 }), ["breach"], { id: "c_1", now });
  expect(told(wave, now + 59_999)).toEqual([]);
  expect(told(wave, now + 60_000)).toEqual([{ kind: "breach", ids: ["c_1", "c_2"], at: now }]);
  expect(told(wave, now + 120_000)).toEqual([]);
  const next = gather(wave, ["breach"], { id: "c_3", now: now + 60_000 });
  expect(told(next, now + 60_000)).toEqual(told(wave, now + 60_000));
  expect(told(next, now + 120_000)).toEqual([{ kind: "breach", ids: ["c_3"], at: now + 60_000 }]);
});

test("what is urgent is told at once", () => {
  expect(told(gather([], ["urgent"], { id: "c_1", now }), now)).toHaveLength(1);
});

test("an alert carries a kind, ids and a time, and nothing of the customer", () => {
  const noticed = notice(nothing, card({ assignee: "camille", priority: "urgent" }), agent);
  const alerts = gather([], noticed.begun, { id: "c_lea", now });
  expect(alerts).toEqual([{ kind: "urgent", ids: ["c_lea"], at: now }]);
});

test("one opens as itself, several as their list", () => {
  expect(placeOf({ kind: "breach", ids: ["c 1"], at: now })).toBe("/c/c%201");
  expect(placeOf({ kind: "breach", ids: ["c_1", "c_2"], at: now })).toBe("/wallboard");
  expect(placeOf({ kind: "unassigned", ids: ["c_1", "c_2"], at: now })).toBe("/?view=unassigned");
});

test("an approver is told of a reply when it becomes theirs to look at: asked first, or as the second", () => {
  const [first, second] = ["ines", "paul"];
  const waiting = [{ messageId: "m_1", approverIds: [first] }];
  const asked = newlyAsked(new Set(), toApprove(waiting, first));
  expect(asked.asked).toEqual(["m_1"]);
  expect(newlyAsked(asked.known, toApprove(waiting, first)).asked).toEqual([]);
  const others = newlyAsked(new Set(), toApprove(waiting, second));
  expect(others.asked).toEqual([]);
  const late = [{ messageId: "m_1", approverIds: [first, second] }];
  expect(newlyAsked(others.known, toApprove(late, second)).asked).toEqual(["m_1"]);
  expect(newlyAsked(asked.known, toApprove(late, first)).asked).toEqual([]);
  expect(placeOf({ kind: "approval", ids: ["m_1"], at: now })).toBe("/approvals");
});

test("whom notes name is told of each conversation once, until they have looked at it", () => {
  const [first, second] = [card({ id: "c_1" }), card({ id: "c_2" })];
  const read = { conversation: second, readAt: "2026-11-23T11:00:00.000Z" };
  const ids = namedIn([{ conversation: first }, { conversation: first }, read]);
  expect(ids).toEqual(["c_1"]);
  const looked = newlyAsked(new Set(), ids);
  expect(newlyAsked(looked.known, namedIn([{ conversation: first }, { conversation: second }])).asked).toEqual(["c_2"]);
  expect(placeOf({ kind: "mention", ids: ["c_1"], at: now })).toBe("/c/c_1");
  expect(placeOf({ kind: "mention", ids: ["c_1", "c_2"], at: now })).toBe("/?view=mentions");
});

test("what somebody else decided meanwhile is asked of nobody any more", () => {
  const told = [
    { kind: "approval", ids: ["m_1", "m_2"], at: now },
    { kind: "urgent", ids: ["c_1"], at: now },
  ] as const;
  expect(stillAsked(told, "approval", new Set(["m_2"]))).toEqual([
    { kind: "approval", ids: ["m_2"], at: now },
    told[1],
  ]);
  expect(stillAsked(told, "approval", new Set())).toEqual([told[1]]);
});

test("the page looks again when a second person is next asked about a reply that waits", () => {
  const waiting = (minute: number, overdue = false) => ({ secondAskedAt: `2026-11-23T11:1${minute}:00.000Z`, overdue });
  expect(nextSecondAsked([waiting(3), waiting(1), waiting(0, true)])).toBe(Date.parse("2026-11-23T11:11:00.000Z"));
  expect(nextSecondAsked([waiting(0, true)])).toBeUndefined();
});
