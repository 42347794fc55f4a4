import { event, type RawAttachment, type RawEvent, type Surrounding } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, isNode, itemsOf, kindOf, type Node, nodeOf, numberOf, textOf } from "../json.ts";
import { peopleOf } from "./person.ts";
import { unescaped } from "./text.ts";
import { mediaAttachment } from "./tweet.ts";

/** The direct messages of a delivery, the same in X Activity (`payload`) and in Account Activity (top level), with their `users`. */
export const readDirectMessages = (container: Node, accountId: string): RawEvent[] => {
  const people = peopleOf(container["users"]);
  const items = container["direct_message_events"] ?? [container];
  return itemsOf(items).map((item) => {
    const message = isNode(nodeOf(item)["message_create"])
      ? readDirectMessage(nodeOf(item), accountId)
      : readDirectMessageEvent(nodeOf(item), accountId);
    const author = message.authorId === undefined ? undefined : people.get(message.authorId);
    return author ? { ...message, author } : message;
  });
};

/** One `message_create`. Source: docs.x.com, x-api/activity/event-payloads (dm.received) and x-api/account-activity. */
export const readDirectMessage = (item: Node, accountId: string): RawEvent => {
  const created = nodeOf(item["message_create"]);
  const data = nodeOf(created["message_data"]);
  const sender = idOf(created["sender_id"]);
  return event({
    op: "message",
    ...privateBetween(sender, idOf(nodeOf(created["target"])["recipient_id"]), accountId),
    externalId: idOf(item["id"]),
    occurredAt: instantOf(item["created_timestamp"]),
    text: unescaped(textOf(data["text"])),
    around: [...chosen(data), ...placed(data)],
    attachments: attachmentsOf(nodeOf(data["attachment"])),
    sourceAppId: idOf(created["source_app_id"]),
  });
};

/** Whether it is a private message in the form of API v2; others there say that somebody joined or left. */
export const isDirectMessageEvent = (item: unknown): boolean =>
  nodeOf(item)["event_type"] === "MessageCreate" && idOf(nodeOf(item)["sender_id"]) !== undefined;

/** The same in the form of API v2, which GET /2/dm_events answers with. Source: docs.x.com, x-api/direct-messages/lookup. */
const readDirectMessageEvent = (item: Node, accountId: string): RawEvent => {
  const sender = idOf(item["sender_id"]);
  const ends = itemsOf(item["participant_ids"]).map((id) => idOf(id));
  const others = ends.length > 0 ? ends : (textOf(item["dm_conversation_id"]) ?? "").split("-");
  return event({
    op: "message",
    ...privateBetween(
      sender,
      others.find((id) => id !== "" && id !== sender),
      accountId,
    ),
    externalId: idOf(item["id"]),
    occurredAt: instantOf(item["created_at"], item["created_timestamp"]),
    text: unescaped(textOf(item["text"])),
    attachments: itemsOf(nodeOf(item["attachments"])["media_keys"]).map((key) =>
      mediaAttachment({ id: key }, "x-user"),
    ),
  });
};

/** Channel, direction and contact of something private between two ids, one of which should be the account. */
export const privateBetween = (sender: string | undefined, recipient: string | undefined, accountId: string) => {
  const isOurs = sender !== undefined && sender === accountId;
  const other = isOurs ? recipient : sender;
  const contactId = other === accountId ? undefined : other;
  return {
    channel: "x.dm",
    visibility: "private",
    direction: isOurs ? "outbound" : "inbound",
    accountId,
    authorId: sender,
    contactId,
    threadId: contactId,
  } as const;
};

const attachmentsOf = (attachment: Node): RawAttachment[] => {
  const type = kindOf(attachment["type"]);
  if (type === undefined) return [];
  return type === "media" ? [mediaAttachment(nodeOf(attachment["media"]), "x-user")] : [{ type }];
};

const chosen = (data: Node): Surrounding[] => {
  const text = textOf(nodeOf(data["quick_reply_response"])["metadata"]);
  return text ? [{ kind: "payload", text }] : [];
};

/** A shared place or position. */
const placed = (data: Node): Surrounding[] => {
  const location = nodeOf(nodeOf(data["attachment"])["location"]);
  const place = nodeOf(nodeOf(location["shared_place"])["place"]);
  const at = itemsOf(nodeOf(nodeOf(location["shared_coordinate"])["coordinates"])["coordinates"]).flatMap(
    (part) => numberOf(part) ?? [],
  );
  const text = textOf(place["full_name"], place["name"]) ?? at.join(", ");
  return text ? [{ kind: "location", text }] : [];
};
