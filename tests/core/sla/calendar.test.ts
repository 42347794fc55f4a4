import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";

const problems = (calendar: unknown): string[] =>
  Sla.Calendar.safeParse(calendar).error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];

describe("a calendar at the edge", () => {
  test("with everything written as agreed is accepted", () => {
    expect(
      problems({
        timeZone: "America/Argentina/Buenos_Aires",
        weekly: { mon: [["00:00", "12:00"]], sat: [], sun: [["13:00:30", "24:00"]] },
        holidays: ["2028-02-29"],
        exceptions: { "2026-12-24": [["09:00", "12:00"]], "2026-12-31": [] },
      }),
    ).toEqual([]);
  });

  test.each([
    [{ timeZone: "Europe/Atlantis", weekly: {} }, "timeZone: an IANA time zone"],
    [{ timeZone: "+01:00", weekly: {} }, "timeZone: an IANA time zone"],
    [{ timeZone: "UTC", weekly: { monday: [] } }, "weekly: Unrecognized key"],
    [{ timeZone: "UTC", weekly: { mon: [["9:00", "12:00"]] } }, "weekly.mon.0.0: a time of day is HH:MM"],
    [{ timeZone: "UTC", weekly: { mon: [["09:00", "24:30"]] } }, "weekly.mon.0.1: a time of day is HH:MM"],
    [{ timeZone: "UTC", weekly: { mon: [["22:00", "06:00"]] } }, "weekly.mon.0: an interval closes after it opens"],
    [{ timeZone: "UTC", weekly: { mon: [["09:00", "09:00:00"]] } }, "weekly.mon.0: an interval closes after"],
    [{ timeZone: "UTC", weekly: { mon: [["09:00"]] } }, "weekly.mon.0: an interval is [opening, closing]"],
    [{ timeZone: "UTC", weekly: {}, holidays: ["2026-02-29"] }, "holidays.0: a date is YYYY-MM-DD and exists"],
    [{ timeZone: "UTC", weekly: {}, exceptions: { "1 May": [] } }, "exceptions.1 May: "],
    [{ timeZone: "UTC", weekly: {}, holiday: [] }, ': Unrecognized key: "holiday"'],
  ])("%j names its fault and where it is", (calendar, message) => {
    expect(problems(calendar).join("; ")).toContain(message);
  });

  test("is open round the clock when it says so", () => {
    const [start, yearLater] = ["2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"];
    expect(Sla.elapsedSeconds(start, yearLater, Sla.alwaysOpen)).toBe(365 * 86_400);
    expect(Sla.dueAt(start, 900, Sla.alwaysOpen)).toBe("2026-01-01T00:15:00.000Z");
  });
});
