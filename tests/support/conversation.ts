import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import type * as Store from "#core/store";

/** A policy whose promises are easy to count: two hours, around the clock, and nothing after that. */
const policy: Sla.Policy = { ...Sla.defaultPolicy, id: "test", calendar: Sla.alwaysOpen, escalation: [] };
export const policies = [policy];

export const opening = (conversationId = "c_1"): Conversation.Opening => ({
  conversationId,
  entityId: "lumiere",
  teamId: "social",
  channel: "x.mention",
  visibility: "public",
  accountId: "900100200300",
});

export const keyOf = ({ conversationId, entityId }: Conversation.Opening): Store.ConversationKey => ({
  entityId,
  conversationId,
});

export const received = (messageId: string, occurredAt: Sla.Instant, place = opening()): Conversation.Command => ({
  type: "receive",
  opening: place,
  messageId,
  occurredAt,
  digest: Audit.digestBody(messageId, "salt"),
  found: {},
  expectsAnswer: true,
  policies,
});

/** The same, with what the rules say of it. */
export const labelled = (
  messageId: string,
  occurredAt: Sla.Instant,
  labels: Partial<Conversation.MessageLabels>,
  place = opening(),
): Conversation.Command =>
  ({
    ...received(messageId, occurredAt, place),
    labels: {
      topic: "other",
      urgency: "normal",
      language: "fr",
      sentiment: "neutral",
      isAbusive: false,
      isNotToFeed: false,
      suggestsComplaint: false,
      rules: { topic: ["1f0c2a7b", "9b1d44e0"], language: ["77aa10fe"] },
      ...labels,
    },
    policies: labels.urgency === "urgent" ? [...policies, Sla.urgentPolicy] : policies,
  }) as Conversation.Command;

export const replied = (messageId: string, agentId = "camille"): Conversation.Command => ({
  type: "reply",
  messageId,
  agentId,
  digest: Audit.digestBody(messageId, "salt"),
});

/** Applies commands one after another, as the store would. */
export const outcomeOf = (
  commands: readonly (readonly [Conversation.Command, Sla.Instant])[],
  start?: Conversation.Conversation,
): Conversation.Conversation => {
  let state = start;
  for (const [command, now] of commands) {
    for (const event of Conversation.decide(state, command, now)) state = Conversation.evolve(state, event, now);
  }
  if (state === undefined) throw new Error("no command opened the conversation");
  return state;
};

/** Minutes after nine on a Monday. */
export const at = (minutes: number): Sla.Instant => new Date(Date.UTC(2026, 10, 23, 9, minutes)).toISOString();
