import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import { requireNoApproval } from "./approval.ts";
import { changeClocks, clocksOf, withMarksOf } from "./clock.ts";
import { requireDecision } from "./complaint.ts";
import type { ConversationEvent } from "./event.ts";
import { waitOn } from "./grace.ts";
import type { Clock, Conversation } from "./state.ts";
import { without } from "./without.ts";

/** What was said in so many others is read with it. */
export const mostMerged = 5;

/** Where the talk goes on, and how it stood here. */
export type MergedInto = { readonly conversationId: string; readonly wasOpen: boolean; readonly wasAwaiting: boolean };

export type MergeEvent =
  /** What the same customer said in that one is read and answered here. */
  | {
      readonly type: "merged";
      readonly conversationId: string;
      readonly askedAt?: Sla.Instant;
      /** Of a part that comes back with the newest message of the thread. */
      readonly lastInboundId?: string;
    }
  | { readonly type: "merged-into"; readonly conversationId: string }
  /** The two go separate ways again. `isAnswered`: what waited here was answered there. */
  | { readonly type: "separated"; readonly conversationId: string; readonly isAnswered?: boolean };

/** The one that is merged into another, as far as the other takes it over. */
export type Merging = Pick<
  Conversation,
  | "id"
  | "channel"
  | "visibility"
  | "accountId"
  | "clock"
  | "resolution"
  | "isAwaiting"
  | "lastAskedAt"
  | "lastInboundAt"
  | "lastInboundId"
  | "splitFrom"
>;

/** The one that goes on takes the other in first: whatever fails between the two, what is promised has a deadline. */
export type MergeCommand =
  | { readonly type: "take-in"; readonly other: Merging }
  | { readonly type: "merge-into"; readonly conversationId: string; readonly inboundSeen?: number }
  | {
      readonly type: "separate";
      readonly conversationId: string;
      readonly isAnswered: boolean;
      readonly policies: readonly Sla.Policy[];
    }
  | { readonly type: "let-go"; readonly conversationId: string };

/**
 * @throws conversation.closed, conversation.changed, conversation.not-mergeable, conversation.merged-too-often; while a
 * complaint is undecided or an answer waits for approval, what closing throws
 */
export const merge = (state: Conversation, command: MergeCommand, now: Sla.Instant): readonly ConversationEvent[] => {
  switch (command.type) {
    case "take-in":
      return takeIn(state, command.other, now);
    case "merge-into":
      return mergeInto(state, command, now);
    case "separate":
      return separate(state, command, now);
    case "let-go": {
      const { conversationId } = command;
      return state.mergedIds?.includes(conversationId) === true ? [{ type: "separated", conversationId }] : [];
    }
    default:
      return command satisfies never;
  }
};

export const evolveMerge = (state: Conversation, event: MergeEvent, at: Sla.Instant): Conversation => {
  const { conversationId } = event;
  const others = (state.mergedIds ?? []).filter((id) => id !== conversationId);
  switch (event.type) {
    case "merged":
      return {
        ...state,
        mergedIds: [...others, conversationId],
        ...(event.askedAt === undefined
          ? {}
          : { isAwaiting: true, lastAskedAt: latest(state.lastAskedAt, event.askedAt) }),
        ...(event.lastInboundId === undefined ? {} : { lastInboundId: event.lastInboundId }),
      };
    case "merged-into":
      return {
        ...without(state, "snooze", "priorityByHand", "templates", "followUpAt", "isUnderReview"),
        status: "closed",
        closedAt: state.closedAt ?? at,
        isAwaiting: false,
        mergedInto: { conversationId, wasOpen: state.status === "open", wasAwaiting: state.isAwaiting },
      };
    case "separated":
      return state.mergedInto?.conversationId === conversationId
        ? comeOut(state, state.mergedInto, event.isAnswered === true)
        : { ...state, mergedIds: others };
    default:
      return event satisfies never;
  }
};

/** The same customer, in the same place: whoever reads the answer is who reads it now. The earliest open deadline stands. */
const takeIn = (state: Conversation, other: Merging, now: Sla.Instant): readonly ConversationEvent[] => {
  const { accountId, channel, id, mergedIds = [], visibility } = state;
  if (state.status === "closed") throw new Fault("conversation.closed");
  const isSamePlace =
    other.id !== id && other.channel === channel && other.accountId === accountId && other.visibility === visibility;
  if (!isSamePlace || channel === "secure") throw new Fault("conversation.not-mergeable");
  const isKnown = mergedIds.includes(other.id);
  if (!isKnown && mergedIds.length >= mostMerged)
    throw new Fault("conversation.merged-too-often", { most: mostMerged });
  const before = clocksOf(state);
  const response = sooner(state.clock, other.clock);
  const resolution = sooner(state.resolution, other.resolution);
  const after = {
    ...before,
    ...(response === undefined ? {} : { response }),
    ...(resolution === undefined ? {} : { resolution }),
  };
  const asked = other.isAwaiting && other.lastAskedAt !== undefined ? { askedAt: other.lastAskedAt } : {};
  return [
    ...(isKnown ? [] : [{ type: "merged", conversationId: other.id, ...asked, ...newestOf(state, other) } as const]),
    ...changeClocks(before, after, "joined", now).map((event) => withMarksOf(event, other)),
  ];
};

/** A part that has the newest message of its thread brings it back: an answer goes to it again. */
const newestOf = (state: Conversation, { lastInboundAt, lastInboundId, splitFrom }: Merging) =>
  splitFrom?.conversationId === state.id && lastInboundId !== undefined && lastInboundAt === state.lastInboundAt
    ? { lastInboundId }
    : {};

/** The log of neither changes, and what is under way here has an end first. */
const mergeInto = (
  state: Conversation,
  { conversationId, inboundSeen }: Extract<MergeCommand, { type: "merge-into" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (state.mergedInto?.conversationId === conversationId) return [];
  if (inboundSeen !== undefined && state.inboundCount > inboundSeen) throw new Fault("conversation.changed");
  requireDecision(state);
  requireNoApproval(state);
  if (state.mergedInto !== undefined || isBusy(state, conversationId)) throw new Fault("conversation.not-mergeable");
  const { assigneeId: agentId } = state;
  return [
    ...changeClocks(clocksOf(state), {}, "joined", now),
    ...(agentId === undefined ? [] : [{ type: "unassigned", agentId, reason: "merged" } as const]),
    { type: "merged-into", conversationId },
  ];
};

/** Others were merged into it, parts of it are answered elsewhere, its words are kept in another thread, an answer is on its way, something stands exposed in it, or it has deadlines and counterparts that know it by its own name. */
const isBusy = (
  { complaint, exposures = [], handoff, mergedIds = [], outbox, partIds = [], referral, splitFrom }: Conversation,
  intoId: string,
): boolean =>
  mergedIds.length > 0 ||
  partIds.some((id) => id !== intoId) ||
  (splitFrom !== undefined && splitFrom.conversationId !== intoId) ||
  outbox.length > 0 ||
  exposures.some(({ isHidden }) => isHidden !== true) ||
  complaint?.status === "confirmed" ||
  handoff !== undefined ||
  referral !== undefined;

/** What was not answered meanwhile waits again, since it was asked. */
const separate = (
  state: Conversation,
  { conversationId, isAnswered, policies }: Extract<MergeCommand, { type: "separate" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const { mergedInto } = state;
  if (mergedInto?.conversationId !== conversationId) return [];
  const apart = comeOut(state, mergedInto, isAnswered);
  return [{ type: "separated", conversationId, isAnswered }, ...(apart.isAwaiting ? waitOn(apart, policies, now) : [])];
};

const comeOut = (state: Conversation, { wasAwaiting, wasOpen }: MergedInto, isAnswered: boolean): Conversation =>
  wasOpen
    ? { ...without(state, "mergedInto", "closedAt"), status: "open", isAwaiting: wasAwaiting && !isAnswered }
    : without(state, "mergedInto");

/** Of two promises the one that is due first; one that is paused waits for nobody here. */
const sooner = (own: Clock | undefined, other: Clock | undefined): Clock | undefined => {
  if (other === undefined || Sla.isPaused(other)) return own;
  return own === undefined || Sla.isPaused(own) || other.dueAt < own.dueAt ? other : own;
};

const latest = (one: Sla.Instant | undefined, other: Sla.Instant): Sla.Instant =>
  one !== undefined && one > other ? one : other;
