import type * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/** An answer on the secure page goes nowhere: from this commit on the page shows it. Done twice it is done once. */
export const answerHere = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { outbox }: Conversation.Conversation,
  messageId: string,
): Promise<void> => {
  if (!outbox.some((each) => each.messageId === messageId)) return;
  const policies = Entity.policiesOf(await runtime.store.readEntity(key.entityId));
  await obey(runtime, key, {
    command: { type: "accept", messageId, by: "platform", policies },
    commitId: `accept:${messageId}`,
    actor: { kind: "system", id: "deliver" },
  });
};
