import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import { at, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const steps: NonNullable<Sla.Policy["escalation"]> = [
  { afterSeconds: 0, actions: ["notify-supervisors"] },
  { afterSeconds: 600, actions: ["return-to-team"] },
  { afterSeconds: 1200, actions: ["notify-supervisors"] },
];
const strict = policies.map((policy) => ({ ...policy, escalation: steps }));
const asked = (messageId: string, minute: number): Conversation.Command =>
  ({ ...received(messageId, at(minute)), policies: strict }) as Conversation.Command;
const late = outcomeOf([
  [asked("m_1", 0), at(0)],
  [{ type: "mark" }, at(120)],
]);
const [owed] = late.notices ?? [];
const step = { target: "first-response", mark: owed?.mark ?? "breached", dueAt: owed?.dueAt ?? "" } as const;

describe("what people outside the page are to be told", () => {
  test("is owed for every step that tells the supervisors, and for no other", () => {
    expect(late.notices).toHaveLength(1);
    const later = outcomeOf([[{ type: "mark" }, at(150)]], late);
    expect(later.notices?.map(({ mark }) => mark)).toEqual([owed?.mark, expect.stringContaining("escalation")]);
    expect(Conversation.decide(later, { type: "mark" }, at(151))).toEqual([]);
  });

  test("is found by the clock from the instant it is owed, and after a pause", () => {
    expect(Conversation.listKeysOf(late).outboxAt).toBe(at(120));
    expect(Conversation.dueNotices(late, at(120))).toHaveLength(1);
    const postponed = outcomeOf([[{ type: "postpone-notice", ...step, told: [], until: at(123) }, at(121)]], late);
    expect(Conversation.listKeysOf(postponed).outboxAt).toBe(at(123));
    expect(Conversation.dueNotices(postponed, at(122))).toEqual([]);
    expect(postponed.notices).toMatchObject([{ attempts: 1, told: [] }]);
  });

  test("is settled once; a receipt that comes late or for another wait changes nothing", () => {
    const settle: Conversation.Command = { type: "settle-notice", ...step, told: ["hook"] };
    const settled = outcomeOf([[settle, at(121)]], late);
    expect(settled).not.toHaveProperty("notices");
    expect(Conversation.listKeysOf(settled)).not.toHaveProperty("outboxAt");
    expect(Conversation.decide(settled, settle, at(122))).toEqual([]);
    expect(Conversation.decide(settled, { ...settle, type: "postpone-notice", until: at(130) }, at(122))).toEqual([]);
    expect(Conversation.decide(late, { ...settle, dueAt: at(7) }, at(122))).toEqual([]);
  });

  test("is told of an answer that came after the deadline, too; of many waits the newest four are kept", () => {
    let state = late;
    for (let round = 1; round < 6; round += 1) {
      const start = round * 1000;
      state = outcomeOf(
        [
          [replied(`r_${round}`), at(start)],
          [{ type: "accept", messageId: `r_${round}`, by: "platform", policies: strict }, at(start)],
          [asked(`m_1${round}`, start + 1), at(start + 1)],
          [{ type: "mark" }, at(start + 122)],
        ],
        state,
      );
    }
    expect(state.notices?.map(({ dueAt }) => dueAt)).toEqual([2121, 3121, 4121, 5121].map(at));
  });
});
