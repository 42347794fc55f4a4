import type { Instant } from "#core/sla";

/** A conversation without an agent, as the list of waiting work shows it. */
export type Waiting = {
  readonly conversationId: string;
  readonly dueAt?: Instant;
  readonly waitingSince: Instant;
  readonly urgent: boolean;
  readonly breached: boolean;
  /** ISO 639-1; left out where the text is too short to tell. */
  readonly language?: string;
  readonly topic?: string;
  readonly channel: string;
  /** Who answered last. */
  readonly lastAgentId?: string;
};

/** For sorting: instants of one form and ids compare as text. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
