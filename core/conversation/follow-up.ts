import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** Null: nobody comes back to it. */
export type FollowUpCommand = { readonly type: "follow-up"; readonly at: Sla.Instant | null };
export type FollowUpEvent =
  | { readonly type: "follow-up-set"; readonly at: Sla.Instant | null }
  | { readonly type: "follow-up-due" };

/**
 * When somebody said they would come back to it, closed or not.
 * @throws follow-up.in-past
 */
export const followUp = (
  { followUpAt }: Conversation,
  { at }: Extract<Command, FollowUpCommand>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (at !== null && at <= now) throw new Fault("follow-up.in-past");
  return (followUpAt ?? null) === at ? [] : [{ type: "follow-up-set", at }];
};

/** The day has come: what is closed is opened for it, without a clock, since the customer asked nothing. */
export const dueFollowUp = ({ followUpAt, status }: Conversation, now: Sla.Instant): readonly ConversationEvent[] => {
  if (followUpAt === undefined || followUpAt > now) return [];
  return [{ type: "follow-up-due" }, ...(status === "closed" ? [{ type: "reopened", by: "follow-up" } as const] : [])];
};

export const evolveFollowUp = ({ followUpAt: _, ...state }: Conversation, event: FollowUpEvent): Conversation =>
  event.type === "follow-up-set" && event.at !== null ? { ...state, followUpAt: event.at } : state;
