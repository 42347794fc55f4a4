import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, labelled, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const asked = outcomeOf([[received("m_1", at(0)), at(0)]]);
const after = (state: Conversation.Conversation, command: Conversation.Command, minute: number) =>
  outcomeOf([[command, at(minute)]], state);

test("a snooze moves no deadline and stops no clock", () => {
  const snoozed = after(asked, { type: "snooze", until: at(60) }, 5);
  expect(snoozed.clock).toEqual(asked.clock);
  expect(Conversation.nextTimerAt(snoozed)).toBe(at(60));
});

test("a snoozed conversation comes back at its time, and only then", () => {
  const snoozed = after(asked, { type: "snooze", until: at(30) }, 5);
  expect(Conversation.decide(snoozed, { type: "mark" }, at(29))).toEqual([]);
  expect(Conversation.decide(snoozed, { type: "mark" }, at(30))).toEqual([{ type: "woken", by: "time" }]);
});

test("a customer who writes brings a snoozed conversation back", () => {
  const snoozed = after(asked, { type: "snooze" }, 5);
  expect(snoozed.snooze).toEqual({});
  expect(after(snoozed, received("m_2", at(7)), 7).snooze).toBeUndefined();
});

test("a deadline that comes near brings a snoozed conversation back", () => {
  const snoozed = after(asked, { type: "snooze", until: at(600) }, 5);
  const events = Conversation.decide(snoozed, { type: "mark" }, at(60));
  expect(events.at(-1)).toEqual({ type: "woken", by: "deadline" });
});

test("nobody snoozes into the past, nor what is closed", () => {
  expect(() => Conversation.decide(asked, { type: "snooze", until: at(5) }, at(5))).toThrow("snooze.in-past");
  const closed = after(asked, { type: "close", outcome: "redirected" }, 6);
  expect(() => Conversation.decide(closed, { type: "snooze" }, at(7))).toThrow("conversation.closed");
});

test("closing ends a snooze and what a person said of the priority", () => {
  const cared = after(after(asked, { type: "snooze" }, 1), { type: "prioritise", priority: "low" }, 2);
  const closed = after(cared, { type: "close", outcome: "redirected" }, 3);
  expect([closed.snooze, closed.priorityByHand]).toEqual([undefined, undefined]);
});

test("a person's word on the priority goes before the rules, until it is taken back", () => {
  const urgent = outcomeOf([[labelled("m_1", at(0), { urgency: "urgent", alarm: "fraud" }), at(0)]]);
  const priorityOf = (state: Conversation.Conversation) => Conversation.cardOf(state, {}, 1).priority;
  const lowered = after(urgent, { type: "prioritise", priority: "low" }, 1);
  expect([priorityOf(urgent), priorityOf(lowered)]).toEqual(["urgent", "low"]);
  expect(priorityOf(after(lowered, { type: "prioritise", priority: null }, 2))).toBe("urgent");
});

test("a tag is put on once and taken off once, and there is a most of them", () => {
  const tagged = after(asked, { type: "tag", tagId: "t_1" }, 1);
  expect(Conversation.decide(tagged, { type: "tag", tagId: "t_1" }, at(2))).toEqual([]);
  expect(after(tagged, { type: "untag", tagId: "t_1" }, 2).tags).toEqual([]);
  let full = asked;
  for (let number = 0; number < Conversation.mostTags; number += 1) {
    full = after(full, { type: "tag", tagId: `t_${number}` }, 1);
  }
  expect(() => Conversation.decide(full, { type: "tag", tagId: "t_more" }, at(2))).toThrow("tag.too-many");
});

test("a follow-up opens a closed conversation on its day, without a clock", () => {
  const closed = outcomeOf([
    [received("m_1", at(0)), at(0)],
    [{ type: "follow-up", at: at(90) }, at(1)],
    [{ type: "close", outcome: "redirected" }, at(2)],
  ]);
  expect(Conversation.nextTimerAt(closed)).toBe(at(90));
  const opened = after(closed, { type: "mark" }, 90);
  expect([opened.status, opened.followUpAt, opened.clock, opened.isAwaiting]).toEqual([
    "open",
    undefined,
    undefined,
    false,
  ]);
});

test("another team is given the conversation with its deadline, and its agent is free of it", () => {
  const taken = after(asked, { type: "assign", agentId: "camille", by: "agent" }, 1);
  const moved = after(taken, { type: "move", teamId: "cards" }, 2);
  expect([moved.teamId, moved.assigneeId]).toEqual(["cards", undefined]);
  expect(moved.clock).toEqual(asked.clock);
});

test("which of what needed no answer is looked at again is decided by its id, about one in twenty", () => {
  const ids = Array.from({ length: 4000 }, (_, number) => `c_${number}`);
  const sampled = ids.filter(Conversation.isSampled);
  expect(sampled.filter(Conversation.isSampled)).toEqual(sampled);
  expect(sampled.length / ids.length).toBeGreaterThan(0.035);
  expect(sampled.length / ids.length).toBeLessThan(0.065);
});

/** The first made-up id that is, or is not, of the sample. */
const idThat = (isSampled: boolean): string => {
  for (let number = 0; ; number += 1) {
    if (Conversation.isSampled(`c_${number}`) === isSampled) return `c_${number}`;
  }
};

const closedWithout = (id: string) => {
  const state = { ...asked, id };
  return after(state, { type: "close", outcome: "no-answer-needed", reason: "spam" }, 3);
};

test("what a second person rejects is open again, its clock from that moment", () => {
  const closed = closedWithout(idThat(true));
  expect(Conversation.listKeysOf(closed).isUnderReview).toBe(true);
  const rejected = after(closed, { type: "review", verdict: "rejected", policies }, 10);
  expect([rejected.status, rejected.isAwaiting, rejected.clock?.startedAt]).toEqual(["open", true, at(10)]);
});

test("what is not of the sample, or was reviewed, is nobody's to review", () => {
  const review = { type: "review", verdict: "confirmed", policies } as const;
  expect(() => Conversation.decide(closedWithout(idThat(false)), review, at(4))).toThrow("review.nothing-to-review");
  const reviewed = after(closedWithout(idThat(true)), review, 4);
  expect([reviewed.status, Conversation.listKeysOf(reviewed).isUnderReview]).toEqual(["closed", undefined]);
});

const insult = { isAbusive: true, isNotToFeed: true, suggestsComplaint: false } as const;

test("insults wait for a second person, who closes them or gives them to the queue with a clock", () => {
  const insulted = outcomeOf([[{ ...labelled("m_1", at(0), insult), expectsAnswer: false } as never, at(0)]]);
  const { isUnderReview, waiting } = Conversation.listKeysOf(insulted);
  expect([isUnderReview, waiting]).toEqual([true, undefined]);
  const fed = after(insulted, { type: "review", verdict: "rejected", policies }, 5);
  expect([Conversation.listKeysOf(fed).waiting?.teamId, fed.clock?.startedAt]).toEqual(["social", at(5)]);
  const closed = after(insulted, { type: "review", verdict: "confirmed", policies }, 5);
  expect([closed.status, closed.outcome]).toEqual(["closed", "no-answer-needed"]);
});

test("a replay of the log knows what people have done about it", () => {
  const cared = outcomeOf([
    [received("m_1", at(0)), at(0)],
    [replied("r_1"), at(1)],
    [{ type: "tag", tagId: "t_1" }, at(2)],
    [{ type: "snooze", until: at(50) }, at(3)],
    [{ type: "prioritise", priority: "high" }, at(4)],
  ]);
  const card = Conversation.cardOf(cared, {}, 5);
  expect([card.tags, card.snoozed, card.priority]).toEqual([["t_1"], { until: at(50) }, "high"]);
});
