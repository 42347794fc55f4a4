import { Fault } from "#core/fault";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** From what cannot wait to what may. */
export const priorities = ["urgent", "high", "normal", "low"] as const;
export type Priority = (typeof priorities)[number];

/** Null: what the rules say counts again. */
export type PriorityCommand = { readonly type: "prioritise"; readonly priority: Priority | null };
export type PriorityEvent = { readonly type: "prioritised"; readonly priority: Priority | null };

/** A person's word counts until the conversation is closed; it moves no deadline. */
export const prioritise = (
  state: Conversation,
  { priority }: Extract<Command, PriorityCommand>,
): readonly ConversationEvent[] => {
  if (state.status === "closed") throw new Fault("conversation.closed");
  return (state.priorityByHand ?? null) === priority ? [] : [{ type: "prioritised", priority }];
};

export const evolvePriority = ({ priorityByHand: _, ...state }: Conversation, event: PriorityEvent): Conversation =>
  event.priority === null ? state : { ...state, priorityByHand: event.priority };
