import * as z from "zod";
import type * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { describe, Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { noteUsage, obey, type Runtime, readKept, takeTurn } from "#functions/runtime";
import { type Consumer, consume } from "../consume.ts";
import { askingFor } from "./asking.ts";
import { type Call, type Outcome, prepareCall } from "./call.ts";
import { check } from "./check.ts";
import { callWith } from "./enclosure.ts";
import { answerHere } from "./here.ts";
import { hide } from "./hide.ts";
import { linkAuthor } from "./link.ts";
import { notify } from "./notify.ts";
import { wordsOf } from "./offer.ts";
import { refer } from "./refer.ts";
import { isCutOff, noteCutOff, placeOf } from "./standing.ts";

const Delivery = z.object({
  entityId: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  action: z.enum(["hide", "check", "refer", "notify"]).optional(),
});

/** After this many refusals that asked for patience, a reply counts as failed. */
const refusalLimit = 8;
/** First pause after a refusal that names none; it doubles with every attempt. */
const firstPauseSeconds = 5;
const longestPauseSeconds = 900;
/** While an account is disconnected its replies wait, and are tried again this often. */
const reconnectPauseSeconds = 600;

/**
 * Sends a reply from the outbox. The attempt is committed before the call: a reply whose attempt has no recorded
 * outcome is never sent again by itself.
 */
export const deliver = (runtime: Runtime): Consumer =>
  consume(runtime, "deliver", async (body) => {
    const parsed = Delivery.safeParse(body);
    if (!parsed.success) throw new Fault("request.invalid");
    const { action, messageId, ...key } = parsed.data;
    if (action === "hide") return hide(runtime, key, messageId);
    if (action === "check") return check(runtime, key, messageId);
    if (action === "refer") return refer(runtime, key, messageId);
    if (action === "notify") return notify(runtime, key, messageId);
    const head = await runtime.store.readHead(key);
    if (head?.state.channel === "secure") return answerHere(runtime, key, head.state, messageId);
    const reply = head?.state.outbox.find((each) => each.messageId === messageId);
    if (head === undefined || reply === undefined || !isDue(head.state, reply, runtime.now())) return;
    await send(runtime, key, head.state, reply);
  });

/** The oldest goes first; one that failed for now keeps its place. */
const isDue = (state: Conversation.Conversation, reply: Conversation.PendingReply, now: string): boolean => {
  return (
    Conversation.nextReply(state)?.messageId === reply.messageId && reply.state === "queued" && reply.notBefore <= now
  );
};

const send = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  reply: Conversation.PendingReply,
): Promise<void> => {
  const { messageId } = reply;
  if (state.channel === "secure") throw new Fault("internal.unexpected");
  const account = placeOf(key, { channel: state.channel, accountId: state.accountId });
  if (await isCutOff(runtime, account)) return waitForAccount(runtime, key, reply);
  const outgoing = await outgoingOf(runtime, key, state, state.channel, messageId);
  if (outgoing === undefined) return settle(runtime, key, messageId, { type: "fail", code: "send.target-gone" });
  const prepared = await prepare(runtime, { ...key, messageId }, outgoing);
  if (prepared === undefined) return;
  const placed = { entityId: key.entityId, outgoing };
  const turnAt = await takeTurn(runtime, placed, askingFor(state, reply));
  if (turnAt !== undefined) return awaitTurn(runtime, key, { messageId, code: "send.waits-turn", until: turnAt });
  const { events, state: attempted } = await obey(runtime, key, {
    command: { type: "attempt", messageId },
    commitId: `attempt:${messageId}:${runtime.newId()}`,
    actor,
  });
  if (events.length === 0) return;
  const { attempts = 1, refusals = 0 } = attempted.outbox.find((each) => each.messageId === messageId) ?? {};
  const asked = { outgoing: { ...outgoing, entityId: key.entityId }, prepared };
  const outcome = await callWith(runtime, asked, outgoing.attachment);
  runtime.log.info("reply.attempted", {
    ...key,
    messageId,
    channel: state.channel,
    attempt: attempts,
    code: outcome.kind === "accepted" ? "accepted" : outcome.code,
  });
  await conclude(
    runtime,
    key,
    { messageId, refusals, accountId: state.accountId, inReplyTo: outgoing.answeredId },
    outcome,
  );
  if (outcome.kind === "disconnected") await noteCutOff(runtime, account, outcome.code);
  await linkAuthor(runtime, state, outcome);
  // Last: what became of the reply must not depend on whether this succeeds.
  await noteUsage(runtime, placed, outcome);
};

const actor = { kind: "system", id: "deliver" } as const;

/** Undefined when the request cannot be made. The reply stays queued, and the clock tries again until somebody has seen to it. */
const prepare = async (
  runtime: Runtime,
  reply: Store.ConversationKey & { readonly messageId: string },
  outgoing: Answered,
): Promise<Call | undefined> => {
  try {
    return await prepareCall(runtime, { ...outgoing, entityId: reply.entityId });
  } catch (error) {
    // The table or the network out of reach is no matter for a person: the queue brings the message again.
    if (!(error instanceof Fault)) throw error;
    runtime.log.error("reply.not-prepared", { ...reply, channel: outgoing.channel, error: describe(error) });
    return undefined;
  }
};

type Answered = Channel.Outgoing & {
  readonly answeredId: string;
  readonly attachment: Store.Attachment | undefined;
};

/** The reply with the platform ids it needs, opened for this call only. */
const outgoingOf = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  channel: Channel.PlatformChannel,
  messageId: string,
): Promise<Answered | undefined> => {
  const body = await runtime.store.readBody(key, messageId);
  const answeredId = body?.inReplyTo;
  const answered = answeredId === undefined ? undefined : await readKept(runtime, state, answeredId);
  if (body === undefined || answeredId === undefined || answered?.address === undefined) return undefined;
  const pending = state.outbox.find((each) => each.messageId === messageId);
  const words = await wordsOf(runtime, key, state, { text: body.text, handoffId: pending?.handoffId });
  if (words === undefined) return undefined;
  const addressKey = await runtime.secrets.read("ADDRESS_KEY");
  const address = await Identity.openAddress(answered.address, addressKey);
  const { contactId = address.contactId } =
    answered.movedTo === undefined ? {} : await Identity.openAddress(answered.movedTo, addressKey);
  return {
    ...wayOf(channel, state.visibility === "public" && body.visibility === "private"),
    accountId: state.accountId,
    ...words,
    marker: messageId,
    humanAgent: pending?.automatic !== true || pending.handoffId !== undefined,
    answeredId,
    attachment: body.attachments[0],
    ...(body.invitesPrivately === true ? { directMessageDeepLink: privateMessageTo(state.accountId) } : {}),
    ...(address.externalId === undefined ? {} : { inReplyTo: address.externalId }),
    ...(address.isMention === true && address.threadId !== undefined ? { mentionedIn: address.threadId } : {}),
    ...(contactId === undefined ? {} : { recipientId: contactId }),
    ...(state.lastInboundAt === undefined ? {} : { lastInboundAt: state.lastInboundAt }),
  };
};

/** Opens a private message to an account (docs.x.com, POST /2/tweets, `direct_message_deep_link`). */
const privateMessageTo = (accountId: string): string =>
  `https://twitter.com/messages/compose?recipient_id=${encodeURIComponent(accountId)}`;

/** A private answer to something public: X has direct messages for it, Meta a private reply to the comment. */
const wayOf = (
  channel: Channel.PlatformChannel,
  isInPrivate: boolean,
): Pick<Channel.Outgoing, "channel" | "action"> => {
  if (!isInPrivate) return { channel };
  return channel === "x.mention" ? { channel: "x.dm" } : { channel, action: "private-reply" };
};

type Attempt = {
  readonly messageId: string;
  readonly refusals: number;
  readonly accountId: string;
  readonly inReplyTo: string;
};

const conclude = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  attempt: Attempt,
  outcome: Outcome,
): Promise<void> => {
  const { messageId, refusals } = attempt;
  switch (outcome.kind) {
    case "accepted":
      return accept(runtime, key, attempt, outcome.externalId);
    case "unknown":
      return settle(runtime, key, messageId, { type: "doubt", code: outcome.code });
    case "refused":
      return settle(runtime, key, messageId, { type: "fail", code: outcome.code });
    case "disconnected":
      return postpone(runtime, key, { messageId, code: outcome.code, isDisconnected: true }, reconnectPauseSeconds);
    case "later": {
      // The platform took nothing, and says when it will: that is a wait, and no failure of this reply.
      if (outcome.code === "send.rate-limited") {
        const until = secondsFrom(runtime.now(), outcome.afterSeconds ?? firstPauseSeconds);
        return awaitTurn(runtime, key, { messageId, code: outcome.code, until });
      }
      if (refusals + 1 >= refusalLimit) return settle(runtime, key, messageId, { type: "fail", code: "send.gave-up" });
      const pauseSeconds = outcome.afterSeconds ?? Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** refusals);
      return postpone(runtime, key, { messageId, code: outcome.code }, pauseSeconds);
    }
  }
};

/** The pointer comes first: the platform's echo finds it and knows the message for ours. */
const accept = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { accountId, inReplyTo, messageId }: Attempt,
  externalId: string | undefined,
): Promise<void> => {
  const { conversationId, entityId } = key;
  if (externalId !== undefined) {
    const identityKey = await runtime.secrets.read("IDENTITY_KEY");
    const groupId = (await runtime.store.readPointer(entityId, inReplyTo))?.groupId ?? conversationId;
    const platformKey = Intake.messageIdOf(identityKey, accountId, externalId);
    await runtime.store.putPointer(entityId, platformKey, { conversationId, messageId, groupId });
  }
  const entity = await runtime.store.readEntity(entityId);
  await obey(runtime, key, {
    command: { type: "accept", messageId, by: "platform", policies: Entity.policiesOf(entity) },
    commitId: `accept:${messageId}`,
    actor,
  });
};

const settle = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  messageId: string,
  verdict: { readonly type: "fail" | "doubt"; readonly code: string },
): Promise<void> => {
  const entity = await runtime.store.readEntity(key.entityId);
  await obey(runtime, key, {
    command: { ...verdict, messageId, policies: Entity.policiesOf(entity) },
    commitId: `${verdict.type}:${messageId}`,
    actor,
  });
};

const postpone = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  reason: { readonly messageId: string; readonly code: string; readonly isDisconnected?: true },
  pauseSeconds: number,
): Promise<void> => {
  const until = secondsFrom(runtime.now(), pauseSeconds);
  await obey(runtime, key, {
    command: { type: "postpone", ...reason, until },
    commitId: `postpone:${reason.messageId}:${until}`,
    actor,
  });
};

/** Told once; looked at again every minute, and at once when an administrator connects the account. */
const waitForAccount = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  reply: Conversation.PendingReply,
): Promise<void> => {
  const { messageId } = reply;
  if ("code" in reply && reply.code === disconnected) return;
  await awaitTurn(runtime, key, { messageId, code: disconnected, until: secondsFrom(runtime.now(), 60) });
};

const disconnected = "send.disconnected";

const awaitTurn = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  turn: { readonly messageId: string; readonly code: string; readonly until: string },
): Promise<void> => {
  await obey(runtime, key, {
    command: { type: "await-turn", ...turn },
    commitId: `await-turn:${turn.messageId}:${turn.code}:${turn.until}`,
    actor,
  });
};

const secondsFrom = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
