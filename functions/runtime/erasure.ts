import type * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Retention from "#core/retention";
import type * as Store from "#core/store";
import { obey } from "./command.ts";
import type { Runtime } from "./index.ts";
import type { QueueMessage } from "./queue.ts";

/** Conversations that are read together: more than merging and splitting allow. */
const mostTogether = 60;

/** A conversation and those whose words are kept or read in it, and what hangs on those: they are erased together. */
export const readTogether = async (
  { store }: Pick<Runtime, "store">,
  { conversationId, entityId }: Store.ConversationKey,
): Promise<readonly Store.Head[]> => {
  const heads = new Map<string, Store.Head>();
  const waiting = [conversationId];
  for (let id = waiting.shift(); id !== undefined && heads.size < mostTogether; id = waiting.shift()) {
    if (heads.has(id)) continue;
    const head = await store.readHead({ entityId, conversationId: id });
    if (head === undefined) continue;
    heads.set(id, head);
    waiting.push(...Retention.beside(head.state));
  }
  return [...heads.values()];
};

/** A hold stands on one of them, or on the contact of one. */
export const isOnHold = (heads: readonly Store.Head[], holds: readonly Store.Hold[]): boolean =>
  heads.some(({ state }) => (state.holdIds ?? []).length > 0) || holds.some((hold) => covers(hold, heads));

/** Whether a hold is one of those that keep them: told of in the log of one, or only kept so far. */
export const covers = (hold: Store.Hold, heads: readonly Store.Head[]): boolean =>
  heads.some(
    ({ label, state }) =>
      state.holdIds?.includes(hold.id) === true ||
      (hold.contact === undefined ? hold.conversationId === state.id : hold.contact === label.contact),
  );

/** Whoever asks waits for so many, within the function's time; messages see to the others, so many each. */
const orderedAtOnce = 25;

/**
 * Orders the erasure of conversations: from each commit on no word of it is shown, and its words are taken away by a message
 * of their own. Refused for one, it is refused for all; a crash between two of them is mended by ordering again.
 * @throws erasure.on-hold, erasure.open, erasure.answer-under-way
 * @returns how many are erased by it
 */
export const orderErasure = async (
  runtime: Runtime,
  heads: readonly Store.Head[],
  {
    actor,
    ground,
    holds,
  }: {
    readonly actor: Audit.Actor;
    readonly ground: Conversation.ErasureGround;
    readonly holds: readonly Store.Hold[];
  },
): Promise<number> => {
  const command = { type: "erase", ground } as const;
  if (isOnHold(heads, holds)) throw new Fault("erasure.on-hold");
  const left = heads.filter(({ state }) => Conversation.decide(state, command, runtime.now()).length > 0);
  for (const { state } of left.slice(0, orderedAtOnce)) {
    await obey(
      runtime,
      { entityId: state.entityId, conversationId: state.id },
      { command, actor, commitId: `erase:${runtime.newId()}` },
    );
  }
  const messages: QueueMessage[] = [];
  for (let start = orderedAtOnce; start < left.length; start += orderedAtOnce) {
    const some = left.slice(start, start + orderedAtOnce);
    messages.push(orderMessage(some, { actor, ground }));
  }
  if (messages.length > 0) await runtime.queues.send("timers", messages);
  return left.length;
};

/** All of one bank. */
const orderMessage = (
  heads: readonly Store.Head[],
  by: { readonly actor: Audit.Actor; readonly ground: Conversation.ErasureGround },
): QueueMessage => ({
  body: {
    kind: "order-erasure",
    entityId: heads[0]?.state.entityId,
    conversationIds: heads.map(({ state }) => state.id),
    ...by,
  },
});
