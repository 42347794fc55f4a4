import type * as Sla from "#core/sla";
import { startClock, stopClock } from "./clock.ts";
import type { Command, Opening } from "./command.ts";
import type { ConversationEvent, Outcome } from "./event.ts";
import { repair } from "./redaction.ts";
import type { Conversation } from "./state.ts";

/**
 * A customer's message. Whether it is already in the log is the store's question (it searches the log); here it is new.
 * A clock that runs is left alone: writing again while we are late does not move the deadline.
 */
export const receive = (
  state: Conversation | undefined,
  command: Extract<Command, { type: "receive" }>,
): readonly ConversationEvent[] => {
  const { messageId, occurredAt, digest, found } = command;
  const pinned = state?.policy ?? pinnedOf(command.policies);
  const kind = state?.hasBeenAnswered === true ? "next-response" : "first-response";
  return [
    ...(state === undefined ? open(command.opening, pinned, occurredAt) : []),
    ...(state?.status === "closed" ? [{ type: "reopened", by: "customer" } as const] : []),
    { type: "received", messageId, occurredAt, digest, found },
    ...repair(command.repaired),
    ...(state?.clock === undefined && command.expectsAnswer
      ? startClock(kind, occurredAt, pinned, command.policies)
      : []),
  ];
};

/** An answer written in the platform's own app: a person's message, so it stops the clock. */
export const echo = (
  state: Conversation,
  { messageId, occurredAt, digest }: Extract<Command, { type: "echo" }>,
): readonly ConversationEvent[] => [
  { type: "echoed", messageId, occurredAt, digest },
  ...stopClock(state, "answered", occurredAt),
];

/** The platform says that a message was edited, removed, hidden or shown again. Its body follows; the log keeps that it happened. */
export const alter = (
  command: Extract<Command, { type: "edit" | "remove" | "hide" | "unhide" }>,
): readonly ConversationEvent[] => {
  const { messageId } = command;
  switch (command.type) {
    case "edit":
      return [{ type: "edited", messageId, digest: command.digest, found: command.found }, ...repair(command.repaired)];
    case "remove":
      return [{ type: "removed", messageId, by: command.by }];
    case "hide":
      return [{ type: "hidden", messageId }];
    case "unhide":
      return [{ type: "unhidden", messageId }];
    default:
      return command satisfies never;
  }
};

export const note = ({
  messageId,
  agentId,
  digest,
}: Extract<Command, { type: "note" }>): readonly ConversationEvent[] => [{ type: "noted", messageId, agentId, digest }];

export const close = (state: Conversation, outcome: Outcome, now: Sla.Instant): readonly ConversationEvent[] =>
  state.status === "closed"
    ? []
    : [
        ...stopClock(state, "closed", now),
        ...(state.assigneeId === undefined
          ? []
          : [{ type: "unassigned", agentId: state.assigneeId, reason: "closed" } as const]),
        { type: "closed", outcome },
      ];

/** An agent opens it again: the customer's last message waits for an answer from now on. */
export const reopen = (
  state: Conversation,
  policies: readonly Sla.Policy[],
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  state.status === "open"
    ? []
    : [{ type: "reopened", by: "agent" }, ...startClock("next-response", now, state.policy, policies)];

const open = (
  opening: Opening,
  policy: Conversation["policy"],
  occurredAt: Sla.Instant,
): readonly ConversationEvent[] => [{ type: "opened", ...opening, policy, occurredAt }];

const pinnedOf = (policies: readonly Sla.Policy[]): Conversation["policy"] => {
  const current = policies.at(-1);
  return current === undefined ? { id: "none", version: 0 } : { id: current.id, version: current.version };
};
