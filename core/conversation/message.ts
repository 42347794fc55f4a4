import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import { type Beside, join } from "./beside.ts";
import { breaches, changeClocks, clocksOf, hastened, policyOf } from "./clock.ts";
import type { Asked, Command, Opening } from "./command.ts";
import { direct } from "./direction.ts";
import { isErased } from "./erasure.ts";
import type { ConversationEvent, Outcome } from "./event.ts";
import { holdWaiting } from "./grace.ts";
import { hear } from "./heard.ts";
import type { MessageLabels } from "./label.ts";
import { cameLate } from "./late.ts";
import { repair } from "./redaction.ts";
import { isSampled } from "./review.ts";
import { askSatisfaction } from "./satisfaction.ts";
import { wake } from "./snooze.ts";
import type { Conversation } from "./state.ts";

/**
 * A customer's message. Whether it is already in the log is the store's question (it searches the log); here it is new.
 * A clock that runs is left alone: writing again while we are late does not move the deadline.
 */
export const receive = (
  state: Conversation | undefined,
  command: Extract<Command, { type: "receive" }>,
): readonly ConversationEvent[] => {
  const { messageId, occurredAt, digest, found, labels } = command;
  const begun = state?.policy ?? pinnedOf(command.policies);
  const pinned = isAlarmed(state, labels) ? pinnedOf(command.policies) : begun;
  const isStricter = pinned.id !== begun.id || pinned.version !== begun.version;
  return [
    ...(state === undefined ? open(command.opening, pinned, occurredAt) : []),
    ...(state?.status === "closed" && command.score === undefined
      ? [{ type: "reopened", by: "customer" } as const]
      : []),
    ...hear(state, command.isHeard === true),
    ...(command.direction === undefined ? [] : direct(state, command.direction)),
    {
      type: "received",
      messageId,
      occurredAt,
      digest,
      found,
      ...(command.expectsAnswer ? {} : { expectsAnswer: false }),
      ...(command.isEncrypted === undefined ? {} : { isEncrypted: true }),
    },
    ...(state === undefined ? [] : holdWaiting(state)),
    ...wake(state, "customer"),
    ...(command.latenessSeconds === undefined
      ? []
      : [cameLate({ messageId, occurredAt, latenessSeconds: command.latenessSeconds })]),
    ...repair(command.repaired),
    ...(labels === undefined ? [] : [{ type: "labelled", messageId, labels } as const]),
    ...(isStricter ? [{ type: "policy-changed", policy: pinned } as const] : []),
    ...(command.expectsAnswer ? ask(state, command, pinned) : []),
    ...(command.beside === undefined ? [] : join(state, command.beside)),
    ...(command.score === undefined ? [] : [{ type: "rated", messageId, score: command.score } as const]),
  ];
};

/** An edit that asks what the message did not is a question of its own; any other changes the words alone. */
export const edit = (
  state: Conversation,
  { asked, digest, found, labels, messageId, repaired }: Extract<Command, { type: "edit" }>,
): readonly ConversationEvent[] => {
  if (isErased(state)) return [];
  const isUrgent = asked !== undefined && isAlarmed(state, labels);
  const pinned = isUrgent ? pinnedOf(asked.policies) : state.policy;
  return [
    { type: "edited", messageId, digest, found, ...(asked === undefined ? {} : { askedAt: asked.occurredAt }) },
    ...repair(repaired),
    ...(asked === undefined ? [] : holdWaiting(state)),
    ...(asked !== undefined && state.status === "closed" ? [{ type: "reopened", by: "customer" } as const] : []),
    ...(labels === undefined ? [] : [{ type: "labelled", messageId, labels } as const]),
    ...(isUrgent ? [{ type: "policy-changed", policy: pinned } as const] : []),
    ...(asked === undefined ? [] : ask(state, { ...asked, ...(labels === undefined ? {} : { labels }) }, pinned)),
  ];
};

/** What was no emergency becomes one: from here on the policy for emergencies holds. */
const isAlarmed = (state: Conversation | undefined, labels: MessageLabels | undefined): boolean =>
  state !== undefined && labels?.urgency === "urgent" && state.labels?.urgency !== "urgent";

/** Clocks that run are not reset by another question; an emergency may only make them end sooner. */
const ask = (
  state: Conversation | undefined,
  { beside, labels, occurredAt, policies }: Asked & { readonly beside?: Beside; readonly labels?: MessageLabels },
  pinned: Conversation["policy"],
): readonly ConversationEvent[] => {
  const policy = policyOf(pinned, policies);
  if (policy === undefined) return [];
  const before = state === undefined ? {} : clocksOf(state);
  const asked =
    beside === undefined
      ? Sla.customerAsked(before, occurredAt, policy)
      : Sla.customerAskedBeside(before, { at: occurredAt, elsewhere: elsewhereOf(beside), policy });
  const after = isAlarmed(state, labels) ? hastened(asked, occurredAt, policy) : asked;
  return changeClocks(before, after, "answered", occurredAt).map((event) =>
    event.type === "clock-started" && event.target.startedAt === beside?.clock?.startedAt
      ? { ...event, fired: beside.clock.fired }
      : event,
  );
};

const elsewhereOf = ({ clock, isAnswered }: Beside): Sla.Elsewhere => ({
  isAnswered,
  ...(clock === undefined || Sla.isPaused(clock) ? {} : { response: clock }),
});

/** An answer written in the platform's own app stops the clock: a person wrote it. What an application wrote does not. */
export const echo = (
  state: Conversation,
  { type: _, ...written }: Extract<Command, { type: "echo" }>,
): readonly ConversationEvent[] => {
  const { byApplication, occurredAt } = written;
  const clocks = clocksOf(state);
  return [
    { type: "echoed", ...written },
    ...(byApplication === true
      ? []
      : changeClocks(clocks, Sla.personAnswered(clocks, occurredAt), "answered", occurredAt)),
  ];
};

/** The platform says that a message was edited, removed, hidden or shown again. Its body follows; the log keeps that it happened. */
export const alter = (
  command: Extract<Command, { type: "remove" | "hide" | "unhide" | "picture" }>,
): readonly ConversationEvent[] => {
  const { messageId } = command;
  switch (command.type) {
    case "remove":
      return [{ type: "removed", messageId, by: command.by }];
    case "hide":
      return [{ type: "hidden", messageId }];
    case "unhide":
      return [{ type: "unhidden", messageId }];
    case "picture": {
      const { found, pictureId, state } = command;
      return [{ type: "pictured", messageId, pictureId, state, found }];
    }
    default:
      return command satisfies never;
  }
};

export const note = ({ type: _, ...written }: Extract<Command, { type: "note" }>): readonly ConversationEvent[] => [
  { type: "noted", ...written },
];

/**
 * What a conversation is closed as: what was asked for or, when nothing was, what it is.
 * @throws conversation.not-answered when it shall count as answered and no reply was ever on its way
 */
export const outcomeFor = (state: Conversation, asked: Outcome | undefined): Outcome => {
  const isAnswered = state.hasBeenAnswered || state.outbox.some((reply) => reply.automatic !== true);
  if (asked === "answered" && !isAnswered) throw new Fault("conversation.not-answered");
  return asked ?? (isAnswered ? "answered" : "no-answer-needed");
};

/**
 * @throws conversation.changed when the customer wrote something that whoever closes has not seen; conversation.reply-held
 * while an answer waits for somebody's decision
 */
export const close = (
  state: Conversation,
  { inboundSeen, outcome, question, reason }: Extract<Command, { type: "close" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (state.status === "closed") return [];
  if (inboundSeen !== undefined && state.inboundCount > inboundSeen) throw new Fault("conversation.changed");
  if (state.outbox.some((reply) => reply.state === "held")) throw new Fault("conversation.reply-held");
  return [
    ...breaches(state, now),
    ...changeClocks(clocksOf(state), Sla.closed(clocksOf(state), now), "closed", now),
    ...(state.assigneeId === undefined
      ? []
      : [{ type: "unassigned", agentId: state.assigneeId, reason: "closed" } as const]),
    {
      type: "closed",
      outcome,
      ...(reason === undefined ? {} : { reason }),
      ...(reason !== undefined && isSampled(state.id) ? { isUnderReview: true as const } : {}),
    },
    ...(question === undefined ? [] : askSatisfaction(state, outcome, question)),
  ];
};

/** An agent opens it again: the customer's last message waits for an answer from now on. */
export const reopen = (
  state: Conversation,
  policies: readonly Sla.Policy[],
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  state.status === "open"
    ? []
    : [{ type: "reopened", by: "agent" }, ...askAgain(state, policyOf(state.policy, policies), now)];

export const askAgain = (
  state: Conversation,
  policy: Sla.Policy | undefined,
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  policy === undefined
    ? []
    : changeClocks(clocksOf(state), Sla.customerAsked(clocksOf(state), now, policy), "answered", now);

const open = (
  opening: Opening,
  policy: Conversation["policy"],
  occurredAt: Sla.Instant,
): readonly ConversationEvent[] => [{ type: "opened", ...opening, policy, occurredAt }];

const pinnedOf = (policies: readonly Sla.Policy[]): Conversation["policy"] => {
  const current = policies.at(-1);
  return current === undefined ? { id: "none", version: 0 } : { id: current.id, version: current.version };
};
