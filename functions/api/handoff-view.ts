import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";
import type { HandoffView, SecureView } from "./handoff-schema.ts";

/** How well the contact is known, where the conversation can go on, and how far the last way there led. */
export const secureOf = (
  state: Conversation.Conversation,
  entity: Entity.Entity | undefined,
  now: Sla.Instant,
): SecureView => {
  const { handoff, origin, verification } = state;
  const level = Conversation.verificationOf(state, now);
  return {
    verification: { level, until: verification !== undefined && verification.until > now ? verification.until : null },
    way: wayFrom(state, entity, now) ?? null,
    purposes: [...Handoff.purposes],
    handoff: handoff === undefined ? null : viewOf(handoff, now),
    originId: origin?.conversationId ?? null,
  };
};

/**
 * In public only the platform's own way into a private message: X shows a button below the answer, Meta takes one private
 * answer to a comment. The secure page is offered in private alone.
 */
export const wayFrom = (
  { channel, lastInboundAt, visibility }: Conversation.Conversation,
  entity: Entity.Entity | undefined,
  now: Sla.Instant,
): Conversation.HandoffWay | undefined => {
  if (channel === "secure" || lastInboundAt === undefined) return undefined;
  if (visibility === "private") return entity?.secure === undefined ? undefined : "secure-page";
  const isReachable = channel === "x.mention" || Channel.privateReplyWindow(channel, lastInboundAt, now).open;
  return isReachable ? "private-message" : undefined;
};

export const viewOf = (handoff: Conversation.HandoffState, now: Sla.Instant): HandoffView => {
  const { agentId, at, caseId, id, language, purpose, refusal, step, way } = handoff;
  const endsAt = Conversation.handoffEndsAt(handoff);
  const isOver = endsAt !== undefined && endsAt <= now;
  return {
    id,
    way,
    purpose,
    language,
    agentId,
    // Expiry is a matter of the instant; the clock may write it a moment later.
    step: isOver ? "expired" : step,
    receipts: Handoff.steps
      .flatMap((each) => {
        const instant = at[each];
        return instant === undefined ? [] : [{ step: each, at: instant }];
      })
      .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)),
    isStalled: handoff.stalledAt === step,
    refusal: refusal ?? null,
    slotAt: handoff.slotAt ?? null,
    unmatched: handoff.unmatched ?? 0,
    expiresAt: endsAt !== undefined && !isOver ? endsAt : null,
    caseId: caseId ?? null,
  };
};
