import type { Step } from "#core/handoff/step";
import type { Http } from "../api.ts";

export const BREAKDOWNS = ["day", "weekday", "hour", "team", "channel", "topic", "agent"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

type Spread = { count: number; p50Seconds: number | null; p90Seconds: number | null };
type Took = { business: Spread; customer: Spread };
type Promised = { kept: number; broken: number };

/** Where the way to the secure page may stop before the customer is there. */
export const HANDOFF_STOPS = ["offered", "delivered", "opened"] as const;
type HandoffStop = (typeof HANDOFF_STOPS)[number];

export type Figures = {
  opened: number;
  received: number;
  heard: number;
  sent: { byPeople: number; automatic: number };
  closed: { answered: number; "no-answer-needed": number; redirected: number };
  reopened: number;
  ratings: { count: number; sum: number };
  promises: { "first-response": Promised; "next-response": Promised; resolution: Promised };
  firstResponse: Took;
  nextResponse: Took;
  resolution: Took;
  handoff: Record<Step, number> & {
    stoppedAfter: Record<HandoffStop, number>;
    arrival: Spread;
  };
  workSeconds: number;
  costCents: number | null;
};

export type Report = {
  by: Breakdown;
  isOwn: boolean;
  currency?: string;
  phoneCallCents?: number;
  total: Figures;
  groups: { key: string; name?: string; figures: Figures }[];
};

/** Days of the bank's wall clock, both included. */
export type Question = { from: string; to: string; by: Breakdown; team?: string; channel?: string; topic?: string };

export const createReportApi = (http: Http) => ({
  report: (question: Question) => http.read<Report>(`/reports?${searchOf(question)}`),
  /** The same for a spreadsheet. */
  csv: (question: Question) => http.file(`/reports/csv?${searchOf(question)}`),
});

const searchOf = (question: Question): string =>
  new URLSearchParams(Object.entries(question).filter(([, value]) => value)).toString();
