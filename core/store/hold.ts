import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import { holdKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/** A legal hold, and what it is for. Its id alone is in the log. */
export type Hold = {
  readonly id: string;
  readonly reference: Redaction.Redacted;
  readonly by: string;
  readonly at: Sla.Instant;
  /** The conversation it was placed in. */
  readonly conversationId: string;
  /** It keeps everything of this contact, also what is still to come. */
  readonly contact?: string;
};

/** Keeps a hold once. */
export const putHold = async (table: Table, entityId: string, hold: Hold): Promise<void> => {
  await table.put(
    { ...holdKey(entityId, hold.id), hold: JSON.stringify(hold) },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );
};

export const readHold = async (table: Table, entityId: string, holdId: string): Promise<Hold | undefined> => {
  const item = await table.get(holdKey(entityId, holdId));
  return item === undefined ? undefined : openHold(item);
};

export const removeHold = async (table: Table, entityId: string, holdId: string): Promise<void> => {
  await table.remove(holdKey(entityId, holdId));
};

/** The newest first. */
export const listHolds = async (table: Table, entityId: string): Promise<readonly Hold[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": holdKey(entityId, "").pk },
    ConsistentRead: true,
  });
  return items.map(openHold).toSorted((one, other) => (one.at < other.at ? 1 : -1));
};

const openHold = (item: Item): Hold => JSON.parse(String(item["hold"])) as Hold;
