import { Temporal } from "temporal-polyfill";
import type { Instant } from "#core/sla";

/** Conversations that began within a quarter of an hour, from `startedAt` on. */
export type Tally = {
  readonly startedAt: Instant;
  readonly total: number;
  readonly topics: Readonly<Record<string, number>>;
};

/** Tallies of the past. They begin on the quarters of the hour; quarters without any conversation may be missing. */
export type History = { readonly since?: Instant; readonly byStart: ReadonlyMap<Instant, Tally> };

const quarterMinutes = 15;
const quartersAnHour = 4;
const weeksLookedAt = 8;
const weeksNeeded = 3;

export const historyOf = (tallies: readonly Tally[]): History => {
  const byStart = new Map(tallies.map((tally) => [tally.startedAt, tally]));
  const [since] = [...byStart.keys()].sort();
  return { ...(since === undefined ? {} : { since }), byStart };
};

/** Several tallies as one. */
export const sum = (tallies: readonly Tally[]): Omit<Tally, "startedAt"> => {
  const topics: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [topic, count] of Object.entries(tally.topics)) topics[topic] = (topics[topic] ?? 0) + count;
  }
  return { total: tallies.reduce((total, tally) => total + tally.total, 0), topics };
};

/**
 * The quarters to compare the one that ends at `now` with: those of the same hour of the local week, week by week
 * back, as far as the history reaches. A bank's Monday at nine is not its Sunday at nine, and the hour is the wall
 * clock's, whatever the season. With less than three weeks: the last day's.
 */
export const comparable = (
  { since, byStart }: History,
  now: Instant,
  timeZone: string,
): readonly (Tally | undefined)[] => {
  if (since === undefined) return [];
  const started = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).subtract({ minutes: quarterMinutes });
  const hour = started.round({ smallestUnit: "hour", roundingMode: "floor" });
  const quarters = (start: number, count: number): (Tally | undefined)[] =>
    Array.from({ length: count }, (_, index) => byStart.get(iso(start + index * quarterMinutes * 60_000)));
  const weeks = Array.from(
    { length: weeksLookedAt },
    (_, index) => hour.subtract({ weeks: index + 1 }).epochMilliseconds,
  );
  const known = weeks.filter((start) => iso(start) >= since);
  if (known.length >= weeksNeeded) return known.flatMap((start) => quarters(start, quartersAnHour));
  const yesterday = hour.epochMilliseconds - 24 * 3_600_000;
  return iso(yesterday) >= since ? quarters(yesterday, 24 * quartersAnHour) : [];
};

const iso = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
