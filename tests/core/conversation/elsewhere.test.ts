import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, opening, outcomeOf, received, replied } from "../../support/conversation.ts";

const place = { ...opening(), channel: "messenger", visibility: "private" } as const;
const control = (by: "us" | "another", minute: number): Conversation.Command => ({
  type: "note-control",
  by,
  occurredAt: at(minute),
});
const begun = outcomeOf([[received("m_1", at(0), place), at(0)]]);
const card = (state: Conversation.Conversation) => Conversation.cardOf(state, {}, 1);

test("while another application has the thread nobody answers here, and again once it is back", () => {
  const lost = outcomeOf([[control("another", 1), at(1)]], begun);
  expect(card(lost).elsewhere).toBe("another-application");
  expect(() => Conversation.decide(lost, replied("r_1"), at(2))).toThrow(
    expect.objectContaining({ code: "reply.handled-elsewhere" }),
  );
  const back = outcomeOf([[control("us", 3), at(3)]], lost);
  expect(card(back).elsewhere).toBeNull();
  expect(Conversation.decide(back, replied("r_1"), at(4))).toMatchObject([{ type: "replied" }]);
});

test("nothing is said automatically into a thread of another application", () => {
  const automatic = { messageId: "r_1", reason: "urgent", visibility: "private", digest: "d" } as const;
  const lost = outcomeOf([[control("another", 1), at(1)]], begun);
  expect(Conversation.decide(lost, { type: "answer-automatically", ...automatic }, at(2))).toEqual([]);
});

test("nor is the secure channel offered there, nor a question asked at closing", () => {
  const lost = outcomeOf([[control("another", 1), at(1)]], { ...begun, hasBeenAnswered: true });
  const offer: Conversation.Command = {
    type: "offer-handoff",
    handoffId: "h_1",
    messageId: "m_9",
    agentId: "camille",
    way: "secure-page",
    purpose: "card",
    language: "fr",
    visibility: "private",
    digest: "d",
  };
  expect(() => Conversation.decide(lost, offer, at(2))).toThrow(
    expect.objectContaining({ code: "reply.handled-elsewhere" }),
  );
  expect([begun, lost].map((state) => Conversation.mayAskSatisfaction(state, "answered"))).toEqual([true, false]);
});

test("news of who has the thread counts by the platform's time, and only when it is news", () => {
  expect(Conversation.decide(begun, control("us", 1), at(1))).toEqual([]);
  const lost = outcomeOf([[control("another", 5), at(6)]], begun);
  expect(Conversation.decide(lost, control("us", 4), at(7))).toEqual([]);
  expect(Conversation.decide(lost, control("another", 6), at(7))).toEqual([]);
});

test("the customer waits for an answer wherever it is given", () => {
  const lost = outcomeOf([[control("another", 1), at(1)]], begun);
  expect([lost.isAwaiting, lost.clock?.dueAt]).toEqual([true, begun.clock?.dueAt]);
});

test("what X alone can read is answered in X, until the customer writes something that can be read", () => {
  const encrypted = { ...received("m_2", at(2), place), isEncrypted: true } as Conversation.Command;
  const state = outcomeOf([[encrypted, at(2)]], begun);
  expect(card(state).elsewhere).toBe("encrypted");
  expect(() => Conversation.decide(state, replied("r_1"), at(3))).toThrow(
    expect.objectContaining({ code: "reply.encrypted" }),
  );
  const late = outcomeOf([[received("m_0", at(1), place), at(4)]], state);
  expect(card(late).elsewhere).toBe("encrypted");
  expect(card(outcomeOf([[received("m_3", at(5), place), at(5)]], late)).elsewhere).toBeNull();
});
