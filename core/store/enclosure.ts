import type * as Channel from "#core/channel";
import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import { type ConversationKey, enclosureKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Table } from "./table.ts";

/** A file that an agent sends, or is about to. The file itself is in the bucket under `id`, until it is sent or `expiresAt`. */
export type Enclosure = {
  readonly id: string;
  readonly agentId: string;
  readonly kind: Channel.FileKind;
  readonly name: Redaction.Redacted;
  readonly sizeBytes: number;
  /** A picture is read before it may go. */
  readonly state: "checking" | "ready" | "refused";
  /** What stopped it, by kind; nothing where it could not be read. */
  readonly found: Readonly<Record<string, number>>;
  readonly expiresAt: Sla.Instant;
};

export const putEnclosure = async (table: Table, key: ConversationKey, enclosure: Enclosure): Promise<void> => {
  await table.put({
    ...enclosureKey(key, enclosure.id),
    enclosure: JSON.stringify(enclosure),
    [expiryAttribute]: expirySeconds(enclosure.expiresAt),
  });
};

export const readEnclosure = async (table: Table, key: ConversationKey, id: string): Promise<Enclosure | undefined> => {
  const item = await table.get(enclosureKey(key, id));
  return item === undefined ? undefined : (JSON.parse(String(item["enclosure"])) as Enclosure);
};
