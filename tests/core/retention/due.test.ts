import { expect, test } from "vitest";
import * as Retention from "#core/retention";
import { at, opening, outcomeOf, received } from "../../support/conversation.ts";

const close = { type: "close", outcome: "no-answer-needed" } as const;
const policy = { wordsDays: 30 };
const day = 24 * 60;

const open = outcomeOf([[received("m_1", at(0)), at(0)]]);
const closed = outcomeOf([[close, at(10)]], open);
const erased = outcomeOf([[{ type: "erase", ground: "term" }, at(11)]], closed);

test("words are due so many days after the close, and not while it is open", () => {
  expect(Retention.dueAt([closed], policy)).toBe(at(10 + 30 * day));
  expect(Retention.dueAt([open], policy)).toBeUndefined();
  expect(Retention.dueAt([erased], policy)).toBeUndefined();
});

test("what is read together goes when the last of it is due, and one that is open keeps all", () => {
  const other = outcomeOf([
    [received("m_2", at(0), opening("c_2")), at(0)],
    [close, at(day)],
  ]);
  expect(Retention.dueAt([closed, other, erased], policy)).toBe(at(31 * day));
  expect(Retention.dueAt([closed, open], policy)).toBeUndefined();
});

test("a follow-up that is to come, and the last day of a complaint, are waited for", () => {
  const later = outcomeOf([[{ type: "follow-up", at: at(50 * day) }, at(11)]], closed);
  expect(Retention.dueAt([later], policy)).toBe(at(50 * day));
  const answerBy = at(60 * day);
  const complaint = {
    status: "confirmed",
    sentAt: at(0),
    rule: { id: "fr", version: 1 },
    acknowledgeBy: at(day),
    answerBy,
  } as const;
  expect(Retention.dueAt([{ ...closed, complaint }], policy)).toBe(answerBy);
});

test("a closed conversation is looked at when, and only when, its own term is over", () => {
  expect(Retention.closedBefore(at(10 + 30 * day), policy)).toBe(closed.closedAt);
});

test("a bank says between a month and ten years, in whole days", () => {
  for (const wordsDays of [30, 365, 3653]) expect(Retention.Policy.safeParse({ wordsDays }).success).toBe(true);
  for (const wordsDays of [29, 3654, 90.5, "90"]) expect(Retention.Policy.safeParse({ wordsDays }).success).toBe(false);
  expect(Retention.Policy.safeParse({ wordsDays: Retention.proposedDays }).success).toBe(true);
});

const inAWeek = at(7 * day);

test("a first term and a shorter one begin in a week, and can be taken back until then", () => {
  expect(Retention.setTerm(undefined, 365, at(0))).toEqual({ wordsDays: 365, beginsAt: inAWeek });
  const shorter = Retention.setTerm({ wordsDays: 365 }, 30, at(0));
  expect(shorter).toEqual({ wordsDays: 30, beginsAt: inAWeek });
  expect(Retention.setTerm(shorter, 31, at(day))).toEqual({ wordsDays: 31, beginsAt: inAWeek });
  expect(Retention.setTerm(shorter, 30, at(day))).toBe(shorter);
});

test("a longer term holds at once, whoever would have it otherwise", () => {
  expect(Retention.setTerm({ wordsDays: 30 }, 365, at(0))).toEqual({ wordsDays: 365 });
  expect(Retention.setTerm({ wordsDays: 30, beginsAt: inAWeek }, 365, at(8 * day))).toEqual({ wordsDays: 365 });
});

test("nothing is due before the term begins, and none is in force that nobody set", () => {
  const late = { wordsDays: 30, beginsAt: at(90 * day) };
  expect(Retention.dueAt([closed], late)).toBe(at(90 * day));
  expect([
    Retention.isInForce(undefined, at(0)),
    Retention.isInForce(policy, at(0)),
    Retention.isInForce(late, at(89 * day)),
    Retention.isInForce(late, at(90 * day)),
  ]).toEqual([false, true, false, true]);
});
