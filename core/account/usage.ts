import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { type Budget, current, type Window } from "./budget.ts";
import type { Rate } from "./rate.ts";

/** What a platform's answer says of our use of it. Names of headers in lower case. */
export type Answered = {
  readonly headers: Readonly<Record<string, string>>;
  /** It was refused for coming too often; `afterSeconds` where the platform says how long. */
  readonly isThrottled: boolean;
  readonly afterSeconds?: number;
};

/** From here on what can wait does: Meta stops answering at 100, and asking on makes the wait longer. */
const sparingPercent = 80;
const spareSeconds = 5 * 60;
/** Where a platform says "too often" and not until when. */
const pauseSeconds = 60;

const quarterSeconds = 15 * 60;

/** The budget as the platform itself counts it: its figures win over ours. The same object where it says nothing new. */
export const correct = (budget: Budget, rates: readonly Rate[], answered: Answered, now: Sla.Instant): Budget => {
  const told = rates.map((rate, index) => toldWindow(budget.windows[index], rate, answered.headers, now));
  const blockedUntil = latest(budget.blockedUntil, blockOf(answered, now));
  const sparedUntil = latest(budget.sparedUntil, spareOf(answered, now));
  const isTold = told.some((window) => window !== undefined);
  if (!isTold && blockedUntil === budget.blockedUntil && sparedUntil === budget.sparedUntil) return budget;
  return {
    windows: isTold
      ? rates.map((rate, index) => told[index] ?? current(budget.windows[index], rate, now))
      : budget.windows,
    granted: budget.granted,
    ...(blockedUntil === undefined ? {} : { blockedUntil }),
    ...(sparedUntil === undefined ? {} : { sparedUntil }),
  };
};

/**
 * X counts a quarter of an hour in `x-rate-limit-…` and a day in `x-user-limit-24hour-…`; resets are epoch seconds.
 * Source: docs.x.com, x-api/fundamentals/rate-limits.
 */
const toldWindow = (
  window: Window | undefined,
  rate: Rate,
  headers: Answered["headers"],
  now: Sla.Instant,
): Window | undefined => {
  const prefix = rate.seconds === quarterSeconds ? "x-rate-limit" : "x-user-limit-24hour";
  const [limit, left, reset] = ["limit", "remaining", "reset"].map((name) => countOf(headers[`${prefix}-${name}`]));
  if (rate.seconds < quarterSeconds || limit === undefined || left === undefined || reset === undefined)
    return undefined;
  const endsAt = new Date(reset * 1000).toISOString();
  if (endsAt <= now) return undefined;
  const ours = current(window, rate, now);
  // Attempts that were given a turn and are still under way are in our count and not yet in theirs.
  const used = Math.max(ours.used, limit - left);
  return { endsAt, used, ...(limit === rate.limit ? {} : { limit }) };
};

const blockOf = ({ afterSeconds, headers, isThrottled }: Answered, now: Sla.Instant): Sla.Instant | undefined => {
  const minutes = Math.max(0, ...usagesOf(headers).map((usage) => numberIn(usage, "estimated_time_to_regain_access")));
  if (minutes > 0) return Instant.after(now, minutes * 60);
  return isThrottled ? Instant.after(now, afterSeconds ?? pauseSeconds) : undefined;
};

const spareOf = ({ headers }: Answered, now: Sla.Instant): Sla.Instant | undefined =>
  percentOf(headers) >= sparingPercent ? Instant.after(now, spareSeconds) : undefined;

/** The highest share of any limit that is used, in percent; 0 where the platform says none. */
const percentOf = (headers: Answered["headers"]): number =>
  Math.max(
    0,
    ...usagesOf(headers).flatMap((usage) =>
      ["call_count", "total_cputime", "total_time"].map((name) => numberIn(usage, name)),
    ),
  );

/**
 * Meta's usage headers: one object for the app and the Page, a list by business for business use cases.
 * Source: developers.facebook.com/docs/graph-api/overview/rate-limiting.
 */
const usagesOf = (headers: Answered["headers"]): readonly object[] => [
  ...["x-app-usage", "x-page-usage"].flatMap((name) => objectsIn(headers[name])),
  ...objectsIn(headers["x-business-use-case-usage"]).flatMap((byBusiness) =>
    Object.values(byBusiness).flat().filter(isObject),
  ),
];

const objectsIn = (header: string | undefined): readonly object[] => {
  try {
    const value: unknown = JSON.parse(header ?? "{}");
    return isObject(value) ? [value] : [];
  } catch {
    // A header that is no JSON tells nothing, and is no reason to lose the answer it came with.
    return [];
  }
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const numberIn = (usage: object, name: string): number => {
  const value: unknown = Reflect.get(usage, name);
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
};

const countOf = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,12}$/.test(header) ? Number(header) : undefined;

const latest = (one: Sla.Instant | undefined, other: Sla.Instant | undefined): Sla.Instant | undefined =>
  [one, other]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);
