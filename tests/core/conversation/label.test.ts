import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import { at, labelled, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const accepted = (messageId: string): Conversation.Command => ({ type: "accept", messageId, by: "platform", policies });
const thanks = (messageId: string, occurredAt: string): Conversation.Command =>
  ({ ...labelled(messageId, occurredAt, { topic: "praise" }), expectsAnswer: false }) as Conversation.Command;

describe("labels", () => {
  test("come with the message and stand on the card", () => {
    const state = outcomeOf([[labelled("m_1", at(0), { topic: "cards", sentiment: "negative" }), at(0)]]);
    expect(Conversation.cardOf(state, {}, 1)).toMatchObject({
      topic: "cards",
      urgency: "normal",
      language: "fr",
      sentiment: "negative",
      doNotFeed: false,
    });
  });

  test("a word of thanks takes neither topic nor urgency nor language away", () => {
    const state = outcomeOf([
      [labelled("m_1", at(0), { topic: "fraud", urgency: "urgent", alarm: "fraud" }), at(0)],
      [thanks("m_2", at(1)), at(1)],
    ]);
    expect(state.labels).toMatchObject({ topic: "fraud", urgency: "urgent", alarm: "fraud", language: "fr" });
  });

  test("what was urgent is over once the conversation is closed", () => {
    const closed = outcomeOf([
      [labelled("m_1", at(0), { topic: "fraud", urgency: "urgent", alarm: "fraud" }), at(0)],
      [{ type: "close", outcome: "answered" }, at(5)],
    ]);
    expect(closed.labels).toMatchObject({ topic: "fraud", urgency: "normal" });
    expect(closed.labels?.alarm).toBeUndefined();
  });

  test("insults without a request wait in nobody's queue until an agent takes them", () => {
    const insult = { ...labelled("m_1", at(0), { isNotToFeed: true }), expectsAnswer: false } as Conversation.Command;
    const state = outcomeOf([[insult, at(0)]]);
    expect(Conversation.listKeysOf(state)).toMatchObject({ status: "open" });
    expect(Conversation.listKeysOf(state).waiting?.teamId).toBeUndefined();
    const asked = outcomeOf([[labelled("m_2", at(5), { topic: "cards" }), at(5)]], state);
    expect(Conversation.listKeysOf(asked).waiting?.teamId).toBe("social");
  });
});

describe("thanks", () => {
  test("start no clock, and the customer waits for nothing", () => {
    const state = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [replied("r_1"), at(10)],
      [accepted("r_1"), at(10)],
      [thanks("m_2", at(20)), at(20)],
    ]);
    expect([state.clock, state.isAwaiting]).toEqual([undefined, false]);
  });

  test("that cross the answer leave nothing to answer", () => {
    const state = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [replied("r_1"), at(10)],
      [thanks("m_2", at(11)), at(11)],
      [accepted("r_1"), at(12)],
    ]);
    expect([state.clock, state.isAwaiting]).toEqual([undefined, false]);
  });
});

describe("an emergency", () => {
  const calm = () => outcomeOf([[received("m_1", at(0)), at(0)]]);
  const alarm = (occurredAt: string) => labelled("m_2", occurredAt, { urgency: "urgent", alarm: "lost-card" });

  test("that a calm conversation turns into has a quarter of an hour from then on", () => {
    const state = outcomeOf([[alarm(at(30)), at(30)]], calm());
    expect(state.clock).toMatchObject({ kind: "first-response", startedAt: at(0), dueAt: at(45) });
    expect(state.policy).toEqual({ id: "urgent", version: 1 });
  });

  test("never moves a deadline that is nearer", () => {
    const state = outcomeOf([[alarm(at(110)), at(110)]], calm());
    expect(state.clock?.dueAt).toBe(at(120));
  });

  test("that goes on is not told twice", () => {
    const state = outcomeOf([[alarm(at(30)), at(30)]], calm());
    const events = Conversation.decide(state, { ...alarm(at(40)), messageId: "m_3" } as Conversation.Command, at(40));
    expect(events.map((event) => event.type)).toEqual(["received", "labelled"]);
  });

  test("keeps its version: the next clock is that of the policy it changed to", () => {
    const state = outcomeOf(
      [
        [alarm(at(30)), at(30)],
        [replied("r_1"), at(35)],
        [{ type: "accept", messageId: "r_1", by: "platform", policies: [Sla.urgentPolicy, ...policies] }, at(35)],
        [{ ...received("m_3", at(50)), policies: [Sla.urgentPolicy, ...policies] } as Conversation.Command, at(50)],
      ],
      calm(),
    );
    expect(state.clock).toMatchObject({ kind: "next-response", dueAt: at(65) });
  });
});
