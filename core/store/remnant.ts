import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import type { Body } from "./body.ts";
import {
  bodyKey,
  type ConversationKey,
  draftKey,
  enclosureKey,
  evidenceKey,
  pictureKey,
  proofKey,
  termKey,
} from "./key.ts";
import { erasedAttribute } from "./schema.ts";
import type { Key, Table } from "./table.ts";

/**
 * Takes everything out of a body that somebody said or by whom, whatever others make of it at this moment. Erased twice it is
 * the same item.
 */
export const eraseBody = async (table: Table, key: ConversationKey, body: Body): Promise<void> => {
  const { direction, id, kind, occurredAt, sawVersion, visibility } = body;
  const { agentId } = body.author;
  const none = { text: "" as Redaction.Redacted, marks: [], attachments: [], around: [], salt: "" };
  const left: Body = {
    ...none,
    id,
    kind,
    direction,
    visibility,
    occurredAt,
    sawVersion,
    author: agentId === undefined ? {} : { agentId },
    removed: true,
    erased: true,
  };
  await table.put({ ...bodyKey(key, id), body: JSON.stringify(left), [erasedAttribute]: true });
};

/** What is kept beside the messages of a conversation and is about its customer. The files themselves are in the bucket. */
export type Remnants = {
  readonly keys: readonly Key[];
  /** Of pictures and enclosures: their objects in the bucket. */
  readonly objectIds: readonly string[];
};

/** What was quoted as a fraudster's, pictures, files that were sent, an awaited proof. */
export const listRemnants = async (table: Table, key: ConversationKey): Promise<Remnants> => {
  const { pk, sk: evidence } = evidenceKey(key, "");
  const [enclosure, picture] = [enclosureKey(key, "").sk, pictureKey(key, "").sk];
  const read = (from: string, to: string) =>
    table.queryAll({
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":pk": pk, ":from": from, ":to": to },
      ConsistentRead: true,
    });
  const items = [
    ...(await read(evidence, `${evidence}~`)),
    ...(await read(enclosure, `${enclosure}~`)),
    ...(await read(picture, `${picture}~`)),
    ...(await read(proofKey(key).sk, proofKey(key).sk)),
  ];
  const keys = items.map((item) => ({ pk, sk: String(item["sk"]) }));
  const objectIds = keys.flatMap(({ sk }) =>
    [enclosure, picture].flatMap((prefix) => (sk.startsWith(prefix) ? [sk.slice(prefix.length)] : [])),
  );
  return { keys, objectIds };
};

export const removeRemnants = async (table: Table, { keys }: Remnants): Promise<void> => {
  for (const key of keys) await table.remove(key);
};

/** What these people are writing in a conversation. Only what is there is removed. */
export const removeDrafts = async (
  table: Table,
  { conversationId, entityId }: ConversationKey,
  agentIds: readonly string[],
): Promise<void> => {
  const drafts = await table.getMany(agentIds.map((agentId) => draftKey(entityId, agentId, conversationId)));
  for (const { pk, sk } of drafts) await table.remove({ pk: String(pk), sk: String(sk) });
};

/** How far the clock has looked among closed conversations for words whose term is over. */
export type TermWalk = { readonly cursor?: string; readonly lookedAt: Sla.Instant };

export const readTermWalk = async (table: Table, entityId: string): Promise<TermWalk | undefined> => {
  const item = await table.get(termKey(entityId));
  return item === undefined ? undefined : (JSON.parse(String(item["walk"])) as TermWalk);
};

export const putTermWalk = async (table: Table, entityId: string, walk: TermWalk): Promise<void> => {
  await table.put({ ...termKey(entityId), walk: JSON.stringify(walk) });
};
