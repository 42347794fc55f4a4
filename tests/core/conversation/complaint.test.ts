import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import { at, labelled, outcomeOf, received } from "../../support/conversation.ts";

const [acpr] = Sla.complaintRules;
if (acpr === undefined) throw new Error("no rule");
const confirm: Conversation.Command = { type: "judge-complaint", decision: "confirm", rule: acpr };
const refuse: Conversation.Command = { type: "judge-complaint", decision: "refuse" };
const close: Conversation.Command = { type: "close", outcome: "answered" };
const suggested = () =>
  outcomeOf([
    [received("m_1", at(0)), at(0)],
    [labelled("m_2", at(5), { topic: "complaint", suggestsComplaint: true }), at(9)],
    [received("m_3", at(30)), at(30)],
  ]);
const complaintOf = (state: Conversation.Conversation) => Conversation.cardOf(state, {}, 1).complaint;

describe("a complaint", () => {
  test("is suggested by the message that says so, and not closed undecided", () => {
    expect(complaintOf(suggested())).toEqual({ status: "suggested", sentAt: at(5) });
    expect(() => Conversation.decide(suggested(), close, at(40))).toThrow("complaint.undecided");
  });

  test("that a person confirms has its regulator's deadlines from when it was sent", () => {
    const state = outcomeOf([[confirm, at(60 * 24 * 3)]], suggested());
    expect(complaintOf(state)).toEqual({
      status: "confirmed",
      sentAt: at(5),
      rule: { id: acpr.id, version: acpr.version },
      ...Sla.complaintDeadlines(at(5), acpr),
    });
    expect(Conversation.decide(state, confirm, at(60 * 24 * 4))).toEqual([]);
    expect(outcomeOf([[close, at(60 * 24 * 5)]], state).status).toBe("closed");
  });

  test("that a person refuses is none, until a new talk says otherwise", () => {
    const refused = outcomeOf([[refuse, at(40)]], suggested());
    expect(complaintOf(refused)).toEqual({ status: "refused" });
    const again = labelled("m_4", at(600), { topic: "complaint", suggestsComplaint: true });
    expect(complaintOf(outcomeOf([[again, at(600)]], refused))).toEqual({ status: "refused" });
    const back = outcomeOf(
      [
        [close, at(50)],
        [again, at(600)],
      ],
      refused,
    );
    expect(complaintOf(back)).toEqual({ status: "suggested", sentAt: at(600) });
  });

  test("may be seen by a person where no rule saw it, in the message named", () => {
    const state = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [{ ...confirm, sentAt: at(-10) } as Conversation.Command, at(1)],
    ]);
    expect(complaintOf(state)).toMatchObject({ status: "confirmed", sentAt: at(-10) });
  });
});
