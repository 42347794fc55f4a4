import { type Happening, happenings, longestDays } from "#core/report/happening";

export { type Happening, happenings };

/** What a list is asked for by what happened: between two days of the bank's calendar, or in the last ones. */
export const HAPPENED = ["event", "from", "to", "last", "agent", "weekday", "hour"] as const;
export type Happened = Partial<Record<(typeof HAPPENED)[number], string | undefined>>;

/** What an address says of it; nothing where that is no question. */
export const happenedOf = (said: (name: string) => string | undefined): Happened => {
  const event = happenings.find((each) => each === said("event"));
  const [from, to, last] = [said("from"), said("to"), said("last")];
  if (event === undefined) return {};
  const isLast = last !== undefined && /^\d{1,3}$/.test(last) && Number(last) >= 1 && Number(last) <= longestDays;
  if (!isLast && !(isDay(from) && isDay(to) && from <= to)) return {};
  const [agent, weekday, hour] = [said("agent"), said("weekday"), said("hour")];
  return {
    event,
    ...(isLast ? { last } : { from, to }),
    ...(agent === undefined ? {} : { agent }),
    ...(weekday !== undefined && /^[1-7]$/.test(weekday) ? { weekday } : {}),
    ...(hour !== undefined && /^\d{1,2}$/.test(hour) && Number(hour) < 24 ? { hour } : {}),
  };
};

/** Of a filter, what of it is about what happened. */
export const happenedIn = (filter: Happened): Partial<Record<(typeof HAPPENED)[number], string>> =>
  Object.fromEntries(HAPPENED.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));

/** A day of the calendar, "2026-11-23"; not the 30th of February. */
export const isDay = (text: string | undefined): text is string =>
  text !== undefined &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** What the view of conversations by date begins with. */
export const USUALLY_HAPPENED = { event: "received", last: "7" } as const satisfies Happened;
