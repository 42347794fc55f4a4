import type { Channel, Instant } from "../api-types.ts";

export const TOPICS = [
  "cards",
  "payments",
  "loans",
  "online-banking",
  "fraud",
  "branch",
  "complaint",
  "praise",
  "other",
] as const;
export type Topic = (typeof TOPICS)[number];

/** More than usual, of one topic or of everything. */
export type Alert = {
  topic?: Topic;
  raisedAt: Instant;
  lastSeenAt: Instant;
  peak: { count: number; usual: number; deviations: number };
};

export type Incident = {
  id: string;
  title: string;
  rule: { topic?: Topic; channel?: Channel; since: Instant };
  status: "open" | "closed";
  openedAt: Instant;
  openedBy: string;
  closedAt: Instant | null;
  summary: string | null;
  answer: {
    version: number;
    words: { fr?: string; en?: string };
    proposedBy: string;
    approvedBy: string | null;
  } | null;
  walk: { kind: "gather" | "answer"; isOver: boolean; done: number; skipped: number; of: number } | null;
  open: number;
  breached: number;
  timeline: {
    type: "opened" | "proposed" | "approved" | "gathered" | "sent" | "withheld" | "closed";
    at: Instant;
    agentId: string;
    count?: number;
  }[];
};

export type Incidents = { items: Alert[]; incidents: Incident[] };
export type NewIncident = { title: string; topic?: Topic; channel?: Channel; sinceMinutes: number };
