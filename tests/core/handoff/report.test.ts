import { expect, test } from "vitest";
import * as Handoff from "#core/handoff";

const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 23, 9, minutes)).toISOString();
let records = 0;
const record = (steps: Handoff.HandoffRecord["at"]): Handoff.HandoffRecord => {
  records += 1;
  const step = Handoff.steps.findLast((each) => steps[each] !== undefined) ?? "offered";
  return { id: `h_${records}`, conversationId: "c_1", purpose: "card", agentId: "camille", step, at: steps };
};

test("a report says how many arrived, where the others stopped, and how long it took", () => {
  const report = Handoff.reportOn([
    record({
      offered: at(0),
      delivered: at(1),
      opened: at(2),
      "signed-in": at(4),
      "case-created": at(5),
      answered: at(9),
    }),
    record({ offered: at(0), opened: at(2), "signed-in": at(10) }),
    record({ offered: at(0), delivered: at(1), expired: at(59) }),
    record({ offered: at(0), delivered: at(1), opened: at(3), refused: at(4) }),
    record({ offered: at(0), delivered: at(1) }),
  ]);
  expect(report).toEqual({
    offered: 5,
    reached: { delivered: 5, opened: 3, "signed-in": 2, "case-created": 1, answered: 1, completed: 0 },
    stoppedAfter: { offered: 0, delivered: 1, opened: 1 },
    endedBy: { expired: 1, refused: 1, revoked: 0 },
    secondsToArrival: { median: 600, ninetieth: 600 },
  });
  expect(Handoff.reportOn([]).secondsToArrival).toBeNull();
});
