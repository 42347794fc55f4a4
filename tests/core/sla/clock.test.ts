import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";

const hours = (count: number): number => count * 3600;
const everyDay = (...intervals: [string, string][]): Sla.Calendar["weekly"] =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, intervals]));

const paris: Sla.Calendar = {
  timeZone: "Europe/Paris",
  weekly: {
    mon: [
      ["09:00", "12:00"],
      ["13:00", "18:00"],
    ],
    tue: [["09:00", "18:00"]],
    fri: [["09:00", "18:00"]],
  },
};

describe("business hours", () => {
  test("what is left on Friday evening is due on Monday morning", () => {
    expect(Sla.dueAt("2026-03-20T16:30:00.000Z", hours(2), paris)).toBe("2026-03-23T09:30:00.000Z");
    expect(Sla.elapsedSeconds("2026-03-20T16:30:00.000Z", "2026-03-23T09:30:00.000Z", paris)).toBe(hours(2));
  });

  test("time that runs out at a closing is due at the closing", () => {
    expect(Sla.dueAt("2026-03-23T08:00:00.000Z", hours(3), paris)).toBe("2026-03-23T11:00:00.000Z");
  });

  test("a start in closed time, or at a closing, counts from the next opening", () => {
    expect(Sla.dueAt("2026-03-23T11:00:00.000Z", 60, paris)).toBe("2026-03-23T12:01:00.000Z");
    expect(Sla.dueAt("2026-03-25T03:00:00.000Z", 60, paris)).toBe("2026-03-27T08:01:00.000Z");
  });

  test("no time is due at the start, open or not", () => {
    expect(Sla.dueAt("2026-03-25T03:00:00.000Z", 0, paris)).toBe("2026-03-25T03:00:00.000Z");
  });

  test("seconds and their fractions are kept", () => {
    expect(Sla.dueAt("2026-03-23T10:59:58.250Z", 3, paris)).toBe("2026-03-23T12:00:01.250Z");
  });

  test("intervals that overlap or touch count once", () => {
    const doubled = { timeZone: "UTC", weekly: everyDay(["13:00", "18:00"], ["09:00", "12:30"], ["12:00", "13:00"]) };
    expect(Sla.elapsedSeconds("2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z", doubled)).toBe(hours(9));
  });

  test("24:00 joins the next day's 00:00", () => {
    const overnight = { timeZone: "UTC", weekly: everyDay(["00:00", "06:00"], ["22:00", "24:00"]) };
    expect(Sla.dueAt("2026-01-01T23:59:59.000Z", 2, overnight)).toBe("2026-01-02T00:00:01.000Z");
  });

  test("a calendar without hours is refused by name, not searched for ever", () => {
    const closed = { timeZone: "UTC", weekly: {} };
    expect(() => Sla.dueAt("2026-01-01T00:00:00.000Z", 1, closed)).toThrow("never opens");
    expect(Sla.elapsedSeconds("2026-01-01T00:00:00.000Z", "2030-01-01T00:00:00.000Z", closed)).toBe(0);
  });
});

describe("the next opening", () => {
  test("is now while open, and else when the counter opens", () => {
    expect(Sla.nextOpening("2026-03-23T08:30:00.000Z", paris)).toBe("2026-03-23T08:30:00.000Z");
    expect(Sla.nextOpening("2026-03-23T11:00:00.000Z", paris)).toBe("2026-03-23T12:00:00.000Z");
    expect(Sla.nextOpening("2026-03-27T17:30:00.000Z", paris)).toBe("2026-03-30T07:00:00.000Z");
  });

  test("of a calendar that never opens is none", () => {
    expect(Sla.nextOpening("2026-03-23T08:30:00.000Z", { timeZone: "UTC", weekly: {} })).toBeUndefined();
  });
});

describe("holidays and exceptions", () => {
  const easter: Sla.Calendar = {
    ...paris,
    holidays: ["2026-04-06", "2026-04-07"],
    exceptions: { "2026-04-07": [["10:00", "12:00"]], "2026-04-08": [["20:00", "21:00"]], "2026-04-10": [] },
  };

  test("a holiday closes the local day and an exception wins over it", () => {
    expect(Sla.dueAt("2026-04-03T15:00:00.000Z", hours(2), easter)).toBe("2026-04-07T09:00:00.000Z");
  });

  test("an exception opens a day that is closed, and an empty one closes a day that is open", () => {
    expect(Sla.dueAt("2026-04-07T10:00:00.000Z", hours(1), easter)).toBe("2026-04-08T19:00:00.000Z");
    expect(Sla.dueAt("2026-04-08T19:00:00.000Z", 1, easter)).toBe("2026-04-13T07:00:01.000Z");
  });

  test("exceptions alone make a calendar, until they are used up", () => {
    const once: Sla.Calendar = { timeZone: "UTC", weekly: {}, exceptions: { "2026-05-01": [["09:00", "10:00"]] } };
    expect(Sla.dueAt("2026-01-01T00:00:00.000Z", hours(1), once)).toBe("2026-05-01T10:00:00.000Z");
    expect(() => Sla.dueAt("2026-01-01T00:00:00.000Z", hours(1) + 1, once)).toThrow("does not open for that long");
  });
});
