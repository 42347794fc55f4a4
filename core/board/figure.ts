import type { Instant } from "#core/sla";
import type { Standing } from "./standing.ts";

/** What the wallboard says of a group of conversations. */
export type Figures = {
  readonly open: number;
  /** No agent has it. */
  readonly unassigned: number;
  readonly atRisk: number;
  readonly breached: number;
  readonly urgent: number;
  /** Since when the customer who has waited longest waits. */
  readonly oldestSince: Instant | null;
};

export type Group = { readonly teamId: string; readonly channel: string; readonly figures: Figures };

/** The figures of each team on each channel; a group with nothing open is left out. */
export const groups = (standings: readonly Standing[]): readonly Group[] => {
  const sorted = Map.groupBy(standings, ({ channel, teamId }) => `${teamId}#${channel}`);
  return [...sorted.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ teamId: first.teamId, channel: first.channel, figures: figuresOf(members) }];
  });
};

export const figuresOf = (standings: readonly Standing[]): Figures => {
  let [unassigned, atRisk, breached, urgent] = [0, 0, 0, 0];
  let oldestSince: Instant | null = null;
  for (const each of standings) {
    if (isUnassigned(each)) unassigned += 1;
    if (each.stand === "at-risk") atRisk += 1;
    if (each.stand === "breached") breached += 1;
    if (each.isUrgent) urgent += 1;
    const since = each.waitingSince;
    if (since !== undefined && (oldestSince === null || since < oldestSince)) oldestSince = since;
  }
  return { open: standings.length, unassigned, atRisk, breached, urgent, oldestSince };
};

/** The figures of several groups together. */
export const sum = (parts: readonly Figures[]): Figures => ({
  open: total(parts, "open"),
  unassigned: total(parts, "unassigned"),
  atRisk: total(parts, "atRisk"),
  breached: total(parts, "breached"),
  urgent: total(parts, "urgent"),
  oldestSince: parts.flatMap(({ oldestSince }) => oldestSince ?? []).sort()[0] ?? null,
});

export const isUnassigned = ({ agentId, isOutOfQueue }: Standing): boolean => agentId === undefined && !isOutOfQueue;

const total = (parts: readonly Figures[], name: Exclude<keyof Figures, "oldestSince">): number =>
  parts.reduce((count, part) => count + part[name], 0);
