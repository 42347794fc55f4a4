import type { Instant } from "#core/sla";

/** A conversation without an agent, as the list of waiting work shows it. */
export type Waiting = {
  readonly conversationId: string;
  readonly dueAt?: Instant;
  readonly waitingSince: Instant;
  readonly urgent: boolean;
  readonly breached: boolean;
  readonly language?: string;
  /** Where the policy of the team names a skill after its topic, only agents with that skill are asked. */
  readonly topic?: string;
  readonly channel: string;
  readonly lastAgentId?: string;
};
