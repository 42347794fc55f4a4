import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Sla from "#core/sla";
import type { Bank } from "../../web/inbox/data/bank/api.ts";
import { daysOf, daysText, intervalsOf, intervalsText } from "../../web/inbox/pages/hours/calendar-model.ts";
import { allowedText, tidy, usualOf, withUsual } from "../../web/inbox/pages/hours/model.ts";
import {
  added,
  coveredBy,
  dayAndNight,
  fractionsOf,
  fractionsText,
  hoursOf,
  moved,
  nextFriday,
  problemsOf,
  rulesOf,
  ticked,
  usualRules,
  withHours,
  withRules,
} from "../../web/inbox/pages/hours/rules-model.ts";

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

describe("rules of promises", () => {
  test("where a bank wrote none, the page shows those that count", () => {
    expect(usualRules).toEqual(Sla.defaultRules);
    expect(rulesOf(bank)).toEqual(Sla.defaultRules);
    expect(rulesOf({ ...bank, slaRules: [] })).toEqual([]);
  });

  test("a rule that is added has an id of its own, and what is usually promised", () => {
    const twice = added(added(bank));
    const ids = rulesOf(twice).map(({ policy }) => policy.id);
    expect(new Set(ids).size).toBe(3);
    expect(rulesOf(twice).at(-1)?.policy).toEqual({ ...usualOf(bank), id: ids[2], version: 1 });
    const kept = { ...bank, slaPolicies: [{ ...Sla.defaultPolicy, id: "rule-2" }, ...bank.slaPolicies] };
    expect(rulesOf(added(kept)).at(-1)?.policy.id).toBe("rule-3");
  });

  test("the order is changed one place at a time, and not beyond its ends", () => {
    const rules = rulesOf(added(added(bank)));
    const ids = (of: readonly { policy: { id: string } }[]) => of.map(({ policy }) => policy.id);
    expect(ids(moved(rules, 2, -1))).toEqual(["urgent", "rule-3", "rule-2"]);
    expect(ids(moved(moved(rules, 2, -1), 1, 1))).toEqual(ids(rules));
    expect(moved(rules, 0, -1)).toEqual(rules);
    expect(moved(rules, 2, 1)).toEqual(rules);
  });

  test("a condition without a value is none", () => {
    const cards = ticked({}, "topic", "cards", true);
    expect(cards).toEqual({ topic: ["cards"] });
    expect(ticked(cards, "topic", "fraud", true)).toEqual({ topic: ["cards", "fraud"] });
    expect(ticked(cards, "topic", "cards", false)).toEqual({});
  });

  test.each([
    [{ topic: ["cards"] }, { topic: ["cards"] }, 0],
    [{ topic: ["cards", "fraud"] }, { topic: ["cards"], channel: ["x.dm"] }, 0],
    [{}, { topic: ["cards"] }, 0],
    [{ topic: ["cards"] }, { topic: ["cards", "fraud"] }, undefined],
    [{ topic: ["cards"], channel: ["x.dm"] }, { topic: ["cards"] }, undefined],
  ])("after %o, %o is covered by %o: what a core that chooses would never choose", (first, second, expected) => {
    const [early, late] = [Sla.urgentPolicy, { ...Sla.urgentPolicy, id: "late" }];
    const rules = [
      { when: first, policy: early },
      { when: second, policy: late },
    ];
    expect(coveredBy(rules, 1)).toBe(expected);
    const subject = Object.fromEntries(Object.entries(second).map(([name, values]) => [name, values.at(-1)]));
    expect(Sla.choosePolicy(subject, rules) === late).toBe(expected === undefined);
  });

  test("promises that run on the bank's hours go with them, others keep their own", () => {
    const rules = [...rulesOf(added(bank))];
    const hours = { timeZone: "Europe/Paris", weekly: { mon: [["10:00", "12:00"]] } } as const;
    const next = withHours(withRules(bank, rules), hours);
    const usual = usualOf(next);
    if (usual === undefined) throw new Error("a bank promises something");
    expect(usual.calendar).toEqual(hours);
    expect(rulesOf(next).map(({ policy }) => hoursOf(policy, usual))).toEqual(["always", "bank"]);
    expect(next.slaPolicies[0]).toEqual(bank.slaPolicies[0]);
    const open = withUsual(withRules(bank, rules), { calendar: dayAndNight });
    const closing = withHours(withRules(open, usualRules), hours);
    expect(rulesOf(closing)).toEqual(usualRules);
    expect(hoursOf({ ...usual, calendar: { ...dayAndNight, timeZone: "Europe/Paris" } }, usual)).toBe("own");
  });

  test.each([
    ["50, 80", [0.5, 0.8]],
    ["80 % et 50 %", [0.5, 0.8]],
    ["33.5;33.5 90", [0.335, 0.9]],
    ["", []],
  ])("%j is understood as parts of the time", (text, fractions) => {
    expect(fractionsOf(text)).toEqual(fractions);
    expect(fractionsOf(fractionsText(fractions))).toEqual(fractions);
  });

  test.each(["0", "100", "half", "-5", "50, 150", "10 20 30 40 50 60"])("%j is refused, not guessed", (text) => {
    expect(fractionsOf(text)).toBeUndefined();
  });

  test("what is for everything, and steps that do nothing, have to be put right first", () => {
    const next = added(bank);
    expect(problemsOf(next)).toEqual([{ kind: "for-all", rule: 1 }]);
    expect(problemsOf(withUsual(bank, { escalation: [{ afterSeconds: 0, actions: [] }] }))).toEqual([
      { kind: "idle-step", rule: undefined },
    ]);
    expect(problemsOf(withUsual(bank, { escalation: [{ afterSeconds: 0, actions: [], teamId: "social" }] }))).toEqual(
      [],
    );
  });

  test.each([
    ["2026-11-23", "2026-11-27T17:40"],
    ["2026-11-27", "2026-11-27T17:40"],
    ["2026-11-28", "2026-12-04T17:40"],
  ])("after %s the Friday that comes is %s", (today, friday) => {
    expect(nextFriday(today)).toBe(friday);
  });
});
