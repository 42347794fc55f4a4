import { event, type RawEvent } from "../event.ts";
import { instantOf } from "../instant.ts";
import { idOf, isNode, itemsOf, type Node, nodeOf, nodesOf, textOf, wordOf } from "../json.ts";
import type { Entry } from "../meta/entry.ts";
import { readMessage } from "./message.ts";
import { personOf } from "./person.ts";

/** The value of a change with the phone number it is about; the WhatsApp Business account where it names none. */
type Setting = { accountId: string; value: Node };

/**
 * A change of a WhatsApp Business account. One may hold messages, statuses and errors at once: all are read, messages first.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages.
 */
export const readWhatsappChange = (field: string, value: Node, entry: Entry): RawEvent[] => {
  const accountId = idOf(nodeOf(value["metadata"])["phone_number_id"]) ?? entry.accountId;
  const setting = { accountId, value };
  if (ASIDE.has(field)) return [event({ op: "ignore", ...baseOf(accountId), kind: field })];
  const messages = [...itemsOf(value["messages"]), ...itemsOf(value["standby"])];
  const found = [
    ...messages.map((item) => readWritten(item, { ...setting, isEcho: false, isStandby: field === "standby" })),
    ...itemsOf(value["message_echoes"]).map((item) => readWritten(item, { ...setting, isEcho: true })),
    ...itemsOf(value["statuses"]).map((item) => readStatus(nodeOf(item), setting)),
    ...itemsOf(value["errors"]).map((item) => readError(nodeOf(item), setting, entry)),
    ...itemsOf(value["user_id_update"]).map((item) => readUserIdUpdate(nodeOf(item), setting)),
    ...itemsOf(value["user_preferences"]).map((item) => readPreference(nodeOf(item), setting)),
  ];
  if (found.length > 0) return found;
  return [
    event({
      op: CONTROL.test(field) ? "control" : "ignore",
      ...baseOf(accountId),
      kind: field,
      occurredAt: controlTime(field, entry),
    }),
  ];
};

/**
 * A call has statuses too, of another kind than a message's. The history of a number that the bank's people used before are words of up to
 * 180 days ago, in threads or, where they had files, as messages: nobody waits for an answer to them.
 */
const ASIDE = new Set(["call", "calls", "history"]);

const readWritten = (
  item: unknown,
  { isStandby, ...setting }: Setting & { isEcho: boolean; isStandby?: boolean },
): RawEvent => {
  if (!isNode(item)) return event({ op: "ignore", ...baseOf(setting.accountId), kind: "malformed" });
  const read = readMessage(item, setting);
  return isStandby === true ? { ...read, handledElsewhere: true } : read;
};

/** Changes about the account, its numbers and templates: for operations, not for the desk. */
const CONTROL =
  /^(account|phone_number|message_template|template|business|security|payment_configuration|flows|partner)/;

const controlTime = (field: string, entry: Entry) => (CONTROL.test(field) ? instantOf(entry.time) : undefined);

const baseOf = (accountId: string) =>
  ({ channel: "whatsapp", visibility: "private", direction: "inbound", accountId }) as const;

/** How far one of our messages got: sent, delivered, read, played or failed. They come out of order and more than once. */
const readStatus = (status: Node, { accountId, value }: Setting): RawEvent => {
  const kind = wordOf(status["status"]);
  const person = personOf({ phone: status["recipient_id"], userId: status["recipient_user_id"] }, value["contacts"]);
  return event({
    op: "status",
    ...baseOf(accountId),
    direction: "outbound",
    contactId: person.contactId,
    contactAliases: person.aliases,
    targetId: idOf(status["id"]),
    kind,
    occurredAt: instantOf(status["timestamp"]),
    metadata: textOf(status["biz_opaque_callback_data"]),
    code: idOf(nodesOf(status["errors"])[0]?.["code"]),
    revision: kind,
  });
};

const readError = (error: Node, { accountId }: Setting, entry: Entry): RawEvent =>
  event({
    op: "error",
    ...baseOf(accountId),
    code: idOf(error["code"]),
    text: textOf(error["title"], error["message"]),
    occurredAt: instantOf(entry.time),
    revision: [idOf(error["code"]), idOf(entry.time)].join(":"),
  });

/** A contact's user id changed: the new one is the contact, the one before an alias. */
const readUserIdUpdate = (update: Node, { accountId, value }: Setting): RawEvent => {
  const change = nodeOf(update["user_id"]);
  const phone = idOf(update["wa_id"]);
  const person = personOf({ phone, userId: change["current"] }, value["contacts"]);
  const previous = idOf(change["previous"]);
  return event({
    op: "system",
    ...baseOf(accountId),
    authorId: phone ?? person.contactId,
    contactId: person.contactId,
    contactAliases: [...person.aliases, ...(previous ? [previous] : [])],
    kind: "user_id_update",
    occurredAt: instantOf(update["timestamp"]),
    revision: idOf(update["timestamp"]),
  });
};

/** A customer stops or resumes marketing messages. */
const readPreference = (preference: Node, { accountId, value }: Setting): RawEvent => {
  const person = personOf({ phone: preference["wa_id"], userId: preference["user_id"] }, value["contacts"]);
  return event({
    op: "preference",
    ...baseOf(accountId),
    authorId: idOf(preference["wa_id"]) ?? person.contactId,
    contactId: person.contactId,
    contactAliases: person.aliases,
    kind: wordOf(preference["value"]),
    occurredAt: instantOf(preference["timestamp"]),
    revision: [wordOf(preference["value"]), idOf(preference["timestamp"])].join(":"),
  });
};
