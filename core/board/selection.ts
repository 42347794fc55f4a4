import { isUnassigned } from "./figure.ts";
import type { Standing } from "./standing.ts";

/** What a figure of the wallboard counts, as a list; `deadlines`: every promise that can still be kept. */
export const scopes = ["deadlines", "open", "unassigned", "at-risk", "breached", "urgent", "oldest"] as const;
export type Scope = (typeof scopes)[number];

export type Selection = {
  readonly scope: Scope;
  readonly teamId?: string | undefined;
  readonly channel?: string | undefined;
  readonly agentId?: string | undefined;
  readonly incidentId?: string | undefined;
};

/** The conversations that a figure counts, the most pressing first. */
export const select = (standings: readonly Standing[], selection: Selection): readonly Standing[] =>
  standings
    .filter((each) => isOf(each, selection) && isIn(each, selection.scope))
    .toSorted(selection.scope === "oldest" ? byWait : byDeadline);

const isOf = (standing: Standing, { agentId, channel, incidentId, teamId }: Selection): boolean =>
  (teamId === undefined || standing.teamId === teamId) &&
  (channel === undefined || standing.channel === channel) &&
  (agentId === undefined || standing.agentId === agentId) &&
  (incidentId === undefined || standing.incidentId === incidentId);

const isIn = (standing: Standing, scope: Scope): boolean => {
  switch (scope) {
    case "deadlines":
      return standing.dueAt !== undefined && standing.stand !== "breached";
    case "open":
      return true;
    case "unassigned":
      return isUnassigned(standing);
    case "at-risk":
    case "breached":
      return standing.stand === scope;
    case "urgent":
      return standing.isUrgent;
    case "oldest":
      return standing.waitingSince !== undefined;
    default:
      return scope satisfies never;
  }
};

/** What has no deadline follows what has one. */
const byDeadline = (left: Standing, right: Standing): number =>
  compare(left.dueAt ?? "~", right.dueAt ?? "~") || byWait(left, right);

const byWait = (left: Standing, right: Standing): number =>
  compare(left.waitingSince ?? "~", right.waitingSince ?? "~") || compare(left.conversationId, right.conversationId);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
