import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";

const policy: Sla.Policy = { ...Sla.defaultPolicy, escalation: [], atRiskFractions: [0.8, 0.5, 0.125] };
const friday = "2026-03-20T16:30:00.000Z";

describe("a target", () => {
  test("carries its marks in order of time, the breach last and at the deadline", () => {
    const target = Sla.startTarget("first-response", friday, policy);
    expect(target).toEqual({
      kind: "first-response",
      startedAt: friday,
      dueAt: "2026-03-23T09:30:00.000Z",
      marks: [
        { at: "2026-03-20T16:45:00.000Z", mark: "at-risk-12.5" },
        { at: "2026-03-23T08:30:00.000Z", mark: "at-risk-50" },
        { at: "2026-03-23T09:06:00.000Z", mark: "at-risk-80" },
        { at: "2026-03-23T09:30:00.000Z", mark: "breached" },
      ],
    });
  });

  test("is small enough for the head of a conversation", () => {
    expect(JSON.stringify(Sla.startTarget("resolution", friday, Sla.defaultPolicy)).length).toBeLessThan(400);
  });

  test("of each kind has its own time", () => {
    const times = { ...policy, firstResponseSeconds: 60, nextResponseSeconds: 120, resolutionSeconds: 180 };
    const due = (kind: Sla.TargetKind): string => Sla.startTarget(kind, friday, times).dueAt;
    expect([due("first-response"), due("next-response"), due("resolution")]).toEqual([
      "2026-03-20T16:31:00.000Z",
      "2026-03-20T16:32:00.000Z",
      "2026-03-20T16:33:00.000Z",
    ]);
  });
});

describe("an escalation", () => {
  const steps: Sla.Policy["escalation"] = [
    { afterSeconds: 1800, actions: ["return-to-team"] },
    { afterSeconds: 0, actions: ["raise-priority"] },
  ];

  test("comes after the breach, in open time, in order", () => {
    const { marks } = Sla.startTarget("first-response", "2026-03-20T15:00:00.000Z", { ...policy, escalation: steps });
    expect(marks.slice(-3)).toEqual([
      { at: "2026-03-20T17:00:00.000Z", mark: "breached" },
      { at: "2026-03-20T17:00:00.000Z", mark: "escalation-1", does: { actions: ["raise-priority"] } },
      { at: "2026-03-23T08:30:00.000Z", mark: "escalation-2", does: { actions: ["return-to-team"] } },
    ]);
  });

  test("is for answers, not for resolutions", () => {
    const { marks } = Sla.startTarget("resolution", friday, { ...policy, escalation: steps });
    expect(marks.at(-1)?.mark).toBe("breached");
  });
});

describe("timers", () => {
  const target = Sla.startTarget("first-response", friday, { ...Sla.defaultPolicy, escalation: [] });

  test("name the next instant, and nothing once all has been said", () => {
    expect(Sla.nextTimerAt(target, [])).toBe("2026-03-23T08:30:00.000Z");
    expect(Sla.nextTimerAt(target, ["at-risk-50", "at-risk-80"])).toBe("2026-03-23T09:30:00.000Z");
    expect(Sla.nextTimerAt(target, ["at-risk-50", "at-risk-80", "breached"])).toBeUndefined();
  });

  test("after a silence fire everything that was missed, oldest first, and only once", () => {
    const missed = Sla.dueMarks(target, ["at-risk-50"], "2026-03-23T09:30:00.000Z");
    expect(missed.map(({ mark }) => mark)).toEqual(["at-risk-80", "breached"]);
    expect(Sla.dueMarks(target, ["at-risk-50"], "2026-03-23T09:05:59.999Z")).toEqual([]);
  });

  test("stand still while the target is paused, except for what came before the pause", () => {
    const paused = Sla.pauseTarget(target, "2026-03-23T08:45:00.000Z");
    expect(Sla.dueMarks(paused, [], "2026-04-01T00:00:00.000Z").map(({ mark }) => mark)).toEqual(["at-risk-50"]);
    expect(Sla.nextTimerAt(paused, ["at-risk-50"])).toBeUndefined();
  });
});

describe("a pause", () => {
  const target = Sla.startTarget("first-response", friday, { ...Sla.defaultPolicy, escalation: [] });

  test("gives back exactly the time that was left, to deadline and marks", () => {
    const paused = Sla.pauseTarget(target, "2026-03-23T08:45:00.000Z");
    expect(Sla.secondsLeft(paused, "2026-03-25T00:00:00.000Z", policy.calendar)).toBe(45 * 60);
    const resumed = Sla.resumeTarget(paused, "2026-03-27T16:30:00.000Z", policy.calendar);
    expect(resumed.dueAt).toBe("2026-03-30T07:15:00.000Z");
    expect(resumed.marks).toEqual([
      { at: "2026-03-23T08:30:00.000Z", mark: "at-risk-50" },
      { at: "2026-03-27T16:51:00.000Z", mark: "at-risk-80" },
      { at: "2026-03-30T07:15:00.000Z", mark: "breached" },
    ]);
    expect(Sla.isPaused(resumed)).toBe(false);
  });

  test("of a late target does not make it less late", () => {
    const paused = Sla.pauseTarget(target, "2026-03-24T10:00:00.000Z");
    expect(Sla.resumeTarget(paused, "2026-03-25T10:00:00.000Z", policy.calendar)).toEqual(target);
  });

  test("pauses once, resumes once", () => {
    const paused = Sla.pauseTarget(target, "2026-03-23T08:45:00.000Z");
    expect(Sla.pauseTarget(paused, "2026-03-23T09:00:00.000Z")).toBe(paused);
    expect(Sla.resumeTarget(target, "2026-03-23T09:00:00.000Z", policy.calendar)).toBe(target);
  });

  test("however often, leaves the open time on the clock as promised", () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 5e7 }), fc.integer({ min: 1, max: 3e8 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(gaps, (pauses) => {
        let running: Sla.Target = Sla.startTarget("resolution", friday, policy);
        let now = Date.parse(friday);
        let spent = 0;
        for (const [work, rest] of pauses) {
          const pausedAt = new Date(now + work).toISOString();
          if (pausedAt >= running.dueAt) break;
          spent += Sla.elapsedSeconds(new Date(now).toISOString(), pausedAt, policy.calendar);
          now += work + rest;
          running = Sla.resumeTarget(Sla.pauseTarget(running, pausedAt), new Date(now).toISOString(), policy.calendar);
        }
        spent += Sla.elapsedSeconds(new Date(now).toISOString(), running.dueAt, policy.calendar);
        expect(Math.round(spent * 1000)).toBe(policy.resolutionSeconds * 1000);
      }),
    );
  });
});

describe("the choice of a policy", () => {
  const premium = { ...policy, id: "premium", version: 3 };
  const english = { ...policy, id: "english" };
  const rules = [
    { policy: premium, when: { segment: ["premium", "private"], channel: ["whatsapp"] } },
    { policy: english, when: { language: ["en"] } },
    ...Sla.defaultRules,
  ].map((rule) => Sla.PolicyRule.parse(rule));

  test("is the first rule whose every condition holds", () => {
    expect(Sla.choosePolicy({ channel: "whatsapp", segment: "premium", language: "en" }, rules)).toEqual(premium);
    expect(Sla.choosePolicy({ channel: "x.dm", segment: "premium", language: "en" }, rules)).toEqual(english);
    expect(Sla.choosePolicy({ channel: "x.dm", priority: "urgent" }, rules)).toEqual(Sla.urgentPolicy);
  });

  test("falls back to two hours in office hours, and to a quarter of an hour at any time for what is urgent", () => {
    expect(Sla.choosePolicy({ channel: "x.dm" })).toEqual(Sla.defaultPolicy);
    const night = Sla.startTarget(
      "first-response",
      "2026-03-22T02:00:00.000Z",
      Sla.choosePolicy({ priority: "urgent" }),
    );
    expect(night.dueAt).toBe("2026-03-22T02:15:00.000Z");
  });
});
