import * as Sla from "#core/sla";
import { assign } from "./assignment.ts";
import { changeClocks, clocksOf, policyOf } from "./clock.ts";
import type { ConversationEvent } from "./event.ts";
import type { Clock, Conversation } from "./state.ts";

/** Public and private messages of one person that are further apart are two matters. */
const besideMilliseconds = 24 * 3_600_000;

/** The same person's other conversation (public beside private, or the reverse), as it stands when they write here. */
export type Beside = {
  readonly conversationId: string;
  /** Who has it, or had it last. */
  readonly assigneeId?: string;
  readonly lastAgentId?: string;
  readonly isAnswered: boolean;
  /** What they wait for there. */
  readonly clock?: Clock;
};

export type BesideEvent =
  /** The same person talks with us there too: one agent, one promise. */
  { readonly type: "joined"; readonly conversationId: string; readonly lastAgentId?: string };

export type BesideCommand =
  /** Both began at the same moment, so that neither saw the other: found when this one was there. */
  | { readonly type: "join-beside"; readonly beside: Beside }
  /** The customer wrote there last: what they wait for is promised there. `startedAt`: of the clock that went there. */
  | { readonly type: "lead-beside"; readonly conversationId: string; readonly startedAt?: Sla.Instant }
  /** `from`: who had both, if anybody. `lastInboundAt`: when the customer wrote there last. */
  | {
      readonly type: "assign-beside";
      readonly agentId: string;
      readonly from?: string;
      readonly lastInboundAt: Sla.Instant;
    }
  /** A person's answer there is the answer to both. `isCounted`: reports have it already. */
  | {
      readonly type: "answer-beside";
      readonly at: Sla.Instant;
      readonly isCounted?: true;
      readonly policies: readonly Sla.Policy[];
    }
  /** It was closed there without an answer: the promise comes back here as it was. `isLate`: it was broken, and told, there. */
  | {
      readonly type: "close-beside";
      readonly kind: Sla.TargetKind;
      readonly startedAt: Sla.Instant;
      readonly closedAt: Sla.Instant;
      readonly isLate: boolean;
      readonly policies: readonly Sla.Policy[];
    };

type Here = Pick<Conversation, "id" | "visibility"> & { readonly at: Sla.Instant };

/** The talk beside this one: of the same person, on the other side, of the last 24 hours; the latest where there are several. */
export const besideOf = (others: readonly Conversation[], { at, id, visibility }: Here): Beside | undefined => {
  const [latest] = others
    .filter((each) => each.id !== id && each.channel !== "secure" && each.visibility !== visibility)
    .filter(({ lastInboundAt }) => lastInboundAt !== undefined && isNear(lastInboundAt, at))
    .toSorted((left, right) => ((left.lastInboundAt ?? "") < (right.lastInboundAt ?? "") ? 1 : -1));
  if (latest === undefined) return undefined;
  const { assigneeId, clock, lastAgentId } = latest;
  const isRunning = clock !== undefined && !Sla.isPaused(clock);
  return {
    conversationId: latest.id,
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(lastAgentId === undefined ? {} : { lastAgentId }),
    isAnswered: latest.hasBeenAnswered,
    ...(isRunning ? { clock } : {}),
  };
};

/** The events of joining besides the clocks: both conversations get the same agent, at once where one has an agent. */
export const join = (state: Conversation | undefined, beside: Beside): readonly ConversationEvent[] => {
  const { assigneeId, conversationId } = beside;
  const lastAgentId = assigneeId ?? beside.lastAgentId;
  const isFree = state?.assigneeId === undefined;
  const isKnown = state?.besideId === conversationId && (!isFree || assigneeId === undefined);
  if (isKnown) return [];
  return [
    { type: "joined", conversationId, ...(isFree && lastAgentId !== undefined ? { lastAgentId } : {}) },
    ...(isFree && assigneeId !== undefined ? [{ type: "assigned", agentId: assigneeId, by: "router" } as const] : []),
  ];
};

/** Applies what happened in the other conversation; idempotent. */
export const followBeside = (state: Conversation, command: BesideCommand): readonly ConversationEvent[] => {
  switch (command.type) {
    case "join-beside":
      return state.status === "closed" ? [] : [...takeOver(state, command.beside), ...join(state, command.beside)];
    case "lead-beside":
      return lead(state, command);
    case "assign-beside":
      return takeAlong(state, command);
    case "answer-beside":
      return state.status === "closed" ? [] : answerAlong(state, command);
    case "close-beside":
      return state.status === "closed" ? [] : waitAgain(state, command);
    default:
      return command satisfies never;
  }
};

export const evolveBeside = (
  state: Conversation,
  { conversationId: besideId, lastAgentId }: BesideEvent,
): Conversation => ({ ...state, besideId, ...(lastAgentId === undefined ? {} : { lastAgentId }) });

type Of<Type extends BesideCommand["type"]> = Extract<BesideCommand, { type: Type }>;

const lead = (state: Conversation, { conversationId, startedAt }: Of<"lead-beside">): readonly ConversationEvent[] => {
  const { besideId, clock } = state;
  const { response: _, ...rest } = clocksOf(state);
  return [
    ...(besideId === conversationId ? [] : [{ type: "joined", conversationId } as const]),
    ...(clock === undefined || clock.startedAt !== startedAt
      ? []
      : changeClocks(clocksOf(state), rest, "joined", clock.startedAt)),
  ];
};

/** The earlier promise is the one that counts, by the earlier deadline. */
const takeOver = (state: Conversation, { clock }: Beside): readonly ConversationEvent[] => {
  const before = clocksOf(state);
  const own = before.response;
  if (clock === undefined || Sla.isPaused(clock) || !state.isAwaiting) return [];
  if (own !== undefined && (Sla.isPaused(own) || own.startedAt <= clock.startedAt)) return [];
  const isSooner = own !== undefined && own.dueAt < clock.dueAt;
  const { kind, startedAt } = clock;
  const response = isSooner ? { ...own, kind, startedAt } : clock;
  return changeClocks(before, { ...before, response }, "answered", startedAt).map((event) =>
    event.type === "clock-started" ? { ...event, fired: clock.fired } : event,
  );
};

/** Another agent who has it keeps it. */
const takeAlong = (
  state: Conversation,
  { agentId, from, lastInboundAt }: Of<"assign-beside">,
): readonly ConversationEvent[] => {
  const isTogether = state.lastInboundAt !== undefined && isNear(state.lastInboundAt, lastInboundAt);
  const isFree = state.assigneeId === undefined || state.assigneeId === from;
  return state.status === "closed" || !isTogether || !isFree
    ? []
    : assign(state, { type: "assign", agentId, by: "supervisor" });
};

/**
 * The first answer there is the first one here, once. What is still asked here is promised a next one, so that nothing
 * that is not answered stands without a deadline.
 */
const answerAlong = (
  state: Conversation,
  { at, isCounted, policies }: Of<"answer-beside">,
): readonly ConversationEvent[] => {
  const before = clocksOf(state);
  const policy = policyOf(state.policy, policies);
  if (policy === undefined) return [];
  const answered = Sla.answeredBeside(before, at, state.isAwaiting ? policy : undefined);
  return changeClocks(before, answered, isCounted === true ? "joined" : "answered", at);
};

/** What came due before the other was closed was told there. */
const waitAgain = (
  state: Conversation,
  { closedAt, isLate, kind, policies, startedAt }: Of<"close-beside">,
): readonly ConversationEvent[] => {
  const policy = policyOf(state.policy, policies);
  if (policy === undefined || !state.isAwaiting || state.clock !== undefined) return [];
  const target = Sla.startTarget(kind, startedAt, policy);
  const fired = target.marks.flatMap(({ at, mark }) => ((mark === "breached" ? isLate : at <= closedAt) ? [mark] : []));
  return [{ type: "clock-started", target, ...(fired.length === 0 ? {} : { fired }) }];
};

const isNear = (one: Sla.Instant, other: Sla.Instant): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) <= besideMilliseconds;
