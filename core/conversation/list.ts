import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { dueOf, priorityOf } from "./card.ts";
import { erasureAttentionAt, isErased } from "./erasure.ts";
import { exposedSince } from "./exposure.ts";
import { checkDueAt } from "./exposure-check.ts";
import { isOverheard } from "./heard.ts";
import { referralAttentionAt } from "./referral.ts";
import { awaitsReview } from "./review.ts";
import type { Conversation } from "./state.ts";
import { tellingAttentionAt } from "./telling.ts";
import { nextTimerAt } from "./timer.ts";

/** A reply under way this long without an outcome is looked at again. */
export const attemptTimeoutSeconds = 120;

/** Where a conversation stands in the lists; absent keys keep it out of a list. */
export type ListKeys = {
  /** Erased ones are closed, and in no list of closed ones. */
  readonly status: "open" | "closed" | "erased";
  /** Order within a list: the deadline, else the last message, for open ones; the closing for closed ones. */
  readonly sortAt: Sla.Instant;
  /** The newest message, for who sorts by it. */
  readonly latestAt: Sla.Instant;
  readonly assigneeId?: string;
  /** Set while it waits for an agent of a team; `at`: its place in their line. */
  readonly waiting?: { readonly teamId: string; readonly at: Sla.Instant };
  /** Set while a second person has to look at it; such a conversation waits for no agent. */
  readonly isUnderReview?: true;
  /** Set for what listening found and nobody took up; it waits for no agent either. */
  readonly isOverheard?: true;
  readonly timerAt?: Sla.Instant;
  /** When the clock should look at an undelivered reply, a hiding, a notice, what is owed to another conversation, what stands exposed, or an erasure without an end. */
  readonly outboxAt?: Sla.Instant;
};

export const listKeysOf = (state: Conversation): ListKeys => {
  const isOpen = state.status === "open";
  const timerAt = nextTimerAt(state);
  const outboxAt = outboxAttentionAt(state);
  return {
    status: isErased(state) ? "erased" : state.status,
    sortAt: isOpen ? openSort(state) : (state.closedAt ?? state.lastMessageAt),
    ...(isOpen && state.assigneeId !== undefined ? { assigneeId: state.assigneeId } : {}),
    ...(isOpen && state.assigneeId === undefined && state.labels?.isNotToFeed !== true && !isOverheard(state)
      ? { waiting: { teamId: state.teamId, at: waitingSort(state) } }
      : {}),
    ...(awaitsReview(state) ? { isUnderReview: true } : {}),
    ...(isOverheard(state) ? { isOverheard: true } : {}),
    latestAt: state.lastMessageAt,
    ...(timerAt === undefined ? {} : { timerAt }),
    ...(outboxAt === undefined ? {} : { outboxAt }),
  };
};

/** What cannot wait comes before all else, however late that is: centuries earlier. */
const waitingSort = (state: Conversation): Sla.Instant => {
  const isUrgent = priorityOf(state) === "urgent" || exposedSince(state) !== undefined;
  return isUrgent ? moved(dueOf(state.clock) ?? later(state.lastMessageAt), -300) : openSort(state);
};

/** Where those that cannot wait end, in a team's line. */
export const urgentUntil: Sla.Instant = "1900-01-01T00:00:00.000Z";

/** What stands exposed comes before everything that has a deadline: a century earlier, the longest exposed first. */
const openSort = (state: Conversation): Sla.Instant => {
  const exposedAt = exposedSince(state);
  if (exposedAt !== undefined) return moved(exposedAt, -100);
  return dueOf(state.clock) ?? later(state.lastMessageAt);
};

/** Without a deadline it comes after every one that has: a century later keeps the order by last message. */
const later = (at: Sla.Instant): Sla.Instant => moved(at, 100);

const moved = (at: Sla.Instant, years: number): Sla.Instant => `${Number(at.slice(0, 4)) + years}${at.slice(4)}`;

const outboxAttentionAt = (state: Conversation): Sla.Instant | undefined =>
  [...state.outbox, ...(state.hidings ?? [])]
    .flatMap((reply) => {
      if (reply.state === "queued") return [reply.notBefore];
      if (reply.state === "attempting") return [Instant.after(reply.since, attemptTimeoutSeconds)];
      return [];
    })
    .concat((state.exposures ?? []).flatMap((each) => checkDueAt(each) ?? []))
    .concat(referralAttentionAt(state) ?? [])
    .concat(tellingAttentionAt(state) ?? [])
    .concat(erasureAttentionAt(state) ?? [])
    .concat((state.notices ?? []).map(({ notBefore }) => notBefore))
    .sort()
    .at(0);
