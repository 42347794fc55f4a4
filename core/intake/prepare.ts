import * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Handoff from "#core/handoff";
import * as Identity from "#core/identity";
import * as Redaction from "#core/redaction";
import { authorOf, impostorOf, isByApplication } from "./author.ts";
import type { Context } from "./context.ts";
import { evidenceOf } from "./evidence.ts";
import type { Inbound } from "./inbound.ts";
import {
  aliasesOf,
  conversationIdOf,
  deduplicationIdOf,
  groupIdOf,
  markerOf,
  messageIdOf,
  newMessageId,
  subjectOf,
} from "./name.ts";
import { peersOf } from "./peer.ts";
import { isPicture, isStory } from "./picture.ts";
import { placeholderOf } from "./placeholder.ts";
import { platformOf } from "./platform.ts";
import { controlOf, receiptOf, standingOf } from "./standing.ts";

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
    attachments: await attachmentsOf(event, { messageId, isNew, options }, context),
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

type Attached = { readonly messageId: string; readonly isNew: boolean; readonly options: RedactionOptions };

/** What came with it, in redacted words; a picture or a story of a new message with where it can be fetched, sealed. */
const attachmentsOf = (
  event: Channel.RawEvent,
  { isNew, messageId, options }: Attached,
  context: Context,
): Promise<Inbound["attachments"]> =>
  Promise.all(
    event.attachments.map(async (attachment, index) => {
      const seen = () => pictureOf(attachment, `${messageId}.${index}`, context);
      return {
        type: String(Redaction.redact(attachment.type, options).text),
        words: [attachment.altText, attachment.fileName].flatMap((words) =>
          words === undefined ? [] : [Redaction.redact(words, options).text],
        ),
        ...(isNew && isPicture(attachment, event) ? { picture: await seen() } : {}),
        ...(isNew && isStory(attachment, event) ? { story: await seen() } : {}),
      };
    }),
  );

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
