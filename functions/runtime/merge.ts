import type * as Store from "#core/store";
import type { Order } from "./command.ts";

/** What is on its own again, by an agent's hand or because the customer went on in it, is let go where it was read. */
export const tellMerged = async (
  { conversationId, entityId }: Store.ConversationKey,
  { before, state, version }: Store.Committed,
  obey: (key: Store.ConversationKey, order: Order) => Promise<unknown>,
): Promise<void> => {
  if (before?.mergedInto === undefined || state.mergedInto !== undefined) return;
  const other = { entityId, conversationId: before.mergedInto.conversationId };
  await obey(other, {
    command: { type: "let-go", conversationId },
    commitId: `let-go:${conversationId}:${version}`,
    actor: { kind: "system", id: "merge" },
  });
};
