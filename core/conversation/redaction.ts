import type { Command, Repair } from "./command.ts";
import type { ConversationEvent } from "./event.ts";

/** Stored messages that lost a piece of a number which a later one completed. */
export const repair = (repairs: readonly Repair[] = []): readonly ConversationEvent[] =>
  repairs.map(({ messageId, digest, found }) => ({ type: "redacted", messageId, digest, found, by: "thread" }));

/** An agent saw what the rules did not. */
export const redactAgain = ({
  messageId,
  digest,
  found,
}: Extract<Command, { type: "redact" }>): readonly ConversationEvent[] => [
  { type: "redacted", messageId, digest, found, by: "agent" },
];
