import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Rate } from "./rate.ts";

/**
 * One window as the platform counts it: it begins with the first request and ends as a whole, so that what was left is
 * given back at once. `limit` where the platform said another than we know.
 */
export type Window = { readonly endsAt: Sla.Instant; readonly used: number; readonly limit?: number };

/** What is left of an account's rates for one activity. */
export type Budget = {
  readonly windows: readonly Window[];
  /** Whoever was given a turn lately: asking twice for one attempt takes one. */
  readonly granted: readonly string[];
  /** The platform wants to hear nothing before this. */
  readonly blockedUntil?: Sla.Instant;
  /** It is nearly used up: until this what can wait does. */
  readonly sparedUntil?: Sla.Instant;
};

export const fullBudget: Budget = { windows: [], granted: [] };

/** Who asks: `id` names the attempt, `ahead` those that wait and go first. */
export type Claim = { readonly id: string; readonly isUrgent: boolean; readonly ahead: readonly string[] };

/** A turn, or when it will come if nobody more urgent does. */
export type Turn =
  | { readonly kind: "granted"; readonly budget: Budget }
  | { readonly kind: "waits"; readonly until: Sla.Instant };

/** Enough to recognise a redelivery of any attempt that a fifteen-minute window can hold. */
const grantsKept = 100;

/** Takes one of what is left, or says when there will be one. Asked again for the same attempt, it costs nothing more. */
export const claim = (budget: Budget, rates: readonly Rate[], asked: Claim, now: Sla.Instant): Turn => {
  if (budget.granted.includes(asked.id)) return { kind: "granted", budget };
  const windows = rates.map((rate, index) => current(budget.windows[index], rate, now));
  // Whoever was given a turn since the line was read is in the count of what is used.
  const ahead = asked.ahead.filter((id) => !budget.granted.includes(id)).length;
  const waits = rates.flatMap((rate, index) =>
    waitFor(windows[index] ?? fresh(rate, now), rate, { ahead, isUrgent: asked.isUrgent }),
  );
  const barred = [budget.blockedUntil, asked.isUrgent ? undefined : budget.sparedUntil].flatMap((until) =>
    until !== undefined && until > now ? [until] : [],
  );
  const until = [...waits, ...barred].toSorted().at(-1);
  if (until !== undefined) return { kind: "waits", until };
  return {
    kind: "granted",
    budget: {
      ...budget,
      windows: windows.map((window) => ({ ...window, used: window.used + 1 })),
      granted: [...budget.granted, asked.id].slice(-grantsKept),
    },
  };
};

/** What is left for what can wait and for what cannot, per rate, and when it is whole again. */
export type Remainder = {
  readonly seconds: number;
  readonly limit: number;
  readonly left: number;
  readonly reserved: number;
  /** Absent where nothing is used. */
  readonly endsAt?: Sla.Instant;
};

export const remaindersOf = (budget: Budget, rates: readonly Rate[], now: Sla.Instant): readonly Remainder[] =>
  rates.map((rate, index) => {
    const { endsAt, limit = rate.limit, used } = current(budget.windows[index], rate, now);
    const left = Math.max(0, limit - used);
    return { seconds: rate.seconds, limit, left, reserved: rate.reserved, ...(used > 0 ? { endsAt } : {}) };
  });

export const current = (window: Window | undefined, rate: Rate, now: Sla.Instant): Window =>
  window === undefined || window.endsAt <= now ? fresh(rate, now) : window;

const fresh = ({ seconds }: Rate, now: Sla.Instant): Window => ({ endsAt: Instant.after(now, seconds), used: 0 });

/** A later window holds as many again: whoever is further back waits for one of those. */
const waitFor = (
  window: Window,
  rate: Rate,
  { ahead, isUrgent }: { ahead: number; isUrgent: boolean },
): readonly Sla.Instant[] => {
  const usable = Math.max(1, (window.limit ?? rate.limit) - (isUrgent ? 0 : rate.reserved));
  const left = usable - window.used;
  if (left > ahead) return [];
  const windowsLater = Math.floor((ahead - Math.max(0, left)) / usable);
  return [Instant.after(window.endsAt, windowsLater * rate.seconds)];
};
