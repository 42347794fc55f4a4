import type * as Board from "#core/board";
import type * as Conversation from "#core/conversation";
import type { Runtime } from "#functions/runtime";

/** Conversations looked at in one minute: of those that are counted, and of the newest. */
const slice = 100;

/**
 * Finds what the wallboard has missed because a crash lost the message that follows a commit. Each minute a slice of what it
 * counts is compared with the heads, and the newest open conversations with what it counts; what differs is told again.
 * @returns what the wallboard counts
 */
export const repair = async ({ now, queues, store }: Runtime, entityId: string): Promise<readonly Board.Standing[]> => {
  const standings = await store.listStandings(entityId);
  const minute = Math.floor(Date.parse(now()) / 60_000);
  const counted = part(standings.toSorted(byId), minute);
  const heads = new Map(
    (
      await store.readCards(
        entityId,
        counted.map((each) => each.conversationId),
      )
    ).map((card) => [card.id, card]),
  );
  const stale = counted.filter(({ conversationId, version }) => (heads.get(conversationId)?.version ?? 0) > version);
  const known = new Set(standings.map((each) => each.conversationId));
  // Whatever was lost a moment ago is among the newest. Posts that listening found are counted once somebody takes them up.
  const isCounted = ({ overheard }: Conversation.Card): boolean => !overheard;
  const newest = { limit: slice, newestFirst: true, isWanted: isCounted };
  const { cards } = await store.findCards(entityId, { kind: "latest" }, newest);
  const missing = cards.filter((card) => !known.has(card.id));
  const ids = [...stale.map((each) => each.conversationId), ...missing.map((card) => card.id)];
  const versions = new Map([...heads.values(), ...missing].map((card) => [card.id, card.version]));
  await queues.send(
    "changes",
    ids.map((conversationId) => ({ body: { entityId, conversationId, version: versions.get(conversationId) ?? 1 } })),
  );
  return standings;
};

const part = (standings: readonly Board.Standing[], minute: number): readonly Board.Standing[] => {
  const parts = Math.max(1, Math.ceil(standings.length / slice));
  const start = (minute % parts) * slice;
  return standings.slice(start, start + slice);
};

const byId = (left: Board.Standing, right: Board.Standing): number =>
  left.conversationId < right.conversationId ? -1 : 1;
