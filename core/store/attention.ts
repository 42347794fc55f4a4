import type * as Sla from "#core/sla";
import { attentionKey, type ConversationKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Table } from "./table.ts";

/**
 * A page that shows a conversation, or the replies that wait: whose it is, whether something is being written there, which reply it
 * is about, and until when that is believed.
 */
export type Onlooker = {
  readonly connectionId: string;
  readonly agentId: string;
  readonly isWriting: boolean;
  readonly messageId?: string;
  readonly until: Sla.Instant;
};

export const putOnlooker = async (table: Table, key: ConversationKey, onlooker: Onlooker): Promise<void> => {
  await table.put({
    ...attentionKey(key, onlooker.connectionId),
    ...onlooker,
    [expiryAttribute]: expirySeconds(onlooker.until),
  });
};

export const removeOnlooker = async (table: Table, key: ConversationKey, connectionId: string): Promise<void> => {
  await table.remove(attentionKey(key, connectionId));
};

export const listOnlookers = async (
  table: Table,
  key: ConversationKey,
  now: Sla.Instant,
): Promise<readonly Onlooker[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": attentionKey(key, "").pk },
    ConsistentRead: true,
  });
  return items
    .map((item) => ({
      connectionId: String(item["connectionId"]),
      agentId: String(item["agentId"]),
      isWriting: item["isWriting"] === true,
      ...(typeof item["messageId"] === "string" ? { messageId: item["messageId"] } : {}),
      until: String(item["until"]),
    }))
    .filter(({ until }) => until > now);
};
