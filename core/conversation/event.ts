import type * as Channel from "#core/channel";
import type * as Sla from "#core/sla";
import type { ApprovalEvent } from "./approval.ts";
import type { BesideEvent } from "./beside.ts";
import type { DirectionEvent } from "./direction.ts";
import type { ControlEvent } from "./elsewhere.ts";
import type { ErasureEvent } from "./erasure.ts";
import type { EvidenceEvent } from "./evidence.ts";
import type { ExposureCheckedEvent } from "./exposure-check.ts";
import type { FollowUpEvent } from "./follow-up.ts";
import type { GraceEvent } from "./grace.ts";
import type { HandoffEvent } from "./handoff-event.ts";
import type { HeardEvent } from "./heard.ts";
import type { HoldEvent } from "./hold.ts";
import type { ImpostorEvent } from "./impostor.ts";
import type { IncidentEvent } from "./incident.ts";
import type { MessageLabels } from "./label.ts";
import type { LateEvent } from "./late.ts";
import type { MergeEvent } from "./merge.ts";
import type { NoticeEvent } from "./notice.ts";
import type { PriorityEvent } from "./priority.ts";
import type { ReceiptEvent } from "./receipt.ts";
import type { ReferralEvent } from "./referral.ts";
import type { NoAnswerReason, ReviewEvent } from "./review.ts";
import type { SatisfactionEvent } from "./satisfaction.ts";
import type { SnoozeEvent } from "./snooze.ts";
import type { SplitEvent } from "./split.ts";
import type { TagEvent } from "./tag.ts";
import type { TellingEvent } from "./telling.ts";
import type { TurnEvent } from "./turn.ts";
import type { WithheldEvent } from "./withheld.ts";

/** How an answer stands with its platform. */
export type Delivery = "leaving" | "held" | "sending" | "sent" | "delivered" | "read" | "failed" | "uncertain";
export type Visibility = "public" | "private";
/** The conversation and the offer that led to a secure one. */
export type Origin = { readonly conversationId: string; readonly handoffId: string };
export type Outcome = "answered" | "no-answer-needed" | "redirected";

/**
 * What happened, as it is kept in the log for years: ids, kinds, counts and instants. No free text, no personal data,
 * no platform id.
 */
export type ConversationEvent =
  | TurnEvent
  | WithheldEvent
  | ApprovalEvent
  | BesideEvent
  | ErasureEvent
  | HoldEvent
  | HandoffEvent
  | SatisfactionEvent
  | LateEvent
  | MergeEvent
  | {
      readonly type: "opened";
      readonly conversationId: string;
      readonly entityId: string;
      readonly teamId: string;
      readonly channel: Channel.Channel;
      readonly visibility: Visibility;
      readonly accountId: string;
      readonly policy: { readonly id: string; readonly version: number };
      readonly occurredAt: Sla.Instant;
      /** Of a secure conversation: where the customer came from. */
      readonly origin?: Origin;
    }
  | {
      readonly type: "received";
      readonly messageId: string;
      readonly occurredAt: Sla.Instant;
      readonly digest: string;
      /** What redaction found, by kind. */
      readonly found: Readonly<Record<string, number>>;
      /** Written for thanks, praise and insults alone. */
      readonly expectsAnswer?: false;
      /** Only X can read it. */
      readonly isEncrypted?: true;
    }
  | { readonly type: "labelled"; readonly messageId: string; readonly labels: MessageLabels }
  /** What came is more urgent than what the conversation began with. */
  | { readonly type: "policy-changed"; readonly policy: { readonly id: string; readonly version: number } }
  /** The bank answered outside Guichet, in the platform's own app; or another application did, which stops no clock. */
  | {
      readonly type: "echoed";
      readonly messageId: string;
      readonly occurredAt: Sla.Instant;
      readonly digest: string;
      readonly byApplication?: true;
    }
  | {
      readonly type: "edited";
      readonly messageId: string;
      readonly digest: string;
      readonly found: Readonly<Record<string, number>>;
      /** Set when the edit made a question of what was none. */
      readonly askedAt?: Sla.Instant;
    }
  /** A later message completed a number, an agent marked a passage, newer rules read it: it is gone from the body for good. */
  | {
      readonly type: "redacted";
      readonly messageId: string;
      readonly digest: string;
      readonly found: Readonly<Record<string, number>>;
      readonly by: "thread" | "agent" | "rules";
      /** A customer's message, where everybody reads it on the platform. */
      readonly isExposed?: true;
    }
  | EvidenceEvent
  | { readonly type: "removed"; readonly messageId: string; readonly by: "customer" | "platform" | "bank" }
  | { readonly type: "hidden" | "unhidden"; readonly messageId: string }
  | { readonly type: "hiding-asked"; readonly messageId: string; readonly agentId: string }
  | {
      readonly type: "hiding-postponed";
      readonly messageId: string;
      readonly code: string;
      readonly until: Sla.Instant;
    }
  | { readonly type: "hiding-failed"; readonly messageId: string; readonly code: string }
  | ExposureCheckedEvent
  /** A picture of the message was read: it may be seen with what was found in it covered, or not at all. */
  | {
      readonly type: "pictured";
      readonly messageId: string;
      readonly pictureId: string;
      readonly state: "shown" | "withheld";
      readonly found: Readonly<Record<string, number>>;
    }
  | { readonly type: "assigned"; readonly agentId: string; readonly by: "router" | "agent" | "supervisor" }
  | {
      readonly type: "unassigned";
      readonly agentId: string;
      readonly reason: "returned" | "silent" | "signed-off" | "removed" | "closed" | "escalated" | "moved" | "merged";
    }
  | {
      readonly type: "replied";
      readonly messageId: string;
      readonly agentId: string;
      readonly visibility: Visibility;
      readonly digest: string;
      /** The approved words of an incident: they promise to come back. */
      readonly forIncident?: true;
      /** Set when the writer had not seen every message of the customer. */
      readonly inboundSeen?: number;
      /** Until then it can be taken back. */
      readonly notBefore?: Sla.Instant;
    }
  /** An approved answer that nobody wrote. It stops no clock. */
  | {
      readonly type: "auto-replied";
      readonly messageId: string;
      readonly reason: "urgent" | "outside-hours" | "satisfaction";
      readonly visibility: Visibility;
      readonly digest: string;
      readonly opensAt?: Sla.Instant;
    }
  | { readonly type: "attempted"; readonly messageId: string; readonly attempt: number }
  | { readonly type: "sent"; readonly messageId: string; readonly by: "platform" | "echo" | "agent" }
  | {
      readonly type: "postponed";
      readonly messageId: string;
      readonly code: string;
      readonly until: Sla.Instant;
      /** The account has to be connected again first. */
      readonly isDisconnected?: true;
    }
  /** `wasSent`: the platform had taken it, and could not bring it. The customer waits again. */
  | { readonly type: "failed"; readonly messageId: string; readonly code: string; readonly wasSent?: true }
  | { readonly type: "uncertain"; readonly messageId: string; readonly code: string }
  | {
      readonly type: "noted";
      readonly messageId: string;
      readonly agentId: string;
      readonly digest: string;
      /** Colleagues it names, by their ids. */
      readonly mentions?: readonly string[];
    }
  | {
      readonly type: "closed";
      readonly outcome: Outcome;
      readonly reason?: NoAnswerReason;
      /** A second person looks at it. */
      readonly isUnderReview?: true;
    }
  | { readonly type: "reopened"; readonly by: "customer" | "agent" | "failure" | "follow-up" | "review" }
  /** `fired`: marks that were told before it came from the same person's other conversation. */
  | { readonly type: "clock-started"; readonly target: Sla.Target; readonly fired?: readonly Sla.Mark["mark"][] }
  | {
      readonly type: "clock-stopped";
      readonly target: Sla.Target["kind"];
      /** `joined`: it goes on in another conversation of the same person. */
      readonly reason: "answered" | "closed" | "joined";
      readonly late: boolean;
      /** Since when it ran, and the instant that stopped it: the wait is between them. */
      readonly startedAt?: Sla.Instant;
      readonly at?: Sla.Instant;
    }
  | { readonly type: "clock-paused"; readonly target: Sla.Target["kind"]; readonly at: Sla.Instant }
  /** With the time that was left when it was paused. */
  | { readonly type: "clock-resumed"; readonly target: Sla.Target }
  | {
      readonly type: "marked";
      readonly target: Sla.Target["kind"];
      readonly mark: Sla.Mark["mark"];
      readonly dueAt: Sla.Instant;
      readonly latenessMilliseconds: number;
    }
  /** A step after a breach: supervisors see it, whatever else it does. */
  | {
      readonly type: "escalated";
      readonly target: Sla.Target["kind"];
      readonly mark: Sla.Mark["mark"];
      readonly actions: readonly string[];
      readonly dueAt: Sla.Instant;
      readonly latenessMilliseconds: number;
    }
  | ({
      readonly type: "complaint-confirmed";
      readonly rule: { readonly id: string; readonly version: number };
      readonly sentAt: Sla.Instant;
    } & Sla.ComplaintDeadlines)
  | { readonly type: "complaint-refused" }
  | DirectionEvent
  | GraceEvent
  | HeardEvent
  | ImpostorEvent
  | ReferralEvent
  | IncidentEvent
  | { readonly type: "moved"; readonly teamId: string }
  | FollowUpEvent
  | NoticeEvent
  | PriorityEvent
  | ReviewEvent
  | SnoozeEvent
  | SplitEvent
  | TagEvent
  | TellingEvent
  | ReceiptEvent
  | ControlEvent;

export type ConversationEventType = ConversationEvent["type"];
