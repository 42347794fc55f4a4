import type { Channel, Instant } from "../event.ts";
import { PRIVATE_REPLY_DAYS, WINDOWS } from "./constants.ts";

/** Whether and how an agent may write now. `open` is about an agent's own words: a WhatsApp template can go out when it is false. */
export type ReplyWindow = {
  open: boolean;
  /** When this mode ends. Absent where it has no end. */
  closesAt?: Instant;
  /** "human-agent": only what a person wrote, marked so to the platform. */
  mode: "free" | "human-agent" | "template-only" | "closed";
};

const HOUR = 3_600_000;

/** The window of a channel, counted from the customer's last message; without one, a channel with a window has not been opened. */
export const replyWindow = (channel: Channel, lastInboundAt: Instant | undefined, now: Instant): ReplyWindow => {
  const rule = WINDOWS[channel];
  if (rule === undefined) return { open: true, mode: "free" };
  if (lastInboundAt === undefined) return { open: false, mode: rule.afterwards };
  const freeUntil = Date.parse(lastInboundAt) + rule.freeHours * HOUR;
  const humanUntil = Date.parse(lastInboundAt) + (rule.humanAgentDays ?? 0) * 24 * HOUR;
  const at = Date.parse(now);
  if (at < freeUntil) return { open: true, closesAt: new Date(freeUntil).toISOString(), mode: "free" };
  if (at < humanUntil) return { open: true, closesAt: new Date(humanUntil).toISOString(), mode: "human-agent" };
  return { open: false, mode: rule.afterwards };
};

/** Whether a public comment can still be answered in private. The platform takes one such answer a comment. */
export const privateReplyWindow = (channel: Channel, commentedAt: Instant, now: Instant): ReplyWindow => {
  if (channel !== "facebook.comment" && channel !== "instagram.comment") return { open: false, mode: "closed" };
  const until = Date.parse(commentedAt) + PRIVATE_REPLY_DAYS * 24 * HOUR;
  return Date.parse(now) < until
    ? { open: true, closesAt: new Date(until).toISOString(), mode: "free" }
    : { open: false, mode: "closed" };
};
