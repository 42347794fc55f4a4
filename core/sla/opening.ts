import type { Calendar } from "./calendar.ts";
import { stretches } from "./zone.ts";

/** Real time from an opening to a closing, in milliseconds; open at `from`, closed at `until`. */
export type Opening = { readonly from: number; readonly until: number };

/** The parts of a local day that are open, in milliseconds since its midnight by the wall clock. */
type Hours = readonly Opening[];

const dayMilliseconds = 86_400_000;

/**
 * Every opening between two instants, in order and without overlap. Where the offset is constant the wall clock is
 * UTC and a number, so each stretch is filled on its own: an hour that is skipped lies in no stretch, an hour that
 * is repeated lies in two.
 */
export function* openings(calendar: Calendar, from: number, until: number): Generator<Opening> {
  const hoursOf = timetable(calendar);
  for (const stretch of stretches(calendar.timeZone, from)) {
    const end = Math.min(stretch.until, until);
    const first = Math.floor((stretch.from + stretch.offset) / dayMilliseconds);
    for (let day = first; day * dayMilliseconds - stretch.offset < end; day += 1) {
      const midnight = day * dayMilliseconds - stretch.offset;
      for (const hours of hoursOf(day)) {
        const opening = Math.max(midnight + hours.from, stretch.from);
        const closing = Math.min(midnight + hours.until, end);
        if (opening < closing) yield { from: opening, until: closing };
      }
    }
    if (end === until) return;
  }
}

/** Whether a local date, YYYY-MM-DD, has any opening. */
export const opensOn = (calendar: Calendar, date: string): boolean => timetable(calendar)(dayOf(date)).length > 0;

/** 1970-01-01 was a Thursday. */
const weekFromTheEpoch = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"] as const;

const timetables = new WeakMap<Calendar, (day: number) => Hours>();

/** What is open on a local day, given as days since 1970-01-01. Read once for each calendar. */
const timetable = (calendar: Calendar): ((day: number) => Hours) => {
  const known = timetables.get(calendar);
  if (known) return known;
  const week = weekFromTheEpoch.map((weekday) => hours(calendar.weekly[weekday] ?? []));
  const replaced = new Map<number, Hours>();
  for (const date of calendar.holidays ?? []) replaced.set(dayOf(date), []);
  for (const [date, intervals] of Object.entries(calendar.exceptions ?? {}))
    replaced.set(dayOf(date), hours(intervals));
  const made = (day: number): Hours => replaced.get(day) ?? week[((day % 7) + 7) % 7] ?? [];
  timetables.set(calendar, made);
  return made;
};

/** Intervals in order, with those that overlap or touch made one. */
const hours = (intervals: readonly (readonly [string, string])[]): Hours => {
  const sorted = intervals
    .map(([opening, closing]) => ({ from: sinceMidnight(opening), until: sinceMidnight(closing) }))
    .sort((left, right) => left.from - right.from);
  const merged: Opening[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
    } else merged.push(next);
  }
  return merged;
};

const sinceMidnight = (time: string): number => {
  const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
  return ((hour * 60 + minute) * 60 + second) * 1000;
};

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
