import { digest } from "../digest.ts";
import { event, type Op, type RawAttachment, type RawEvent, type Surrounding } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, itemsOf, type Node, nodeOf, tableOf, textOf, wordOf } from "../json.ts";
import type { Entry } from "../meta/entry.ts";
import { urlReference } from "../meta/reference.ts";

/**
 * A change of a Page: its `feed` (posts and comments on it) and what is said of its posts in groups, a `mention` of it elsewhere, a rating. Old changes name the author in
 * `sender_id` and `sender_name`, new ones in `from`; a mention, and anything without permission to read its author, in neither.
 * Undefined for any other field. Source: developers.facebook.com/docs/graph-api/webhooks/reference/page.
 */
export const readFeedChange = (field: string, value: Node, entry: Entry): RawEvent | undefined => {
  if (!["feed", "mention", "ratings", "group_feed"].includes(field)) return undefined;
  const item = wordOf(value["item"] ?? (field === "ratings" ? "rating" : undefined));
  const verb = wordOf(value["verb"] ?? "add");
  const base = baseOf(value, entry);
  if (item === "like" || item === "reaction") return readReaction(value, { verb, base });
  const op = isContent(item, value) ? VERBS.get(verb) : undefined;
  if (op === undefined) return event({ op: "ignore", ...base, targetId: objectId(value), kind: `${item}.${verb}` });
  return readContent(value, { op, item, verb, base });
};

/** A customer's words are content whatever the item is called. Albums and events are the Page's own furniture. */
const isContent = (item: string, value: Node): boolean =>
  CONTENT.has(item) || (!FURNITURE.has(item) && textOf(value["message"]) !== undefined);

const FURNITURE = new Set(["album", "event"]);
const CONTENT = new Set([
  "comment",
  "post",
  "status",
  "photo",
  "video",
  "share",
  "link",
  "note",
  "rating",
  "story",
  "reel",
]);

const VERBS = tableOf<Op>({
  add: "message",
  edit: "edit",
  edited: "edit",
  update: "edit",
  remove: "delete",
  delete: "delete",
  hide: "hide",
  unhide: "unhide",
});

type Base = ReturnType<typeof baseOf>;

const baseOf = (value: Node, entry: Entry) => {
  const from = nodeOf(value["from"]);
  const authorId = idOf(from["id"], value["sender_id"], value["reviewer_id"], value["user_id"]);
  const name = textOf(from["name"], value["sender_name"], value["reviewer_name"]);
  const isOurs = authorId !== undefined && authorId === entry.accountId;
  return {
    channel: "facebook.comment",
    visibility: "public",
    direction: isOurs ? "outbound" : "inbound",
    accountId: entry.accountId,
    authorId,
    contactId: isOurs ? undefined : authorId,
    author: name ? { name } : undefined,
    occurredAt: instantOf(value["edited_time"], value["created_time"], entry.time),
  } as const;
};

type Content = { op: Op; item: string; verb: string; base: Base };

/**
 * A comment or a post. The removal of one has no text, sometimes no time; a photo alone has no `message`, and what has neither (a mention
 * elsewhere, a sticker) must be asked for.
 */
const readContent = (value: Node, { op, item, verb, base }: Content): RawEvent => {
  const id = objectId(value);
  const isNew = op === "message";
  const post = nodeOf(value["post"]);
  const text = textOf(value["message"], value["review_text"]);
  const attachments = op === "message" || op === "edit" ? attachmentsOf(value, item) : [];
  const isNamedOnly = isNew && text === undefined && attachments.length === 0;
  return event({
    op,
    ...base,
    externalId: isNew ? id : undefined,
    targetId: isNew ? undefined : id,
    parentId: idOf(value["comment_id"])
      ? idOf(value["parent_id"], value["post_id"], post["id"], value["open_graph_story_id"])
      : undefined,
    threadId: idOf(value["post_id"], post["id"], value["open_graph_story_id"]) ?? id,
    text: op === "message" || op === "edit" ? text : undefined,
    around: linkOf(value, item),
    attachments,
    revision: isNew ? undefined : [verb, base.occurredAt, op === "edit" ? digest(text ?? "") : ""].join(":"),
    unreadable: isNamedOnly ? "not-delivered" : undefined,
  });
};

const readReaction = (value: Node, { verb, base }: { verb: string; base: Base }): RawEvent =>
  event({
    op: verb === "remove" ? "reaction_removed" : "reaction",
    ...base,
    targetId: idOf(value["comment_id"], value["post_id"], value["open_graph_story_id"], value["parent_id"]),
    threadId: idOf(value["post_id"], value["open_graph_story_id"]),
    kind: wordOf(value["reaction_type"] ?? "like"),
    revision: [base.authorId, base.occurredAt].join(":"),
  });

/** The comment, else the post, else the object an old change names by its own kind of id. */
const objectId = (value: Node): string | undefined =>
  idOf(
    value["comment_id"],
    value["post_id"],
    value["open_graph_story_id"],
    value["photo_id"],
    value["video_id"],
    value["share_id"],
    value["album_id"],
    value["event_id"],
  );

const attachmentsOf = (value: Node, item: string): RawAttachment[] => {
  const photos = [textOf(value["photo"]), ...itemsOf(value["photos"]).map((photo) => textOf(photo))].filter(
    (url) => url !== undefined,
  );
  const video = textOf(value["video"]);
  const own = item === "photo" || item === "video" ? [{ type: item, ...ownReference(value, item) }] : [];
  return [
    ...(item === "photo" && photos.length > 0 ? [] : item === "video" && video ? [] : own),
    ...photos.map((url) => ({ type: "photo", ...urlReference(url) })),
    ...(video ? [{ type: "video", ...urlReference(video) }] : []),
  ];
};

/** A photo or video post has its file in `link`; without it the id, which the Page's token reads. */
const ownReference = (value: Node, item: "photo" | "video"): Partial<RawAttachment> => {
  const id = idOf(value[`${item}_id`]);
  if (textOf(value["link"])) return urlReference(value["link"]);
  return id ? { reference: id, token: "account" } : {};
};

const linkOf = (value: Node, item: string): Surrounding[] => {
  const text = textOf(value["link"]);
  return text && item !== "photo" && item !== "video" ? [{ kind: "link", text }] : [];
};
