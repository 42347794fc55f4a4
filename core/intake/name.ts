import type * as Channel from "#core/channel";
import * as Identity from "#core/identity";
import type { Secret } from "#core/secret";
import type { Context } from "./context.ts";

/** The keyed id of a platform's message: the same wherever the message is named. */
export const messageIdOf = (identityKey: Secret, accountId: string, externalId: string): string =>
  Identity.keyedId(identityKey, "m", "message", accountId, externalId);

/** What a message of ours carries and its echo brings back, keyed: whatever another application wrote there stays unread. */
export const markerOf = (identityKey: Secret, marker: string): string => Identity.keyed(identityKey, "marker", marker);

/** What an edit, a removal or a hiding is about. */
export const subjectOf = (event: Channel.RawEvent): string => event.targetId ?? event.externalId ?? "";

/** Some updates carry no id of their own: who, when and what tell them apart. */
export const newMessageId = (event: Channel.RawEvent, context: Context): string =>
  event.externalId === undefined
    ? Identity.keyedId(
        context.identityKey,
        "m",
        "unnamed",
        event.accountId,
        event.channel,
        event.contactId ?? "",
        event.occurredAt ?? "",
        event.revision ?? event.text ?? "",
      )
    : messageIdOf(context.identityKey, event.accountId, event.externalId);

/**
 * One conversation for a contact in a thread. A public message whose author the platform withholds is a conversation of
 * its own, never lost.
 */
export const conversationIdOf = (event: Channel.RawEvent, { entity, identityKey }: Context): string | undefined => {
  const isUnsigned = event.contactId === undefined && event.op === "message" && event.direction === "inbound";
  const contact = event.contactId ?? (isUnsigned ? "" : undefined);
  if (contact === undefined) return undefined;
  const thread = isUnsigned ? (event.externalId ?? event.threadId ?? "") : (event.threadId ?? contact);
  return Identity.keyedId(identityKey, "c", "conversation", entity.id, event.channel, event.accountId, contact, thread);
};

/** The same conversation for each other id that the platform names the contact by. */
export const aliasesOf = (event: Channel.RawEvent, context: Context): string[] =>
  (event.contactAliases ?? []).flatMap((alias) => {
    const threadId = event.threadId === event.contactId ? alias : event.threadId;
    const { contactId: _, threadId: __, ...rest } = event;
    return (
      conversationIdOf({ ...rest, contactId: alias, ...(threadId === undefined ? {} : { threadId }) }, context) ?? []
    );
  });

export const groupIdOf = (event: Channel.RawEvent, { identityKey }: Context): string =>
  Identity.keyed(
    identityKey,
    "group",
    event.channel,
    event.accountId,
    event.contactId ?? event.threadId ?? event.targetId ?? event.externalId ?? "",
  );

export const deduplicationIdOf = (event: Channel.RawEvent, { identityKey }: Context): string =>
  Identity.keyed(
    identityKey,
    "update",
    event.accountId,
    event.op,
    event.externalId ?? event.targetId ?? event.contactId ?? "",
    event.revision ?? (event.externalId === undefined ? `${event.occurredAt ?? ""}${event.text ?? ""}` : ""),
  );
