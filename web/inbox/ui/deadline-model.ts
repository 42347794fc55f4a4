import type { Card } from "../data/api-types.ts";

export type Deadline =
  | { state: "none" | "answered" | "closed" }
  /** `ms` is what is left, or for `breached` how long it has passed. */
  | { state: "calm" | "at-risk" | "breached"; ms: number };

export type Timed = Pick<Card, "dueAt" | "atRisk" | "breached" | "awaiting" | "status">;

/** Where a card's deadline stands at `now` (epoch milliseconds). */
export const deadlineOf = (card: Timed, now: number): Deadline => {
  if (card.status === "closed") return { state: "closed" };
  if (card.dueAt === null) return { state: card.awaiting ? "none" : "answered" };
  const left = Date.parse(card.dueAt) - now;
  if (left <= 0) return { state: "breached", ms: -left };
  return { state: card.atRisk ? "at-risk" : "calm", ms: left };
};
