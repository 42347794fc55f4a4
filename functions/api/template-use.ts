import type * as Conversation from "#core/conversation";
import type { Runtime } from "#functions/runtime";

export const countUse = async (
  { store }: Runtime,
  entityId: string,
  { id, isChanged }: NonNullable<Conversation.Written["template"]>,
): Promise<void> => {
  await store.countTemplateUse(entityId, id, "used");
  if (isChanged) await store.countTemplateUse(entityId, id, "changed");
};

/** What became of a conversation counts for every template that was used in it. */
export const countOutcome = async (
  { store }: Runtime,
  { entityId, status, templates = [] }: Conversation.Conversation,
  outcome: Conversation.Outcome,
): Promise<void> => {
  if (status === "closed") return;
  for (const id of templates) await store.countTemplateUse(entityId, id, `outcome:${outcome}`);
};
