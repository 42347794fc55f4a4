const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Below this the seconds are told too: they matter now. */
const TELL_SECONDS_BELOW = 10 * MINUTE;

/** "2 d 3 h", "1 h 42 min", "42 min", "4 min 32 s", "32 s": two units at most, whole ones, never negative. */
export const durationText = (milliseconds: number, language: string): string => {
  const day = language === "fr" ? "j" : "d";
  const left = Math.max(0, milliseconds);
  const [days, hours] = [Math.floor(left / DAY), Math.floor((left % DAY) / HOUR)];
  const [minutes, seconds] = [Math.floor((left % HOUR) / MINUTE), Math.floor((left % MINUTE) / SECOND)];
  if (days > 0) return join([days, day], [hours, "h"]);
  if (hours > 0) return join([hours, "h"], [minutes, "min"]);
  if (left >= TELL_SECONDS_BELOW) return join([minutes, "min"]);
  return minutes > 0 ? join([minutes, "min"], [seconds, "s"]) : join([seconds, "s"]);
};

/** No-break spaces: a number never parts from its unit. */
const join = (first: [number, string], second?: [number, string]): string => {
  const head = `${first[0]}\u00a0${first[1]}`;
  return second && second[0] > 0 ? `${head} ${second[0]}\u00a0${second[1]}` : head;
};

/** "14:05", as the page's languages write it alike; the browser's own formatter takes long to be made. */
export const clockText = (at: string): string => {
  const then = new Date(at);
  return `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`;
};

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** "23 Nov 2026" */
export const dateText = (at: string, language: string): string => format(at, language, { dateStyle: "medium" });

/** "23 November 2026 at 14:05" */
export const momentText = (at: string, language: string): string =>
  format(at, language, { dateStyle: "long", timeStyle: "short" });

/** "Monday 23 November 2026 at 14:05" on the clock of a zone. */
export const momentIn = (at: string, timeZone: string, language: string): string =>
  format(at, language, { dateStyle: "full", timeStyle: "short", timeZone });

/** "23 November 2026 at 14:05:09 GMT+1": for a record, and for who asks exactly when. */
export const exactMomentText = (at: string, language: string): string =>
  format(at, language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });

/** Today's by the clock, this year's by day and month, others by date. */
export const shortMomentText = (at: string, now: number, language: string): string => {
  const then = new Date(at);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return clockText(at);
  const sameYear = then.getFullYear() === today.getFullYear();
  return format(at, language, sameYear ? { day: "numeric", month: "short" } : { dateStyle: "short" });
};

export type DayWords = { today: string; yesterday: string };

/** "Today", "Yesterday", "Friday 20 November" */
export const dayText = (at: string, now: number, language: string, words: DayWords): string => {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return words.today;
  if (day === new Date(now - DAY).toDateString()) return words.yesterday;
  return format(at, language, { weekday: "long", day: "numeric", month: "long" });
};

/** What a field for a day ("2026-11-23") or an hour of it ("2026-11-23T14:05") holds: "Monday 23 November 2026 at 14:05". */
export const whenText = (value: string, language: string): string => {
  const isDay = value.length === 10;
  const at = new Date(isDay ? `${value}T00:00` : value);
  if (value === "" || Number.isNaN(at.getTime())) return "";
  return format(at.toISOString(), language, { dateStyle: "full", ...(isDay ? {} : { timeStyle: "short" }) });
};

/** Days of the calendar, from one to another: "2–8 November 2026", "2 November 2026". */
export const daysText = (from: string, to: string, language: string): string => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  return formatter(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" }).formatRange(
    day(from),
    day(to),
  );
};

/** The day it is where a clock of this zone hangs, "2026-11-23": the bank's calendar, wherever its reader is. */
export const todayIn = (timeZone: string, at = Date.now()): string =>
  new Date(at).toLocaleDateString("sv", { timeZone });

/** 0 to 23 */
export const hourIn = (timeZone: string, at: number): number =>
  Number(new Date(at).toLocaleTimeString("sv", { timeZone, hour: "2-digit" }));

/** A local date, "2026-11-25", so many days later; earlier where they are fewer than none. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** 1 for a Monday, 7 for a Sunday */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** "Monday" for 1 */
export const weekdayText = (weekday: number, language: string): string =>
  // A week that begins with a Monday.
  format(new Date(Date.UTC(2024, 0, weekday)).toISOString(), language, { weekday: "long", timeZone: "UTC" });

const format = (at: string, language: string, options: Intl.DateTimeFormatOptions): string =>
  formatter(language === "en" ? "en-GB" : language, options).format(new Date(at));

/** Making one costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, known);
  return known;
};
