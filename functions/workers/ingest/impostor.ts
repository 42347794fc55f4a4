import type * as Conversation from "#core/conversation";
import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/**
 * Whoever looks like the bank is said to, where they write and where they answered a customer. Both are told by the
 * message's id, so that a redelivery says nothing twice.
 */
export const noteImpostor = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { impostor: why, messageId, occurredAt, parentId }: Intake.Inbound,
): Promise<void> => {
  if (why === undefined) return;
  const say = (to: Store.ConversationKey, command: Conversation.Command) =>
    obey(runtime, to, { command, commitId: `impostor:${messageId}`, actor: { kind: "system", id: "ingest" } });
  await say(key, { type: "suspect-impostor", why });
  const answered = parentId === undefined ? undefined : await runtime.store.readPointer(key.entityId, parentId);
  const { conversationId } = answered ?? key;
  const victim = { entityId: key.entityId, conversationId };
  if (conversationId === key.conversationId || (await runtime.store.readHead(victim)) === undefined) return;
  await say(victim, { type: "note-impostor", conversationId: key.conversationId, why, occurredAt });
};
