import type * as Channel from "#core/channel";
import * as Identity from "#core/identity";
import type { Secret } from "#core/secret";

/**
 * What a conversation shares with others, as keyed hashes: its contact at the network, in public and in private alike, and
 * the public thread it stands in. `isThreadRoot`: it is the bank's own post that begins a thread.
 */
export type Peers = { readonly contact?: string; readonly thread?: string; readonly isThreadRoot?: true };

export const peersOf = (
  event: Channel.RawEvent,
  {
    entityId,
    identityKey,
    network,
  }: { readonly entityId: string; readonly identityKey: Secret; readonly network: string },
): Peers => {
  const { accountId, contactId, direction, externalId, op, threadId, visibility } = event;
  const isPublic = visibility === "public" && threadId !== undefined;
  return {
    ...(contactId === undefined ? {} : { contact: contactPeerOf(identityKey, { entityId, network, contactId }) }),
    ...(isPublic
      ? { thread: Identity.keyedId(identityKey, "t", "thread", entityId, network, accountId, threadId) }
      : {}),
    ...(isPublic && op === "message" && direction === "outbound" && externalId === threadId
      ? { isThreadRoot: true as const }
      : {}),
  };
};

/** A contact at a network, whatever conversations they have there. */
export const contactPeerOf = (
  identityKey: Secret,
  { contactId, entityId, network }: { readonly entityId: string; readonly network: string; readonly contactId: string },
): string => Identity.keyedId(identityKey, "k", "contact", entityId, network, contactId);
