import type * as Redaction from "#core/redaction";
import type { Api } from "../api.ts";
import type { Instant } from "../api-types.ts";

/** What the bank's own rules of redaction say. */
export type Rules = Redaction.Policy;

/** "09:00" to "24:00" on the wall clock, opening and closing. */
export type Interval = readonly [string, string];
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type Calendar = {
  timeZone: string;
  weekly: { readonly [day in Weekday]?: readonly Interval[] | undefined };
  /** Dates on which nobody works. */
  holidays?: readonly string[] | undefined;
  /** Dates with hours of their own. */
  exceptions?: Readonly<Record<string, readonly Interval[]>> | undefined;
};

export const ACTIONS = ["raise-priority", "notify-supervisors", "return-to-team"] as const;
export type EscalationAction = (typeof ACTIONS)[number];

/** What is done once an answer is late, so many seconds of open time after its deadline. */
export type Escalation = { afterSeconds: number; actions: readonly EscalationAction[]; teamId?: string | undefined };

/** A promise, in seconds of open time. */
export type Policy = {
  id: string;
  version: number;
  calendar: Calendar;
  firstResponseSeconds: number;
  nextResponseSeconds: number;
  resolutionSeconds: number;
  /** Parts of the time after which it is at risk: 0.5 for half of it. */
  atRiskFractions: readonly number[];
  escalation?: readonly Escalation[] | undefined;
};

/** `segment`: who writes is on one of the bank's lists of people. `priority`: how pressing the message reads. */
export const CONDITIONS = ["channel", "topic", "priority", "language", "segment"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The first rule of which every condition holds, one of its values each, decides. */
export type PolicyRule = {
  policy: Policy;
  when: { readonly [condition in Condition]?: readonly string[] | undefined };
};

/** What a message would be promised. */
export type Foretold = {
  rule: number | null;
  timeZone: string;
  targets: { kind: "first-response" | "next-response" | "resolution"; dueAt: Instant; atRiskAt: Instant[] }[];
  steps: { at: Instant; actions: string[]; teamId?: string }[];
};
export type Foretelling = {
  at: string;
  subject: { readonly [condition in Condition]?: string };
  rules: readonly PolicyRule[];
  usual: Policy;
};
export type Approved = { fr?: string; en?: string };
export type Team = { id: string; name: string; overflowTeamId?: string };

/** What of the bank is changed on the pages of hours and of redaction; all else goes back as it came. */
export type Bank = {
  id: string;
  revision?: number;
  name: string;
  languages: ("fr" | "en")[];
  timeZone: string;
  teams: Team[];
  accounts: { teamId: string; name: string; platform: string }[];
  automaticAnswers?: { urgent?: Approved; outsideHours?: Approved };
  satisfaction?: Approved;
  /** The last one is what is promised today. */
  slaPolicies: Policy[];
  slaRules?: PolicyRule[];
  redaction?: Rules;
};

export const bankApi = ({ http }: Pick<Api, "http">) => ({
  read: () => http.read<Bank>("/entity"),
  foretell: (asked: Foretelling) => http.command<Foretold>("POST", "/promises/foretell", crypto.randomUUID(), asked),
  save: (bank: Bank) => http.command<Bank>("PUT", "/entity", crypto.randomUUID(), bank),
});
