/** A text on its way to the API. `key` is its Idempotency-Key: the same through every attempt, so it arrives once. */
export type Outgoing = {
  key: string;
  kind: "reply" | "note";
  text: string;
  /** Messages of the customer that were on the page when it was written. */
  inboundSeen: number;
  writtenAt: string;
  /** `retrying`: no answer came, another attempt follows. `waiting`: attempts are used up. `refused`: the API said no. */
  state: "sending" | "retrying" | "waiting" | "refused";
  /** Why it was refused, for the agent. */
  reason?: string;
};

/** Waits before each further attempt: about a minute in all, then the agent decides. */
const RETRY_AFTER_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

export const retryAfterMs = (attempt: number): number | undefined => RETRY_AFTER_MS[attempt];
