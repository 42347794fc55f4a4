import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";
import type { Bank } from "../../web/inbox/data/bank/api.ts";
import { daysOf, daysText, intervalsOf, intervalsText } from "../../web/inbox/pages/hours/calendar-model.ts";
import { allowedText, tidy, withUsual } from "../../web/inbox/pages/hours/model.ts";

const minute = fc.integer({ min: 0, max: 24 * 60 });
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

describe("hours of a day, as a person writes them", () => {
  test("what the page shows is read back as it was, and the calendar takes it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 8 }), (minutes) => {
        const sorted = minutes.toSorted((left, right) => left - right);
        const intervals = sorted.flatMap((opening, at): [string, string][] => {
          const closing = sorted[at + 1];
          return at % 2 === 0 && closing !== undefined ? [[clock(opening), clock(closing)]] : [];
        });
        expect(intervalsOf(intervalsText(intervals))).toEqual(intervals);
        expect(Sla.Calendar.safeParse({ timeZone: "Europe/Paris", weekly: { mon: intervals } }).success).toBe(true);
      }),
    );
  });

  test.each([
    [
      "9-12, 14h-18h30",
      [
        ["09:00", "12:00"],
        ["14:00", "18:30"],
      ],
    ],
    [
      "14:00–18:00 ; 9 h – 12 h",
      [
        ["09:00", "12:00"],
        ["14:00", "18:00"],
      ],
    ],
    ["0-24", [["00:00", "24:00"]]],
    ["", []],
  ])("%j is understood", (text, intervals) => {
    expect(intervalsOf(text)).toEqual(intervals);
  });

  test.each(["closed", "18-9", "9-12-14", "25-26", "9:75-10", "9-12, 11-14", "24:30-24:45", "9"])(
    "%j is refused, not guessed",
    (text) => {
      expect(intervalsOf(text)).toBeUndefined();
    },
  );
});

describe("days unlike others", () => {
  test("days off and days with other hours stand in one list, by date, and come back as they were", () => {
    const days = {
      holidays: ["2026-12-25", "2027-01-01"],
      exceptions: { "2026-12-24": [["09:00", "12:00"] as const] },
    };
    expect(daysText(days)).toBe("2026-12-24 09:00-12:00\n2026-12-25\n2027-01-01");
    expect(daysOf(daysText(days))).toEqual({ days });
    expect(daysOf("\n \n")).toEqual({ days: {} });
  });

  test.each(["2026-02-30", "25/12/2026", "2026-12-24 morning"])("%j is named as what cannot be read", (line) => {
    expect(daysOf(`2026-12-25\n${line}`)).toEqual({ wrong: line });
  });
});

const bank: Bank = {
  id: "lumiere",
  revision: 3,
  name: "Banque Lumière",
  languages: ["fr", "en"],
  timeZone: "Europe/Paris",
  accounts: [],
  teams: [{ id: "social", name: "Réseaux sociaux" }],
  automaticAnswers: { urgent: { fr: "Appelez", en: " " }, outsideHours: { fr: "" } },
  satisfaction: { fr: "", en: "" },
  slaPolicies: [
    { ...Sla.defaultPolicy, version: 1 },
    { ...Sla.defaultPolicy, version: 2 },
  ],
};

test("words that were emptied are not sent, and what the page does not show goes back as it came", () => {
  const sent = tidy({ ...bank, costs: { currency: "EUR" } } as Bank);
  expect(sent).toEqual({
    ...bank,
    costs: { currency: "EUR" },
    automaticAnswers: { urgent: { fr: "Appelez" } },
    satisfaction: undefined,
  });
  expect("satisfaction" in sent).toBe(false);
});

test("a change is of the promise that counts today; what was promised before stays", () => {
  const [before, now] = withUsual(bank, { firstResponseSeconds: 60 }).slaPolicies;
  expect(before).toEqual(bank.slaPolicies[0]);
  expect(now).toEqual({ ...bank.slaPolicies[1], firstResponseSeconds: 60 });
});

test("open time is told in hours, never in days", () => {
  expect([86_400, 5_400, 900, 7_200].map(allowedText)).toEqual([
    "24\u00a0h",
    "1\u00a0h 30\u00a0min",
    "15\u00a0min",
    "2\u00a0h",
  ]);
});
