import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";

type Reader = { readonly store: Pick<Store.Store, "readHead"> };

/** The parts of a thread, those that were merged again included. */
export const partsOf = async (
  { store }: Reader,
  { entityId, id, partIds = [] }: Conversation.Conversation,
): Promise<readonly Store.Head[]> => {
  const heads = await Promise.all(partIds.map((conversationId) => store.readHead({ entityId, conversationId })));
  return heads.flatMap((head) => (head?.state.splitFrom?.conversationId === id ? [head] : []));
};

/** What is read in parts of a thread that stand apart, and no more in the thread. */
export const takenFrom = async (runtime: Reader, state: Conversation.Conversation): Promise<ReadonlySet<string>> => {
  const parts = (await partsOf(runtime, state)).map((head) => head.state).filter(Conversation.isApart);
  return new Set(parts.flatMap(({ splitFrom }) => splitFrom?.messageIds ?? []));
};

/** A message that is read in a conversation, wherever it is kept. */
export const readKept = (
  { store }: { readonly store: Pick<Store.Store, "readBody"> },
  state: Conversation.Conversation,
  messageId: string,
): Promise<Store.Body | undefined> =>
  store.readBody({ entityId: state.entityId, conversationId: Conversation.keptIn(state, messageId) }, messageId);
