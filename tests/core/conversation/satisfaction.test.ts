import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, opening, outcomeOf, received } from "../../support/conversation.ts";

const place = { ...opening("c_1"), channel: "x.dm", visibility: "private" } as const;
const question = { messageId: "m_question", digest: "d" };
const begun = outcomeOf([[received("m_1", at(0), place), at(0)]]);
const close = (outcome: Conversation.Outcome = "answered") => ({ type: "close", outcome, question }) as const;
const closed = outcomeOf([[close(), at(10)]], begun);
const typesOf = (state: Conversation.Conversation, command: Conversation.Command) =>
  Conversation.decide(state, command, at(20)).map(({ type }) => type);

describe("satisfaction", () => {
  test("is asked when an answered private conversation is closed, once", () => {
    expect(typesOf(begun, close())).toContain("auto-replied");
    expect(closed).toMatchObject({ status: "closed", satisfaction: { askedAt: at(10) } });
    const again = outcomeOf([[{ type: "reopen", policies: [] }, at(11)]], closed);
    expect(typesOf(again, close())).not.toContain("auto-replied");
  });

  test.each<[string, Conversation.Conversation, Conversation.Outcome]>([
    ["where everybody reads", { ...begun, visibility: "public" }, "answered"],
    ["on the secure page", { ...begun, channel: "secure" }, "answered"],
    ["what needed no answer", begun, "no-answer-needed"],
    ["who was redirected", begun, "redirected"],
  ])("is not asked: %s", (_, state, outcome) => {
    expect(Conversation.mayAskSatisfaction(state, outcome)).toBe(false);
    expect(typesOf(state, close(outcome))).not.toContain("auto-replied");
  });

  test.each<[string, number]>([
    ["5", 5],
    [" 4 ! ", 4],
    ["3/5", 3],
    ["2 sur 5", 2],
    ["1️⃣", 1],
  ])("%s is an answer", (text, score) => {
    expect(Conversation.scoreIn(closed, { text, at: at(20) })).toBe(score);
  });

  test.each(["0", "6", "10", "45", "4 merci, mais ma carte est bloquée", "5?", ""])("%s is a message", (text) => {
    expect(Conversation.scoreIn(closed, { text, at: at(20) })).toBeUndefined();
  });

  test("a digit answers nothing three days later, before it was asked, nor twice", () => {
    expect(Conversation.scoreIn(closed, { text: "5", at: at(10 + 72 * 60) })).toBe(5);
    expect(Conversation.scoreIn(closed, { text: "5", at: at(11 + 72 * 60) })).toBeUndefined();
    expect(Conversation.scoreIn(begun, { text: "5", at: at(20) })).toBeUndefined();
    const answer = { ...received("m_2", at(20), place), expectsAnswer: false, score: 5 } as const;
    const rated = outcomeOf([[answer, at(20)]], closed);
    expect(rated).toMatchObject({ status: "closed", satisfaction: { score: 5 }, isAwaiting: false });
    expect(rated.clock).toBeUndefined();
    expect(Conversation.scoreIn(rated, { text: "4", at: at(21) })).toBeUndefined();
  });
});
