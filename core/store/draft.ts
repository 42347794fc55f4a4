import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import { type ConversationKey, draftKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

type Writing = {
  readonly mode: "reply" | "private" | "note";
  readonly text: Redaction.Redacted;
  /** The template it was made from. */
  readonly templateId?: string;
  /** Customer messages on the page when it was last touched: what came since is shown before it is sent. */
  readonly inboundSeen: number;
};

/** What an agent is writing in a conversation: redacted, theirs alone, gone when it is sent or forgotten. */
export type Draft = Writing & {
  readonly conversationId: string;
  /** A note begun beside an answer, or an answer beside a note. */
  readonly aside?: Writing;
  readonly savedAt: Sla.Instant;
  readonly expiresAt: Sla.Instant;
};

type Owner = { readonly agentId: string };

export const putDraft = async (
  table: Table,
  { agentId, entityId }: Pick<ConversationKey, "entityId"> & Owner,
  draft: Draft,
): Promise<void> => {
  await table.put({
    ...draftKey(entityId, agentId, draft.conversationId),
    draft: JSON.stringify(draft),
    [expiryAttribute]: expirySeconds(draft.expiresAt),
  });
};

export const readDraft = async (
  table: Table,
  { agentId, conversationId, entityId }: ConversationKey & Owner,
  now: Sla.Instant,
): Promise<Draft | undefined> => openDraft(await table.get(draftKey(entityId, agentId, conversationId)), now);

/** An agent's drafts, in no order. */
export const listDrafts = async (
  table: Table,
  { agentId, entityId }: Pick<ConversationKey, "entityId"> & Owner,
  now: Sla.Instant,
): Promise<readonly Draft[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": draftKey(entityId, agentId, "").pk },
    ConsistentRead: true,
  });
  return items.flatMap((item) => openDraft(item, now) ?? []);
};

export const removeDraft = async (
  table: Table,
  { agentId, conversationId, entityId }: ConversationKey & Owner,
): Promise<void> => {
  await table.remove(draftKey(entityId, agentId, conversationId));
};

const openDraft = (item: Item | undefined, now: Sla.Instant): Draft | undefined => {
  if (item === undefined) return undefined;
  const draft = JSON.parse(String(item["draft"])) as Draft;
  return draft.expiresAt <= now ? undefined : draft;
};
