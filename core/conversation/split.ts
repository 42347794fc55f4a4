import { Fault } from "#core/fault";
import * as Sla from "#core/sla";
import { changeClocks, clocksOf, hastened, policyOf, withMarksOf } from "./clock.ts";
import type { Opening } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import { holdWaiting } from "./grace.ts";
import type { MessageLabels } from "./label.ts";
import { wake } from "./snooze.ts";
import type { Clock, Conversation } from "./state.ts";

/** Messages that become a conversation of their own; it keeps their ids in its head. */
export const mostTaken = 40;
/** Parts that one thread is read in, beside itself. */
const mostParts = 5;

/**
 * Where the first messages of a part are kept, which they are, and between which versions that log tells of them. They
 * stay where they came in: there the platform's edits and removals find them, and the pieces of a number are read together.
 */
export type SplitFrom = {
  readonly conversationId: string;
  readonly messageIds: readonly string[];
  readonly from: number;
  readonly to: number;
};

/** A customer's message according to the log: its number in the conversation, and whether it asks something. */
export type Told = {
  readonly messageId: string;
  readonly occurredAt: Sla.Instant;
  readonly number: number;
  /** When it asked: at once, or when it was edited into a question. */
  readonly askedAt?: Sla.Instant;
};

export type SplitEvent =
  /** Of the part, at its beginning. */
  | ({
      readonly type: "split-from";
      readonly inboundCount: number;
      readonly lastInboundId: string;
      readonly lastInboundAt: Sla.Instant;
      /** The latest question that waits, where one does. */
      readonly askedAt?: Sla.Instant;
    } & SplitFrom)
  /** Of the thread: what is left of it. `lastAsked`: the latest question that was not taken, waiting or not. */
  | {
      readonly type: "split-off";
      readonly conversationId: string;
      readonly lastInboundId: string;
      readonly isAwaiting: boolean;
      readonly lastAsked?: { readonly at: Sla.Instant; readonly number: number };
    }
  /** Words of the thread have changed or are gone: what is shown of them here is read anew. */
  | { readonly type: "part-revised" };

/** The thread, as far as its part takes it over. */
type Thread = Pick<Conversation, "id" | "isAwaiting" | "lastAskedAt" | "clock" | "resolution" | "assigneeId">;
/** `told`: the customer's messages that no other part has, oldest first, back to before everything that is taken. */
type Taking = { readonly told: readonly Told[]; readonly messageIds: readonly string[] };

/** The part is created before the thread gives up its messages: should anything fail in between, every promise has a deadline. */
export type SplitCommand =
  | ({
      readonly type: "split-from";
      readonly opening: Opening;
      readonly thread: Thread;
      readonly span: { readonly from: number; readonly to: number };
      readonly labels: readonly { readonly messageId: string; readonly labels: MessageLabels }[];
      /** The last one is what a conversation like this is promised. */
      readonly policies: readonly Sla.Policy[];
    } & Taking)
  | ({
      readonly type: "split-off";
      readonly conversationId: string;
      /** Customer messages that `told` knows of. */
      readonly inboundSeen: number;
      readonly policies: readonly Sla.Policy[];
    } & Taking)
  /** What happened in the thread: the customer wrote there, or words of it changed, which may be read here. */
  | { readonly type: "follow-thread"; readonly isWritten: boolean; readonly isRevised: boolean };

/**
 * Messages of a thread become a conversation of their own. Each question that waits keeps its instant, on whichever side it
 * is: what runs since a question that is taken goes with it, deadline and told marks included, and the other side is promised
 * its own first waiting question, since it was asked. So nothing is due later than it would be if it had been asked alone,
 * and the earliest deadline of the thread still stands on one of the two.
 */
export const beginPart = (
  state: Conversation | undefined,
  command: Extract<SplitCommand, { type: "split-from" }>,
): readonly ConversationEvent[] => {
  if (state !== undefined) return [];
  const { labels, messageIds, opening, policies, span, thread, told } = command;
  const { taken, waiting } = share(thread, { messageIds, told });
  const [first] = taken;
  const last = taken.at(-1);
  const policy = policies.at(-1);
  if (first === undefined || last === undefined) throw new Fault("conversation.not-splittable");
  const asked = waiting.taken.asking.at(-1)?.askedAt;
  const [asking] = waiting.taken.asking;
  // What is about something more urgent than the thread is due sooner, and never later.
  const clocks =
    policy === undefined || asking === undefined
      ? {}
      : hastened(promised(thread, waiting.taken, policy), asking.askedAt, policy);
  return [
    {
      type: "opened",
      ...opening,
      policy: policy === undefined ? { id: "none", version: 0 } : { id: policy.id, version: policy.version },
      occurredAt: first.occurredAt,
    },
    {
      type: "split-from",
      conversationId: thread.id,
      messageIds,
      ...span,
      inboundCount: taken.length,
      lastInboundId: last.messageId,
      lastInboundAt: last.occurredAt,
      ...(asked === undefined ? {} : { askedAt: asked }),
    },
    ...labels.map((each) => ({ type: "labelled", ...each }) as const),
    ...changeClocks({}, clocks, "joined", first.occurredAt).map((event) => withMarksOf(event, thread)),
    ...(thread.assigneeId === undefined
      ? []
      : [{ type: "assigned", agentId: thread.assigneeId, by: "agent" } as const]),
  ];
};

/**
 * @throws conversation.closed; conversation.changed when the customer wrote meanwhile; conversation.not-splittable where
 * nothing would be left, in a part, in what goes on elsewhere, and while an answer is on its way or waits for approval
 */
export const splitOff = (
  state: Conversation,
  command: Extract<SplitCommand, { type: "split-off" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const { conversationId, inboundSeen, policies, told } = command;
  if (state.partIds?.includes(conversationId) === true) return [];
  requireWhole(state);
  if (inboundSeen !== state.inboundCount) throw new Fault("conversation.changed");
  const { kept, taken, waiting } = share(state, command);
  const [lastKept] = kept.slice(-1);
  if (lastKept === undefined || taken.length === 0) throw new Fault("conversation.not-splittable");
  const asking = told.filter((each) => kept.includes(each) && each.askedAt !== undefined).at(-1);
  const before = clocksOf(state);
  const policy = policyOf(state.policy, policies);
  const hasMoved = waiting.taken.asking.length > 0 && policy !== undefined;
  const after = hasMoved ? leftOf(state, waiting.kept, policy, now) : before;
  return [
    {
      type: "split-off",
      conversationId,
      lastInboundId: lastKept.messageId,
      isAwaiting: state.isAwaiting && (waiting.taken.asking.length === 0 || waiting.kept.asking.length > 0),
      ...(asking?.askedAt === undefined ? {} : { lastAsked: { at: asking.askedAt, number: asking.number } }),
    },
    ...changeClocks(before, after, "joined", now),
  ];
};

/** An answer that has not left may have to be another one, wherever in the thread the customer wrote. */
export const followThread = (
  state: Conversation,
  { isRevised, isWritten }: Extract<SplitCommand, { type: "follow-thread" }>,
): readonly ConversationEvent[] => [
  ...(isWritten && state.status === "open" ? [...holdWaiting(state), ...wake(state, "customer")] : []),
  ...(isRevised && state.splitFrom !== undefined ? [{ type: "part-revised" } as const] : []),
];

export const evolveSplit = (state: Conversation, event: SplitEvent): Conversation => {
  switch (event.type) {
    case "split-from": {
      const { askedAt, conversationId, from, inboundCount, lastInboundAt, lastInboundId, messageIds, to } = event;
      return {
        ...state,
        splitFrom: { conversationId, messageIds, from, to },
        inboundCount,
        lastInboundAt,
        lastInboundId,
        lastMessageAt: lastInboundAt,
        isAwaiting: askedAt !== undefined,
        ...(askedAt === undefined ? {} : { lastAskedAt: askedAt, lastAskedNumber: inboundCount }),
      };
    }
    case "split-off": {
      const { lastAskedAt: _, lastAskedNumber: __, ...rest } = state;
      const { conversationId, isAwaiting, lastAsked, lastInboundId } = event;
      return {
        ...rest,
        partIds: [...(state.partIds ?? []), conversationId],
        lastInboundId,
        isAwaiting,
        ...(lastAsked === undefined ? {} : { lastAskedAt: lastAsked.at, lastAskedNumber: lastAsked.number }),
      };
    }
    case "part-revised":
      return state;
    default:
      return event satisfies never;
  }
};

/** The conversation that a message read in this one is kept in. */
export const keptIn = ({ id, splitFrom }: Pick<Conversation, "id" | "splitFrom">, messageId: string): string =>
  splitFrom?.messageIds.includes(messageId) === true ? splitFrom.conversationId : id;

/** Whether a part stands apart from its thread: merged again it is read there. */
export const isApart = ({ mergedInto, splitFrom }: Conversation): boolean =>
  splitFrom !== undefined && mergedInto?.conversationId !== splitFrom.conversationId;

const requireWhole = (state: Conversation): void => {
  const { approvals = [], channel, clock, mergedInto, outbox, partIds = [], splitFrom, status } = state;
  if (status === "closed") throw new Fault("conversation.closed");
  const isUnderWay = outbox.some((reply) => reply.automatic !== true) || approvals.length > 0;
  const isElsewhere = channel === "secure" || mergedInto !== undefined || splitFrom !== undefined;
  const isPaused = clock !== undefined && Sla.isPaused(clock);
  if (isUnderWay || isElsewhere || isPaused || partIds.length >= mostParts)
    throw new Fault("conversation.not-splittable");
};

type Asking = Told & { readonly askedAt: Sla.Instant };

/** Divides the questions between the two sides: all that were asked since the clock runs, and the latest in any case. */
const share = ({ clock, isAwaiting, lastAskedAt }: Thread, { messageIds, told }: Taking) => {
  const taken = told.filter(({ messageId }) => messageIds.includes(messageId));
  const kept = told.filter(({ messageId }) => !messageIds.includes(messageId));
  const [since] = [clock?.startedAt, lastAskedAt].flatMap((at) => at ?? []).toSorted();
  const isWaiting = (each: Told): each is Asking =>
    isAwaiting && since !== undefined && each.askedAt !== undefined && each.askedAt >= since;
  const [first] = told.filter(isWaiting).toSorted(byAsking);
  const sideOf = (messages: readonly Told[]): Side => {
    const asking = messages.filter(isWaiting).toSorted(byAsking);
    return { asking, isFirst: first !== undefined && asking[0] === first };
  };
  return { taken, kept, waiting: { taken: sideOf(taken), kept: sideOf(kept) } };
};

/** The questions of one side that wait, and whether what was asked first of all is among them. */
type Side = { readonly asking: readonly Asking[]; readonly isFirst: boolean };

const byAsking = (one: Asking, other: Asking): number => (one.askedAt < other.askedAt ? -1 : 1);

type Running = Pick<Conversation, "clock" | "resolution">;

/** The clocks that run are those of the side that asked first; the other one's begin with its own first question. */
const promised = ({ clock, resolution }: Running, { asking, isFirst }: Side, policy: Sla.Policy): Sla.Clocks => {
  const [first] = asking;
  if (first === undefined) return {};
  const { askedAt } = first;
  const isWhole = isFirst && isRunning(resolution) && resolution.startedAt >= askedAt;
  return {
    response: isFirst && isRunning(clock) ? clock : Sla.startTarget(clock?.kind ?? "first-response", askedAt, policy),
    resolution: isWhole ? resolution : Sla.startTarget("resolution", askedAt, policy),
  };
};

/** The clocks of the thread without the questions that were taken. A resolution clock that earlier questions started goes on. */
const leftOf = (state: Conversation, side: Side, policy: Sla.Policy, now: Sla.Instant): Sla.Clocks => {
  const { resolution } = state;
  const { response: _, resolution: __, ...rest } = clocksOf(state);
  const [first] = side.asking;
  const isEarlier = resolution !== undefined && resolution.startedAt < (state.clock?.startedAt ?? now);
  return {
    ...rest,
    ...promised(state, side, policy),
    ...(isEarlier ? { resolution: first === undefined ? Sla.pauseTarget(resolution, now) : resolution } : {}),
  };
};

const isRunning = (clock: Clock | undefined): clock is Sla.Target & Clock =>
  clock !== undefined && !Sla.isPaused(clock);
