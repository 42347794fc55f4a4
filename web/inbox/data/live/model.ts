import type { Frame } from "../api-types.ts";

/**
 * What a connection has heard. `last`: the highest number. `suspected`: a heartbeat knew of a number whose frame had not
 * come; it may still be on its way, so it is a gap only when a later heartbeat says the same.
 */
export type Heard = { last: number | undefined; suspected: number | undefined };

export const nothingHeard: Heard = { last: undefined, suspected: undefined };

/** What a frame gives reason to look up. */
export type Asked = "approvals" | "mentions";
const ASKED = ["approvals", "mentions"] as const;

export type Step = {
  heard: Heard;
  /** Conversations to read again. */
  changed: string[];
  /** What is to be looked up, whichever conversation it is about. */
  asked: Asked[];
  /** Frames were missed: read everything again. */
  gap: boolean;
};

export const step = ({ last, suspected }: Heard, frame: Frame): Step => {
  if (frame.type === "attention") return { heard: { last, suspected }, changed: [], asked: [], gap: false };
  if (frame.type === "changed") {
    const isOlder = last !== undefined && frame.seq <= last;
    return {
      heard: { last: isOlder ? last : frame.seq, suspected: undefined },
      changed: frame.items.map((item) => item.id),
      asked: ASKED.filter((what) => frame[what] === true),
      gap: last !== undefined && frame.seq > last + 1,
    };
  }
  if (last === undefined || frame.seq <= last) {
    return { heard: { last: last ?? frame.seq, suspected: undefined }, changed: [], asked: [], gap: false };
  }
  return suspected === undefined
    ? { heard: { last, suspected: frame.seq }, changed: [], asked: [], gap: false }
    : { heard: { last: frame.seq, suspected: undefined }, changed: [], asked: [], gap: true };
};

/** Undefined for anything that is not one of our frames. */
export const parseFrame = (data: string): Frame | undefined => {
  try {
    const frame = JSON.parse(data) as Partial<Frame>;
    if (frame.type === "attention") return Array.isArray(frame.people) ? (frame as Frame) : undefined;
    const known = frame.type === "heartbeat" || (frame.type === "changed" && Array.isArray(frame.items));
    return known && Number.isInteger(frame.seq) ? (frame as Frame) : undefined;
  } catch {
    // Not JSON: not ours. The watchdog reconnects if nothing better follows.
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
