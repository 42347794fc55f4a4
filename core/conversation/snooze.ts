import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** Without an end it lasts until the customer writes. */
export type Snooze = { readonly until?: Sla.Instant };

export type SnoozeCommand = { readonly type: "snooze"; readonly until?: Sla.Instant } | { readonly type: "wake" };
export type SnoozeEvent =
  | { readonly type: "snoozed"; readonly until?: Sla.Instant }
  | { readonly type: "woken"; readonly by: "time" | "customer" | "deadline" | "agent" };

/**
 * Out of the agent's sight for a while, and nothing else: every clock goes on. The customer's next message, the time,
 * or a deadline coming near brings it back.
 * @throws snooze.in-past, conversation.closed
 */
export const snooze = (
  { snooze: before, status }: Conversation,
  { until }: Extract<Command, { type: "snooze" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (status === "closed") throw new Fault("conversation.closed");
  if (until !== undefined && until <= now) throw new Fault("snooze.in-past");
  if (before !== undefined && before.until === until) return [];
  return [{ type: "snoozed", ...(until === undefined ? {} : { until }) }];
};

export const wake = (
  state: Conversation | undefined,
  by: Extract<SnoozeEvent, { type: "woken" }>["by"],
): readonly ConversationEvent[] => (state?.snooze === undefined ? [] : [{ type: "woken", by }]);

/** Its time has come, or what else was due is reason enough to look. */
export const wakeInTime = (
  state: Conversation,
  fired: readonly ConversationEvent[],
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const until = state.snooze?.until;
  if (until !== undefined && until <= now) return wake(state, "time");
  return fired.length > 0 ? wake(state, "deadline") : [];
};

export const evolveSnooze = ({ snooze: _, ...state }: Conversation, event: SnoozeEvent): Conversation =>
  event.type === "woken" ? state : { ...state, snooze: event.until === undefined ? {} : { until: event.until } };
