import type { Channel } from "../../data/api-types.ts";
import type { AgentLoad, Figures, HeatCell, Hour, Pace, Scope, Selection } from "../../data/wallboard/types.ts";

/** Nine in ten days have no breach at all in an hour: one is worth a colour, a tenth of the promises the strongest. */
export const isSame = (left: Selection, right: Selection): boolean =>
  left.scope === right.scope &&
  left.team === right.team &&
  left.channel === right.channel &&
  left.agent === right.agent &&
  left.incident === right.incident;

export type Column = Exclude<keyof Figures, "oldestSince" | "urgent">;
export const COLUMNS: readonly { figure: Column; scope: Scope }[] = [
  { figure: "open", scope: "open" },
  { figure: "unassigned", scope: "unassigned" },
  { figure: "atRisk", scope: "at-risk" },
  { figure: "breached", scope: "breached" },
];

/** What a number means to somebody across the room. */
export const toneOf = (figure: Column, count: number): "calm" | "risk" | "breach" => {
  if (count === 0 || figure === "open" || figure === "unassigned") return "calm";
  return figure === "atRisk" ? "risk" : "breach";
};

/** Those at work first, then those with the most to do. */
export const byPresence = (agents: readonly AgentLoad[]): AgentLoad[] =>
  agents.toSorted(
    (left, right) =>
      ORDER[left.presence] - ORDER[right.presence] ||
      right.figures.breached - left.figures.breached ||
      right.load / Math.max(1, right.capacity) - left.load / Math.max(1, left.capacity) ||
      left.name.localeCompare(right.name),
  );

const ORDER = { present: 0, away: 1, offline: 2 } as const;

/** The pace of one team, or of all. */
export const paceOf = (hour: Hour, team: string | undefined): Pace =>
  team === undefined
    ? hour
    : (hour.teams.find(({ id }) => id === team) ?? {
        answered: 0,
        p50Seconds: null,
        p90Seconds: null,
        kept: 0,
        broken: 0,
      });

/** The share of promises that were broken, in whole percent; null where none ended. */
export const breachShare = ({ broken, kept }: Pick<Pace, "kept" | "broken">): number | null =>
  kept + broken === 0 ? null : Math.round((100 * broken) / (kept + broken));

export type HeatMode = "begun" | "broken";

/** Rows Monday to Sunday, 24 hours each. `level` is 0 to 4. */
export const heatRows = (cells: readonly HeatCell[], mode: HeatMode) => {
  const known = new Map(cells.map((cell) => [`${cell.weekday}#${cell.hour}`, cell]));
  const value = (cell: HeatCell | undefined): number | null => {
    if (cell === undefined) return mode === "begun" ? 0 : null;
    return mode === "begun" ? cell.begun : breachShare({ broken: cell.broken, kept: cell.due - cell.broken });
  };
  const most = mode === "begun" ? Math.max(1, ...cells.map((cell) => cell.begun)) : 40;
  return Array.from({ length: 7 }, (_, day) => ({
    weekday: day + 1,
    hours: Array.from({ length: 24 }, (__, hour) => {
      const found = value(known.get(`${day + 1}#${hour}`));
      return { hour, value: found, level: levelOf(found, most) };
    }),
  }));
};

const levelOf = (value: number | null, most: number): number =>
  value === null || value === 0 ? 0 : Math.min(4, Math.ceil((4 * value) / most));

export type ChannelOf = { channel: Channel };
