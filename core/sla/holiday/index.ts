import Holidays from "date-holidays";
import type { Calendar } from "#core/sla";

const dayMilliseconds = 86_400_000;

/**
 * The public holidays of a place as local dates, both years included. A place is a country (ISO 3166-1, `FR`) or
 * a part of one as date-holidays names it (`DE-BY`, `GB-ENG`). This room is its own because the table of holidays
 * weighs over a megabyte: what only counts deadlines takes the dates from the calendar.
 * @throws RangeError when the place is not known.
 */
export const publicHolidays = (place: string, fromYear: number, toYear: number): readonly string[] => {
  const table = tableOf(place);
  const dates = new Set<string>();
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const holiday of table.getHolidays(year)) {
      if (holiday.type === "public") for (const date of datesOf(holiday)) dates.add(date);
    }
  }
  return [...dates].sort();
};

/** The calendar with the public holidays of a place among its own; exceptions still win over them. */
export const withPublicHolidays = (
  calendar: Calendar,
  place: string,
  years: { readonly from: number; readonly to: number },
): Calendar => {
  const added = publicHolidays(place, years.from, years.to);
  return { ...calendar, holidays: [...new Set([...(calendar.holidays ?? []), ...added])].sort() };
};

const tableOf = (place: string): Holidays => {
  const [country = "", ...rest] = place.toUpperCase().split("-");
  const part = rest.join("-");
  const countries = new Holidays();
  if (!(country in countries.getCountries())) throw new RangeError("This country has no table of holidays.");
  if (part === "") return new Holidays(country);
  if (!(part in (countries.getStates(country) ?? {}))) {
    throw new RangeError("This part of the country has no table of holidays.");
  }
  return new Holidays(country, part);
};

/** One date, or several for a holiday that lasts. */
const datesOf = ({ date, start, end }: { date: string; start: Date; end: Date }): string[] => {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMilliseconds));
  return Array.from({ length: days }, (_, index) =>
    new Date(first + index * dayMilliseconds).toISOString().slice(0, 10),
  );
};
