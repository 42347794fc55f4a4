import type { Instant } from "#core/instant";
import type { Calendar } from "./calendar.ts";
import { openings } from "./opening.ts";

export type { Instant };

const dayMilliseconds = 86_400_000;
/** A deadline further away than fifty years is a mistake in the calendar or in the duration. */
const horizonMilliseconds = 50 * 366 * dayMilliseconds;

/**
 * The first instant at which `durationSeconds` of open time have passed since `start`, to the millisecond. Time that
 * runs out exactly at a closing is due there; no time at all is due at the start.
 * @throws RangeError when the calendar does not open for that long within fifty years.
 */
export const dueAt = (start: Instant, durationSeconds: number, calendar: Calendar): Instant => {
  const from = milliseconds(start);
  let left = Math.round(durationSeconds * 1000);
  if (!(left >= 0)) throw new RangeError("A duration is a number of seconds, zero or more.");
  if (left === 0) return new Date(from).toISOString();
  for (const opening of openings(calendar, from, from + horizonMilliseconds)) {
    const length = opening.until - opening.from;
    if (length >= left) return new Date(opening.from + left).toISOString();
    left -= length;
  }
  throw new RangeError(
    left === Math.round(durationSeconds * 1000)
      ? "The calendar never opens after the start."
      : "The calendar does not open for that long within fifty years.",
  );
};

/** The open time between two instants, in seconds; 0 when `to` is not after `from`. */
export const elapsedSeconds = (from: Instant, to: Instant, calendar: Calendar): number => {
  const [start, end] = [milliseconds(from), milliseconds(to)];
  if (end <= start) return 0;
  let open = 0;
  for (const opening of openings(calendar, start, end)) open += opening.until - opening.from;
  return open / 1000;
};

/** The first open instant from `at` on: `at` itself while open, undefined when there is none within fifty years. */
export const nextOpening = (at: Instant, calendar: Calendar): Instant | undefined => {
  const from = milliseconds(at);
  const [opening] = openings(calendar, from, from + horizonMilliseconds).take(1);
  return opening && new Date(opening.from).toISOString();
};

const milliseconds = (instant: Instant): number => {
  const value = Date.parse(instant);
  if (Number.isNaN(value)) throw new RangeError("An instant is ISO 8601, such as 2026-03-27T16:30:00.000Z.");
  return value;
};
