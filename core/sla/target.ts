import { dueAt, type Instant } from "./clock.ts";
import type { Policy } from "./policy.ts";

export type TargetKind = "first-response" | "next-response" | "resolution";

export type Mark = { readonly at: Instant; readonly mark: `at-risk-${number}` | "breached" };

/** A promise whose clock runs. `marks` are in order of time and end with "breached" at `dueAt`. */
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
  return { kind, startedAt, dueAt: due, marks: [...atRisk, { at: due, mark: "breached" }] };
};

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
