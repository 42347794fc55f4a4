import { Temporal } from "temporal-polyfill";
import type * as Sla from "#core/sla";

/** From an instant on, up to another, that one left out. */
export type Period = { readonly from: Sla.Instant; readonly until: Sla.Instant };

/** Local days, both included, on the wall clock of a zone: a day of 23 or 25 hours is as long as it is. */
export const periodOf = (first: string, last: string, timeZone: string): Period => ({
  from: midnight(Temporal.PlainDate.from(first), timeZone),
  until: midnight(Temporal.PlainDate.from(last).add({ days: 1 }), timeZone),
});

/** So many local days up to that of an instant, both ends included. */
export const lastDays = (
  days: number,
  now: Sla.Instant,
  timeZone: string,
): { readonly from: string; readonly to: string } => {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return { from: today.subtract({ days: days - 1 }).toString(), to: today.toString() };
};

/** The days of UTC that a period touches, oldest first: the parts in which facts are kept. */
export const utcDays = ({ from, until }: Period): readonly string[] => {
  const days: string[] = [];
  for (let at = Date.parse(`${from.slice(0, 10)}T00:00:00.000Z`); at < Date.parse(until); at += dayMilliseconds)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

const dayMilliseconds = 86_400_000;

export type LocalTime = { readonly day: string; readonly weekday: number; readonly hour: number };

/** The wall clock of a zone. Facts come by the thousand: what an hour is called is asked once. */
export const createWallClock = (timeZone: string): ((at: Sla.Instant) => LocalTime) => {
  const known = new Map<string, LocalTime>();
  return (at) => {
    // Offsets of zones are whole quarters of an hour.
    const quarter = Math.floor(Date.parse(at) / 900_000);
    const key = String(quarter);
    const found = known.get(key);
    if (found !== undefined) return found;
    const local = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000).toZonedDateTimeISO(timeZone);
    const time = { day: local.toPlainDate().toString(), weekday: local.dayOfWeek, hour: local.hour };
    known.set(key, time);
    return time;
  };
};

const midnight = (date: Temporal.PlainDate, timeZone: string): Sla.Instant =>
  new Date(date.toZonedDateTime({ timeZone }).epochMilliseconds).toISOString();
