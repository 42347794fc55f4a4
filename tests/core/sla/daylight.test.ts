import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const minuteMilliseconds = 60_000;
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const always = (timeZone: string, ...intervals: [string, string][]): Sla.Calendar => ({
  timeZone,
  weekly: Object.fromEntries(weekdays.map((day) => [day, intervals])),
});

/** Zones and instants where a wall clock did something rare. */
const oddities: [zone: string, changeAt: string, what: string][] = [
  ["Europe/Paris", "2026-03-29T01:00:00Z", "an hour is skipped"],
  ["Europe/Paris", "2026-10-25T01:00:00Z", "an hour is repeated"],
  ["America/New_York", "2026-11-01T06:00:00Z", "an hour is repeated, west of Greenwich"],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", "half an hour is repeated"],
  ["Australia/Lord_Howe", "2026-10-03T15:30:00Z", "half an hour is skipped"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z", "a day is skipped"],
  ["Pacific/Kwajalein", "1993-08-21T12:00:00Z", "a day is skipped, the other way round the year"],
  ["America/Sao_Paulo", "2018-11-04T03:00:00Z", "midnight does not exist"],
  ["America/Sao_Paulo", "2018-02-18T02:00:00Z", "the hour before midnight is repeated"],
  ["Asia/Beirut", "2026-03-28T22:00:00Z", "midnight does not exist, east of Greenwich"],
  ["America/Havana", "2026-11-01T05:00:00Z", "the hour after midnight is repeated"],
  ["Atlantic/Azores", "2026-10-25T01:00:00Z", "the hour after midnight is repeated, at one o'clock"],
  ["America/St_Johns", "2006-10-29T02:31:00Z", "one minute past midnight is followed by yesterday"],
  ["Antarctica/Troll", "2026-03-29T01:00:00Z", "two hours are skipped"],
  ["Asia/Pyongyang", "2018-05-04T15:00:00Z", "the zone itself moves by half an hour"],
  ["Asia/Kathmandu", "2026-01-01T00:00:00Z", "nothing happens, at a quarter to the hour"],
];

describe("the day the clock changes", () => {
  test("a skipped hour does not exist", () => {
    const night = always("Europe/Paris", ["01:00", "05:00"]);
    expect(Sla.elapsedSeconds("2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z", night)).toBe(3 * 3600);
    expect(Sla.dueAt("2026-03-29T00:30:00.000Z", 3600, night)).toBe("2026-03-29T01:30:00.000Z");
  });

  test("a repeated hour counts twice", () => {
    const night = always("Europe/Paris", ["01:00", "05:00"]);
    expect(Sla.elapsedSeconds("2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z", night)).toBe(5 * 3600);
  });

  test("a boundary inside a gap moves to the end of the gap", () => {
    const late = always("Europe/Paris", ["02:30", "04:00"]);
    expect(Sla.dueAt("2026-03-28T22:00:00.000Z", 1, late)).toBe("2026-03-29T01:00:01.000Z");
    const early = always("Europe/Paris", ["01:00", "02:30"]);
    expect(Sla.dueAt("2026-03-29T00:00:00.000Z", 3600, early)).toBe("2026-03-29T01:00:00.000Z");
    expect(Sla.dueAt("2026-03-29T00:00:00.000Z", 3601, early)).toBe("2026-03-29T23:00:01.000Z");
  });

  test("a boundary inside a repeated hour holds both times the clock shows it", () => {
    const halfPast = always("Europe/Paris", ["02:00", "02:30"]);
    expect(Sla.dueAt("2026-10-25T00:00:00.000Z", 1800, halfPast)).toBe("2026-10-25T00:30:00.000Z");
    expect(Sla.dueAt("2026-10-25T00:00:00.000Z", 1801, halfPast)).toBe("2026-10-25T01:00:01.000Z");
  });

  test("a day the zone skipped has no hours", () => {
    const office = always("Pacific/Apia", ["09:00", "17:00"]);
    // Thursday the 29th closes at 17:00 (-10); the next opening is on Saturday the 31st, 09:00 (+14).
    expect(Sla.dueAt("2011-12-30T02:59:00.000Z", 120, office)).toBe("2011-12-30T19:01:00.000Z");
  });
});

describe.each(oddities)("%s, %s: %s", (timeZone, changeAt) => {
  const from = Date.parse(changeAt) - 3 * 86_400_000;
  const wall = wallClock(timeZone, from, 7 * 24 * 60);

  test("the deadline is the minute that counting minutes on the wall clock gives", () => {
    fc.assert(
      fc.property(
        calendars(timeZone),
        fc.nat(5 * 24 * 60),
        fc.integer({ min: 1, max: 1500 }),
        (calendar, at, count) => {
          const open = wall.map((minute) => isOpen(calendar, minute));
          const last = nthOpen(open, at, count);
          if (last === undefined) return;
          const due = Sla.dueAt(iso(from + at * minuteMilliseconds), count * 60, calendar);
          expect(due).toBe(iso(from + (last + 1) * minuteMilliseconds));
          expect(Sla.elapsedSeconds(iso(from + at * minuteMilliseconds), due, calendar)).toBe(count * 60);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("elapsed and due are each other's inverse, to the millisecond", () => {
  const starts = fc.date({ min: new Date("1995-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  const zones = fc.constantFrom(...new Set(oddities.map(([zone]) => zone)));
  fc.assert(
    fc.property(zones.chain(calendars), starts, fc.nat(400 * 3600 * 1000), (calendar, start, milliseconds) => {
      fc.pre(Object.values(calendar.weekly).some((intervals) => (intervals ?? []).length > 0));
      const due = Sla.dueAt(start.toISOString(), milliseconds / 1000, calendar);
      expect(Sla.elapsedSeconds(start.toISOString(), due, calendar)).toBe(milliseconds / 1000);
      const again = Sla.dueAt(start.toISOString(), Sla.elapsedSeconds(start.toISOString(), due, calendar), calendar);
      expect(again).toBe(due);
    }),
    { numRuns: 300 },
  );
});

test("the deadline of the open time until an open instant is that instant, and never a later one", () => {
  const near = fc.constantFrom(...oddities).chain(([zone, changeAt]) =>
    fc.record({
      calendar: calendars(zone),
      start: fc.integer({ min: -3 * 86_400_000, max: 0 }).map((shift) => iso(Date.parse(changeAt) + shift)),
      end: fc.integer({ min: 1, max: 3 * 86_400_000 }).map((shift) => iso(Date.parse(changeAt) + shift)),
    }),
  );
  fc.assert(
    fc.property(near, ({ calendar, start, end }) => {
      const due = Sla.dueAt(start, Sla.elapsedSeconds(start, end, calendar), calendar);
      const isOpenUntilEnd = Sla.elapsedSeconds(iso(Date.parse(end) - 1), end, calendar) > 0;
      expect(isOpenUntilEnd ? due === end : due <= end).toBe(true);
    }),
    { numRuns: 500 },
  );
});

type Minute = { readonly date: string; readonly weekday: (typeof weekdays)[number]; readonly time: string };

/** What a clock on the wall shows, minute by minute, read from the platform and not from the code under test. */
function wallClock(timeZone: string, from: number, count: number): Minute[] {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return Array.from({ length: count }, (_, index) => {
    const [date = "", time = ""] = clock.format(from + index * minuteMilliseconds).split(" ");
    const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "mon";
    return { date, weekday, time };
  });
}

const isOpen = (calendar: Sla.Calendar, { date, weekday, time }: Minute): boolean => {
  const usual = calendar.holidays?.includes(date) ? [] : (calendar.weekly[weekday] ?? []);
  return (calendar.exceptions?.[date] ?? usual).some(([opening, closing]) => opening <= time && time < closing);
};

const nthOpen = (open: readonly boolean[], from: number, count: number): number | undefined => {
  let left = count;
  for (let index = from; index < open.length; index += 1) {
    if (open[index]) left -= 1;
    if (left === 0) return index;
  }
  return undefined;
};

function calendars(timeZone: string): fc.Arbitrary<Sla.Calendar> {
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  // Mostly the small hours, where clocks change.
  const minute = fc.oneof(fc.integer({ min: 0, max: 240 }), fc.constantFrom(0, 60, 90, 120, 180, 1440), fc.nat(1440));
  const interval = fc
    .tuple(minute, minute)
    .filter(([left, right]) => left !== right)
    .map(([left, right]): [string, string] => [clock(Math.min(left, right)), clock(Math.max(left, right))]);
  const intervals = fc.array(interval, { maxLength: 3 });
  const days = oddities
    .filter(([zone]) => zone === timeZone)
    .flatMap(([, at]) => [-1, 0, 1].map((shift) => iso(Date.parse(at) + shift * 86_400_000).slice(0, 10)));
  return fc.record({
    timeZone: fc.constant(timeZone),
    weekly: fc.record({
      mon: intervals,
      tue: intervals,
      wed: intervals,
      thu: intervals,
      fri: intervals,
      sat: intervals,
      sun: intervals,
    }),
    holidays: fc.subarray(days),
    exceptions: fc.dictionary(fc.constantFrom(...days), intervals, { maxKeys: 2 }),
  });
}
