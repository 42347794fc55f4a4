import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";
import { publicHolidays, withPublicHolidays } from "#core/sla/holiday";

describe("public holidays", () => {
  test("are the days a country closes, without the days it only observes", () => {
    expect(publicHolidays("FR", 2027, 2027)).toEqual([
      "2027-01-01",
      "2027-03-29",
      "2027-05-01",
      "2027-05-06",
      "2027-05-08",
      "2027-05-17",
      "2027-07-14",
      "2027-08-15",
      "2027-11-01",
      "2027-11-11",
      "2027-12-25",
    ]);
  });

  test("differ by part of the country and hold the day that stands in for a week-end", () => {
    expect(publicHolidays("DE-BY", 2026, 2026)).toContain("2026-01-06");
    expect(publicHolidays("DE", 2026, 2026)).not.toContain("2026-01-06");
    expect(publicHolidays("gb", 2026, 2026)).toContain("2026-12-28");
  });

  test("of an unknown place are an error, not an open calendar", () => {
    expect(() => publicHolidays("ZZ", 2026, 2026)).toThrow("country");
    expect(() => publicHolidays("FR-ZZ", 2026, 2026)).toThrow("part of the country");
  });

  test("close a calendar beside its own days, over the turn of the year", () => {
    const calendar = {
      ...Sla.officeWeek,
      holidays: ["2026-12-31"],
      exceptions: { "2027-01-01": [["09:00", "09:30"]] },
    };
    const closed = withPublicHolidays(Sla.Calendar.parse(calendar), "FR", { from: 2026, to: 2027 });
    expect(Sla.dueAt("2026-12-30T16:00:00.000Z", 2 * 3600, closed)).toBe("2027-01-04T08:30:00.000Z");
  });
});
