import type * as Channel from "#core/channel";
import type * as Sla from "#core/sla";
import type { ApprovalCommand, Written } from "./approval.ts";
import type { Beside, BesideCommand } from "./beside.ts";
import type { DirectCommand, Direction } from "./direction.ts";
import type { ControlCommand } from "./elsewhere.ts";
import type { ErasureCommand } from "./erasure.ts";
import type { Origin, Outcome, Visibility } from "./event.ts";
import type { EvidenceCommand } from "./evidence.ts";
import type { CheckExposureCommand } from "./exposure-check.ts";
import type { FollowUpCommand } from "./follow-up.ts";
import type { GraceCommand } from "./grace.ts";
import type { HandoffCommand } from "./handoff-event.ts";
import type { HoldCommand } from "./hold.ts";
import type { ImpostorCommand } from "./impostor.ts";
import type { IncidentCommand } from "./incident.ts";
import type { MessageLabels } from "./label.ts";
import type { MergeCommand } from "./merge.ts";
import type { MoveCommand } from "./move.ts";
import type { NoticeCommand } from "./notice.ts";
import type { PriorityCommand } from "./priority.ts";
import type { ReceiptCommand } from "./receipt.ts";
import type { ReferralCommand } from "./referral.ts";
import type { NoAnswerReason, ReviewCommand } from "./review.ts";
import type { Question, Score } from "./satisfaction.ts";
import type { SnoozeCommand } from "./snooze.ts";
import type { SplitCommand } from "./split.ts";
import type { TagCommand } from "./tag.ts";
import type { TellingCommand } from "./telling.ts";
import type { TurnCommand } from "./turn.ts";
import type { WithholdCommand } from "./withheld.ts";

/** Where a conversation that does not exist yet will live. */
export type Opening = {
  readonly conversationId: string;
  readonly entityId: string;
  readonly teamId: string;
  readonly channel: Channel.Channel;
  readonly visibility: Visibility;
  readonly accountId: string;
  readonly origin?: Origin;
};

/** A question that came with no message of its own. */
export type Asked = { readonly occurredAt: Sla.Instant; readonly policies: readonly Sla.Policy[] };

/** A stored message that was redacted again. */
export type Repair = {
  readonly messageId: string;
  readonly digest: string;
  readonly found: Readonly<Record<string, number>>;
  /** A customer's message, where everybody reads it on the platform. */
  readonly isExposed?: true;
};

/** What may be asked of a conversation. Every command is idempotent: doing what is done changes nothing. */
export type Command =
  | TurnCommand
  | WithholdCommand
  | ApprovalCommand
  | BesideCommand
  | ErasureCommand
  | HoldCommand
  | MergeCommand
  | HandoffCommand
  | {
      readonly type: "receive";
      readonly opening: Opening;
      readonly messageId: string;
      readonly occurredAt: Sla.Instant;
      readonly digest: string;
      readonly found: Readonly<Record<string, number>>;
      /** Earlier messages that this one completed a number of. */
      readonly repaired?: readonly Repair[];
      /** False for thanks and the like: they start no clock. */
      readonly expectsAnswer: boolean;
      /** No webhook told of it; it was found this long after it was written. */
      readonly latenessSeconds?: number;
      readonly isEncrypted?: true;
      readonly labels?: MessageLabels;
      /** The answer to the question at closing, and nothing else. */
      readonly score?: Score;
      /** What the bank's directory says of it. */
      readonly direction?: Direction;
      /** Listening found it: it speaks to nobody. */
      readonly isHeard?: true;
      /** The same person talks with us there too. */
      readonly beside?: Beside;
      /** The last one is what a conversation like this is promised. */
      readonly policies: readonly Sla.Policy[];
    }
  | {
      readonly type: "echo";
      readonly messageId: string;
      readonly occurredAt: Sla.Instant;
      readonly digest: string;
      /** Another application wrote it, a bot perhaps: nobody has answered. */
      readonly byApplication?: true;
    }
  | {
      readonly type: "edit";
      readonly messageId: string;
      readonly digest: string;
      readonly found: Readonly<Record<string, number>>;
      readonly repaired?: readonly Repair[];
      readonly labels?: MessageLabels;
      /** What was no question became one: it is asked when it was edited. */
      readonly asked?: Asked;
    }
  | {
      readonly type: "redact";
      readonly messages: readonly Repair[];
      /** An agent marked a passage, or today's rules read what was stored. */
      readonly by: "agent" | "rules";
    }
  | EvidenceCommand
  | { readonly type: "remove"; readonly messageId: string; readonly by: "customer" | "platform" | "bank" }
  | { readonly type: "hide" | "unhide"; readonly messageId: string }
  | { readonly type: "ask-hiding"; readonly messageId: string; readonly agentId: string }
  | CheckExposureCommand
  | {
      readonly type: "miss-hiding";
      readonly messageId: string;
      readonly code: string;
      /** When it is tried again; never, when it is left out. */
      readonly until?: Sla.Instant;
    }
  | {
      readonly type: "picture";
      readonly messageId: string;
      readonly pictureId: string;
      readonly state: "shown" | "withheld";
      readonly found: Readonly<Record<string, number>>;
    }
  | { readonly type: "assign"; readonly agentId: string; readonly by: "router" | "agent" | "supervisor" }
  /** `agentId`: from this agent alone. */
  | {
      readonly type: "unassign";
      readonly reason: "returned" | "silent" | "signed-off" | "removed";
      readonly agentId?: string;
    }
  | ({
      readonly type: "reply";
      readonly messageId: string;
      readonly agentId: string;
      readonly digest: string;
      /** How many customer messages the writer had seen; all of them when not told. */
      readonly inboundSeen?: number;
      /** Private where the conversation is public: an answer to one comment's author alone. */
      readonly visibility?: Visibility;
      /** The approved words of an incident. */
      readonly forIncident?: true;
      /** A person wrote it on the page: it can be taken back this long, and is held where the customer was not read to the end. */
      readonly graceSeconds?: number;
    } & Written)
  | GraceCommand
  | ImpostorCommand
  | ReferralCommand
  | {
      readonly type: "answer-automatically";
      readonly messageId: string;
      readonly reason: "urgent" | "outside-hours";
      readonly visibility: Visibility;
      readonly digest: string;
      /** Of an answer outside hours: the opening that ends this closing. */
      readonly opensAt?: Sla.Instant;
    }
  | { readonly type: "attempt"; readonly messageId: string }
  | {
      readonly type: "postpone";
      readonly messageId: string;
      readonly code: string;
      readonly until: Sla.Instant;
      /** The account has to be connected again first: the platform has refused nothing of this reply. */
      readonly isDisconnected?: true;
    }
  | {
      readonly type: "fail" | "doubt";
      readonly messageId: string;
      readonly code: string;
      readonly policies: readonly Sla.Policy[];
    }
  | {
      /** A reply that its platform had taken. */
      readonly type: "fail-sent";
      readonly messageId: string;
      readonly code: string;
      /** Nobody wrote it, so nobody waits because of it. */
      readonly isAutomatic: boolean;
      readonly policies: readonly Sla.Policy[];
    }
  | {
      readonly type: "accept";
      readonly messageId: string;
      readonly by: "platform" | "echo" | "agent";
      readonly policies: readonly Sla.Policy[];
    }
  | {
      readonly type: "note";
      readonly messageId: string;
      readonly agentId: string;
      readonly digest: string;
      /** Colleagues whom it names. */
      readonly mentions?: readonly string[];
    }
  /** `inboundSeen`: how many customer messages whoever closes had seen; all of them when not told. */
  | {
      readonly type: "close";
      readonly outcome: Outcome;
      readonly inboundSeen?: number;
      /** Of what needs no answer. */
      readonly reason?: NoAnswerReason;
      /** What the customer is asked then, where the bank asks it. */
      readonly question?: Question;
    }
  | { readonly type: "reopen"; readonly policies: readonly Sla.Policy[] }
  | { readonly type: "judge-complaint"; readonly decision: "refuse" }
  | {
      readonly type: "judge-complaint";
      readonly decision: "confirm";
      readonly rule: Sla.ComplaintRule;
      readonly sentAt?: Sla.Instant;
    }
  | DirectCommand
  | FollowUpCommand
  | IncidentCommand
  | MoveCommand
  | NoticeCommand
  | PriorityCommand
  | ReviewCommand
  | SnoozeCommand
  | SplitCommand
  | TagCommand
  | TellingCommand
  | ReceiptCommand
  | ControlCommand
  /** One after another, all of them or none. */
  | { readonly type: "several"; readonly commands: readonly Command[] }
  /** Its time has come: whatever was due by now happens. */
  | {
      readonly type: "mark";
      /** What a task that comes of it is promised. */
      readonly policies?: readonly Sla.Policy[];
      /** Whoever has it is writing an answer at this moment. */
      readonly isWriting?: boolean;
    };
