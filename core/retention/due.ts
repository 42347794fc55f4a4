import * as Conversation from "#core/conversation";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Policy } from "./policy.ts";

/**
 * When the words of conversations that are read together are due to go: so many days after the last of them was closed, and
 * not before the term begins, or what is still to come of one is over: a follow-up, the last day of a complaint. Undefined
 * while one is open, and when all of them are erased.
 */
export const dueAt = (
  together: readonly Conversation.Conversation[],
  { beginsAt, wordsDays }: Policy,
): Sla.Instant | undefined => {
  const left = together.filter((state) => !Conversation.isErased(state));
  if (left.length === 0 || left.some(({ status }) => status === "open")) return undefined;
  return left
    .flatMap((state) => [
      Instant.after(state.closedAt ?? state.lastMessageAt, wordsDays * Instant.daySeconds),
      ...comingIn(state),
    ])
    .concat(beginsAt ?? [])
    .toSorted()
    .at(-1);
};

/** Closed before this instant: looked at. The others need not be read. */
export const closedBefore = (now: Sla.Instant, { wordsDays }: Policy): Sla.Instant =>
  Instant.after(now, -wordsDays * Instant.daySeconds);

/** Conversations whose words are kept, or read, in this one too: they go together. */
export const beside = ({
  mergedIds = [],
  mergedInto,
  partIds = [],
  splitFrom,
}: Conversation.Conversation): readonly string[] => [
  ...new Set([
    ...mergedIds,
    ...partIds,
    ...[mergedInto?.conversationId, splitFrom?.conversationId].flatMap((id) => id ?? []),
  ]),
];

const comingIn = ({ complaint, followUpAt }: Conversation.Conversation): readonly Sla.Instant[] => [
  ...(followUpAt === undefined ? [] : [followUpAt]),
  ...(complaint?.status === "confirmed" ? [complaint.answerAtMostBy ?? complaint.answerBy] : []),
];
