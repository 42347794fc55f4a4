import { event, type RawEvent } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, type Node, nodeOf, nodesOf, textOf, wordOf } from "../json.ts";
import { contentOf, typeByPart } from "./content.ts";
import { personOf } from "./person.ts";

type Setting = { accountId: string; value: Node; isEcho: boolean };
type Base = ReturnType<typeof baseOf>;

/**
 * One of `messages[]`, or of `message_echoes[]` (written by the bank's people in the phone application).
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference (messages, smb_message_echoes, edit, revoke).
 */
export const readMessage = (message: Node, setting: Setting): RawEvent => {
  const type = wordOf(message["type"] ?? typeByPart(message));
  const base = baseOf(message, setting);
  if (type === "reaction") return readReaction(message, base);
  if (type === "system") return readSystem(message, base);
  if (type === "edit") return readEdit(message, base);
  if (type === "revoke")
    return event({ op: "delete", ...base, targetId: idOf(nodeOf(message["revoke"])["original_message_id"]) });
  if (type === "request_welcome") return event({ op: "ignore", ...base, kind: type });
  const content = contentOf(type, message, base.occurredAt);
  return event({
    op: "message",
    ...base,
    ...content,
    parentId: idOf(nodeOf(message["context"])["id"]),
    code: idOf(nodesOf(message["errors"])[0]?.["code"]),
  });
};

/** Inbound the contact is the sender, in an echo the recipient. In a group the thread is the group. */
const baseOf = (message: Node, { accountId, value, isEcho }: Setting) => {
  const ids = isEcho
    ? { phone: message["to"], userId: message["to_user_id"] }
    : { phone: message["from"], userId: message["from_user_id"] };
  const { contactId, aliases, name, handle } = personOf(ids, value["contacts"]);
  const named = { ...(name && { name }), ...(handle && { handle }) };
  return {
    channel: "whatsapp",
    visibility: "private",
    direction: isEcho ? "outbound" : "inbound",
    accountId,
    authorId: idOf(message["from"], message["from_user_id"]) ?? (isEcho ? undefined : contactId),
    contactId,
    contactAliases: aliases,
    author: isEcho || Object.keys(named).length === 0 ? undefined : named,
    externalId: idOf(message["id"]),
    threadId: idOf(message["group_id"]) ?? contactId,
    occurredAt: instantOf(message["timestamp"]),
  } as const;
};

/** An empty or missing emoji takes the reaction back. */
const readReaction = (message: Node, base: Base): RawEvent => {
  const reaction = nodeOf(message["reaction"]);
  const emoji = textOf(reaction["emoji"]);
  return event({ op: emoji ? "reaction" : "reaction_removed", ...base, targetId: idOf(reaction["message_id"]), emoji });
};

/** A customer's number, user id or device key changed. What they are now called is an alias of who they were. */
const readSystem = (message: Node, base: Base): RawEvent => {
  const system = nodeOf(message["system"]);
  const current = idOf(system["user_id"], system["new_wa_id"], system["wa_id"]);
  const contactId = base.contactId ?? current;
  return event({
    op: "system",
    ...base,
    contactId,
    contactAliases: current && current !== contactId ? [current] : [],
    threadId: contactId,
    text: textOf(system["body"]),
    kind: wordOf(system["type"]),
  });
};

const readEdit = (message: Node, base: Base): RawEvent => {
  const edit = nodeOf(message["edit"]);
  const inner = nodeOf(edit["message"]);
  const content = contentOf(wordOf(inner["type"] ?? typeByPart(inner)), inner, base.occurredAt);
  return event({ op: "edit", ...base, ...content, targetId: idOf(edit["original_message_id"]) });
};
