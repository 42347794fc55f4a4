import * as z from "zod";
import * as Conversation from "#core/conversation";
import { describe, Fault } from "#core/fault";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import { noteUsage, obey, type Runtime, takeTurn } from "#functions/runtime";
import { type Consumer, consume } from "../consume.ts";
import { askingFor } from "./asking.ts";
import { type Call, prepareCall } from "./call.ts";
import { check } from "./check.ts";
import { actor, awaitTurn, conclude, settle } from "./conclude.ts";
import { callWith } from "./enclosure.ts";
import { answerHere } from "./here.ts";
import { hide } from "./hide.ts";
import { linkAuthor } from "./link.ts";
import { notify } from "./notify.ts";
import { type Answered, outgoingOf } from "./outgoing.ts";
import { refer } from "./refer.ts";
import { isCutOff, noteCutOff, placeOf } from "./standing.ts";

const Delivery = z.object({
  entityId: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  action: z.enum(["hide", "check", "refer", "notify"]).optional(),
});

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
    await send(runtime, key, head, reply);
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
  head: Store.Head,
  reply: Conversation.PendingReply,
): Promise<void> => {
  const { state } = head;
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
  const attempted = await obey(runtime, key, {
    command: { type: "attempt", messageId },
    commitId: `attempt:${messageId}:${runtime.newId()}`,
    actor,
    head,
  });
  if (attempted.events.length === 0) return;
  const { attempts = 1, refusals = 0 } = attempted.state.outbox.find((each) => each.messageId === messageId) ?? {};
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
    { messageId, refusals, accountId: state.accountId, inReplyTo: outgoing.answeredId, head: attempted },
    outcome,
  );
  if (outcome.kind === "disconnected") await noteCutOff(runtime, account, outcome.code);
  await linkAuthor(runtime, state, outcome);
  // Last: what became of the reply must not depend on whether this succeeds.
  await noteUsage(runtime, placed, outcome);
};

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
    if (!(error instanceof Fault) || error.code === "store.unavailable") throw error;
    runtime.log.error("reply.not-prepared", { ...reply, channel: outgoing.channel, error: describe(error) });
    return undefined;
  }
};

/** Told once; looked at again every minute, and at once when an administrator connects the account. */
const waitForAccount = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  reply: Conversation.PendingReply,
): Promise<void> => {
  const { messageId } = reply;
  if ("code" in reply && reply.code === disconnected) return;
  await awaitTurn(runtime, key, { messageId, code: disconnected, until: Instant.after(runtime.now(), 60) });
};

const disconnected = "send.disconnected";
