import type * as Conversation from "#core/conversation";
import * as Intake from "#core/intake";
import type { Runtime } from "#functions/runtime";
import type { Outcome } from "./call.ts";

/**
 * A private reply to a comment is answered with the id that its author has in private: what they write there is found
 * beside the comment. Source: Messenger Platform, "Private Replies". Kept twice it is kept once.
 */
export const linkAuthor = async (
  { secrets, store }: Pick<Runtime, "secrets" | "store">,
  { channel, entityId, id: conversationId, openedAt, visibility }: Conversation.Conversation,
  outcome: Outcome,
): Promise<void> => {
  if (outcome.kind !== "accepted" || outcome.recipientId === undefined || visibility !== "public") return;
  const network = Intake.platformOf(channel);
  if (network === undefined) return;
  const { recipientId: contactId } = outcome;
  const peerId = Intake.contactPeerOf(await secrets.read("IDENTITY_KEY"), { entityId, network, contactId });
  await store.putPeer({ entityId, peerId }, { conversationId, openedAt });
};
