import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";
import { withPublicHolidays } from "#core/sla/holiday";

const deadlines = (id: string, sentAt: string, place: string): Sla.ComplaintDeadlines => {
  const rule = Sla.complaintRules.find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const calendar = withPublicHolidays(rule.calendar, place, { from: 2026, to: 2027 });
  return Sla.complaintDeadlines(sentAt, { ...rule, calendar });
};

describe("a complaint's deadlines", () => {
  test("in France count Saturdays, skip holidays, and end with their last day", () => {
    // Sent on Wednesday 29 April: 30; 2, 4, 5, 6, 7; 9, 11, 12, 13 May. The 1st and the 8th are holidays.
    expect(deadlines("fr-acpr", "2026-04-29T20:00:00.000Z", "FR")).toEqual({
      acknowledgeBy: "2026-05-13T22:00:00.000Z",
      answerBy: "2026-06-29T22:00:00.000Z",
    });
  });

  test("on a payment are shorter and have a last date", () => {
    expect(deadlines("fr-payment", "2026-09-01T08:00:00.000Z", "FR")).toEqual({
      acknowledgeBy: "2026-09-15T22:00:00.000Z",
      answerBy: "2026-09-22T22:00:00.000Z",
      answerAtMostBy: "2026-10-20T22:00:00.000Z",
    });
  });

  test("in the United Kingdom are eight weeks, over the change of the clock", () => {
    expect(deadlines("gb-fca", "2026-09-15T10:00:00.000Z", "GB-ENG").answerBy).toBe("2026-11-11T00:00:00.000Z");
  });

  test("belong to the local day the customer wrote on", () => {
    const lateEvening = deadlines("fr-acpr", "2026-06-30T21:59:00.000Z", "FR");
    const afterMidnight = deadlines("fr-acpr", "2026-06-30T22:01:00.000Z", "FR");
    expect([lateEvening.answerBy, afterMidnight.answerBy]).toEqual([
      "2026-08-30T22:00:00.000Z",
      "2026-09-01T22:00:00.000Z",
    ]);
  });

  test("every rule names its source and is well formed", () => {
    for (const rule of Sla.complaintRules) expect(Sla.ComplaintRule.parse(rule).source).toMatch(/ACPR|L\.133-45|DISP/);
  });

  test("a calendar without working days is an error", () => {
    const [rule] = Sla.complaintRules;
    if (!rule) throw new Error("no rule");
    const closed = { ...rule, calendar: { timeZone: "UTC", weekly: {} } };
    expect(() => Sla.complaintDeadlines("2026-01-01T00:00:00.000Z", closed)).toThrow("too few working days");
  });
});
