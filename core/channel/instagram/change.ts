import { event, type RawEvent } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, type Node, nodeOf, textOf } from "../json.ts";
import type { Entry } from "../meta/entry.ts";

/**
 * A comment on our media (also during a live broadcast), or a mention of us elsewhere. A change has no time of its own, so the time it was
 * sent stands for it; a mention has neither text nor author: the platform must be asked. Undefined for any other field.
 * Source: developers.facebook.com/docs/instagram-platform/webhooks.
 */
export const readInstagramChange = (field: string, value: Node, entry: Entry): RawEvent | undefined => {
  if (!["comments", "live_comments", "mentions"].includes(field)) return undefined;
  const from = nodeOf(value["from"]);
  const media = nodeOf(value["media"]);
  const authorId = idOf(from["id"]);
  const handle = textOf(from["username"]);
  const mediaId = idOf(media["id"], value["media_id"]);
  const isOurs = authorId !== undefined && authorId === entry.accountId;
  const text = textOf(value["text"]);
  const advertisement = textOf(media["ad_title"]);
  return event({
    op: "message",
    channel: "instagram.comment",
    visibility: "public",
    direction: isOurs ? "outbound" : "inbound",
    accountId: entry.accountId,
    authorId,
    contactId: isOurs ? undefined : authorId,
    author: handle ? { handle } : undefined,
    externalId: idOf(value["comment_id"], value["id"]) ?? mediaId,
    parentId: idOf(value["parent_id"]),
    threadId: mediaId,
    occurredAt: instantOf(value["timestamp"], value["created_time"], entry.time),
    text,
    around: advertisement ? [{ kind: "referral", text: advertisement }] : undefined,
    kind: field === "mentions" ? "mention" : undefined,
    unreadable: text === undefined ? "not-delivered" : undefined,
  });
};
