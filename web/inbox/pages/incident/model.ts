import type { Incident, Topic } from "../../data/incident/types.ts";
import { words } from "../../language/index.ts";
import { idFrom } from "../frame/model.ts";
import { incidentWords } from "./words.ts";

export const topicName = (topic: Topic | undefined): string =>
  topic === undefined ? incidentWords.words().everything : incidentWords.words().topics[topic];

/** What belongs to it, in words. */
export const ruleText = ({ channel, topic }: Incident["rule"]): string =>
  [topicName(topic), channel && words().channel[channel]].filter(Boolean).join(" · ");

/** The windows a supervisor chooses from, in minutes. */
export const WINDOWS = [15, 30, 60, 120, 240, 480, 1440] as const;

/** Where a suggestion's burst began, rounded up to a window. */
export const windowOf = (raisedAt: string, now: number): number => {
  const minutes = (now - Date.parse(raisedAt)) / 60_000 + 15;
  return WINDOWS.find((window) => window >= minutes) ?? 1440;
};

/** Those that are over, the one that ended last first. */
export const pastOf = (incidents: readonly Incident[]): Incident[] =>
  incidents
    .filter(({ status }) => status === "closed")
    .toSorted((left, right) => ((left.closedAt ?? "") < (right.closedAt ?? "") ? 1 : -1));

/** How many customers were told its words. */
export const toldTo = ({ timeline }: Pick<Incident, "timeline">): number =>
  timeline.reduce((sum, { count = 0, type }) => sum + (type === "sent" || type === "withheld" ? count : 0), 0);

/** What an address below `/incidents` shows: those that are over, or a single one. */
export const placeIn = (path: string): "all" | "closed" | { id: string } => {
  const [, written] = /^\/incidents\/([^/]+)/.exec(path) ?? [];
  if (written === undefined) return "all";
  return written === "closed" ? "closed" : { id: idFrom(written) };
};
