import { expect, test } from "vitest";
import * as Sla from "#core/sla";

test("a message of Friday evening is due on Monday, and what comes before and after it is told", () => {
  const at = Sla.instantAt("2026-11-27T17:40", "Europe/Paris");
  expect(at).toBe("2026-11-27T16:40:00.000Z");
  const { steps, targets } = Sla.foretell(at, {
    ...Sla.defaultPolicy,
    escalation: [
      { afterSeconds: 3600, actions: ["return-to-team"], teamId: "press" },
      { afterSeconds: 0, actions: ["notify-supervisors"] },
    ],
  });
  expect(targets.map(({ dueAt, kind }) => [kind, dueAt])).toEqual([
    ["first-response", "2026-11-30T09:40:00.000Z"],
    ["next-response", "2026-11-30T09:40:00.000Z"],
    ["resolution", "2026-12-02T13:40:00.000Z"],
  ]);
  expect(targets[0]?.atRiskAt).toEqual(["2026-11-30T08:40:00.000Z", "2026-11-30T09:16:00.000Z"]);
  expect(steps).toEqual([
    { at: "2026-11-30T09:40:00.000Z", actions: ["notify-supervisors"] },
    { at: "2026-11-30T10:40:00.000Z", actions: ["return-to-team"], teamId: "press" },
  ]);
});

test("an hour that the clock skips, or shows twice, is one instant", () => {
  expect(Sla.instantAt("2026-03-29T02:30", "Europe/Paris")).toBe("2026-03-29T01:30:00.000Z");
  expect(Sla.instantAt("2026-10-25T02:30", "Europe/Paris")).toBe("2026-10-25T00:30:00.000Z");
});
