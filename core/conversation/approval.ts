import { Fault } from "#core/fault";
import type * as Guard from "#core/guard";
import type * as Sla from "#core/sla";
import { reply } from "./delivery.ts";
import type { ConversationEvent, Visibility } from "./event.ts";
import type { Conversation } from "./state.ts";
import { without } from "./without.ts";

/** A reply that waits for a second pair of eyes. The customer's clock goes on. */
export type PendingApproval = {
  readonly messageId: string;
  readonly agentId: string;
  readonly askedAt: Sla.Instant;
  readonly reasons: readonly Guard.ReviewReason[];
  readonly visibility: Visibility;
  readonly digest: string;
  /** How many customer messages had arrived when it was written. */
  readonly inboundSeen: number;
  /** The template it was made from. */
  readonly templateId?: string;
  /** Whose words they are, where somebody who was to approve it wrote others: it still leaves in its writer's name. */
  readonly changedBy?: string;
  /** The message as its writer wrote it, where somebody who was to approve it wrote others. */
  readonly firstId?: string;
};

type Asked = Omit<PendingApproval, "askedAt">;

/** What somebody else made of a reply, until its writer goes on: it was sent in other words, or not at all. */
export type Decided = {
  readonly messageId: string;
  /** Whose reply it is. */
  readonly agentId: string;
  readonly decision: "changed" | "refused";
};

/** Why it was not let through. */
export const refusals = ["tone", "wrong", "promise", "data", "other"] as const;
export type Refusal = (typeof refusals)[number];

export type ApprovalEvent =
  | ({ readonly type: "approval-asked" } & Asked)
  /** Whoever looked at it changed its words: another message is sent in its place, or waits there for somebody else. */
  | { readonly type: "approval-changed"; readonly messageId: string; readonly agentId: string; readonly by: string }
  | { readonly type: "approved"; readonly messageId: string; readonly agentId: string }
  | {
      readonly type: "approval-refused";
      readonly messageId: string;
      readonly agentId: string;
      readonly reason: Refusal;
    }
  | { readonly type: "approval-withdrawn"; readonly messageId: string; readonly agentId: string }
  /** The writer says that what the guard warned of is meant: what kinds, never what words. */
  | {
      readonly type: "alarm-dismissed";
      readonly messageId: string;
      readonly agentId: string;
      readonly kinds: readonly Guard.FindingKind[];
    }
  | {
      readonly type: "template-used";
      readonly messageId: string;
      readonly templateId: string;
      readonly version: number;
      readonly isChanged: boolean;
    };

export type ApprovalCommand =
  | ({ readonly type: "ask-approval"; readonly inboundSeen?: number } & Omit<
      Asked,
      "inboundSeen" | "visibility" | "templateId" | "changedBy" | "firstId"
    > & {
        readonly visibility?: Visibility;
      } & Written)
  /**
   * `instead`: the message with its words as whoever approves it changed them, and why those need a second pair of eyes in
   * their turn. `graceSeconds`: its writer can take it back this long.
   */
  | {
      readonly type: "approve";
      readonly messageId: string;
      readonly agentId: string;
      readonly instead?: {
        readonly messageId: string;
        readonly digest: string;
        readonly reasons: readonly Guard.ReviewReason[];
      };
      readonly graceSeconds?: number;
    }
  | {
      readonly type: "refuse-approval";
      readonly messageId: string;
      readonly agentId: string;
      readonly reason: Refusal;
    }
  | { readonly type: "withdraw-approval"; readonly messageId: string; readonly agentId: string };

/** What is known of how a reply was written. */
export type Written = {
  readonly dismissed?: readonly Guard.FindingKind[];
  readonly template?: { readonly id: string; readonly version: number; readonly isChanged: boolean };
};

/** Replies that may wait for approval at once; bounds the head. */
const waitingLimit = 5;
/** Templates remembered until a conversation is closed. */
const templatesKept = 5;

export const decideApproval = (
  state: Conversation,
  command: ApprovalCommand,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  switch (command.type) {
    case "ask-approval":
      return ask(state, command, now);
    case "approve":
      return approve(state, command, now);
    case "refuse-approval": {
      const { agentId, messageId, reason } = command;
      requireOther(pendingIn(state, messageId), agentId);
      return [{ type: "approval-refused", messageId, agentId, reason }];
    }
    case "withdraw-approval": {
      const { agentId, messageId } = command;
      if (pendingIn(state, messageId).agentId !== agentId) throw new Fault("permission.denied");
      return [{ type: "approval-withdrawn", messageId, agentId }];
    }
    default:
      return command satisfies never;
  }
};

/** Beside the reply itself: what was said to be meant, and which template it came from. */
export const writtenEvents = (
  messageId: string,
  agentId: string,
  { dismissed = [], template }: Written,
): readonly ConversationEvent[] => [
  ...(dismissed.length === 0 ? [] : [{ type: "alarm-dismissed", messageId, agentId, kinds: dismissed } as const]),
  ...(template === undefined
    ? []
    : [
        {
          type: "template-used",
          messageId,
          templateId: template.id,
          version: template.version,
          isChanged: template.isChanged,
        } as const,
      ]),
];

/** @throws conversation.approval-waiting: what waits is decided before a conversation is closed */
export const requireNoApproval = ({ approvals = [], status }: Conversation): void => {
  if (status === "open" && approvals.length > 0) throw new Fault("conversation.approval-waiting");
};

export const trackApproval = (state: Conversation, event: ApprovalEvent, at: Sla.Instant): Conversation => {
  const { approvals = [], templates = [] } = state;
  switch (event.type) {
    case "approval-asked": {
      const { type: _, ...asked } = event;
      return { ...without(state, "decided"), approvals: [...approvals, { ...asked, askedAt: at }] };
    }
    case "approval-changed":
      return waitingNoMore(
        decidedOn(state, event.messageId, { messageId: event.by, decision: "changed" }),
        event.messageId,
      );
    case "approval-refused":
      return waitingNoMore(
        decidedOn(state, event.messageId, { messageId: event.messageId, decision: "refused" }),
        event.messageId,
      );
    case "approved": {
      const isChanged = state.approvals?.some((each) => each.messageId === event.messageId && each.changedBy);
      const told = isChanged
        ? decidedOn(state, event.messageId, { messageId: event.messageId, decision: "changed" })
        : state;
      return waitingNoMore(told, event.messageId);
    }
    case "approval-withdrawn":
      return waitingNoMore(state, event.messageId);
    case "template-used":
      return { ...state, templates: [...new Set([...templates, event.templateId])].slice(-templatesKept) };
    case "alarm-dismissed":
      return state;
    default:
      return event satisfies never;
  }
};

/** Another reply leaves: whoever wrote it has gone on. */
export const goneOn = (state: Conversation, messageId: string): Conversation =>
  state.decided?.messageId === messageId ? state : without(state, "decided");

const decidedOn = (state: Conversation, askedId: string, decided: Omit<Decided, "agentId">): Conversation => {
  const asked = state.approvals?.find(({ messageId }) => messageId === askedId);
  return asked === undefined ? state : { ...state, decided: { ...decided, agentId: asked.agentId } };
};

const waitingNoMore = (state: Conversation, askedId: string): Conversation => ({
  ...state,
  approvals: (state.approvals ?? []).filter(({ messageId }) => messageId !== askedId),
});

const ask = (
  state: Conversation,
  command: Extract<ApprovalCommand, { type: "ask-approval" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const { agentId, digest, messageId, reasons, visibility = state.visibility } = command;
  // What could not be sent need not be looked at.
  reply(state, { type: "reply", messageId, agentId, digest }, now);
  const waiting = state.approvals ?? [];
  if (waiting.length >= waitingLimit) throw new Fault("reply.too-many-unsent", { waiting: waiting.length });
  const inboundSeen = Math.min(command.inboundSeen ?? state.inboundCount, state.inboundCount);
  return [
    {
      type: "approval-asked",
      messageId,
      agentId,
      reasons,
      visibility,
      digest,
      inboundSeen,
      ...(command.template === undefined ? {} : { templateId: command.template.id }),
    },
    ...writtenEvents(messageId, agentId, command),
  ];
};

/**
 * Two people, always: whoever wrote the words that leave, and somebody else. Words that would wait if whoever changed them
 * had written an answer of their own wait as they would. It is sent in its writer's name.
 */
const approve = (
  state: Conversation,
  { agentId, graceSeconds, instead, messageId }: Extract<ApprovalCommand, { type: "approve" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const asked = pendingIn(state, messageId);
  requireOther(asked, agentId);
  const { inboundSeen, visibility } = asked;
  if (instead !== undefined && instead.reasons.length > 0) return changeAndAsk(asked, agentId, instead);
  const { digest, messageId: sentId } = instead ?? asked;
  const sent = { messageId: sentId, agentId: asked.agentId, digest, inboundSeen, visibility };
  // What the customer wrote meanwhile may need another answer: its writer looks at it once more.
  const grace = inboundSeen < state.inboundCount ? 0 : graceSeconds;
  return [
    ...(instead === undefined ? [] : [{ type: "approval-changed", messageId, agentId, by: sentId } as const]),
    { type: "approved", messageId, agentId },
    ...reply(state, { type: "reply", ...sent, ...(grace === undefined ? {} : { graceSeconds: grace }) }, now),
  ];
};

const changeAndAsk = (
  { askedAt: _, ...asked }: PendingApproval,
  changedBy: string,
  { digest, messageId, reasons }: { readonly messageId: string; readonly digest: string } & Pick<Asked, "reasons">,
): readonly ConversationEvent[] => [
  { type: "approval-changed", messageId: asked.messageId, agentId: changedBy, by: messageId },
  // Changed once more, its writer's own words are still the first ones.
  { firstId: asked.messageId, ...asked, type: "approval-asked", messageId, digest, reasons, changedBy },
];

/** @throws approval.own-work: nobody lets words of their own through */
const requireOther = ({ agentId: writer, changedBy = writer }: PendingApproval, agentId: string): void => {
  if (changedBy === agentId) throw new Fault("approval.own-work");
};

const pendingIn = ({ approvals = [] }: Conversation, messageId: string): PendingApproval => {
  const asked = approvals.find((each) => each.messageId === messageId);
  if (asked === undefined) throw new Fault("approval.not-waiting");
  return asked;
};
