import type { Command, Repair } from "./command.ts";
import type { ConversationEvent } from "./event.ts";

/** Stored messages that lost a piece of a number which a later one completed. */
export const repair = (repairs: readonly Repair[] = []): readonly ConversationEvent[] => redacted(repairs, "thread");

/** An agent saw what the rules did not, or the rules have learnt since. */
export const redactAgain = ({ by, messages }: Extract<Command, { type: "redact" }>): readonly ConversationEvent[] =>
  redacted(messages, by);

const redacted = (
  messages: readonly Repair[],
  by: Extract<ConversationEvent, { type: "redacted" }>["by"],
): readonly ConversationEvent[] => messages.map((message) => ({ type: "redacted", ...message, by }));
