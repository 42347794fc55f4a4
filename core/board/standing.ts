import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";

/** How an open conversation stands with its promise. */
export type Stand = "calm" | "at-risk" | "breached";

/** What the wallboard counts of one open conversation. No name, no word. */
export type Standing = {
  readonly conversationId: string;
  readonly version: number;
  readonly teamId: string;
  readonly channel: string;
  readonly stand: Stand;
  /** Cannot wait by the rules, or by a person's word. */
  readonly isUrgent: boolean;
  /** Insults without a request: open, and nobody is to be given it. */
  readonly isOutOfQueue: boolean;
  readonly agentId?: string;
  /** Since when the customer waits for an answer. */
  readonly waitingSince?: Sla.Instant;
  readonly dueAt?: Sla.Instant;
  readonly incidentId?: string;
};

/** Undefined for a closed conversation, and for what listening found: the wallboard counts what is open and waits. */
export const standingOf = (state: Conversation.Conversation, version: number): Standing | undefined => {
  if (state.status === "closed" || Conversation.isOverheard(state)) return undefined;
  const { assigneeId, clock, incidentId } = state;
  return {
    conversationId: state.id,
    version,
    teamId: state.teamId,
    channel: state.channel,
    stand: Conversation.isBreached(state) ? "breached" : Conversation.isAtRisk(state) ? "at-risk" : "calm",
    isUrgent: Conversation.priorityOf(state) === "urgent",
    isOutOfQueue: state.labels?.isNotToFeed === true,
    ...(assigneeId === undefined ? {} : { agentId: assigneeId }),
    ...(clock === undefined ? {} : { waitingSince: clock.startedAt }),
    ...(clock === undefined || Sla.isPaused(clock) ? {} : { dueAt: clock.dueAt }),
    ...(incidentId === undefined ? {} : { incidentId }),
  };
};
