import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { Calendar } from "./calendar.ts";
import type { Instant } from "./clock.ts";
import { opensOn } from "./opening.ts";

const Term = z
  .strictObject({ count: z.int().positive(), unit: z.enum(["working-days", "weeks", "months"]) })
  .readonly();
type Term = z.infer<typeof Term>;

/** What a regulator asks of a complaint's answer. `source` is the text a person can check. */
export const ComplaintRule = z
  .strictObject({
    id: z.string().min(1),
    version: z.int().positive(),
    source: z.string().min(1),
    /** A day that opens at all is a working day; the hours do not matter. */
    calendar: Calendar,
    acknowledge: Term,
    answer: Term,
    /** The last date where the rule allows a longer inquiry, once the customer has been told why. */
    answerAtMost: Term.optional(),
  })
  .readonly();
export type ComplaintRule = z.infer<typeof ComplaintRule>;

export type ComplaintDeadlines = {
  readonly acknowledgeBy: Instant;
  readonly answerBy: Instant;
  readonly answerAtMostBy?: Instant;
};

/**
 * Deadlines of a complaint from the instant the customer sent it. The day of sending does not count and the last
 * day counts to its end, in the rule's own time zone. A term in weeks or months that ends on a day off is not
 * moved: too early is never too late.
 */
export const complaintDeadlines = (sentAt: Instant, rule: ComplaintRule): ComplaintDeadlines => ({
  acknowledgeBy: endOf(rule.acknowledge, sentAt, rule.calendar),
  answerBy: endOf(rule.answer, sentAt, rule.calendar),
  ...(rule.answerAtMost ? { answerAtMostBy: endOf(rule.answerAtMost, sentAt, rule.calendar) } : {}),
});

const endOf = (term: Term, sentAt: Instant, calendar: Calendar): Instant => {
  const sent = Temporal.Instant.from(sentAt).toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  const last = lastDay(term, sent, calendar);
  const end = last.add({ days: 1 }).toZonedDateTime(calendar.timeZone);
  return new Date(end.epochMilliseconds).toISOString();
};

const lastDay = ({ count, unit }: Term, sent: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate => {
  switch (unit) {
    case "weeks":
      return sent.add({ weeks: count });
    case "months":
      return sent.add({ months: count });
    case "working-days":
      return workingDay(count, sent, calendar);
  }
};

/** A calendar that never opens must end in an error: a year holds more working days than any rule counts. */
const searchDays = 366;

const workingDay = (count: number, sent: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate => {
  let left = count;
  for (let days = 1; days <= searchDays; days += 1) {
    const date = sent.add({ days });
    if (opensOn(calendar, date.toString())) left -= 1;
    if (left === 0) return date;
  }
  throw new RangeError("The calendar has too few working days for this complaint.");
};

const day = [["00:00", "24:00"]] satisfies [string, string][];
const mondayToFriday = { mon: day, tue: day, wed: day, thu: day, fri: day };

/** Holidays are added for each bank; `core/sla/holiday` knows them by country. */
export const complaintRules: readonly ComplaintRule[] = [
  {
    id: "fr-acpr",
    version: 1,
    source: "ACPR, recommandation 2022-R-01 of 9 May 2022 on complaints: 10 jours ouvrables, 2 months, from sending",
    calendar: { timeZone: "Europe/Paris", weekly: { ...mondayToFriday, sat: day } },
    acknowledge: { count: 10, unit: "working-days" },
    answer: { count: 2, unit: "months" },
  },
  {
    id: "fr-payment",
    version: 1,
    // A jour ouvrable of this chapter is one on which the provider executes payments (L.133-4), so not a Saturday.
    source: "Code monétaire et financier, article L.133-45: 15 jours ouvrables, at most 35; acknowledged as fr-acpr",
    calendar: { timeZone: "Europe/Paris", weekly: mondayToFriday },
    acknowledge: { count: 10, unit: "working-days" },
    answer: { count: 15, unit: "working-days" },
    answerAtMost: { count: 35, unit: "working-days" },
  },
  {
    id: "gb-fca",
    version: 1,
    // The handbook says "promptly" and gives no number; five working days is our reading of it.
    source: "FCA Handbook, DISP 1.6.1R (prompt written acknowledgement) and 1.6.2R (final response in 8 weeks)",
    calendar: { timeZone: "Europe/London", weekly: mondayToFriday },
    acknowledge: { count: 5, unit: "working-days" },
    answer: { count: 8, unit: "weeks" },
  },
];
