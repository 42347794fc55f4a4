import type * as Conversation from "#core/conversation";
import type { Instant } from "#core/sla";

/** What became of one promise of a first answer: it was answered, or its time ran out first. */
export type Outcome = { readonly at: Instant; readonly teamId: string; readonly channel: string } & (
  | { readonly kind: "answered"; readonly waitedSeconds: number; readonly isLate: boolean }
  | { readonly kind: "broken" }
);

type Place = Pick<Conversation.Conversation, "teamId" | "channel">;

/**
 * What one entry of a conversation's log says of its promise of a first answer. A promise is broken at its deadline,
 * whether it is answered later or never: what nobody answers must not flatter the figure.
 */
export const outcomesOf = (
  events: readonly Conversation.ConversationEvent[],
  { channel, teamId }: Place,
): readonly Outcome[] =>
  events.flatMap((event): readonly Outcome[] => {
    if (event.type === "marked" && event.target === "first-response" && event.mark === "breached") {
      return [{ kind: "broken", at: event.dueAt, teamId, channel }];
    }
    const isAnswer = event.type === "clock-stopped" && event.target === "first-response" && event.reason === "answered";
    if (!isAnswer || event.startedAt === undefined || event.at === undefined) return [];
    const waitedSeconds = Math.max(0, (Date.parse(event.at) - Date.parse(event.startedAt)) / 1000);
    return [{ kind: "answered", at: event.at, teamId, channel, waitedSeconds, isLate: event.late }];
  });

/** First answers of a while: how many, how long half and nine in ten of the customers waited, promises kept and broken. */
export type Pace = {
  readonly answered: number;
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly kept: number;
  readonly broken: number;
};

export const paceOf = (outcomes: readonly Outcome[]): Pace => {
  const answered = outcomes.filter((each) => each.kind === "answered");
  const waits = answered.map((each) => each.waitedSeconds).toSorted((left, right) => left - right);
  return {
    answered: answered.length,
    p50Seconds: percentile(waits, 0.5),
    p90Seconds: percentile(waits, 0.9),
    kept: answered.filter((each) => !each.isLate).length,
    broken: outcomes.filter((each) => each.kind === "broken").length,
  };
};

/** An hour of the past: everything together, and by team. */
export type Hour = Pace & { readonly startedAt: Instant; readonly teams: Readonly<Record<string, Pace>> };

export const hourOf = (startedAt: Instant, outcomes: readonly Outcome[]): Hour => ({
  startedAt,
  ...paceOf(outcomes),
  teams: Object.fromEntries(
    [...Map.groupBy(outcomes, (each) => each.teamId)].map(([teamId, ofTeam]) => [teamId, paceOf(ofTeam)]),
  ),
});

/** The smallest value that so large a share does not exceed (nearest rank); null where there is none. */
const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
