import type * as Board from "#core/board";
import type { Runtime } from "#functions/runtime";

/** Conversations looked at in one minute, from each side. */
const slice = 100;

/**
 * Finds what a crash between a commit and its message kept from the wallboard: each minute another part of what it
 * counts is compared with the heads, and the part of the open list that it should count. Whatever differs is told again.
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
  const { cards } = await store.listCards(entityId, { kind: "status", status: "open" }, { limit: slice });
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
