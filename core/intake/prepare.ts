import * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Handoff from "#core/handoff";
import * as Identity from "#core/identity";
import * as Impostor from "#core/impostor";
import * as Redaction from "#core/redaction";
import type { Secret } from "#core/secret";
import type * as Sla from "#core/sla";
import { evidenceOf } from "./evidence.ts";
import type { Inbound } from "./inbound.ts";
import { peersOf } from "./peer.ts";
import { isPicture } from "./picture.ts";
import { controlOf, receiptOf, standingOf } from "./standing.ts";

export type Context = {
  readonly entity: Entity.Entity;
  readonly account: Pick<Entity.Account, "teamId">;
  readonly identityKey: Secret;
  readonly addressKey: Secret;
  /** Asked for where there is something to seal. */
  readonly evidenceKey: () => Promise<Secret>;
  readonly receivedAt: Sla.Instant;
};

const platforms = {
  "x.mention": "x",
  "x.dm": "x",
  "facebook.comment": "facebook",
  messenger: "facebook",
  "instagram.comment": "instagram",
  "instagram.dm": "instagram",
  whatsapp: "whatsapp",
} as const satisfies Record<Exclude<Channel.Channel, "secure">, Entity.Platform>;

/** The platform whose account a channel belongs to; the secure channel has none. */
export const platformOf = (channel: Channel.Channel): Entity.Platform | undefined =>
  channel === "secure" ? undefined : platforms[channel];

const ops: Partial<Record<Channel.Op, Inbound["op"]>> = {
  message: "message",
  postback: "message",
  encrypted_message: "message",
  edit: "edit",
  delete: "delete",
  hide: "hide",
  unhide: "unhide",
  read: "receipt",
  delivered: "receipt",
};

/** Whether an update concerns a conversation; others are counted and left. */
export const isConversational = (event: Channel.RawEvent): boolean => opOf(event) !== undefined;

const opOf = (event: Channel.RawEvent): Inbound["op"] | undefined => {
  if (event.op === "status" && event.kind === "failed") return "fail";
  if (receiptOf(event) !== undefined) return "receipt";
  if (isLink(event)) return "link";
  return event.op === "handover" && controlOf(event) !== undefined ? "control" : ops[event.op];
};

/**
 * The last place where raw text exists. Every string an agent may see passes redaction; platform ids become keyed
 * hashes, and those needed to answer are sealed.
 */
export const prepare = async (event: Channel.RawEvent, context: Context): Promise<Inbound> => {
  const op = opOf(event) ?? "message";
  const isNew = op === "message";
  const options = redactionOf(context.entity, event.visibility, event.channel);
  const spoken = Handoff.concealed(event.text ?? placeholderOf(event, options.language), options.language);
  const { found, text, marks } = Redaction.redact(spoken.text, options);
  const around = (event.around ?? []).map((each) =>
    Redaction.redact(Handoff.concealed(each.text, options.language).text, options),
  );
  const conversationId = conversationIdOf(event, context);
  const parent = event.parentId ?? event.targetId;
  const messageId = isNew
    ? newMessageId(event, context)
    : messageIdOf(context.identityKey, event.accountId, subjectOf(event));
  return {
    op,
    direction: event.direction,
    entityId: context.entity.id,
    teamId: context.account.teamId,
    channel: event.channel,
    visibility: event.visibility,
    accountId: event.accountId,
    ...(conversationId === undefined ? {} : { conversationId }),
    aliases: aliasesOf(event, context),
    messageId,
    ...(isNew && parent !== undefined ? { parentId: messageIdOf(context.identityKey, event.accountId, parent) } : {}),
    groupId: groupIdOf(event, context),
    deduplicationId: deduplicationIdOf(event, context),
    isRequeued: false,
    occurredAt: event.occurredAt ?? context.receivedAt,
    receivedAt: context.receivedAt,
    text,
    marks: [...marks],
    found: countKinds([...marks, ...around.flatMap((each) => each.marks)]),
    author: authorOf(event, options),
    ...impostorOf(event, context.entity),
    peers: peersOf(event, {
      entityId: context.entity.id,
      identityKey: context.identityKey,
      network: platformOf(event.channel) ?? "secure",
    }),
    attachments: await Promise.all(
      event.attachments.map(async (each, index) => ({
        ...attachmentOf(each, options),
        ...(isNew && isPicture(each, event)
          ? { picture: await pictureOf(each, `${messageId}.${index}`, context) }
          : {}),
      })),
    ),
    ...(await evidenceOf(event, { text: spoken.text, found }, context)),
    around: around.map((each) => each.text),
    ...(isAnswerable(op, event) ? { address: await sealed(event, context) } : {}),
    ...(op === "link" ? { address: await sealed(asTheyAreNow(event), context) } : {}),
    ...(op === "fail" ? { code: failureOf(event) } : {}),
    ...standingOf(event),
    ...(isByApplication(event) ? { byApplication: true as const } : {}),
    ...(isHeard(event, context.entity) ? { isHeard: true as const } : {}),
    ...(isNew ? proofsOf(event, spoken.codes, context) : {}),
    ...(event.metadata === undefined ? {} : { marker: markerOf(context.identityKey, event.metadata) }),
  };
};

/** More codes than these in one message are guesses. */
const proofsRead = 3;

/** A code counts where the customer sends it in private; what it proves is asked when the message is taken in. */
const proofsOf = (
  { channel, direction, visibility }: Channel.RawEvent,
  codes: readonly string[],
  { entity, identityKey }: Context,
): Pick<Inbound, "proofs"> =>
  codes.length === 0 || direction !== "inbound" || visibility !== "private" || channel === "secure"
    ? {}
    : { proofs: codes.slice(0, proofsRead).map((code) => Handoff.hashProof(identityKey, entity.id, code)) };

/**
 * The platforms' own applications, in which people write: Meta's inboxes of Pages, Business Suite and Instagram (Messenger Platform,
 * "Conversation Routing"), X's web page and its apps for iPhone, Android and iPad.
 */
const inboxes: ReadonlySet<string> = new Set([
  "263902037430900",
  "26390203743090",
  "1217981644879628",
  "3033300",
  "129032",
  "258901",
  "191841",
]);

/** Where the platform does not say, a person is taken to have written it. */
const isByApplication = ({ direction, op, sourceAppId }: Channel.RawEvent): boolean =>
  op === "message" && direction === "outbound" && sourceAppId !== undefined && !inboxes.has(sourceAppId);

/** A listening rule matched it, and it does not name the account that listens. */
const isHeard = ({ accountId, op, rules, text = "" }: Channel.RawEvent, { accounts }: Entity.Entity): boolean => {
  if (op !== "message" || rules === undefined) return false;
  const handle = accounts.find((each) => each.platform === "x" && each.accountId === accountId)?.handle;
  return handle === undefined || !text.toLowerCase().includes(`@${handle.replace(/^@/, "").toLowerCase()}`);
};

/** It is over for this message, whatever may be tried for another: no code that promises one more attempt. */
const failureOf = ({ channel, code }: Channel.RawEvent): string => {
  if (channel === "secure") return "send.refused";
  const error = Channel.sendError(channel, 400, { errors: [{ code }] }, {});
  return error.retry === "never" ? error.code : "send.gave-up";
};

/** The keyed id of a platform's message: the same wherever the message is named. */
export const messageIdOf = (identityKey: Secret, accountId: string, externalId: string): string =>
  Identity.keyedId(identityKey, "m", "message", accountId, externalId);

/** What a message of ours carries and its echo brings back, keyed: whatever another application wrote there stays unread. */
export const markerOf = (identityKey: Secret, marker: string): string => Identity.keyed(identityKey, "marker", marker);

/** How a bank has its messages redacted: its own rules, those of its secure channel there, labels in its first language. */
export const redactionOf = (
  entity: Entity.Entity,
  visibility: "public" | "private",
  channel?: Channel.Channel,
): RedactionOptions => {
  const policy = channel === "secure" ? Handoff.redactionPolicy(entity.secure) : entity.redaction;
  return { language: entity.languages[0] ?? "fr", visibility, ...(policy === undefined ? {} : { policy }) };
};

type RedactionOptions = Redaction.Options & { readonly language: "fr" | "en" };

/** What an edit, a removal or a hiding is about. */
const subjectOf = (event: Channel.RawEvent): string => event.targetId ?? event.externalId ?? "";

/** Some updates carry no id of their own: who, when and what tell them apart. */
const newMessageId = (event: Channel.RawEvent, context: Context): string =>
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
const aliasesOf = (event: Channel.RawEvent, context: Context): string[] =>
  (event.contactAliases ?? []).flatMap((alias) => {
    const threadId = event.threadId === event.contactId ? alias : event.threadId;
    const { contactId: _, threadId: __, ...rest } = event;
    return (
      conversationIdOf({ ...rest, contactId: alias, ...(threadId === undefined ? {} : { threadId }) }, context) ?? []
    );
  });

const groupIdOf = (event: Channel.RawEvent, { identityKey }: Context): string =>
  Identity.keyed(
    identityKey,
    "group",
    event.channel,
    event.accountId,
    event.contactId ?? event.threadId ?? event.targetId ?? event.externalId ?? "",
  );

const deduplicationIdOf = (event: Channel.RawEvent, { identityKey }: Context): string =>
  Identity.keyed(
    identityKey,
    "update",
    event.accountId,
    event.op,
    event.externalId ?? event.targetId ?? event.contactId ?? "",
    event.revision ?? (event.externalId === undefined ? `${event.occurredAt ?? ""}${event.text ?? ""}` : ""),
  );

/** A customer is known by another id from now on. */
const isLink = ({ contactAliases = [], contactId, op }: Channel.RawEvent): boolean =>
  op === "system" && contactId !== undefined && contactAliases.length > 0;

/** A changed number comes from who they were and names who they are; a changed user id comes from who they are. */
const asTheyAreNow = (event: Channel.RawEvent): Channel.RawEvent => {
  const [current] = event.contactAliases ?? [];
  return event.kind?.startsWith("user_changed") === true && current !== undefined
    ? { ...event, contactId: current, threadId: current }
    : event;
};

/** An edit may come before its message, and then is what there is to answer. */
const isAnswerable = (op: Inbound["op"], { direction }: Channel.RawEvent): boolean =>
  direction === "inbound" && (op === "message" || op === "edit");

const sealed = (event: Channel.RawEvent, { addressKey }: Context): Promise<string> => {
  const externalId = event.op === "edit" ? (event.externalId ?? event.targetId) : event.externalId;
  return Identity.sealAddress(
    {
      accountId: event.accountId,
      ...(externalId === undefined ? {} : { externalId }),
      ...(event.contactId === undefined ? {} : { contactId: event.contactId }),
      ...(event.threadId === undefined ? {} : { threadId: event.threadId }),
      ...(event.kind === "mention" ? { isMention: true as const } : {}),
    },
    addressKey,
  );
};

/** A name is kept for the work, but a number or an address hidden in it is not. */
const authorOf = (event: Channel.RawEvent, options: RedactionOptions): Inbound["author"] => {
  const { name, handle } = event.author ?? {};
  return {
    ...(name === undefined ? {} : { name: Redaction.redact(name, { ...options, field: "name" }).text }),
    ...(handle === undefined ? {} : { handle: Redaction.redact(handle, { ...options, field: "name" }).text }),
  };
};

/** Only in public can anybody pose as the bank before others; on the platforms of its own accounts. */
const impostorOf = (event: Channel.RawEvent, { accounts }: Entity.Entity): Pick<Inbound, "impostor"> => {
  if (event.op !== "message" || event.direction !== "inbound" || event.visibility !== "public") return {};
  const platform = platformOf(event.channel);
  const impostor = Impostor.likenessOf(
    event.author ?? {},
    accounts.filter((account) => account.platform === platform),
  );
  return impostor === undefined ? {} : { impostor };
};

const attachmentOf = (
  attachment: Channel.RawAttachment,
  options: RedactionOptions,
): Inbound["attachments"][number] => ({
  type: String(Redaction.redact(attachment.type, options).text),
  words: [attachment.altText, attachment.fileName].flatMap((words) =>
    words === undefined ? [] : [Redaction.redact(words, options).text],
  ),
});

const pictureOf = async (
  { expiresAt, reference = "", token = "none" }: Channel.RawAttachment,
  name: string,
  { addressKey, identityKey }: Context,
): Promise<Inbound["attachments"][number]["picture"]> => ({
  id: Identity.keyedId(identityKey, "p", "picture", name),
  reference: await Identity.sealReference(
    { reference, token, ...(expiresAt === undefined ? {} : { expiresAt }) },
    addressKey,
  ),
});

export const countKinds = (marks: readonly Redaction.Mark[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of marks) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const placeholders = {
  encrypted: {
    fr: "Message chiffré : ouvrez-le dans X pour le lire et y répondre.",
    en: "Encrypted message: open it in X to read and answer it.",
  },
  "not-delivered": {
    fr: "La plateforme signale ce message sans en donner le texte : ouvrez-le sur la plateforme.",
    en: "The platform tells of this message without its text: open it on the platform.",
  },
  unsupported: {
    fr: "Ce message ne peut pas être affiché ici : ouvrez-le sur la plateforme.",
    en: "This message cannot be shown here: open it on the platform.",
  },
} as const;

/** A message that cannot be read is shown as one, and its clock runs. */
const placeholderOf = (event: Channel.RawEvent, language: "fr" | "en"): string => {
  if (event.op === "encrypted_message" || event.unreadable === "encrypted") return placeholders.encrypted[language];
  return event.unreadable === undefined ? "" : placeholders[event.unreadable][language];
};
