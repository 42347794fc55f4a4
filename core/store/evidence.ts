import type * as Sla from "#core/sla";
import { type ConversationKey, evidenceKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Table } from "./table.ts";

/** What a message quoted as a fraudster's, sealed, apart from its body. */
export type Evidence = { readonly messageId: string; readonly sealed: string; readonly expiresAt: Sla.Instant };

/** Puts it in the place of what was there for that message. */
export const putEvidence = async (
  table: Table,
  key: ConversationKey,
  { expiresAt, messageId, sealed }: Evidence,
): Promise<void> => {
  await table.put({
    ...evidenceKey(key, messageId),
    sealed,
    expiresAt,
    [expiryAttribute]: expirySeconds(expiresAt),
  });
};

/** Undefined when there is none, or none any more: the table may take days to forget. */
export const readEvidence = async (
  table: Table,
  key: ConversationKey,
  messageId: string,
  now: Sla.Instant,
): Promise<Evidence | undefined> => {
  const item = await table.get(evidenceKey(key, messageId));
  if (item === undefined || String(item["expiresAt"]) <= now) return undefined;
  return { messageId, sealed: String(item["sealed"]), expiresAt: String(item["expiresAt"]) };
};

export const removeEvidence = async (table: Table, key: ConversationKey, messageId: string): Promise<void> => {
  await table.remove(evidenceKey(key, messageId));
};
