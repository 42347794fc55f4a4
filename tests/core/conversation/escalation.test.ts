import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import { at, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const steps: NonNullable<Sla.Policy["escalation"]> = [
  { afterSeconds: 0, actions: ["raise-priority", "notify-supervisors"] },
  { afterSeconds: 600, actions: ["return-to-team"] },
  { afterSeconds: 1200, actions: [], teamId: "experts" },
];
const strict = policies.map((policy) => ({ ...policy, escalation: steps }));
const held = () =>
  outcomeOf([
    [{ ...received("m_1", at(0)), policies: strict } as Conversation.Command, at(0)],
    [{ type: "assign", agentId: "camille", by: "router" }, at(1)],
  ]);
const marked = (minute: number, start = held()) => outcomeOf([[{ type: "mark" }, at(minute)]], start);

describe("after a breach", () => {
  test("priority is raised and supervisors are told at once; the agent keeps it", () => {
    const events = Conversation.decide(marked(119), { type: "mark" }, at(120));
    expect(events.map((event) => event.type)).toEqual(["marked", "escalated"]);
    expect(Conversation.cardOf(marked(120), {}, 1)).toMatchObject({
      breached: true,
      priority: "high",
      escalated: true,
      assignee: "camille",
    });
  });

  test("the next step gives it back to the team, and not to the same agent first", () => {
    const returned = marked(130, marked(120));
    expect(Conversation.cardOf(returned, {}, 1)).toMatchObject({ assignee: null, lastAgentId: null, teamId: "social" });
    expect(Conversation.listKeysOf(returned).waiting?.teamId).toBe("social");
  });

  test("the last one gives it to another team", () => {
    expect(Conversation.listKeysOf(marked(140)).waiting?.teamId).toBe("experts");
  });

  test("every step is taken once, and all that were missed after a silence", () => {
    const late = marked(500);
    expect(late.clock?.fired.filter((mark) => mark.startsWith("escalation"))).toHaveLength(3);
    expect(Conversation.decide(late, { type: "mark" }, at(501))).toEqual([]);
    expect(Conversation.nextTimerAt(late)).toBe(at(12 * 60));
  });

  test("an answer ends it: priority is as before", () => {
    const answered = outcomeOf(
      [
        [replied("r_1"), at(122)],
        [{ type: "accept", messageId: "r_1", by: "platform", policies: strict }, at(123)],
      ],
      marked(121),
    );
    expect(Conversation.cardOf(answered, {}, 1)).toMatchObject({ priority: "normal", escalated: false });
  });
});
