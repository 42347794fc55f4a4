import { dueAt, type Instant } from "./clock.ts";
import type { Escalation, Policy } from "./policy.ts";

export type TargetKind = "first-response" | "next-response" | "resolution";

export type Mark = {
  readonly at: Instant;
  readonly mark: `at-risk-${number}` | "breached" | `escalation-${number}`;
  /** What an escalation does. */
  readonly does?: Omit<Escalation, "afterSeconds">;
};

/** A promise whose clock runs. `marks` are in order of time: at risk, "breached" at `dueAt`, then the escalation. */
export type Target = {
  readonly kind: TargetKind;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly marks: readonly Mark[];
};

export const startTarget = (kind: TargetKind, startedAt: Instant, policy: Policy): Target => {
  const allowedSeconds = secondsAllowed(kind, policy);
  const due = dueAt(startedAt, allowedSeconds, policy.calendar);
  const atRisk = policy.atRiskFractions
    .toSorted((left, right) => left - right)
    .map((fraction): Mark => {
      const at = dueAt(startedAt, fraction * allowedSeconds, policy.calendar);
      return { at, mark: `at-risk-${Number((fraction * 100).toFixed(2))}` };
    });
  const marks = [...atRisk, { at: due, mark: "breached" } as const, ...escalationOf(kind, due, policy)];
  return { kind, startedAt, dueAt: due, marks };
};

const escalationOf = (kind: TargetKind, due: Instant, { calendar, escalation = [] }: Policy): readonly Mark[] =>
  kind === "resolution"
    ? []
    : escalation
        .toSorted((left, right) => left.afterSeconds - right.afterSeconds)
        .map(({ afterSeconds, ...does }, index) => ({
          at: dueAt(due, afterSeconds, calendar),
          mark: `escalation-${index + 1}`,
          does,
        }));

const secondsAllowed = (kind: TargetKind, policy: Policy): number => {
  switch (kind) {
    case "first-response":
      return policy.firstResponseSeconds;
    case "next-response":
      return policy.nextResponseSeconds;
    case "resolution":
      return policy.resolutionSeconds;
  }
};
