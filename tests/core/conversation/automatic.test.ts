import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const automatic = (messageId: string, more: object): Conversation.Command => ({
  type: "answer-automatically",
  messageId,
  reason: "urgent",
  visibility: "private",
  digest: "d",
  ...more,
});
const night = (messageId: string, opensAt: string) => automatic(messageId, { reason: "outside-hours", opensAt });
const accepted = (messageId: string): Conversation.Command => ({ type: "accept", messageId, by: "platform", policies });
const asked = () => outcomeOf([[received("m_1", at(0)), at(0)]]);

test("an automatic answer that the platform accepts stops no clock and answers nothing", () => {
  const before = asked();
  const state = outcomeOf(
    [
      [automatic("a_1", {}), at(0)],
      [accepted("a_1"), at(1)],
    ],
    before,
  );
  expect([state.clock, state.resolution, state.isAwaiting, state.hasBeenAnswered]).toEqual([
    before.clock,
    before.resolution,
    true,
    false,
  ]);
  expect(state.outbox).toEqual([]);
});

test("it stays automatic through a postponement, and a person's answer after it stops the clock", () => {
  const state = outcomeOf(
    [
      [automatic("a_1", {}), at(0)],
      [{ type: "attempt", messageId: "a_1" }, at(0)],
      [{ type: "postpone", messageId: "a_1", code: "send.rate-limited", until: at(1) }, at(0)],
      [{ type: "attempt", messageId: "a_1" }, at(1)],
      [accepted("a_1"), at(1)],
    ],
    asked(),
  );
  expect(state.clock).toBeDefined();
  const answered = outcomeOf(
    [
      [replied("r_1"), at(5)],
      [accepted("r_1"), at(6)],
    ],
    state,
  );
  expect([answered.clock, answered.isAwaiting]).toEqual([undefined, false]);
});

test("an emergency is answered once, a closing once, and the next closing again", () => {
  const state = outcomeOf(
    [
      [automatic("a_1", {}), at(0)],
      [night("a_2", at(600)), at(1)],
    ],
    asked(),
  );
  const says = (command: Conversation.Command) => Conversation.decide(state, command, at(2)).length;
  expect([says(automatic("a_3", {})), says(night("a_2", at(600))), says(night("a_4", at(2000)))]).toEqual([0, 0, 1]);
});
