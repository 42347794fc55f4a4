import * as Audit from "#core/audit";
import * as Channel from "#core/channel";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import type * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import { type Runtime, readKept } from "#functions/runtime";
import { encloseIn } from "./enclosure.ts";
import { holding } from "./holder.ts";
import { judge, putReply, unreviewed, type Verdict } from "./judge.ts";
import { putOffer } from "./offer.ts";
import { screened } from "./screened.ts";
import type { Caller } from "./sign-in.ts";
import { expectSame, keep, messageIdOf, origin, type Writing } from "./writing.ts";

/**
 * Keeps a reply and queues it.
 * @throws reply.personal-data, reply.guarded, reply.unconfirmed, charter.not-accepted, template.unusable, handoff.text-incomplete, handoff.not-reviewable, reply.too-long, reply.window-closed, request.idempotency-key-reused
 */
export const writeReply = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { head, ...writing }: Writing & { readonly head: Store.Head },
): Promise<Written> => {
  const verdict = await judge(runtime, caller, head, writing);
  const text = screened(writing.text);
  if (Handoff.offeringIn(text) !== undefined)
    return offerByReply(runtime, key, caller, { head, text, verdict, writing });
  const { limit, used } = Channel.countText(head.state.channel, text);
  if (used > limit) throw new Fault("reply.too-long", { used, limit });
  const attachments = await enclosed(runtime, key, caller, { head, verdict, writing });
  const { isOpen, ...target } = await targetOf(runtime, head, writing.privatelyTo);
  if (!isOpen) throw new Fault("reply.window-closed");
  const body = await keep(runtime, key, caller, {
    writing,
    part: "reply",
    head,
    body: {
      kind: "message",
      text,
      marks: [],
      attachments,
      ...target,
      ...(mayInvite(head, writing) ? { invitesPrivately: true } : {}),
    },
  });
  const { inboundSeen, privatelyTo, undo } = writing;
  const after = await putReply(runtime, key, verdict, {
    reply: {
      type: "reply",
      messageId: body.id,
      agentId: caller.agentId,
      digest: Audit.digestBody(body.text, body.salt),
      ...(inboundSeen === undefined ? {} : { inboundSeen }),
      ...(privatelyTo === undefined ? {} : { visibility: "private" as const }),
      ...(undo === true ? { graceSeconds: runtime.environment.UNDO_SECONDS } : {}),
    },
    ...origin(caller, body),
    ...holding(caller),
    shows: body.id,
    head,
  });
  return { reply: body, head: after };
};

/** A reply as it is kept, and the conversation with it. */
type Written = { readonly reply: Store.Body; readonly head: Store.Head };

/** @throws enclosure.not-here, enclosure.not-reviewable, and whatever is wrong with the file */
const enclosed = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { head, verdict, writing }: { readonly head: Store.Head; readonly verdict: Verdict; readonly writing: Writing },
): Promise<readonly Store.Attachment[]> => {
  const { enclosureId, privatelyTo, text } = writing;
  if (enclosureId === undefined) return [];
  if (privatelyTo !== undefined) throw new Fault("enclosure.not-here");
  // A second person could not look at the file.
  if (verdict.reasons.length > 0) throw new Fault("enclosure.not-reviewable");
  return [await encloseIn(runtime, key, caller, { head, text, enclosureId })];
};

type Offering = {
  readonly head: Store.Head;
  readonly text: Redaction.Redacted;
  readonly verdict: Verdict;
  readonly writing: Writing;
};

/** A template that says where the code and the link go: what is sent is an offer of the secure channel, with its receipts. */
const offerByReply = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { head, text, verdict, writing }: Offering,
): Promise<Written> => {
  const { idempotencyKey, privatelyTo } = writing;
  const language = Handoff.offeringIn(text);
  if (language === undefined || language === "incomplete" || privatelyTo !== undefined) {
    throw new Fault("handoff.text-incomplete");
  }
  const offered = await putOffer(runtime, key, caller, {
    head,
    text,
    messageId: await messageIdOf(runtime, key, caller, { idempotencyKey, part: "reply" }),
    idempotencyKey,
    language,
    purpose: Handoff.purposeOf(head.state.labels?.topic),
    written: unreviewed(verdict),
  });
  expectSame(offered.reply, text);
  return offered;
};

/** Elsewhere there is no such button, and the words alone have to say it. */
const mayInvite = ({ state }: Store.Head, { invitesPrivately, privatelyTo }: Writing): boolean =>
  invitesPrivately === true && privatelyTo === undefined && state.channel === "x.mention";

/**
 * The reply that was asked for with this key before, whatever became of the conversation since.
 * @throws request.idempotency-key-reused
 */
export const findReply = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { idempotencyKey, text }: Writing,
): Promise<Store.Body | undefined> => {
  const body = await runtime.store.readBody(
    key,
    await messageIdOf(runtime, key, caller, { idempotencyKey, part: "reply" }),
  );
  if (body === undefined) return undefined;
  expectSame(body, text);
  const { isRepeat } = await runtime.store.commit(key, {
    ...origin(caller, body),
    at: runtime.now(),
    decide: () => [],
  });
  return isRepeat ? body : undefined;
};

type Target = Pick<Store.Body, "visibility" | "inReplyTo"> & { readonly isOpen: boolean };

/** Where a reply goes: to the customer's last message, in the same place, or privately to one comment. */
const targetOf = async (runtime: Runtime, { state }: Store.Head, privatelyTo: string | undefined): Promise<Target> => {
  const { channel, lastInboundAt, lastInboundId, visibility } = state;
  if (privatelyTo === undefined) {
    const isOpen = Channel.replyWindow(channel, lastInboundAt, runtime.now()).open;
    return { visibility, isOpen, ...(lastInboundId === undefined ? {} : { inReplyTo: lastInboundId }) };
  }
  const comment = await readKept(runtime, state, privatelyTo);
  if (comment?.direction !== "inbound") throw new Fault("message.unknown");
  const isOpen = Channel.privateReplyWindow(channel, comment.occurredAt, runtime.now()).open;
  return { visibility: "private", inReplyTo: privatelyTo, isOpen };
};
