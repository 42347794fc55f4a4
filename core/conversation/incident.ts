import { Fault } from "#core/fault";
import type { Command } from "./command.ts";
import type { Conversation } from "./state.ts";

/** It is one of many with the same cause; null: it is none of them after all. */
export type IncidentCommand = { readonly type: "group"; readonly incidentId: string | null };
export type IncidentEvent = { readonly type: "grouped"; readonly incidentId: string | null };

/** A conversation is part of one incident; its deadline stays its own. */
export const group = (
  state: Conversation,
  { incidentId }: Extract<Command, IncidentCommand>,
): readonly IncidentEvent[] => {
  if ((state.incidentId ?? null) === incidentId) return [];
  if (state.status === "closed") throw new Fault("conversation.closed");
  return [{ type: "grouped", incidentId }];
};

export const evolveIncident = ({ incidentId: _, ...state }: Conversation, event: IncidentEvent): Conversation =>
  event.incidentId === null ? state : { ...state, incidentId: event.incidentId };
