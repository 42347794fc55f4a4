import type * as Channel from "#core/channel";
import { Fault } from "#core/fault";
import type * as Redaction from "#core/redaction";
import type * as Sla from "#core/sla";
import { bodyKey, type ConversationKey, pointerKey } from "./key.ts";
import { erasedAttribute } from "./schema.ts";
import type { Item, Table } from "./table.ts";

export type Author = {
  readonly name?: Redaction.Redacted;
  readonly handle?: Redaction.Redacted;
  readonly agentId?: string;
};

/**
 * What is kept of an attachment: its kind and the redacted words around it, never the file. `picture`: its id, and since
 * when it is being checked.
 */
export type Attachment = {
  readonly type: string;
  readonly words: readonly Redaction.Redacted[];
  readonly picture?: { readonly id: string; readonly since: Sla.Instant };
  /** Of a story: where it is asked for each time somebody looks, sealed. Nothing of it is kept. */
  readonly story?: { readonly id: string; readonly reference: string };
  /** Of a message of ours: the file that goes with it. */
  readonly enclosure?: { readonly id: string; readonly kind: Channel.FileKind; readonly sizeBytes: number };
};

/** A message's redacted words, apart from the log so that they can be redacted again, expire or be erased. */
export type Body = {
  readonly id: string;
  readonly kind: "message" | "note";
  readonly direction: "inbound" | "outbound";
  readonly visibility: "public" | "private" | "internal";
  readonly text: Redaction.Redacted;
  readonly marks: readonly Redaction.Mark[];
  readonly occurredAt: Sla.Instant;
  readonly author: Author;
  readonly attachments: readonly Attachment[];
  /** The post it quotes, a preview, a button's title: whatever stood around the text. */
  readonly around: readonly Redaction.Redacted[];
  /** The platform ids needed to answer it, sealed. */
  readonly address?: string;
  /** Who its author is by now, sealed in the same way: their number or user id has changed. */
  readonly movedTo?: string;
  /** A public reply's: the network shows a way into a private message below it. */
  readonly invitesPrivately?: true;
  /** A reply's: the message it answers. */
  readonly inReplyTo?: string;
  /** Earlier messages of which this one completed a number, as they are to be kept from now on. */
  readonly repairs?: readonly {
    readonly id: string;
    readonly text: Redaction.Redacted;
    readonly marks: readonly Redaction.Mark[];
  }[];
  /** Salt of the digest that the log keeps. */
  readonly salt: string;
  /** Version of the head when this was written: its commit can only be in the log after it. */
  readonly sawVersion: number;
  /** The newest revision applied, by the platform's time; an older edit changes nothing. */
  readonly revisedAt?: Sla.Instant;
  /** Edits applied so far, oldest first: platforms deliver again, and may give every edit the time of the message. */
  readonly revisions?: readonly string[];
  /** The newest edit asks what the message did not. */
  readonly wasNoQuestion?: true;
  /** Passages an agent took out, newest last: by which order, and how many of which kind. */
  readonly struck?: readonly { readonly id: string; readonly found: Readonly<Record<string, number>> }[];
  /** What it quoted as a fraudster's, by kind; sealed beside it until then. */
  readonly evidence?: { readonly found: Readonly<Record<string, number>>; readonly expiresAt: Sla.Instant };
  readonly edited?: true;
  readonly removed?: true;
  /** Its words, its author and its salt are gone for good: it stands only so that it is not taken for a new one. */
  readonly erased?: true;
};

/** Puts a body once. Answers the one that is there when it was written before. */
export const putBody = async (table: Table, key: ConversationKey, body: Body): Promise<Body> => {
  const item = { ...bodyKey(key, body.id), body: JSON.stringify(body) };
  if (await table.put(item, { ConditionExpression: "attribute_not_exists(pk)" })) return body;
  return (await readBody(table, key, body.id)) ?? body;
};

/** Replaces a body in place: a removal. What is erased stays as it is. */
export const replaceBody = async (table: Table, key: ConversationKey, body: Body): Promise<void> => {
  await table.put(
    { ...bodyKey(key, body.id), body: JSON.stringify(body) },
    { ConditionExpression: `attribute_not_exists(${erasedAttribute})` },
  );
};

/** Attempts of a change whose body somebody else keeps changing. */
const revisionAttempts = 8;

/**
 * Changes a body from what it is at that moment, so that two changes at once both hold. `change` answers the same object
 * when there is nothing to change, and may be asked again.
 * @returns the body as it is kept; undefined where there is none
 * @throws conversation.busy when others kept changing it
 */
export const reviseBody = async (
  table: Table,
  key: ConversationKey,
  messageId: string,
  change: (body: Body) => Body,
): Promise<Body | undefined> => {
  for (let attempt = 0; attempt < revisionAttempts; attempt += 1) {
    const item = await table.get(bodyKey(key, messageId));
    const body = openBody(item);
    if (body === undefined || body.erased === true) return body;
    const revised = change(body);
    if (revised === body) return body;
    const isKept = await table.put(
      { ...item, body: JSON.stringify(revised) },
      {
        ConditionExpression: "#body = :before",
        ExpressionAttributeNames: { "#body": "body" },
        ExpressionAttributeValues: { ":before": item?.["body"] },
      },
    );
    if (isKept) return revised;
  }
  throw new Fault("conversation.busy", { attempts: revisionAttempts });
};

/** Some bodies of a conversation, in no order; undefined where there are more than so many. */
export const listFewBodies = async (
  table: Table,
  key: ConversationKey,
  most: number,
): Promise<readonly Body[] | undefined> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await table.query({
      ...everyBody(key),
      Limit: most + 1 - items.length,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    items.push(...page.items);
    start = page.last;
    if (items.length > most) return undefined;
  } while (start !== undefined);
  return items.flatMap((item) => openBody(item) ?? []);
};

/** Every body of a conversation, in no order. */
export const listBodies = async (table: Table, key: ConversationKey): Promise<readonly Body[]> => {
  const items = await table.queryAll(everyBody(key));
  return items.flatMap((item) => openBody(item) ?? []);
};

const everyBody = (key: ConversationKey) => {
  const { pk, sk } = bodyKey(key, "");
  return {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": pk, ":prefix": sk },
    ConsistentRead: true,
  };
};

export const readBody = async (table: Table, key: ConversationKey, messageId: string): Promise<Body | undefined> =>
  openBody(await table.get(bodyKey(key, messageId)));

export const readBodies = async (
  table: Table,
  key: ConversationKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Body>> => {
  const items = await table.getMany([...new Set(ids)].map((id) => bodyKey(key, id)));
  const bodies = items.flatMap((item) => openBody(item) ?? []);
  return new Map(bodies.map((body) => [body.id, body]));
};

/** Where a platform's object went: finds the conversation of an event that names no customer. */
export type Pointer = { readonly conversationId: string; readonly messageId: string; readonly groupId: string };

/** Puts a pointer once. Answers the one that is there when it was written before. */
export const putPointer = async (
  table: Table,
  entityId: string,
  platformKey: string,
  pointer: Pointer,
): Promise<Pointer> => {
  const item = { ...pointerKey(entityId, platformKey), ...pointer };
  if (await table.put(item, { ConditionExpression: "attribute_not_exists(pk)" })) return pointer;
  return (await readPointer(table, entityId, platformKey)) ?? pointer;
};

export const readPointer = async (
  table: Table,
  entityId: string,
  platformKey: string,
): Promise<Pointer | undefined> => {
  const item = await table.get(pointerKey(entityId, platformKey));
  if (item === undefined) return undefined;
  return {
    conversationId: String(item["conversationId"]),
    messageId: String(item["messageId"]),
    groupId: String(item["groupId"]),
  };
};

const openBody = (item: Item | undefined): Body | undefined =>
  item === undefined ? undefined : (JSON.parse(String(item["body"])) as Body);
