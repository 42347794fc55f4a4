import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import { changeClocks, clocksOf, policyOf } from "./clock.ts";
import type { Command } from "./command.ts";
import { elsewhere, requireHere } from "./elsewhere.ts";
import type { ConversationEvent } from "./event.ts";
import { leavesAt, waitOn } from "./grace.ts";
import { followDelivery } from "./handoff.ts";
import { askAgain } from "./message.ts";
import type { Conversation, PendingReply } from "./state.ts";

/** Replies that may wait for the platform at once; bounds the head. */
const unsentLimit = 20;

/** Puts a reply in the outbox. It goes to whoever wrote last, in the same place. */
export const reply = (
  state: Conversation,
  command: Extract<Command, { type: "reply" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const { messageId, agentId, digest, graceSeconds, inboundSeen, visibility = state.visibility } = command;
  const incident = command.forIncident === true ? { forIncident: true as const } : {};
  if (state.status === "closed") throw new Fault("conversation.closed");
  requireHere(state);
  if (state.lastInboundId === undefined) throw new Fault("reply.nothing-to-answer");
  if (state.outbox.length >= unsentLimit) throw new Fault("reply.too-many-unsent", { waiting: state.outbox.length });
  const hasMissed = inboundSeen !== undefined && inboundSeen < state.inboundCount;
  const missed = hasMissed ? { inboundSeen } : {};
  const written = { type: "replied", messageId, agentId, visibility, digest, ...missed, ...incident } as const;
  if (graceSeconds === undefined) return [written];
  if (hasMissed) return [written, { type: "held", messageId }];
  return [{ ...written, notBefore: leavesAt(state, graceSeconds, now) }];
};

/** At most once to an emergency and once a closing, whatever else the customer writes. */
export const answerAutomatically = (
  state: Conversation,
  { type: _, ...answer }: Extract<Command, { type: "answer-automatically" }>,
): readonly ConversationEvent[] => {
  const { automatic, outbox, status } = state;
  const isSaid = answer.reason === "urgent" ? automatic?.urgent : automatic?.opensAt === answer.opensAt;
  const isImpossible = status === "closed" || outbox.length >= unsentLimit || elsewhere(state) !== undefined;
  return isSaid === true || isImpossible ? [] : [{ type: "auto-replied", ...answer }];
};

/** Committed before the call to the platform. Only a queued reply may be attempted: anything else was, or is over. */
export const attempt = (state: Conversation, messageId: string): readonly ConversationEvent[] => {
  const pending = pendingOf(state, messageId);
  return pending?.state === "queued" ? [{ type: "attempted", messageId, attempt: pending.attempts + 1 }] : [];
};

/** The platform refused for now, and said so: nothing was sent, it may be tried again at `until`. */
export const postpone = (
  state: Conversation,
  { type: _, ...reason }: Extract<Command, { type: "postpone" }>,
): readonly ConversationEvent[] =>
  pendingOf(state, reason.messageId)?.state === "attempting" ? [{ type: "postponed", ...reason }] : [];

/** The platform refused for good. */
export const fail = (
  state: Conversation,
  { messageId, code, policies }: Extract<Command, { type: "fail" | "doubt" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  pendingOf(state, messageId) === undefined
    ? []
    : [
        { type: "failed", messageId, code },
        ...followDelivery(state, messageId, "failed"),
        ...openAgain(state, messageId, policies, now),
      ];

/**
 * The platform took it, and says later that it did not arrive: the customer waits, and has waited since they asked. A
 * closed conversation opens again.
 */
export const failSent = (
  state: Conversation,
  { code, isAutomatic, messageId, policies }: Extract<Command, { type: "fail-sent" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (isAutomatic) return [{ type: "failed", messageId, code }, ...followDelivery(state, messageId, "failed")];
  return [
    { type: "failed", messageId, code, wasSent: true },
    ...(state.status === "closed" ? [{ type: "reopened", by: "failure" } as const] : []),
    ...waitOn(state, policies, now),
  ];
};

/** No outcome is known: it may have been sent. It is not sent again by itself. */
export const doubt = (
  state: Conversation,
  { messageId, code, policies }: Extract<Command, { type: "fail" | "doubt" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  pendingOf(state, messageId)?.state === "attempting"
    ? [{ type: "uncertain", messageId, code }, ...openAgain(state, messageId, policies, now)]
    : [];

/** Closed in the belief that it was answered: the customer waits again, and somebody must know. */
const openAgain = (
  state: Conversation,
  messageId: string,
  policies: readonly Sla.Policy[],
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  state.status === "open" || pendingOf(state, messageId)?.automatic === true
    ? []
    : [{ type: "reopened", by: "failure" }, ...askAgain(state, policyOf(state.policy, policies), now)];

/**
 * The platform has it. This, and not the commit or the queued send, is what stops the customer's clock; a message that
 * came after the reply was written starts the next one from its own time.
 */
export const accept = (
  state: Conversation,
  { messageId, by, policies }: Extract<Command, { type: "accept" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const pending = pendingOf(state, messageId);
  if (pending === undefined) return [];
  if (pending.automatic === true) return [{ type: "sent", messageId, by }, ...followDelivery(state, messageId, "sent")];
  const isOvertaken = state.isAwaiting && (state.lastAskedNumber ?? state.inboundCount) > pending.inboundSeen;
  const askedAt = state.lastAskedAt ?? state.lastInboundAt;
  const policy = policyOf(state.policy, policies);
  // The platform's clock may run ahead of ours: what was asked before the reply was written is answered by it.
  const at = state.clock !== undefined && state.clock.startedAt > now ? state.clock.startedAt : now;
  const isIncident = pending.forIncident === true && policy !== undefined && state.status === "open";
  const answered = isIncident
    ? Sla.incidentAnswered(clocksOf(state), at, policy)
    : Sla.personAnswered(clocksOf(state), at);
  const after =
    isOvertaken && state.status === "open" && askedAt !== undefined && policy !== undefined
      ? Sla.customerAsked(answered, askedAt, policy)
      : answered;
  return [{ type: "sent", messageId, by }, ...changeClocks(clocksOf(state), after, "answered", now)];
};

const pendingOf = (state: Conversation, messageId: string): PendingReply | undefined =>
  state.outbox.find((each) => each.messageId === messageId);
