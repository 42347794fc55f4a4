import * as Channel from "#core/channel";
import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import * as Sla from "#core/sla";
import { changeClocks, clocksOf, policyOf } from "./clock.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation, PendingReply } from "./state.ts";

/** What may happen to an answer between sending it and the call to the platform. */
export type GraceEvent =
  /** The customer wrote before it left: it waits for a person. */
  | { readonly type: "held"; readonly messageId: string }
  /** A person saw what had come, and sends it anyway. */
  | { readonly type: "released"; readonly messageId: string; readonly agentId: string; readonly inboundSeen?: number }
  /** Taken back before it left. */
  | { readonly type: "recalled"; readonly messageId: string; readonly agentId: string };

export type GraceCommand =
  | { readonly type: "release"; readonly messageId: string; readonly agentId: string; readonly inboundSeen?: number }
  | {
      readonly type: "recall";
      readonly messageId: string;
      readonly agentId: string;
      readonly policies: readonly Sla.Policy[];
    };

/** How long an answer can be taken back. */
export const graceSeconds = 10;
/** Allowed for the delivery itself, where a deadline is near. */
const deliveryMarginSeconds = 5;

/**
 * When an answer leaves: once it can no longer be taken back. At once where the conversation is urgent, or where that wait
 * would miss its deadline or the end of the platform's reply window.
 */
export const leavesAt = (state: Conversation, seconds: number, now: Sla.Instant): Sla.Instant => {
  const waited = Instant.after(now, seconds);
  const end = Instant.after(waited, deliveryMarginSeconds);
  const dueAt = state.clock !== undefined && !Sla.isPaused(state.clock) ? state.clock.dueAt : undefined;
  const closesAt = Channel.replyWindow(state.channel, state.lastInboundAt, now).closesAt;
  const isPressing = [dueAt, closesAt].some((at) => at !== undefined && at > now && at <= end);
  return state.labels?.urgency === "urgent" || isPressing ? now : waited;
};

/** The customer wrote: what has not left yet answers another question. */
export const holdWaiting = ({ outbox }: Conversation): readonly ConversationEvent[] =>
  outbox.filter(isWaiting).map(({ messageId }) => ({ type: "held", messageId }));

const isWaiting = (reply: PendingReply): boolean => reply.state === "queued" && reply.isRecallable === true;

/** @throws reply.left when it is on its way, or was taken back */
export const release = (
  state: Conversation,
  { agentId, inboundSeen, messageId }: Extract<GraceCommand, { type: "release" }>,
): readonly ConversationEvent[] => {
  const pending = state.outbox.find((each) => each.messageId === messageId);
  if (pending?.state === "queued") return [];
  if (pending?.state !== "held") throw new Fault("reply.left");
  const hasMissed = inboundSeen !== undefined && inboundSeen < state.inboundCount;
  return [{ type: "released", messageId, agentId, ...(hasMissed ? { inboundSeen } : {}) }];
};

/**
 * Nothing of a queued answer has been sent, however often the platform asked for patience. A conversation closed with it
 * opens again, and the customer has waited since they asked.
 * @throws reply.left when a call to the platform has begun
 */
export const recall = (
  state: Conversation,
  { agentId, messageId, policies }: Extract<GraceCommand, { type: "recall" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const pending = state.outbox.find((each) => each.messageId === messageId);
  const isHere = pending?.state === "queued" || pending?.state === "held";
  if (!isHere || pending.automatic === true) throw new Fault("reply.left");
  return [
    { type: "recalled", messageId, agentId },
    ...(state.status === "closed" ? [{ type: "reopened", by: "agent" } as const, ...waitOn(state, policies, now)] : []),
  ];
};

/** The clock as it was before the answer was believed to be on its way. */
export const waitOn = (
  state: Conversation,
  policies: readonly Sla.Policy[],
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const askedAt = state.lastAskedAt ?? state.lastInboundAt;
  const policy = policyOf(state.policy, policies);
  if (askedAt === undefined || policy === undefined) return [];
  const clocks = clocksOf(state);
  return changeClocks(clocks, Sla.customerAsked(clocks, askedAt, policy), "answered", now);
};

/** The answer to send next. One that waits for a person's decision does not hold up the others. */
export const nextReply = ({ outbox }: Pick<Conversation, "outbox">): PendingReply | undefined =>
  outbox.find((reply) => reply.state === "queued" || reply.state === "attempting");

export const moveGrace = (
  state: Conversation,
  event: GraceEvent,
  at: Sla.Instant,
): Pick<Conversation, "outbox" | "outboundCount"> => {
  const { outbox, outboundCount } = state;
  const others = outbox.filter((reply) => reply.messageId !== event.messageId);
  const changed = (change: (reply: PendingReply) => PendingReply): readonly PendingReply[] =>
    outbox.map((reply) => (reply.messageId === event.messageId ? change(reply) : reply));
  switch (event.type) {
    case "held":
      return { outboundCount, outbox: changed((reply) => ({ ...kept(reply), state: "held", since: at })) };
    case "released": {
      const inboundSeen = event.inboundSeen ?? state.inboundCount;
      return {
        outboundCount,
        outbox: changed((reply) => ({ ...kept(reply), inboundSeen, state: "queued", notBefore: at })),
      };
    }
    case "recalled":
      return { outboundCount: outboundCount - (others.length < outbox.length ? 1 : 0), outbox: others };
    default:
      return event satisfies never;
  }
};

const kept = ({ attempts, inboundSeen, messageId, refusals }: PendingReply) => ({
  messageId,
  inboundSeen,
  attempts,
  ...(refusals === undefined ? {} : { refusals }),
});
