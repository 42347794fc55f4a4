import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, labelled, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const seconds = (instant: string, more: number): string => new Date(Date.parse(instant) + more * 1000).toISOString();
const written = (messageId: string, inboundSeen = 1): Conversation.Command =>
  ({ ...replied(messageId), graceSeconds: 10, inboundSeen }) as Conversation.Command;
const recall: Conversation.Command = { type: "recall", messageId: "r_1", agentId: "camille", policies };
const release: Conversation.Command = { type: "release", messageId: "r_1", agentId: "camille", inboundSeen: 2 };
const close: Conversation.Command = { type: "close", outcome: "answered" };
const asked = () => outcomeOf([[received("m_1", at(0)), at(0)]]);
const typesOf = (events: readonly Conversation.ConversationEvent[]) => events.map(({ type }) => type);

describe("an answer that was sent a moment ago", () => {
  test("leaves ten seconds later, held by the server and not by the page", () => {
    const state = outcomeOf([[written("r_1"), at(1)]], asked());
    expect(state.outbox).toMatchObject([{ state: "queued", notBefore: seconds(at(1), 10) }]);
    expect(Conversation.listKeysOf(state).outboxAt).toBe(seconds(at(1), 10));
  });

  test("taken back, was never said: the customer still waits, since they asked", () => {
    const state = outcomeOf(
      [
        [written("r_1"), at(1)],
        [recall, at(1)],
      ],
      asked(),
    );
    expect(state).toMatchObject({ outbox: [], outboundCount: 0, isAwaiting: true });
    expect(state.clock).toMatchObject({ startedAt: at(0) });
  });

  test("sent and closed with, opens the conversation again with the clock that ran before", () => {
    const before = asked();
    const state = outcomeOf(
      [
        [written("r_1"), at(1)],
        [close, at(1)],
        [recall, at(1)],
      ],
      before,
    );
    expect(state.status).toBe("open");
    expect(state.clock?.dueAt).toBe(before.clock?.dueAt);
  });

  test("is out of reach once a call to the platform has begun", () => {
    const leaving = outcomeOf(
      [
        [written("r_1"), at(1)],
        [{ type: "attempt", messageId: "r_1" }, at(2)],
      ],
      asked(),
    );
    expect(() => Conversation.decide(leaving, recall, at(2))).toThrow("reply.left");
    expect(() => Conversation.decide(asked(), recall, at(2))).toThrow("reply.left");
  });

  test.each([
    ["an emergency", () => outcomeOf([[labelled("m_1", at(0), { urgency: "urgent" }), at(0)]]), at(1)],
    ["a deadline that the wait would break", asked, seconds(at(120), -12)],
  ])("does not wait at all in %s", (_, state, now) => {
    expect(outcomeOf([[written("r_1"), now]], state()).outbox).toMatchObject([{ notBefore: now }]);
  });
});

describe("a customer who writes before the answer has left", () => {
  const held = () =>
    outcomeOf(
      [
        [written("r_1"), at(1)],
        [received("m_2", at(1)), at(1)],
      ],
      asked(),
    );

  test("pulls it back, and nothing sends it but a person", () => {
    expect(held().outbox).toMatchObject([{ messageId: "r_1", state: "held" }]);
    expect(Conversation.nextReply(held())).toBeUndefined();
    expect(Conversation.listKeysOf(held()).outboxAt).toBeUndefined();
    expect(Conversation.decide(held(), { type: "attempt", messageId: "r_1" }, at(5))).toEqual([]);
    expect(Conversation.cardOf(held(), {}, 1).held).toBe(1);
  });

  test("is answered by it when the agent has seen what came and sends it anyway", () => {
    const state = outcomeOf(
      [
        [release, at(2)],
        [{ type: "attempt", messageId: "r_1" }, at(2)],
        [{ type: "accept", messageId: "r_1", by: "platform", policies }, at(3)],
      ],
      held(),
    );
    expect(state).toMatchObject({ isAwaiting: false, outbox: [] });
  });

  test("holds it once: a third message does not pull back what was sent anyway", () => {
    const released = outcomeOf([[release, at(2)]], held());
    expect(outcomeOf([[received("m_3", at(2)), at(2)]], released).outbox).toMatchObject([{ state: "queued" }]);
    expect(Conversation.decide(released, release, at(2))).toEqual([]);
  });

  test("keeps the conversation open until somebody decides", () => {
    expect(() => Conversation.decide(held(), close, at(2))).toThrow("conversation.reply-held");
  });

  test("opens what was closed with the answer, which is held", () => {
    const state = outcomeOf(
      [
        [written("r_1"), at(1)],
        [close, at(1)],
        [received("m_2", at(1)), at(1)],
      ],
      asked(),
    );
    expect(state).toMatchObject({ status: "open", outbox: [{ state: "held" }] });
  });

  test("does not stop what a later answer says", () => {
    const state = outcomeOf([[written("r_2", 2), at(3)]], held());
    expect(Conversation.nextReply(state)?.messageId).toBe("r_2");
  });
});

test("an answer written before the customer's newest message was read is held at once", () => {
  const twice = outcomeOf([[received("m_2", at(1)), at(1)]], asked());
  expect(typesOf(Conversation.decide(twice, written("r_1", 1), at(2)))).toEqual(["replied", "held"]);
});
