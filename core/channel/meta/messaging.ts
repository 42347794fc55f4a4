import { digest } from "../digest.ts";
import { event, type RawEvent } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, isNode, itemsOf, kindOf, type Node, nodeOf, numberOf, tableOf, textOf, wordOf } from "../json.ts";
import { attachmentsOf, referralOf, wordsAround } from "./message-part.ts";

/** Where an item of `messaging[]` or `standby[]` stood. */
export type Thread = {
  channel: "messenger" | "instagram.dm";
  accountId: string;
  entryTime: unknown;
  isStandby: boolean;
};

/**
 * One item of `messaging[]` or `standby[]`, the same for Messenger and Instagram; what it is shows in which key it has.
 * Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events and /docs/instagram-platform/webhooks.
 */
export const readMessaging = (item: Node, thread: Thread): RawEvent => {
  const kind = [...READERS.keys()].find((key) => isNode(item[key])) ?? "";
  const read = READERS.get(kind) ?? readUnknown;
  const known = read(nodeOf(item[kind]), { item, kind, base: baseOf(item, thread) });
  return thread.isStandby ? { ...known, handledElsewhere: true } : known;
};

type Base = ReturnType<typeof baseOf>;
type Reader = (part: Node, context: { item: Node; kind: string; base: Base }) => RawEvent;

/**
 * Who wrote to whom. An echo is ours whatever its ends say: some come with sender and recipient not swapped, so the contact is the end
 * that is not the account.
 */
const baseOf = (item: Node, { channel, accountId, entryTime }: Thread) => {
  const sender = participant(item["sender"]);
  const recipient = participant(item["recipient"]);
  const isEcho = nodeOf(item["message"])["is_echo"] === true;
  const isOurs = isEcho || (sender !== undefined && sender === accountId);
  const isUnswapped = isEcho && recipient === accountId;
  const contactId = isOurs && !isUnswapped ? (recipient ?? sender) : sender;
  return {
    channel,
    visibility: "private",
    direction: isOurs ? "outbound" : "inbound",
    accountId,
    authorId: isUnswapped ? accountId : sender,
    contactId,
    threadId: contactId,
    occurredAt: instantOf(item["timestamp"], entryTime),
  } as const;
};

/** Who wrote from a website's chat plugin without an account has a reference only. */
const participant = (end: unknown): string | undefined => idOf(nodeOf(end)["id"], nodeOf(end)["user_ref"]);

const readMessage: Reader = (message, { item, base }) => {
  const mid = idOf(message["mid"]);
  if (message["is_deleted"] === true) return event({ op: "delete", ...base, targetId: mid });
  const reply = nodeOf(message["reply_to"]);
  const storyId = idOf(nodeOf(reply["story"])["id"]);
  return event({
    op: "message",
    ...base,
    externalId: mid,
    parentId: idOf(reply["mid"]) ?? (storyId && `story:${storyId}`),
    text: textOf(message["text"]),
    around: wordsAround(message, item),
    attachments: attachmentsOf(message),
    metadata: textOf(message["metadata"]),
    sourceAppId: idOf(message["app_id"]),
    unreadable: message["is_unsupported"] === true ? "unsupported" : undefined,
  });
};

/** An edit without its text takes no text away: it says that there is another one. One that counts no edit says nothing. */
const readEdit: Reader = (edit, { base, kind }) => {
  const text = textOf(edit["text"]);
  const isNone = text === undefined && numberOf(edit["num_edit"]) === 0;
  return event({
    op: isNone ? "ignore" : "edit",
    ...base,
    targetId: idOf(edit["mid"]),
    text,
    revision: idOf(edit["num_edit"]),
    kind: isNone ? kind : undefined,
    unreadable: text === undefined && !isNone ? "not-delivered" : undefined,
  });
};

const readReaction: Reader = (reaction, { base }) =>
  event({
    op: reaction["action"] === "unreact" ? "reaction_removed" : "reaction",
    ...base,
    targetId: idOf(reaction["mid"]),
    kind: kindOf(reaction["reaction"]),
    emoji: textOf(reaction["emoji"]),
    revision: [base.authorId, base.occurredAt].join(":"),
  });

/** A pressed button. Older ones and those seen through standby have no id or no payload. */
const readPostback: Reader = (postback, { item, base }) =>
  event({
    op: "postback",
    ...base,
    externalId: idOf(postback["mid"]),
    text: textOf(postback["title"]),
    around: wordsAround({ quick_reply: postback, referral: postback["referral"] }, item),
    revision: idOf(postback["mid"])
      ? undefined
      : [base.occurredAt, digest(textOf(postback["payload"]) ?? "")].join(":"),
  });

const readMark =
  (op: "read" | "delivered"): Reader =>
  (mark, { base }) =>
    event({
      op,
      ...base,
      targetId: idOf(mark["mid"], itemsOf(mark["mids"]).at(-1)),
      until: instantOf(mark["watermark"]) ?? base.occurredAt,
      revision: idOf(mark["watermark"]),
    });

const readReferral: Reader = (referral, { base }) =>
  event({
    op: "referral",
    ...base,
    around: referralOf(referral),
    kind: kindOf(referral["source"]),
    revision: base.occurredAt,
  });

const readOptin: Reader = (optin, { base }) =>
  event({
    op: "optin",
    ...base,
    contactId: base.contactId ?? idOf(optin["user_ref"]),
    kind: kindOf(optin["type"]),
    around: referralOf(optin),
    revision: base.occurredAt,
  });

/** Which application holds the thread: Messenger's handover protocol and the conversation routing that follows it keep these names. */
const readHandover: Reader = (change, { base, kind }) =>
  event({
    op: "handover",
    ...base,
    kind,
    sourceAppId: idOf(change["new_owner_app_id"], change["requested_owner_app_id"], change["previous_owner_app_id"]),
    revision: [kind, base.occurredAt].join(":"),
  });

const readPolicy: Reader = (policy, { base }) =>
  event({
    op: "policy",
    ...base,
    text: textOf(policy["reason"]),
    kind: kindOf(policy["action"]),
    revision: base.occurredAt,
  });

const readUnknown: Reader = (_, { item, base }) => {
  const kind = Object.keys(item).find((key) => !["sender", "recipient", "timestamp"].includes(key));
  return event({ op: "ignore", ...base, kind: wordOf(kind) });
};

const READERS = tableOf<Reader>({
  message: readMessage,
  message_edit: readEdit,
  reaction: readReaction,
  postback: readPostback,
  read: readMark("read"),
  delivery: readMark("delivered"),
  pass_thread_control: readHandover,
  take_thread_control: readHandover,
  request_thread_control: readHandover,
  release_thread_control: readHandover,
  app_roles: readHandover,
  policy_enforcement: readPolicy,
  "policy-enforcement": readPolicy,
  optin: readOptin,
  referral: readReferral,
});
