import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import { goneOn, trackApproval } from "./approval.ts";
import { evolveBeside } from "./beside.ts";
import { turn } from "./clock-evolve.ts";
import { evolveDirection } from "./direction.ts";
import { evolveErasure, outliveErasure } from "./erasure.ts";
import type { ConversationEvent } from "./event.ts";
import { end, expose, exposeAnew, showAgain, trackHiding } from "./exposure.ts";
import { trackCheck } from "./exposure-check.ts";
import { evolveFollowUp } from "./follow-up.ts";
import { moveGrace } from "./grace.ts";
import { evolveHandoff, isHandoffEvent } from "./handoff-evolve.ts";
import { evolveHeard } from "./heard.ts";
import { evolveHold } from "./hold.ts";
import { trackImpostor } from "./impostor.ts";
import { evolveIncident } from "./incident.ts";
import { calmed, combine } from "./label.ts";
import { evolveLate } from "./late.ts";
import { evolveMerge } from "./merge.ts";
import { owe, trackNotice } from "./notice.ts";
import { deliver, latest } from "./outbox.ts";
import { evolvePriority } from "./priority.ts";
import { receipted, watch } from "./receipt.ts";
import { trackReferral } from "./referral.ts";
import { evolveReview } from "./review.ts";
import { evolveSatisfaction } from "./satisfaction.ts";
import { evolveSnooze } from "./snooze.ts";
import { evolveSplit } from "./split.ts";
import type { Conversation } from "./state.ts";
import { evolveTags } from "./tag.ts";
import { evolveTellings } from "./telling.ts";
import { trackTurn } from "./turn.ts";
import { evolveWithheld } from "./withheld.ts";
import { without } from "./without.ts";

type Of<Type extends ConversationEvent["type"]> = Extract<ConversationEvent, { type: Type }>;

/** One step of replay: the conversation after an event that was committed at `at`. */
export const evolve = (state: Conversation | undefined, event: ConversationEvent, at: Sla.Instant): Conversation => {
  if (event.type === "opened") return open(event);
  if (state === undefined) throw new Fault("conversation.unknown");
  if (isHandoffEvent(event)) return evolveHandoff(state, event, at);
  switch (event.type) {
    case "received":
      return expose(receive(outliveErasure(state), event), event, event.occurredAt);
    case "echoed":
      return {
        ...watch(outliveErasure(state), event.messageId, event.occurredAt),
        outboundCount: state.outboundCount + 1,
        ...latest(state, event.occurredAt),
        ...(event.byApplication === true
          ? {}
          : {
              isAwaiting: state.isAwaiting && (state.lastAskedAt ?? "") > event.occurredAt,
              hasBeenAnswered: true,
            }),
      };
    case "labelled":
      return { ...state, labels: combine(state, event.labels), ...suggested(state, event) };
    case "complaint-confirmed": {
      const { type: _, ...complaint } = event;
      return { ...state, complaint: { status: "confirmed", ...complaint } };
    }
    case "complaint-refused":
      return { ...state, complaint: { status: "refused" } };
    case "policy-changed":
      return { ...state, policy: event.policy };
    case "edited":
      return exposeAnew(
        {
          ...state,
          ...seen(event.found, at),
          // A question of its own: what was written before it does not answer it, and what is written after does.
          ...(event.askedAt === undefined
            ? {}
            : { ...asked(state, event.askedAt), inboundCount: state.inboundCount + 1 }),
        },
        event,
        at,
      );
    case "pictured":
      return expose({ ...state, ...seen(event.found, at) }, event, at);
    case "redacted": {
      const next = { ...state, ...seen(event.found, at) };
      return event.by === "thread" || event.isExposed === true ? expose(next, event, at) : next;
    }
    case "removed":
      return end(state, event.messageId, at, "gone");
    case "hidden":
      return end(state, event.messageId, at, "hidden");
    case "unhidden":
      return showAgain(state, event.messageId, at);
    case "hiding-asked":
    case "hiding-postponed":
    case "hiding-failed":
      return trackHiding(state, event, at);
    case "exposure-checked":
      return trackCheck(state, event, at);
    case "assigned":
      return { ...state, assigneeId: event.agentId, lastAgentId: event.agentId };
    case "unassigned":
      // Whoever let it become late is not the one it goes back to first.
      return event.reason === "escalated" ? without(state, "assigneeId", "lastAgentId") : without(state, "assigneeId");
    case "recognised":
    case "directed":
      return evolveDirection(state, event);
    case "heard":
    case "addressed":
      return evolveHeard(state, event);
    case "rated":
      return evolveSatisfaction(state, event);
    case "joined":
      return evolveBeside(state, event);
    case "merged":
    case "merged-into":
    case "separated":
      return evolveMerge(state, event, at);
    case "split-from":
    case "split-off":
    case "part-revised":
      return evolveSplit(state, event);
    case "grouped":
      return evolveIncident(state, event);
    case "moved":
      return { ...state, teamId: event.teamId };
    case "replied":
      return goneOn({ ...state, ...deliver(state, event, at) }, event.messageId);
    case "auto-replied":
    case "attempted":
    case "postponed":
    case "uncertain":
    case "sent":
    case "failed":
      return { ...state, ...deliver(state, event, at) };
    case "referred":
    case "referral-delivered":
    case "referral-accepted":
    case "referral-refused":
    case "referral-returned":
    case "referral-completed":
    case "referral-withdrawn":
      return trackReferral(state, event, at);
    case "impostor-suspected":
    case "impostor-cleared":
    case "impostor-answered":
      return trackImpostor(state, event);
    case "held":
    case "released":
    case "recalled":
      return { ...state, ...moveGrace(state, event, at) };
    case "delivered":
    case "read":
      return receipted(state, event);
    case "control-changed":
      return { ...state, control: { by: event.by, since: event.occurredAt } };
    case "came-late":
      return evolveLate(state, event);
    case "turn-awaited":
      return trackTurn(state, event);
    case "approval-asked":
    case "approval-changed":
    case "approved":
    case "approval-refused":
    case "approval-withdrawn":
    case "alarm-dismissed":
    case "template-used":
      return trackApproval(state, event, at);
    case "evidence-read":
    case "evidence-dropped":
      return state;
    case "noted":
      return { ...state, noteCount: state.noteCount + 1 };
    case "closed":
      return {
        ...without(state, "priorityByHand", "snooze", "templates", "decided"),
        status: "closed",
        closedAt: at,
        ...(event.isUnderReview === true ? { isUnderReview: true } : {}),
        outcome: event.outcome,
        isAwaiting: false,
        ...(state.labels === undefined ? {} : { labels: calmed(state.labels) }),
      };
    case "reopened":
      // What was refused as a complaint was the talk that is over.
      return {
        ...without(
          outliveErasure(state),
          "closedAt",
          "mergedInto",
          "outcome",
          "isUnderReview",
          ...(state.complaint?.status === "refused" ? ["complaint" as const] : []),
        ),
        status: "open",
        // Opened by the customer, it waits for what the message asks; else for what was not answered.
        ...(event.by === "customer" || event.by === "follow-up" ? {} : { isAwaiting: true }),
      };
    case "automatic-withheld":
      return evolveWithheld(state, event);
    case "telling-owed":
    case "told":
      return evolveTellings(state, event);
    case "erasure-ordered":
    case "erased":
      return evolveErasure(state, event, at);
    case "hold-placed":
    case "hold-lifted":
      return evolveHold(state, event);
    case "tagged":
    case "untagged":
      return evolveTags(state, event);
    case "prioritised":
      return evolvePriority(state, event);
    case "snoozed":
    case "woken":
      return evolveSnooze(state, event);
    case "follow-up-set":
    case "follow-up-due":
      return evolveFollowUp(state, event);
    case "reviewed":
      return evolveReview(state, event);
    case "clock-started":
    case "clock-resumed":
    case "clock-paused":
    case "clock-stopped":
    case "marked":
      return turn(state, event);
    case "escalated":
      return owe(turn(state, event), event, at);
    case "notified":
    case "notice-postponed":
      return trackNotice(state, event);
    default:
      return event satisfies never;
  }
};

/** A whole log, replayed. */
export const replay = (
  entries: readonly { readonly events: readonly ConversationEvent[]; readonly at: Sla.Instant }[],
): Conversation | undefined => {
  let state: Conversation | undefined;
  for (const entry of entries) for (const event of entry.events) state = evolve(state, event, entry.at);
  return state;
};

const open = (event: Of<"opened">): Conversation => ({
  id: event.conversationId,
  entityId: event.entityId,
  teamId: event.teamId,
  channel: event.channel,
  visibility: event.visibility,
  accountId: event.accountId,
  policy: event.policy,
  ...(event.origin === undefined ? {} : { origin: event.origin }),
  status: "open",
  openedAt: event.occurredAt,
  lastMessageAt: event.occurredAt,
  isAwaiting: false,
  hasBeenAnswered: false,
  inboundCount: 0,
  outboundCount: 0,
  noteCount: 0,
  outbox: [],
});

/** Deliveries may come out of order: the newest by the platform's own time is the one to answer. */
const receive = (state: Conversation, event: Of<"received">): Conversation => {
  const isNewest = state.lastInboundAt === undefined || event.occurredAt >= state.lastInboundAt;
  const { isEncrypted, ...rest } = state;
  const isStillEncrypted = isNewest ? event.isEncrypted : isEncrypted;
  return {
    ...rest,
    ...(isStillEncrypted === true ? { isEncrypted: true } : {}),
    inboundCount: state.inboundCount + 1,
    ...(event.expectsAnswer === false ? {} : asked(state, event.occurredAt)),
    ...latest(state, event.occurredAt),
    ...seen(event.found, event.occurredAt),
    ...(isNewest ? { lastInboundId: event.messageId, lastInboundAt: event.occurredAt } : {}),
  };
};

/**
 * A complaint's deadlines run from when it was sent. Of a message that came out of order that is not known here, and the
 * conversation's beginning stands in for it: a deadline may be too early, and never too late.
 */
const suggested = (state: Conversation, { labels, messageId }: Of<"labelled">): Partial<Conversation> =>
  labels.suggestsComplaint && state.complaint === undefined
    ? {
        complaint: {
          status: "suggested",
          sentAt: (state.lastInboundId === messageId ? state.lastInboundAt : undefined) ?? state.openedAt,
        },
      }
    : {};

const asked = (state: Conversation, at: Sla.Instant): Partial<Conversation> => ({
  isAwaiting: true,
  lastAskedAt: state.lastAskedAt !== undefined && state.lastAskedAt > at ? state.lastAskedAt : at,
  lastAskedNumber: state.inboundCount + 1,
});

const seen = (found: Readonly<Record<string, number>>, at: Sla.Instant): Pick<Conversation, "cardSeenAt"> =>
  (found["card"] ?? 0) > 0 ? { cardSeenAt: at } : {};
