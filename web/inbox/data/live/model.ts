import type { Frame } from "../api-types.ts";

/** What a frame asks for, given the last sequence number seen (undefined: none yet on this connection). */
export type Step = { seq: number; changed: string[]; gap: boolean };

export const step = (last: number | undefined, frame: Frame): Step => ({
  seq: frame.seq,
  changed: frame.type === "changed" ? frame.items.map((item) => item.id) : [],
  gap: last !== undefined && isGap(last, frame),
});

/** A heartbeat repeats the last number given; a change takes the next one. */
const isGap = (last: number, frame: Frame): boolean =>
  frame.type === "heartbeat" ? frame.seq !== last && frame.seq !== last + 1 : frame.seq !== last + 1;

export const parseFrame = (data: string): Frame | undefined => {
  try {
    const frame = JSON.parse(data) as Partial<Frame>;
    const known = frame.type === "heartbeat" || (frame.type === "changed" && Array.isArray(frame.items));
    return known && Number.isInteger(frame.seq) ? (frame as Frame) : undefined;
  } catch {
    // Not a frame of ours; the watchdog reconnects if nothing better follows.
    return undefined;
  }
};

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** Doubles from a quarter of a second to ten seconds, spread over the upper half. `random` is in [0, 1). */
export const reconnectWaitMs = (attempt: number, random: number): number => {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
};
