/** A text on its way to the API. `key` is its Idempotency-Key: the same through every attempt, so it arrives once. */
export type Outgoing = {
  key: string;
  kind: "reply" | "private" | "note";
  text: string;
  /** Messages of the customer that were on the page when it was written. */
  inboundSeen: number;
  /** A private reply's: the public message whose author alone reads it. */
  privatelyTo?: string;
  /** Colleagues whom a note names. */
  mentions?: readonly string[];
  /** The name of the file that goes with it. */
  fileName?: string;
  /** What the page adds to the request: the template it was made from, say. */
  with?: Readonly<Record<string, unknown>>;
  /** The conversation is closed once it is accepted. */
  closes?: true;
  writtenAt: string;
  /** `retrying`: no answer came, another attempt follows. `waiting`: it waits for the agent. `refused`: the API said no. */
  state: "sending" | "retrying" | "waiting" | "refused";
  /** Why it was refused, for the agent. */
  reason?: string;
};

export type Sending = Omit<Outgoing, "key" | "writtenAt" | "state" | "reason">;

/** Waits before each further attempt. */
const RETRY_AFTER_MS = [500, 1_000, 2_000, 4_000];
/** A blink of the line is bridged. After an outage nothing leaves by itself: what is right to say may have changed. */
const BRIDGED_MS = 12_000;

export const retryAfterMs = (attempt: number, sinceMs: number): number | undefined =>
  sinceMs < BRIDGED_MS ? RETRY_AFTER_MS[attempt] : undefined;
