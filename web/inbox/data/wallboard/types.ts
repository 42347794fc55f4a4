import type { Channel, Instant } from "../api-types.ts";

export type Figures = {
  open: number;
  unassigned: number;
  atRisk: number;
  breached: number;
  urgent: number;
  oldestSince: Instant | null;
};

export type Presence = "present" | "away" | "offline";

export type AgentLoad = {
  id: string;
  name: string;
  teamIds: string[];
  presence: Presence;
  load: number;
  capacity: number;
  figures: Figures;
};

export type Board = {
  asOf: Instant;
  total: Figures;
  teams: { id: string; name: string; figures: Figures }[];
  channels: { channel: Channel; figures: Figures }[];
  groups: { teamId: string; channel: Channel; figures: Figures }[];
  agents: AgentLoad[];
};

export type Pace = {
  answered: number;
  p50Seconds: number | null;
  p90Seconds: number | null;
  kept: number;
  broken: number;
};

export type Hour = Pace & { startedAt: Instant; teams: (Pace & { id: string })[] };
export type HeatCell = { weekday: number; hour: number; begun: number; due: number; broken: number };
export type Trend = { hours: Hour[]; heat: HeatCell[]; weeks: number; timeZone: string };

export type Scope = "deadlines" | "open" | "unassigned" | "at-risk" | "breached" | "urgent" | "oldest";
/** What of the board is opened as a list. */
export type Selection = { scope: Scope; team?: string; channel?: Channel; agent?: string; incident?: string };
