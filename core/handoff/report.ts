import type { Instant } from "#core/sla";
import type { Purpose } from "./purpose.ts";

export const steps = [
  "offered",
  "delivered",
  "opened",
  "signed-in",
  "case-created",
  "answered",
  "completed",
  "expired",
  "refused",
  "revoked",
] as const;
export type Step = (typeof steps)[number];

/** What becomes of one offer, as reports count it: ids, kinds and instants. */
export type HandoffRecord = {
  readonly id: string;
  readonly conversationId: string;
  readonly purpose: Purpose;
  readonly agentId: string;
  readonly step: Step;
  readonly at: Readonly<Partial<Record<Step, Instant>>>;
};

export type HandoffReport = {
  readonly offered: number;
  /** How many came at least this far. */
  readonly reached: Readonly<
    Record<"delivered" | "opened" | "signed-in" | "case-created" | "answered" | "completed", number>
  >;
  /** Of those that are over without arriving: the last step before it was. */
  readonly stoppedAfter: Readonly<Record<"offered" | "delivered" | "opened", number>>;
  readonly endedBy: Readonly<Record<"expired" | "refused" | "revoked", number>>;
  /** From the offer to sign-in. */
  readonly secondsToArrival: { readonly median: number; readonly ninetieth: number } | null;
};

const way = ["delivered", "opened", "signed-in", "case-created", "answered", "completed"] as const;
const before = ["offered", "delivered", "opened"] as const;
const ends = ["expired", "refused", "revoked"] as const;

/** How many reached the secure channel, where the others stopped, and how long it took. */
export const reportOn = (records: readonly HandoffRecord[]): HandoffReport => {
  const lost = records.filter(({ at, step }) => at["signed-in"] === undefined && isEnd(step));
  const arrivals = records.flatMap(({ at }) =>
    at.offered === undefined || at["signed-in"] === undefined
      ? []
      : [Math.max(0, Math.round((Date.parse(at["signed-in"]) - Date.parse(at.offered)) / 1000))],
  );
  return {
    offered: records.length,
    reached: counts(way, (step) => records.filter(({ at }) => wasReached(at, step)).length),
    stoppedAfter: counts(before, (step) => lost.filter(({ at }) => lastOf(at) === step).length),
    endedBy: counts(ends, (step) => records.filter((record) => record.step === step).length),
    secondsToArrival: arrivals.length === 0 ? null : spread(arrivals.toSorted((left, right) => left - right)),
  };
};

const isEnd = (step: Step): boolean => ends.some((each) => each === step);

/** A receipt that was lost on the way is made up for by a later one. */
const wasReached = (at: HandoffRecord["at"], step: (typeof way)[number]): boolean =>
  way.slice(way.indexOf(step)).some((each) => at[each] !== undefined);

const lastOf = (at: HandoffRecord["at"]): (typeof before)[number] =>
  before.findLast((step) => at[step] !== undefined) ?? "offered";

const counts = <Name extends string>(names: readonly Name[], count: (name: Name) => number): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;

const spread = (sorted: readonly number[]) => ({ median: at(sorted, 0.5), ninetieth: at(sorted, 0.9) });

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
