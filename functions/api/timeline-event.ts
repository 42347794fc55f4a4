import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { TimelineEvent } from "./conversation-schema.ts";

/** An event as it stands between the messages; none where nothing is told of it there. */
export const timelineEventOf = (
  entry: Store.Entry,
  event: Conversation.ConversationEvent,
): readonly TimelineEvent[] => {
  const type = nameOf(event);
  if (type === undefined) return [];
  const { at, version } = entry;
  const agentId = "agentId" in event ? { agentId: event.agentId } : {};
  const score = event.type === "rated" ? { score: event.score } : {};
  const teamId = event.type === "moved" ? { teamId: event.teamId } : {};
  return [{ version, at, type, actor: { ...entry.actor }, ...agentId, ...score, ...teamId }];
};

/** What a person reads of the log between the messages; the messages themselves are there as such. */
const nameOf = (event: Conversation.ConversationEvent): string | undefined => {
  switch (event.type) {
    case "opened":
    case "assigned":
    case "unassigned":
    case "closed":
    case "reopened":
    case "hidden":
    case "unhidden":
    case "redacted":
    case "evidence-read":
    case "evidence-dropped":
    case "approval-asked":
    case "approval-changed":
    case "approved":
    case "approval-refused":
    case "approval-withdrawn":
    case "alarm-dismissed":
    case "recalled":
    case "held":
    case "released":
      return event.type;
    case "marked": {
      const name = event.mark === "breached" ? "breached" : "at-risk";
      return event.target === "resolution" ? `resolution-${name}` : name;
    }
    case "notified":
      if (event.gaveUp === true) return "notice-failed";
      return event.told.length > 0 ? event.type : undefined;
    case "automatic-withheld":
    case "came-late":
    case "escalated":
    case "complaint-confirmed":
    case "complaint-refused":
    case "tagged":
    case "untagged":
    case "prioritised":
    case "snoozed":
    case "woken":
    case "follow-up-set":
    case "follow-up-due":
    case "reviewed":
    case "moved":
    case "grouped":
    case "joined":
    case "rated":
    case "merged":
    case "merged-into":
    case "separated":
    case "split-from":
    case "split-off":
    case "recognised":
    case "directed":
    case "heard":
    case "erasure-ordered":
    case "erased":
    case "hold-placed":
    case "hold-lifted":
    case "handoff-offered":
    case "handoff-delivered":
    case "handoff-opened":
    case "handoff-signed-in":
    case "handoff-case-created":
    case "handoff-answered":
    case "handoff-completed":
    case "handoff-expired":
    case "handoff-refused":
    case "handoff-revoked":
    case "handoff-unmatched":
    case "handoff-stalled":
    case "verified":
      return event.type;
    case "clock-stopped":
      return event.reason === "answered" ? "answered" : undefined;
    default:
      return undefined;
  }
};
