import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, received } from "../../support/conversation.ts";

const id = { referralId: "r_1" };
const referred: Conversation.Command = { type: "refer", ...id, deskId: "carte", agentId: "camille" };
const open = outcomeOf([
  [received("m_1", at(0)), at(0)],
  [referred, at(1)],
]);
const stepAfter = (...types: readonly ("deliver" | "accept" | "return" | "complete" | "withdraw")[]) =>
  outcomeOf(
    types.map((type, index) => [{ type: `${type}-referral`, ...id } as Conversation.Command, at(2 + index)] as const),
    open,
  ).referral?.step;

describe("a referral", () => {
  test("leaves the customer's deadline where it was", () => {
    expect(open.referral).toMatchObject({ deskId: "carte", step: "referred" });
    expect(open.clock?.dueAt).toBe(at(120));
  });

  test("goes its way in order, and a notice that comes late or twice changes nothing", () => {
    expect(stepAfter("deliver", "accept", "return")).toBe("returned");
    expect(stepAfter("accept", "deliver", "accept", "complete", "return")).toBe("completed");
    expect(stepAfter("deliver", "deliver", "withdraw", "accept")).toBe("withdrawn");
    expect(stepAfter("return")).toBe("referred");
  });

  test("is one at a time, and another may follow what was settled", () => {
    const other: Conversation.Command = { ...referred, referralId: "r_2", deskId: "credit" } as Conversation.Command;
    expect(() => Conversation.decide(open, other, at(5))).toThrow("referral.under-way");
    const refused = outcomeOf([[{ type: "refuse-referral", ...id, reason: "not-ours" }, at(3)]], open);
    expect(refused.referral).toMatchObject({ step: "refused", reason: "not-ours" });
    expect(outcomeOf([[other, at(5)]], refused).referral).toMatchObject({ id: "r_2", step: "referred" });
  });

  test("asked for twice is asked for once", () => {
    expect(Conversation.decide(open, referred, at(4))).toEqual([]);
  });

  test("of another id is none of ours", () => {
    expect(Conversation.decide(open, { type: "accept-referral", referralId: "r_9" }, at(4))).toEqual([]);
  });
});
