import * as Conversation from "#core/conversation";
import * as Guard from "#core/guard";
import type * as Store from "#core/store";
import type { Message } from "./conversation-schema.ts";

type Review = Omit<NonNullable<Message["review"]>, "before"> & {
  /** The message as its writer wrote it. */
  readonly beforeId?: string;
};

/** What a stretch of the log tells of a second pair of eyes, by the message that left or was refused. */
export const reviewsIn = (entries: readonly Pick<Store.Entry, "events">[]): ReadonlyMap<string, Review> => {
  const reviews = new Map<string, Review>();
  const rewritten = new Set<string>();
  for (const event of entries.flatMap(({ events }) => events)) {
    if (event.type === "approval-changed") {
      // Changed once more, its writer's own words are still the first ones.
      const beforeId = reviews.get(event.messageId)?.beforeId ?? event.messageId;
      reviews.set(event.by, { decision: "changed", by: event.agentId, beforeId });
      rewritten.add(event.messageId);
    }
    if (event.type === "approved" && !rewritten.has(event.messageId)) {
      const changed = reviews.get(event.messageId);
      const approved = { decision: "approved", by: event.agentId } as const;
      reviews.set(event.messageId, changed === undefined ? approved : { ...changed, approvedBy: event.agentId });
    }
    if (event.type === "approval-refused") {
      const { beforeId } = reviews.get(event.messageId) ?? {};
      const refused = { decision: "refused", by: event.agentId, reason: event.reason } as const;
      reviews.set(event.messageId, beforeId === undefined ? refused : { ...refused, beforeId });
    }
  }
  return reviews;
};

/** Why a message waits, or who let it through and what its writer had written: for as long as those words are kept. */
export const reviewOf = (
  state: Conversation.Conversation,
  messageId: string,
  reviews: ReadonlyMap<string, Review>,
  bodies: ReadonlyMap<string, Store.Body>,
): Pick<Message, "awaits" | "review"> => {
  const asked = state.approvals?.find((each) => each.messageId === messageId);
  if (asked !== undefined) {
    const dueAt = state.clock !== undefined && "dueAt" in state.clock ? state.clock.dueAt : undefined;
    return { awaits: { reasons: [...asked.reasons], holdingFrom: dueAt ? Guard.holdingFrom(dueAt) : null } };
  }
  const review = reviews.get(messageId);
  if (review === undefined) return {};
  const { beforeId, ...told } = review;
  const before = beforeId === undefined ? undefined : bodies.get(beforeId);
  const isKept = before !== undefined && Conversation.hasWords(state, before);
  return { review: { ...told, ...(isKept ? { before: before.text } : {}) } };
};
