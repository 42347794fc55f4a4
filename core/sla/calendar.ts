import { Temporal } from "temporal-polyfill";
import * as z from "zod";

/** An hour of the wall clock: `09:00`, `09:00:30`, and `24:00` for the end of the day. */
const WallTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|24:00(?::00)?)$/, "a time of day is HH:MM from 00:00 to 24:00");

const Interval = z.tuple([WallTime, WallTime], "an interval is [opening, closing]").refine(
  // The fixed width of both forms makes the order of the strings the order of the times.
  ([opening, closing]) => opening.padEnd(8, ":00") < closing.padEnd(8, ":00"),
  "an interval closes after it opens; one that passes midnight is written as two, with 24:00 and 00:00",
);

const Intervals = z.array(Interval).readonly();

const LocalDate = z.string().refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isOfTheCalendar(text), {
  message: "a date is YYYY-MM-DD and exists",
});

const TimeZone = z.string().refine(isTimeZone, { message: "an IANA time zone, such as Europe/Paris" });

/**
 * When a team works: intervals of the local wall clock for each day of the week, closed on holidays, and
 * exceptions that replace the intervals of one date. A day that is left out is closed.
 */
export const Calendar = z.strictObject({
  timeZone: TimeZone,
  weekly: z
    .strictObject({
      mon: Intervals.optional(),
      tue: Intervals.optional(),
      wed: Intervals.optional(),
      thu: Intervals.optional(),
      fri: Intervals.optional(),
      sat: Intervals.optional(),
      sun: Intervals.optional(),
    })
    .readonly(),
  holidays: z.array(LocalDate).readonly().optional(),
  exceptions: z.record(LocalDate, Intervals).readonly().optional(),
});
export type Calendar = Readonly<z.infer<typeof Calendar>>;

const allDay = [["00:00", "24:00"]] satisfies [string, string][];
const officeHours = [["09:00", "18:00"]] satisfies [string, string][];

export const alwaysOpen: Calendar = {
  timeZone: "UTC",
  weekly: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
};

/** Monday to Friday, 9 to 18, Europe/Paris. */
export const officeWeek: Calendar = {
  timeZone: "Europe/Paris",
  weekly: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
};

function isOfTheCalendar(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  // An offset is a valid zone for Temporal, but a bank that writes one forgets daylight saving.
  if (/^[+-]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
