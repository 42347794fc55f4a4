import type { Card } from "../../data/api-types.ts";

/** Whether and why an answer can be written here now. */
export type Writing = "open" | "closed" | "read-only" | "window-closed";

type Permissions = { reply: boolean; note: boolean };

export const writingOf = (
  card: Pick<Card, "status" | "replyWindowClosesAt">,
  mode: "reply" | "note",
  can: Permissions,
  now: number,
): Writing => {
  if (!can[mode]) return "read-only";
  if (mode === "note") return "open";
  if (card.status === "closed") return "closed";
  const closesAt = card.replyWindowClosesAt;
  return closesAt !== null && Date.parse(closesAt) <= now ? "window-closed" : "open";
};

/** The counter speaks up when this share of the channel's room is used. */
const SPEAK_FROM = 0.8;

export type Counter = { state: "quiet" | "near" | "over"; left: number };

export const counterOf = ({ used, limit }: { used: number; limit: number }): Counter => {
  const left = limit - used;
  return { left, state: left < 0 ? "over" : used >= limit * SPEAK_FROM ? "near" : "quiet" };
};
