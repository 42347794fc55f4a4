import type * as Sla from "#core/sla";
import { mentionKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** A colleague named somebody in a note: which note, and whether it was read. Its words are the note's, kept there alone. */
export type Mention = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly by: string;
  readonly at: Sla.Instant;
  readonly readAt?: Sla.Instant;
};

type Reader = { readonly entityId: string; readonly agentId: string };

const keptDays = 60;

/** Keeps a mention once. */
export const putMention = async (table: Table, { agentId, entityId }: Reader, mention: Mention): Promise<void> => {
  await table.put(
    {
      ...mentionKey(entityId, agentId, `${mention.at}#${mention.messageId}`),
      ...mention,
      [expiryAttribute]: expirySeconds(mention.at, keptDays * 24 * 3600),
    },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );
};

/** Newest first. */
export const listMentions = async (
  table: Table,
  { agentId, entityId }: Reader,
  limit: number,
): Promise<readonly Mention[]> => {
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": mentionKey(entityId, agentId, "").pk },
    ScanIndexForward: false,
    Limit: limit,
    ConsistentRead: true,
  });
  return items.map(openMention);
};

export const markMentionRead = async (
  table: Table,
  { agentId, entityId }: Reader,
  { at, messageId }: Pick<Mention, "at" | "messageId">,
  now: Sla.Instant,
): Promise<void> => {
  await table.update(mentionKey(entityId, agentId, `${at}#${messageId}`), {
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(readAt)",
    UpdateExpression: "SET readAt = :now",
    ExpressionAttributeValues: { ":now": now },
  });
};

const openMention = (item: Item): Mention => ({
  conversationId: String(item["conversationId"]),
  messageId: String(item["messageId"]),
  by: String(item["by"]),
  at: String(item["at"]),
  ...(typeof item["readAt"] === "string" ? { readAt: item["readAt"] } : {}),
});
