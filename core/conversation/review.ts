import { createHash } from "node:crypto";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import { policyOf } from "./clock.ts";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import { askAgain, close } from "./message.ts";
import type { Conversation } from "./state.ts";

/** Why nobody answered. */
export const noAnswerReasons = ["thanks", "settled", "not-for-us", "spam", "insult"] as const;
export type NoAnswerReason = (typeof noAnswerReasons)[number];

export type ReviewCommand = {
  readonly type: "review";
  /** Rejected: it should have been answered. */
  readonly verdict: "confirmed" | "rejected";
  readonly policies: readonly Sla.Policy[];
};
export type ReviewEvent = { readonly type: "reviewed"; readonly verdict: "confirmed" | "rejected" };

/** Of what was closed without an answer, one in twenty is looked at by a second person: which, the id alone decides. */
const sampledPercent = 5;
export const isSampled = (conversationId: string): boolean =>
  createHash("sha256").update(`review#${conversationId}`).digest().readUInt32BE() % 100 < sampledPercent;

/** A second person has to look: at insults that nobody was given, and at the sample of what needed no answer. */
export const awaitsReview = ({ assigneeId, isUnderReview, labels, status }: Conversation): boolean =>
  status === "closed" ? isUnderReview === true : assigneeId === undefined && labels?.isNotToFeed === true;

/**
 * The second look. Confirmed insults are closed; what was rejected is work again, its clock from now on.
 * @throws review.nothing-to-review
 */
export const review = (
  state: Conversation,
  { policies, verdict }: Extract<Command, ReviewCommand>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (!awaitsReview(state)) throw new Fault("review.nothing-to-review");
  const reviewed = { type: "reviewed", verdict } as const;
  if (verdict === "rejected") {
    const opened = state.status === "closed" ? [{ type: "reopened", by: "review" } as const] : [];
    return [reviewed, ...opened, ...askAgain(state, policyOf(state.policy, policies), now)];
  }
  const closing = { type: "close", outcome: "no-answer-needed", reason: "insult" } as const;
  return [reviewed, ...(state.status === "open" ? close(state, closing, now) : [])];
};

/** Fed: an insult that a person reads as a request goes to the queue like any other. */
export const evolveReview = ({ isUnderReview: _, ...state }: Conversation, { verdict }: ReviewEvent): Conversation =>
  verdict === "rejected" && state.labels !== undefined
    ? { ...state, labels: { ...state.labels, isNotToFeed: false } }
    : state;
