import type * as Entity from "#core/entity";
import * as Retention from "#core/retention";
import { isOnHold, orderErasure, type Runtime, readTogether } from "#functions/runtime";
import { forEachOf } from "./each.ts";

/** Closed conversations looked at in a minute, the longest closed first: 72,000 a day. */
const looked = 50;

const actor = { kind: "system", id: "clock" } as const;

/**
 * Orders the erasure of conversations whose retention term has ended; nothing where the bank has set no term, or it is not
 * in force yet. Walks the closed conversations from the oldest on, a page a minute, as far as the term reaches, then
 * starts over: erased ones have left that list, held ones are looked at again. A crash repeats at most one page.
 */
export const endTerms = async (runtime: Runtime, entity: Entity.Entity): Promise<void> => {
  const { store } = runtime;
  const now = runtime.now();
  const policy = entity.retention;
  if (!Retention.isInForce(policy, now)) return;
  const until = Retention.closedBefore(now, policy);
  const { cursor: from } = (await store.readTermWalk(entity.id)) ?? {};
  const { cards, cursor } = await store.listCards(
    entity.id,
    { kind: "status", status: "closed" },
    { limit: looked, newestFirst: false, ...(from === undefined ? {} : { cursor: from }) },
  );
  const over = cards.filter(({ closedAt, onHold }) => closedAt !== null && closedAt <= until && !onHold);
  const holds = over.length === 0 ? [] : await store.listHolds(entity.id);
  const keys = over.map(({ id }) => ({ entityId: entity.id, conversationId: id }));
  await forEachOf(runtime, "clock.term-failed", keys, async (key) => {
    const heads = await readTogether(runtime, key);
    const dueAt = Retention.dueAt(
      heads.map(({ state }) => state),
      policy,
    );
    if (dueAt === undefined || dueAt > now || isOnHold(heads, holds)) return;
    await orderErasure(runtime, heads, { actor, ground: "term", holds });
  });
  const isAtEnd = (cards.at(-1)?.closedAt ?? now) > until;
  const next = isAtEnd ? undefined : cursor;
  if (next !== from)
    await store.putTermWalk(entity.id, { lookedAt: now, ...(next === undefined ? {} : { cursor: next }) });
};
