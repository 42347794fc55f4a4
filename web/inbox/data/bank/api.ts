import type * as Redaction from "#core/redaction";
import type { Api } from "../api.ts";

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

/** A promise, in seconds of open time. Steps and fractions are sent back as they were read. */
export type Policy = {
  id: string;
  version: number;
  calendar: Calendar;
  firstResponseSeconds: number;
  nextResponseSeconds: number;
  resolutionSeconds: number;
};

export type PolicyRule = { policy: Policy; when: { readonly [condition: string]: readonly string[] } };
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
  save: (bank: Bank) => http.command<Bank>("PUT", "/entity", crypto.randomUUID(), bank),
});
