import { event, type RawEvent } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, itemsOf, type Node, nodeOf, textOf, wordOf } from "../json.ts";
import { privateBetween, readDirectMessages } from "./direct-message.ts";
import { peopleOf } from "./person.ts";
import { type PostSetting, publicBy, readPost } from "./post.ts";

/**
 * One event of the X Activity API: `{event_uuid, filter, event_type, payload, includes}`. Our account is `filter.user_id`.
 * A post delivered as mention, reply and quote has one id: it is one message. `event_uuid` may be negative or absent, so no id is made of it
 * where the payload has its own. Source: docs.x.com, x-api/activity/event-payloads.
 */
export const readActivity = (update: Node): RawEvent[] => {
  const type = dotted(textOf(update["event_type"]) ?? "");
  const payload = nodeOf(update["payload"]);
  const accountId = idOf(nodeOf(update["filter"])["user_id"]) ?? "";
  const setting = { accountId, includes: update["includes"] };
  if (/^post\.(mention|reply|quote)\.create$|^post\.create$/.test(type)) return [readPost(payload, setting)];
  if (type === "post.repost.create") return [readRepost(payload, setting)];
  if (type === "post.delete") return [readPostDeletion(payload, setting)];
  if (type === "dm.received" || type === "dm.sent") return readDirectMessages(payload, accountId);
  if (type === "dm.read") return readReceipts(payload, accountId);
  if (type === "chat.received" || type === "chat.sent") return [readEncrypted(update, payload, accountId)];
  if (type === "like.create") return [readLike(update, payload, accountId)];
  if (type === "oauth.revoke") return [readRevocation(payload, accountId)];
  const isPrivate = /^(dm|chat)\./.test(type);
  const by = isPrivate ? privateBetween(undefined, undefined, accountId) : publicBy(undefined, accountId);
  return [event({ op: "ignore", ...by, kind: wordOf(type) })];
};

/** Until March 2026 the names were in PascalCase ("PostMentionCreate"); a name in dots stays as it is. */
const dotted = (type: string): string =>
  /^[A-Z]/.test(type) ? type.replace(/(?<=[a-z])(?=[A-Z])/g, ".").toLowerCase() : type;

/** Not every repost names in `referenced_tweets` what it repeats: it is one by its event, and its text is never the customer's own. */
const readRepost = (payload: Node, setting: PostSetting): RawEvent => {
  const { text: _, ...post } = readPost(payload, setting);
  return { ...post, op: "repost" };
};

const readPostDeletion = (
  payload: Node,
  { accountId, includes }: { accountId: string; includes: unknown },
): RawEvent => {
  const authorId = idOf(payload["author_id"]);
  return event({
    op: "delete",
    ...publicBy(authorId, accountId),
    author: authorId ? peopleOf(nodeOf(includes)["users"]).get(authorId) : undefined,
    targetId: idOf(payload["id"]),
  });
};

/** Read marks: no sample of the X Activity form is published; the Account Activity one is read, wrapped in a list or plain. */
export const readReceipts = (container: Node, accountId: string): RawEvent[] => {
  const marks = itemsOf(container["direct_message_mark_read_events"]);
  return (marks.length > 0 ? marks : [container]).map((item) => {
    const mark = nodeOf(item);
    return event({
      op: "read",
      ...privateBetween(idOf(mark["sender_id"]), idOf(nodeOf(mark["target"])["recipient_id"]), accountId),
      targetId: idOf(mark["last_read_event_id"]),
      occurredAt: instantOf(mark["created_timestamp"]),
      until: instantOf(mark["created_timestamp"]),
    });
  });
};

/** XChat carries ciphertext only. It is a message all the same: it starts the clock and is answered in X. */
const readEncrypted = (update: Node, payload: Node, accountId: string): RawEvent => {
  const sender = idOf(payload["sender_id"]);
  const ends = (textOf(payload["conversation_id"]) ?? "").split(/[:-]/);
  return event({
    op: "encrypted_message",
    ...privateBetween(
      sender,
      ends.find((end) => end !== "" && end !== sender),
      accountId,
    ),
    externalId: idOf(payload["id"], update["event_uuid"]),
    occurredAt: instantOf(payload["created_at_msec"], payload["created_at"]),
    unreadable: "encrypted",
  });
};

/** The payload does not name who likes: for `outbound` it is the account, for `inbound` somebody unknown. */
const readLike = (update: Node, payload: Node, accountId: string): RawEvent => {
  const isOurs = nodeOf(update["filter"])["direction"] === "outbound";
  const authorId = idOf(payload["user_id"], payload["liking_user_id"]) ?? (isOurs ? accountId : undefined);
  return event({
    op: "reaction",
    ...publicBy(authorId, accountId),
    externalId: idOf(payload["id"]),
    targetId: idOf(payload["liked_tweet_id"]),
    occurredAt: instantOf(payload["timestamp_ms"], payload["created_at"]),
    kind: "like",
  });
};

const readRevocation = (payload: Node, accountId: string): RawEvent => {
  const userId = idOf(payload["user_id"]) ?? accountId;
  return event({
    op: "revoke",
    ...publicBy(undefined, userId),
    occurredAt: instantOf(payload["date_time"]),
    sourceAppId: idOf(payload["app_id"]),
    revision: instantOf(payload["date_time"]),
  });
};
