import type { Instant } from "./clock.ts";
import type { Policy } from "./policy.ts";
import { startTarget, type TargetKind } from "./target.ts";

/** When one target falls due for a message of some instant, and when it is told to be at risk before. */
export type ForetoldTarget = {
  readonly kind: TargetKind;
  readonly dueAt: Instant;
  readonly atRiskAt: readonly Instant[];
};

/** A step that is taken where nobody has answered by then. */
export type ForetoldStep = { readonly at: Instant; readonly actions: readonly string[]; readonly teamId?: string };

export type Foretold = { readonly targets: readonly ForetoldTarget[]; readonly steps: readonly ForetoldStep[] };

const kinds = ["first-response", "next-response", "resolution"] as const;

/**
 * What a promise comes to for a message that arrives at an instant.
 * @throws RangeError when its calendar never opens for that long
 */
export const foretell = (at: Instant, policy: Policy): Foretold => {
  const targets = kinds.map((kind) => startTarget(kind, at, policy));
  return {
    targets: targets.map(({ dueAt, kind, marks }) => ({
      kind,
      dueAt,
      atRiskAt: marks.filter(({ mark }) => mark.startsWith("at-risk-")).map((mark) => mark.at),
    })),
    steps: (targets[0]?.marks ?? []).flatMap(({ at: stepAt, does }) =>
      does === undefined
        ? []
        : [{ at: stepAt, actions: does.actions, ...(does.teamId === undefined ? {} : { teamId: does.teamId }) }],
    ),
  };
};
