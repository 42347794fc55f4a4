import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/**
 * A message that a commit of this conversation owes to another one: the same person's other conversation, the one a
 * customer was handed over from, the one this was merged into. It stays in the state until it was delivered, so that a
 * crash between the two commits loses nothing (a transactional outbox between conversations).
 */
export type Telling = {
  /** Within this conversation. */
  readonly id: string;
  /** Which one is told. */
  readonly conversationId: string;
  readonly at: Sla.Instant;
} & Told;

type Told =
  /** Somebody has this one; `from`: who had both, if anybody. */
  | {
      readonly kind: "assigned";
      readonly agentId: string;
      readonly from?: string;
      readonly lastInboundAt: Sla.Instant;
    }
  /** A person answered here. */
  | { readonly kind: "answered" }
  /** Closed without an answer: what was promised here since then. */
  | {
      readonly kind: "left";
      readonly target: Sla.TargetKind;
      readonly startedAt: Sla.Instant;
      readonly closedAt: Sla.Instant;
      readonly isLate: boolean;
    }
  /** Of a thread, to each of its parts: the customer wrote, or words were changed or taken out. */
  | { readonly kind: "thread"; readonly isWritten: boolean; readonly isRevised: boolean }
  /** On its own again. */
  | { readonly kind: "separated" }
  /** A secure conversation, of the offer it came from. */
  | { readonly kind: "case-opened" | "case-answered" | "case-closed"; readonly handoffId: string };

export type TellingEvent =
  | { readonly type: "telling-owed"; readonly tellings: readonly Telling[] }
  | { readonly type: "told"; readonly ids: readonly string[] };

export type TellingCommand = { readonly type: "settle-tellings"; readonly ids: readonly string[] };

/** Bounds the head. Each is delivered within seconds, and a thread has five parts at most; beyond that the oldest is dropped. */
const mostTellings = 16;
/** Whoever committed delivers at once; after this long that process is taken for dead, and the clock delivers. */
const patienceSeconds = 60;

/** The messages that the events of one commit owe to other conversations. */
export const owing = (
  before: Conversation | undefined,
  after: Conversation,
  events: readonly ConversationEvent[],
  now: Sla.Instant,
): readonly TellingEvent[] => {
  if (events.length === 0) return [];
  const tellings = [
    ...ofBeside(before, after, events, now),
    ...ofOrigin(before, after, events),
    ...ofMerged(before, after),
    ...ofThread(after, events),
  ];
  if (tellings.length === 0) return [];
  const named = tellings.map((telling) => ({ ...telling, id: `${telling.kind}:${now}`, at: now }) as Telling);
  return [{ type: "telling-owed", tellings: named }];
};

export const settleTellings = ({ tellings = [] }: Conversation, { ids }: TellingCommand): readonly TellingEvent[] => {
  const told = tellings.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  return told.length === 0 ? [] : [{ type: "told", ids: told }];
};

export const evolveTellings = (
  { tellings: before = [], ...state }: Conversation,
  event: TellingEvent,
): Conversation => {
  const tellings =
    event.type === "told" ? before.filter(({ id }) => !event.ids.includes(id)) : event.tellings.reduce(owed, before);
  return tellings.length === 0 ? state : { ...state, tellings };
};

/** All that a thread owes to one part is combined into one message, so that none is dropped. */
const owed = (before: readonly Telling[], telling: Telling): readonly Telling[] => {
  const isTwin = (each: Telling) => each.kind === telling.kind && each.conversationId === telling.conversationId;
  const earlier = telling.kind === "thread" ? before.find(isTwin) : undefined;
  if (telling.kind !== "thread" || earlier?.kind !== "thread") return [...before, telling].slice(-mostTellings);
  const both = {
    isWritten: telling.isWritten || earlier.isWritten,
    isRevised: telling.isRevised || earlier.isRevised,
  };
  return [...before.filter((each) => each !== earlier), { ...telling, ...both }];
};

/** When the clock should deliver the oldest of them. */
export const tellingAttentionAt = ({ tellings: [first] = [] }: Conversation): Sla.Instant | undefined =>
  first === undefined ? undefined : Instant.after(first.at, patienceSeconds);

/** Whether it still holds when it is delivered late: a later change has a message of its own. */
export const isStillSo = (state: Conversation, telling: Telling): boolean => {
  switch (telling.kind) {
    case "assigned":
      return state.assigneeId === telling.agentId;
    case "left":
      return state.status === "closed";
    case "separated":
      return state.mergedInto === undefined;
    case "answered":
    case "thread":
    case "case-opened":
    case "case-answered":
    case "case-closed":
      return true;
    default:
      return telling satisfies never;
  }
};

type Unnamed = { readonly conversationId: string } & Told;

const ofBeside = (
  before: Conversation | undefined,
  { besideId: conversationId, lastInboundAt }: Conversation,
  events: readonly ConversationEvent[],
  now: Sla.Instant,
): readonly Unnamed[] => {
  if (conversationId === undefined || lastInboundAt === undefined) return [];
  const tellings: Unnamed[] = [];
  // Joined in the same commit, it has the agent of the other.
  const isJoining = events.some((event) => event.type === "joined");
  const assigned = isJoining ? undefined : events.findLast((event) => event.type === "assigned");
  if (assigned !== undefined) {
    const from = before?.assigneeId;
    const former = from === undefined ? {} : { from };
    tellings.push({ kind: "assigned", conversationId, agentId: assigned.agentId, lastInboundAt, ...former });
  }
  if (events.some((event) => isAnswer(event, before))) return [...tellings, { kind: "answered", conversationId }];
  const left = events.find((event) => event.type === "clock-stopped" && event.reason === "closed");
  if (left?.type !== "clock-stopped" || left.startedAt === undefined) return tellings;
  const { at: closedAt = now, late: isLate, startedAt, target } = left;
  return [...tellings, { kind: "left", conversationId, target, startedAt, closedAt, isLate }];
};

/** A secure conversation begins, is answered for the first time and is closed: where it came from says so. */
const ofOrigin = (
  before: Conversation | undefined,
  { origin }: Conversation,
  events: readonly ConversationEvent[],
): readonly Unnamed[] => {
  if (origin === undefined) return [];
  const tellings: Unnamed[] = [];
  if (before === undefined) tellings.push({ kind: "case-opened", ...origin });
  const isFirst = before?.hasBeenAnswered !== true && events.some((event) => isAnswer(event, before));
  if (isFirst) tellings.push({ kind: "case-answered", ...origin });
  if (events.some((event) => event.type === "closed")) tellings.push({ kind: "case-closed", ...origin });
  return tellings;
};

/** By an agent's hand, or because the customer went on in it. */
const ofMerged = (before: Conversation | undefined, { mergedInto }: Conversation): readonly Unnamed[] =>
  before?.mergedInto === undefined || mergedInto !== undefined
    ? []
    : [{ kind: "separated", conversationId: before.mergedInto.conversationId }];

const ofThread = ({ partIds = [] }: Conversation, events: readonly ConversationEvent[]): readonly Unnamed[] => {
  const isWritten = events.some(({ type }) => type === "received");
  const isRevised = events.some(({ type }) => type === "edited" || type === "redacted" || type === "removed");
  return isWritten || isRevised
    ? partIds.map((conversationId) => ({ kind: "thread", conversationId, isWritten, isRevised }))
    : [];
};

/** A person wrote it, and the platform has it. */
const isAnswer = (event: ConversationEvent, before: Conversation | undefined): boolean => {
  if (event.type === "echoed") return event.byApplication !== true;
  if (event.type !== "sent") return false;
  const reply = before?.outbox.find((each) => each.messageId === event.messageId);
  return reply !== undefined && reply.automatic !== true;
};
