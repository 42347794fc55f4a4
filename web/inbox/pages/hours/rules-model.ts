import type { Bank, Calendar, Escalation, Policy, PolicyRule } from "../../data/bank/api.ts";
import { CONDITIONS, WEEKDAYS } from "../../data/bank/api.ts";
import { usualOf } from "./model.ts";

const allDay = [["00:00", "24:00"]] as const;

export const dayAndNight: Calendar = {
  timeZone: "UTC",
  weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, allDay])),
};

const atOnce: Escalation = { afterSeconds: 0, actions: ["raise-priority", "notify-supervisors"] };

/** What counts where a bank wrote no rules: what cannot wait is answered within a quarter of an hour, day and night. */
export const usualRules: readonly PolicyRule[] = [
  {
    when: { priority: ["urgent"] },
    policy: {
      id: "urgent",
      version: 1,
      calendar: dayAndNight,
      firstResponseSeconds: 15 * 60,
      nextResponseSeconds: 15 * 60,
      resolutionSeconds: 24 * 3600,
      atRiskFractions: [0.5, 0.8],
      escalation: [atOnce],
    },
  },
];

export const rulesOf = ({ slaRules }: Bank): readonly PolicyRule[] => slaRules ?? usualRules;

export const withRules = (bank: Bank, rules: readonly PolicyRule[]): Bank => ({ ...bank, slaRules: [...rules] });

export const changed = (rules: readonly PolicyRule[], at: number, part: Partial<PolicyRule>): PolicyRule[] =>
  rules.map((rule, other) => (other === at ? { ...rule, ...part } : rule));

export const removed = (rules: readonly PolicyRule[], at: number): PolicyRule[] =>
  rules.filter((_, other) => other !== at);

/** One place up (-1) or down (1): the first rule that fits counts. */
export const moved = (rules: readonly PolicyRule[], at: number, by: -1 | 1): PolicyRule[] => {
  const [here, there] = [rules[at], rules[at + by]];
  if (here === undefined || there === undefined) return [...rules];
  return rules.map((rule, other) => (other === at ? there : other === at + by ? here : rule));
};

/** A rule more, at the end, with what is usually promised and under an id that no promise of the bank ever had. */
export const added = (bank: Bank): Bank => {
  const usual = usualOf(bank);
  if (usual === undefined) return bank;
  const rules = rulesOf(bank);
  const taken = new Set([...bank.slaPolicies, ...rules.map(({ policy }) => policy)].map(({ id }) => id));
  let number = rules.length + 1;
  while (taken.has(`rule-${number}`)) number += 1;
  return withRules(bank, [...rules, { when: {}, policy: { ...usual, id: `rule-${number}`, version: 1 } }]);
};

/** With one value more of a condition, or one less; a condition without any is none. */
export const ticked = (
  when: PolicyRule["when"],
  condition: (typeof CONDITIONS)[number],
  value: string,
  isOn: boolean,
): PolicyRule["when"] => {
  const { [condition]: before = [], ...others } = when;
  const values = isOn ? [...before.filter((each) => each !== value), value] : before.filter((each) => each !== value);
  return values.length === 0 ? others : { ...others, [condition]: values };
};

export const isForAll = ({ when }: PolicyRule): boolean => CONDITIONS.every((condition) => !when[condition]?.length);

/** The place of an earlier rule that fits everything that this one fits, so that it never counts. */
export const coveredBy = (rules: readonly PolicyRule[], at: number): number | undefined => {
  const rule = rules[at];
  if (rule === undefined) return undefined;
  const found = rules.slice(0, at).findIndex((earlier) =>
    CONDITIONS.every((condition) => {
      const [wide, narrow] = [earlier.when[condition], rule.when[condition]];
      return wide === undefined || narrow?.every((value) => wide.includes(value)) === true;
    }),
  );
  return found < 0 ? undefined : found;
};

export type Hours = "bank" | "always" | "own";

/** On which hours a promise runs. Of a bank that never closes, what never waits would not begin to when the bank does. */
export const hoursOf = (policy: Policy, usual: Policy): Hours => {
  if (isSameCalendar(policy.calendar, dayAndNight)) return "always";
  return isSameCalendar(policy.calendar, usual.calendar) ? "bank" : "own";
};

/** The bank's hours changed: promises that run on them go with them. */
export const withHours = (bank: Bank, calendar: Calendar): Bank => {
  const usual = usualOf(bank);
  const follows = ({ policy }: PolicyRule) => usual !== undefined && hoursOf(policy, usual) === "bank";
  const rules = bank.slaRules?.map((rule) =>
    follows(rule) ? { ...rule, policy: { ...rule.policy, calendar } } : rule,
  );
  const slaPolicies = bank.slaPolicies.map((policy) => (policy === usual ? { ...policy, calendar } : policy));
  return { ...bank, slaPolicies, ...(rules === undefined ? {} : { slaRules: rules }) };
};

const isSameCalendar = (left: Calendar, right: Calendar): boolean => {
  const text = ({ exceptions = {}, holidays = [], timeZone, weekly }: Calendar) =>
    JSON.stringify([
      timeZone,
      WEEKDAYS.map((day) => weekly[day] ?? []),
      holidays,
      Object.entries(exceptions).toSorted(),
    ]);
  return text(left) === text(right);
};

/** "50, 80": the parts of the time after which it is at risk, in percent. */
export const fractionsText = (fractions: readonly number[]): string =>
  fractions.map((fraction) => Number((fraction * 100).toFixed(2))).join(", ");

const MOST_FRACTIONS = 5;

/** Percents as people write them, "50 %, 80 %"; undefined where one is none. Nothing: no warning comes before the deadline. */
export const fractionsOf = (text: string): number[] | undefined => {
  const parts = text.split(/[,;\s%]+|\bet\b|\band\b/).filter((part) => part !== "");
  const percents = parts.map((part) => (/^\d{1,2}(?:\.\d{1,2})?$/.test(part) ? Number(part) : Number.NaN));
  if (percents.some((percent) => !(percent > 0 && percent < 100)) || percents.length > MOST_FRACTIONS) return undefined;
  return [...new Set(percents)].toSorted((left, right) => left - right).map((percent) => percent / 100);
};

export const MOST_STEPS = 5;

/** A step that does something: it acts, or gives the conversation to another team. */
export const isStep = ({ actions, teamId }: Escalation): boolean => actions.length > 0 || teamId !== undefined;

export type Problem = { kind: "for-all" | "idle-step"; rule: number | undefined };

/** What has to be put right before it is kept, by rule; undefined for what is usually promised. */
export const problemsOf = (bank: Bank): Problem[] => {
  const rules = bank.slaRules ?? [];
  const idle = ({ escalation = [] }: Policy) => escalation.some((step) => !isStep(step));
  const usual = usualOf(bank);
  return [
    ...(usual !== undefined && idle(usual) ? [{ kind: "idle-step", rule: undefined } as const] : []),
    ...rules.flatMap((rule, at): Problem[] => [
      ...(isForAll(rule) ? [{ kind: "for-all", rule: at } as const] : []),
      ...(idle(rule.policy) ? [{ kind: "idle-step", rule: at } as const] : []),
    ]),
  ];
};

/** The Friday that comes, at twenty to six in the evening: where hours and promises show best. `today`: "2026-11-23". */
export const nextFriday = (today: string): string => {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((12 - day.getUTCDay()) % 7));
  return `${day.toISOString().slice(0, 10)}T17:40`;
};
