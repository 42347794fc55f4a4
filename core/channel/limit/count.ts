import type { Channel } from "../event.ts";
import { TEXT_LIMITS } from "./constants.ts";
import { weigh } from "./weight.ts";

/** How much of a channel's room a text takes, counted as the platform counts. */
export const countText = (channel: Channel, text: string): { used: number; limit: number } => {
  const { limit, unit } = TEXT_LIMITS[channel];
  return { used: COUNTERS[unit](text), limit };
};

const COUNTERS = {
  weighted: weigh,
  bytes: (text: string): number => new TextEncoder().encode(text).length,
  /** Code points, not UTF-16 units. */
  characters: (text: string): number => [...text].length,
} as const;
