import type * as Channel from "#core/channel";
import type * as Directory from "#core/directory";
import type * as Sla from "#core/sla";
import type { Decided, PendingApproval } from "./approval.ts";
import type { Complaint } from "./complaint.ts";
import type { Control } from "./elsewhere.ts";
import type { Erasure } from "./erasure.ts";
import type { Origin, Outcome, Visibility } from "./event.ts";
import type { HandoffState } from "./handoff-state.ts";
import type { Imposture, Suspicion } from "./impostor.ts";
import type { Labels } from "./label.ts";
import type { MergedInto } from "./merge.ts";
import type { PendingNotice } from "./notice.ts";
import type { Priority } from "./priority.ts";
import type { UnreadReply } from "./receipt.ts";
import type { ReferralState } from "./referral.ts";
import type { Satisfaction } from "./satisfaction.ts";
import type { Snooze } from "./snooze.ts";
import type { SplitFrom } from "./split.ts";
import type { Telling } from "./telling.ts";
import type { Verification } from "./verification.ts";

/** A reply the platform has not accepted yet. */
export type PendingReply = {
  readonly messageId: string;
  /** How many customer messages had arrived when it was written: later ones are not answered by it. */
  readonly inboundSeen: number;
  readonly attempts: number;
  /** How many attempts the platform answered with a plea for patience; a disconnected account is none. */
  readonly refusals?: number;
  /** Nobody wrote it: it answers nothing by the clock. */
  readonly automatic?: true;
  /** The approved words of an incident: they answer, and promise to come back. */
  readonly forIncident?: true;
  /** It carries the way to the secure channel, whose secrets are made when it is sent. */
  readonly handoffId?: string;
} /** `code` says why it waits, when the platform asked for patience. */ /** `isRecallable`: it has not left yet, and is held when the customer writes meanwhile. */ & (
  | { readonly state: "queued"; readonly notBefore: Sla.Instant; readonly code?: string; readonly isRecallable?: true }
  /** The customer wrote before it left: a person decides. */
  | { readonly state: "held"; readonly since: Sla.Instant }
  /** The call to the platform may be under way; without an outcome it is never sent again by itself. */
  | { readonly state: "attempting"; readonly since: Sla.Instant }
  | { readonly state: "uncertain"; readonly since: Sla.Instant; readonly code: string }
);

/** A public message that shows everybody a card, a code or an IBAN. `isHidden`: not while the platform hides it. */
export type Exposure = {
  readonly messageId: string;
  readonly since: Sla.Instant;
  readonly isHidden?: true;
  /** How often the platform was asked whether it still stands, and when it is asked next. */
  readonly checks?: number;
  readonly checkAt?: Sla.Instant;
};

/** A message that the platform is asked to hide. Hiding twice is hiding once, so a lost answer is simply tried again. */
export type PendingHiding = { readonly messageId: string; readonly attempts: number } & (
  | { readonly state: "queued"; readonly notBefore: Sla.Instant; readonly code?: string }
  | { readonly state: "failed"; readonly code: string }
);

/** A clock, running or paused, with the marks that have fired. */
export type Clock = (Sla.Target | Sla.PausedTarget) & { readonly fired: readonly Sla.Mark["mark"][] };

/**
 * A conversation as its log tells it. Bounded: it holds counts and pending work, never the list of its messages, so that
 * the head stays small however long the conversation grows.
 */
export type Conversation = {
  readonly id: string;
  readonly entityId: string;
  readonly teamId: string;
  readonly channel: Channel.Channel;
  readonly visibility: Visibility;
  readonly accountId: string;
  readonly policy: { readonly id: string; readonly version: number };
  readonly status: "open" | "closed";
  readonly openedAt: Sla.Instant;
  readonly closedAt?: Sla.Instant;
  readonly outcome?: Outcome;
  readonly assigneeId?: string;
  readonly satisfaction?: Satisfaction;
  /** The same person talks with us there too, in public or in private: one agent, one promise. */
  readonly besideId?: string;
  /** Whoever writes is on one of the bank's lists of people. */
  readonly audience?: Directory.Audience;
  /** The branch or the expert it is for. */
  readonly placeId?: string;
  /** Listening found it: it speaks of the bank and to nobody. */
  readonly isHeard?: true;
  /** Others of the same customer that are read and answered here. */
  readonly mergedIds?: readonly string[];
  readonly mergedInto?: MergedInto;
  /** A part of a thread: its first messages are kept there, and what the customer writes next arrives there. */
  readonly splitFrom?: SplitFrom;
  /** Parts of this thread that are, or were, conversations of their own. */
  readonly partIds?: readonly string[];
  /** Who had it last, so that a returning customer meets the same person. */
  readonly lastAgentId?: string;
  readonly lastInboundId?: string;
  readonly lastInboundAt?: Sla.Instant;
  readonly lastMessageAt: Sla.Instant;
  /** When a card was last removed from a message: a lone security code may follow it. */
  readonly cardSeenAt?: Sla.Instant;
  /** The customer waits for an answer. */
  readonly isAwaiting: boolean;
  readonly hasBeenAnswered: boolean;
  /** The customer's messages; an edit that asks something counts as one. */
  readonly inboundCount: number;
  readonly outboundCount: number;
  readonly noteCount: number;
  /** When the customer last asked something, and which of the customer's messages that was: thanks do not count. */
  readonly lastAskedAt?: Sla.Instant;
  readonly lastAskedNumber?: number;
  readonly labels?: Labels;
  readonly complaint?: Complaint;
  /** What was said automatically: to an emergency, and before which opening. */
  readonly automatic?: { readonly urgent?: true; readonly opensAt?: Sla.Instant };
  /** When the newest message was written that the platform told too late. */
  readonly lateSince?: Sla.Instant;
  /** First or next response: what the customer waits for now. */
  readonly clock?: Clock;
  /** Runs beside it, and waits while we wait for the customer. */
  readonly resolution?: Clock;
  /** The incident it is part of. */
  readonly incidentId?: string;
  readonly outbox: readonly PendingReply[];
  /** Replies that wait for a second pair of eyes. */
  readonly approvals?: readonly PendingApproval[];
  readonly decided?: Decided;
  /** Templates used since it was opened, the latest last. */
  readonly templates?: readonly string[];
  readonly exposures?: readonly Exposure[];
  /** How long exposures that are over stood, together. */
  readonly exposedSeconds?: number;
  readonly hidings?: readonly PendingHiding[];
  /** Ids, at most `mostTags`. */
  readonly tags?: readonly string[];
  /** The newest desk that was asked to take it on. */
  readonly referral?: ReferralState;
  /** Of its escalations, those that people outside the page are still to be told, at most four. */
  readonly notices?: readonly PendingNotice[];
  /** What other conversations are still to be told. */
  readonly tellings?: readonly Telling[];
  /** Whoever writes here looks like the bank. */
  readonly suspicion?: Suspicion;
  /** Who looked like the bank and answered this customer, at most five. */
  readonly impostures?: readonly Imposture[];
  /** What a person said of it, against the rules. */
  readonly priorityByHand?: Priority;
  readonly snooze?: Snooze;
  /** When somebody comes back to it, open or closed. */
  readonly followUpAt?: Sla.Instant;
  /** Closed without an answer, and one of those that a second person looks at. */
  readonly isUnderReview?: true;
  readonly unread?: readonly UnreadReply[];
  readonly control?: Control;
  /** The customer's newest message can be read and answered in X alone. */
  readonly isEncrypted?: true;
  readonly handoff?: HandoffState;
  readonly verification?: Verification;
  readonly origin?: Origin;
  /** Its words went, or are going. */
  readonly erasure?: Erasure;
  /** Legal holds on it, at most ten. */
  readonly holdIds?: readonly string[];
};
