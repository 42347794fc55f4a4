import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const hours = (count: number): string => at(count * 60);
const accepted = (messageId: string): Conversation.Command => ({ type: "accept", messageId, by: "platform", policies });
const asked = () => outcomeOf([[received("m_1", hours(0)), hours(0)]]);
const answered = (atHour: number, start = asked()) =>
  outcomeOf(
    [
      [replied(`r_${atHour}`), hours(atHour)],
      [accepted(`r_${atHour}`), hours(atHour)],
    ],
    start,
  );

test("the resolution runs beside the response, from the customer's first message", () => {
  expect(asked().resolution).toMatchObject({ kind: "resolution", startedAt: hours(0), dueAt: hours(24) });
  expect(Conversation.cardOf(asked(), {}, 1)).toMatchObject({
    target: "first-response",
    dueAt: hours(2),
    resolution: { dueAt: hours(24), breached: false },
  });
});

test("it waits while we wait for the customer, and goes on with exactly the time that was left", () => {
  const waiting = answered(1);
  expect(Conversation.cardOf(waiting, {}, 1).resolution).toEqual({ dueAt: null, breached: false });
  expect(Conversation.nextTimerAt(waiting)).toBeUndefined();
  const back = outcomeOf([[received("m_2", hours(100)), hours(100)]], waiting);
  expect(back.resolution?.dueAt).toBe(hours(123));
  expect(back.clock).toMatchObject({ kind: "next-response", dueAt: hours(102) });
});

test("closing and writing again buys no new day", () => {
  const closed = outcomeOf([[{ type: "close", outcome: "answered" }, hours(10)]], asked());
  expect(Conversation.nextTimerAt(closed)).toBeUndefined();
  const back = outcomeOf([[received("m_2", hours(50)), hours(50)]], closed);
  expect(back.resolution?.dueAt).toBe(hours(64));
  expect(back.clock).toMatchObject({ kind: "next-response", dueAt: hours(52) });
});

test("an answer that a question overtook pauses nothing", () => {
  const state = outcomeOf(
    [
      [replied("r_1"), hours(1)],
      [received("m_2", at(61)), at(61)],
      [accepted("r_1"), at(62)],
    ],
    asked(),
  );
  expect(state.resolution).toMatchObject({ dueAt: hours(24) });
  expect(state.clock).toMatchObject({ kind: "next-response", startedAt: at(61) });
});

test("each of its marks fires once, and none after a pause that came before it", () => {
  const late = outcomeOf([[{ type: "mark" }, hours(13)]], asked());
  expect(late.resolution?.fired).toEqual(["at-risk-50"]);
  expect(late.clock?.fired).toEqual(["at-risk-50", "at-risk-80", "breached"]);
  const back = outcomeOf([[received("m_2", hours(30)), hours(30)]], answered(14, late));
  expect(back.resolution?.fired).toEqual(["at-risk-50"]);
  expect(Conversation.decide(back, { type: "mark" }, hours(30))).toEqual([]);
});

test("a message that the platform delivers late moves the deadline to when it was written", () => {
  const late = outcomeOf([[received("m_0", at(-30)), at(5)]], asked());
  expect(late.clock).toMatchObject({ kind: "first-response", startedAt: at(-30), dueAt: at(90) });
});

test("a reply stops the clock even where the platform's clock runs ahead of ours", () => {
  expect(answered(-1).clock).toBeUndefined();
});
