import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import { opening, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const start = Date.UTC(2026, 10, 23, 9);
const hour = (hours: number): string => new Date(start + hours * 3_600_000).toISOString();
const place = { ...opening(), channel: "x.dm", visibility: "private" } as const;

const offered = (handoffId = "h_1", messageId = `m_${handoffId}`): Conversation.Command => ({
  type: "offer-handoff",
  handoffId,
  messageId,
  agentId: "camille",
  way: "secure-page",
  purpose: "card",
  language: "fr",
  visibility: "private",
  digest: "d",
});
const attempted = (messageId = "m_h_1"): Conversation.Command => ({ type: "attempt", messageId });
const accepted = (messageId = "m_h_1"): Conversation.Command => ({
  type: "accept",
  messageId,
  by: "platform",
  policies,
});
const opened = (handoffId = "h_1"): Conversation.Command => ({ type: "open-handoff", handoffId });
const signedIn = (customerId = "k_1", handoffId = "h_1"): Conversation.Command => ({
  type: "sign-in-handoff",
  handoffId,
  customerId,
});
const strong = (customerId: string): Conversation.Command => ({ type: "verify", level: "strong", customerId });

const asked = [received("m_1", hour(0), place), hour(0)] as const;
const delivered = [asked, [offered(), hour(0.1)], [attempted(), hour(0.1)], [accepted(), hour(0.1)]] as const;
const there = [...delivered, [opened(), hour(0.2)], [signedIn(), hour(0.3)]] as const;

const faultOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
};

test("an offer, its delivery and its opening stop no clock; signing in does", () => {
  const before = outcomeOf([asked]).clock;
  for (const [count, step] of [
    [2, "offered"],
    [4, "delivered"],
    [5, "opened"],
  ] as const) {
    const state = outcomeOf(there.slice(0, count));
    expect(state.handoff?.step).toBe(step);
    expect(state.clock).toEqual(before);
    expect(state.isAwaiting).toBe(true);
    expect(state.hasBeenAnswered).toBe(false);
  }
  const state = outcomeOf(there);
  expect(state.clock).toEqual({ ...before, pausedAt: hour(0.3) });
  expect(state.resolution).toMatchObject({ pausedAt: hour(0.3) });
});

test("what is asked here after sign-in runs on with the time that was left; the case it becomes pauses again", () => {
  const again = outcomeOf([...there, [received("m_2", hour(1), place), hour(1)]]);
  expect(again.clock).toMatchObject({ dueAt: hour(2 - 0.3 + 1) });
  const moved = outcomeOf([[{ type: "create-case", handoffId: "h_1", caseId: "c_2" }, hour(1.1)]], again);
  expect(moved.clock).toMatchObject({ pausedAt: hour(1.1) });
  expect(moved.handoff).toMatchObject({ step: "case-created", caseId: "c_2" });
});

test("a link ends after 72 hours unopened, half an hour after it was opened, and by an agent's hand", () => {
  const sent = outcomeOf(delivered);
  expect(Conversation.usableHandoff(sent, "h_1", hour(72)).step).toBe("delivered");
  expect(faultOf(() => Conversation.usableHandoff(sent, "h_1", hour(72.1)))).toBe("handoff.expired");
  const open = outcomeOf([...delivered, [opened(), hour(10)]]);
  expect(Conversation.usableHandoff(open, "h_1", hour(10.49)).step).toBe("opened");
  expect(faultOf(() => Conversation.decide(open, signedIn(), hour(10.5)))).toBe("handoff.expired");
  const revoked = outcomeOf([[{ type: "revoke-handoff", handoffId: "h_1" }, hour(11)]], open);
  expect(faultOf(() => Conversation.decide(revoked, opened(), hour(11)))).toBe("handoff.revoked");
});

test("opening again in another browser is opening; signing in is once, and not without opening", () => {
  const open = outcomeOf([...delivered, [opened(), hour(0.2)]]);
  expect(Conversation.decide(open, opened(), hour(0.3))).toEqual([]);
  expect(faultOf(() => Conversation.decide(outcomeOf(delivered), signedIn(), hour(0.2)))).toBe("handoff.not-opened");
  const used = outcomeOf(there);
  for (const command of [signedIn(), signedIn("k_2"), opened()]) {
    expect(faultOf(() => Conversation.decide(used, command, hour(0.4)))).toBe("handoff.used");
  }
  expect(faultOf(() => Conversation.decide(used, { type: "revoke-handoff", handoffId: "h_1" }, hour(1)))).toBe(
    "handoff.used",
  );
  expect(faultOf(() => Conversation.decide(used, opened("h_2"), hour(1)))).toBe("handoff.unknown");
});

test("a day without a sign is told once, asks for an answer by the clock, and opens what was closed with it", () => {
  const closed = outcomeOf([...delivered, [{ type: "close", outcome: "redirected" }, hour(0.5)]]);
  expect(Conversation.nextTimerAt(closed)).toBe(hour(24.1));
  expect(Conversation.decide(closed, { type: "mark", policies }, hour(24))).toEqual([]);
  const stalled = outcomeOf([[{ type: "mark", policies }, hour(24.1)]], closed);
  expect(stalled.status).toBe("open");
  expect(stalled.clock).toMatchObject({ kind: "next-response", dueAt: hour(26.1) });
  expect(Conversation.cardOf(stalled, {}, 1).handoff).toEqual({ step: "delivered", isStalled: true });
  const events = Conversation.decide(stalled, { type: "mark", policies }, hour(25));
  expect(events.map((event) => event.type)).not.toContain("handoff-stalled");
});

test("signed in and silent for a day is told too, and the clock runs again", () => {
  const silent = outcomeOf([...there, [{ type: "mark", policies }, hour(24.3)]]);
  expect(silent.handoff?.stalledAt).toBe("signed-in");
  expect(silent.clock).toBeDefined();
  expect("pausedAt" in (silent.clock ?? {})).toBe(false);
});

test("an unopened link is written down as expired when its time is over", () => {
  const state = outcomeOf([
    ...delivered,
    [{ type: "mark", policies }, hour(24.2)],
    [{ type: "mark", policies }, hour(73)],
  ]);
  expect(state.handoff?.step).toBe("expired");
  expect(Conversation.decide(state, { type: "mark", policies }, hour(100)).map(({ type }) => type)).not.toContain(
    "handoff-expired",
  );
});

test("a new offer takes back the one that led nowhere; one that could not be sent is refused", () => {
  const twice = outcomeOf([...delivered, [offered("h_2"), hour(1)]]);
  expect(twice.handoff).toMatchObject({ id: "h_2", step: "offered" });
  expect(faultOf(() => Conversation.decide(twice, opened("h_1"), hour(1)))).toBe("handoff.unknown");
  const failed = outcomeOf([
    asked,
    [offered(), hour(0.1)],
    [{ type: "fail", messageId: "m_h_1", code: "send.refused", policies }, hour(0.2)],
  ]);
  expect(failed.handoff).toMatchObject({ step: "refused", refusal: "undeliverable" });
});

test("receipts come late, twice and in any order, and change nothing that does not follow", () => {
  const early = outcomeOf(delivered);
  for (const type of ["answer-handoff", "complete-handoff", "create-case"] as const) {
    expect(Conversation.decide(early, { type, handoffId: "h_1" }, hour(1)), type).toEqual([]);
  }
  const state = outcomeOf([
    ...there,
    [{ type: "create-case", handoffId: "h_1" }, hour(1)],
    [{ type: "complete-handoff", handoffId: "h_1" }, hour(2)],
  ]);
  expect(Conversation.decide(state, { type: "answer-handoff", handoffId: "h_1" }, hour(3))).toEqual([]);
  expect(Conversation.decide(state, { type: "complete-handoff", handoffId: "h_1" }, hour(3))).toEqual([]);
});

test("strong is the one who signed in from here, for four hours, and of nobody else", () => {
  const state = outcomeOf(there);
  expect(Conversation.verificationOf(state, hour(0.3))).toBe("platform");
  expect(Conversation.decide(state, strong("k_2"), hour(0.4))).toEqual([]);
  const proven = outcomeOf([[strong("k_1"), hour(0.4)]], state);
  expect(Conversation.verificationOf(proven, hour(4.3))).toBe("strong");
  expect(Conversation.verificationOf(proven, hour(4.5))).toBe("platform");
  const other = outcomeOf(
    [
      [offered("h_2"), hour(1)],
      [opened("h_2"), hour(1)],
      [signedIn("k_2", "h_2"), hour(1.1)],
    ],
    proven,
  );
  expect(Conversation.verificationOf(other, hour(1.2))).toBe("platform");
  expect(Conversation.verificationOf(outcomeOf([asked]), hour(1))).toBe("platform");
  expect(Conversation.verificationOf(outcomeOf([[received("m_1", hour(0)), hour(0)]]), hour(1))).toBe("none");
});

test("an ordinary answer beside an offer stops the clock as it always does", () => {
  const state = outcomeOf([
    asked,
    [offered(), hour(0.1)],
    [replied("m_3"), hour(0.2)],
    [{ type: "accept", messageId: "m_3", by: "platform", policies }, hour(0.3)],
  ]);
  expect(state.clock).toBeUndefined();
  expect(state.handoff?.step).toBe("offered");
});
