import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/** The offer a customer holds, and the conversation it was made in. */
export type Found = {
  readonly key: Store.ConversationKey;
  readonly state: Conversation.Conversation;
  readonly handoff: Conversation.HandoffState;
};

/** Read where nothing is: what is unknown costs the same steps as what is known. */
const nowhere = "none";

/**
 * The offer behind the hash of a link or of a code, if it still leads somewhere.
 * @throws handoff.unknown, handoff.expired, handoff.revoked, handoff.used
 */
export const findOffer = async ({ now, store }: Runtime, entityId: string, hash: string): Promise<Found> => {
  const link = await store.readLink(entityId, hash, now());
  return openOffer({ now, store }, entityId, link ?? { conversationId: nowhere, handoffId: nowhere });
};

/** @throws handoff.unknown, handoff.expired, handoff.revoked, handoff.used */
export const openOffer = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  entityId: string,
  { conversationId, handoffId }: Pick<Store.Link, "conversationId" | "handoffId">,
): Promise<Found> => {
  const key = { entityId, conversationId };
  const state = (await store.readHead(key))?.state;
  if (state === undefined) throw new Fault("handoff.unknown");
  return { key, state, handoff: Conversation.usableHandoff(state, handoffId, now()) };
};
