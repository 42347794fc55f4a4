import * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import { shortHash } from "./hash.ts";
import { noticesToSend } from "./notice.ts";
import type { QueueMessage, QueueName } from "./queue.ts";

/** Timers this near are queued at once; the clock's sweep finds the others in time. */
const nearSeconds = 190;

/** What a commit means for the rest of the system: the messages that follow it, by queue. */
export const effectsOf = (
  key: Store.ConversationKey,
  { events, state, version }: Store.Committed,
  { freedTeams, now }: { readonly now: Sla.Instant; readonly freedTeams: ReadonlySet<string> },
): ReadonlyMap<QueueName, readonly QueueMessage[]> => {
  const effects = new Map<QueueName, readonly QueueMessage[]>();
  effects.set("changes", [{ body: { ...key, version, ...askedOf(events) } }]);
  const replies = repliesToSend(key, state, events, now);
  const hidings = hidingsToAsk(key, state, events);
  const referrals = referralsToSend(key, state, events);
  const toDeliver = [...replies, ...hidings, ...referrals, ...noticesToSend(key, state, events)];
  if (toDeliver.length > 0) effects.set("deliver", toDeliver);
  const isOrdered = events.some(({ type }) => type === "erasure-ordered");
  const timers = [
    ...markTimers(key, state, events, now),
    ...retryTimers(key, events, now),
    ...(isOrdered ? [eraseMessage(key)] : []),
  ];
  if (timers.length > 0) effects.set("timers", timers);
  const hasFreedSomebody = events.some((event) => event.type === "unassigned");
  const isWaiting = state.status === "open" && state.assigneeId === undefined;
  // Time alone makes nobody free: whoever may help from a mark on is found by the drain of every minute.
  const hasChanged = events.some(({ type }) => type !== "marked" && type !== "escalated");
  if ((isWaiting && hasChanged) || hasFreedSomebody) {
    // Whoever is free again may be of several teams, and each of them may have work waiting.
    const teamIds = new Set([state.teamId, ...freedTeams]);
    effects.set(
      "route",
      [...teamIds].map((teamId) => ({ body: { entityId: key.entityId, teamId } })),
    );
  }
  return effects;
};

/** What concerns people besides whoever shows the conversation: that a reply waits or was decided, and whom a note names. */
const askedOf = (
  events: Store.Committed["events"],
): { readonly approvals?: true; readonly named?: readonly string[] } => {
  const named = events.flatMap((event) => (event.type === "noted" ? (event.mentions ?? []) : []));
  return {
    ...(events.some(({ type }) => type === "approved" || type.startsWith("approval-")) ? { approvals: true } : {}),
    ...(named.length > 0 ? { named } : {}),
  };
};

/** New replies, and the one that waited behind a reply which is settled now. */
const repliesToSend = (
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  events: Store.Committed["events"],
  now: Sla.Instant,
): readonly QueueMessage[] => {
  const hasSettled = events.some((event) => ["sent", "failed", "uncertain", "held", "recalled"].includes(event.type));
  const hasWritten = events.some((event) =>
    ["replied", "auto-replied", "handoff-offered", "released"].includes(event.type),
  );
  const next = Conversation.nextReply(state);
  const isReady = next?.state === "queued" && next.notBefore <= now;
  return isReady && (hasSettled || hasWritten) ? [deliverMessage(key, next)] : [];
};

/**
 * Its group is the conversation, so that answers keep their order. Its id names the attempt and its time, and `askedAt`
 * where it is asked for once more: SQS drops what has an id of the last five minutes, even if that came to nothing.
 */
export const deliverMessage = (
  key: Store.ConversationKey,
  reply: Conversation.PendingReply,
  askedAt: Sla.Instant | "" = "",
): QueueMessage => ({
  body: { ...key, messageId: reply.messageId },
  groupId: shortHash(`${key.entityId}#${key.conversationId}`),
  deduplicationId: shortHash(
    `${reply.messageId}#${reply.attempts}#${reply.state === "queued" ? reply.notBefore : ""}#${askedAt}`,
  ),
});

const hidingsToAsk = (
  key: Store.ConversationKey,
  { hidings = [] }: Conversation.Conversation,
  events: Store.Committed["events"],
): readonly QueueMessage[] => {
  const asked = events.flatMap((event) => (event.type === "hiding-asked" ? [event.messageId] : []));
  return hidings.filter((each) => asked.includes(each.messageId)).map((each) => hidingMessage(key, each));
};

/** A group of its own: it waits for no answer that is on its way. */
export const hidingMessage = (
  key: Store.ConversationKey,
  hiding: Conversation.PendingHiding,
  askedAt: Sla.Instant | "" = "",
): QueueMessage => ({
  body: { ...key, messageId: hiding.messageId, action: "hide" },
  groupId: shortHash(`hide#${key.entityId}#${key.conversationId}`),
  deduplicationId: shortHash(`hide#${hiding.messageId}#${"notBefore" in hiding ? hiding.notBefore : ""}#${askedAt}`),
});

/** Asked for at an instant. */
export const checkMessage = (key: Store.ConversationKey, messageId: string, at: Sla.Instant): QueueMessage => ({
  body: { ...key, messageId, action: "check" },
  groupId: shortHash(`check#${key.entityId}#${key.conversationId}`),
  deduplicationId: shortHash(`check#${messageId}#${at}`),
});

const referralsToSend = (
  key: Store.ConversationKey,
  { referral }: Conversation.Conversation,
  events: Store.Committed["events"],
): readonly QueueMessage[] =>
  referral !== undefined && events.some((event) => event.type === "referred") ? [referralMessage(key, referral)] : [];

/** A group of its own, as a hiding has. */
export const referralMessage = (
  key: Store.ConversationKey,
  { id, since }: Pick<Conversation.ReferralState, "id" | "since">,
  attempt = since,
): QueueMessage => ({
  body: { ...key, messageId: id, action: "refer" },
  groupId: shortHash(`refer#${key.entityId}#${key.conversationId}`),
  deduplicationId: shortHash(`refer#${id}#${attempt}`),
});

/** Has the words of a conversation taken away whose erasure was ordered. */
export const eraseMessage = ({ conversationId, entityId }: Store.ConversationKey): QueueMessage => ({
  body: { kind: "erase", entityId, conversationId },
});

/** A whole second early: delays are whole seconds, and the handler waits the rest. */
export const timerMessage = (body: Record<string, unknown>, at: Sla.Instant, now: Sla.Instant): QueueMessage => ({
  body: { ...body, at },
  delaySeconds: Math.max(0, Math.min(900, Math.floor((Date.parse(at) - Date.parse(now)) / 1000) - 1)),
});

const markTimers = (
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  events: Store.Committed["events"],
  now: Sla.Instant,
): readonly QueueMessage[] => {
  const at = Conversation.nextTimerAt(state);
  const hasMoved = events.some((event) =>
    ["clock-started", "clock-resumed", "marked", "escalated", "snoozed", "follow-up-set"].includes(event.type),
  );
  return at !== undefined && hasMoved && isNear(at, now) ? [timerMessage({ kind: "mark", ...key }, at, now)] : [];
};

const isNear = (at: Sla.Instant, now: Sla.Instant): boolean => Date.parse(at) - Date.parse(now) < nearSeconds * 1000;

/** Answers that may leave, or be tried again, at a time. */
const retryTimers = (
  key: Store.ConversationKey,
  events: Store.Committed["events"],
  now: Sla.Instant,
): readonly QueueMessage[] =>
  events.flatMap((event) => {
    if (event.type !== "postponed" && event.type !== "turn-awaited" && event.type !== "replied") return [];
    const at = event.type === "replied" ? (event.notBefore ?? now) : event.until;
    return at > now && isNear(at, now)
      ? [timerMessage({ kind: "deliver", ...key, messageId: event.messageId }, at, now)]
      : [];
  });
