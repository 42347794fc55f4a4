import type { Card } from "../../data/api-types.ts";
import type { Actor } from "./action-model.ts";

/** Whether and why an answer can be written here now. */
export type Writing = "open" | "closed" | "read-only" | "window-closed" | "held" | "another-application" | "encrypted";

export const writingOf = (
  card: Pick<Card, "status" | "replyWindowClosesAt" | "assignee" | "elsewhere">,
  mode: "reply" | "private" | "note",
  { me, can }: Actor,
  now: number,
): Writing => {
  if (!can("reply")) return "read-only";
  if (mode === "note") return "open";
  if (card.status === "closed") return "closed";
  // What a colleague holds is theirs to answer; supervisors may step in.
  if (card.assignee !== null && card.assignee !== me.agent.id && !can("assign")) return "held";
  if (card.elsewhere !== null) return card.elsewhere;
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
