import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Instant from "#core/instant";
import * as Sla from "#core/sla";
import { writtenEvents } from "./approval.ts";
import { changeClocks, clocksOf } from "./clock.ts";
import { requireHere } from "./elsewhere.ts";
import type { ConversationEvent } from "./event.ts";
import type { HandoffCommand } from "./handoff-event.ts";
import { arrived, currentOf, over, usable } from "./handoff-state.ts";
import type { Conversation } from "./state.ts";

/** Bounds the outbox as replies do. */
const unsentLimit = 20;

/**
 * @throws handoff.unknown, handoff.expired, handoff.revoked, handoff.used, handoff.not-opened when the customer can go no further
 */
export const decideHandoff = (
  state: Conversation,
  command: HandoffCommand,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  switch (command.type) {
    case "offer-handoff":
      return offer(state, command);
    case "open-handoff":
      return open(state, command.handoffId, now);
    case "sign-in-handoff":
      return signIn(state, command, now);
    case "create-case":
      return createCase(state, command, now);
    case "answer-handoff":
      return advance(state, command.handoffId, ["case-created"], "handoff-answered");
    case "complete-handoff":
      return advance(state, command.handoffId, ["signed-in", "case-created", "answered"], "handoff-completed");
    case "refuse-handoff":
      return refuse(state, command);
    case "miss-verification":
      return currentOf(state, command.handoffId) === undefined
        ? []
        : [{ type: "handoff-unmatched", handoffId: command.handoffId }];
    case "revoke-handoff":
      return revoke(state, command.handoffId);
    case "verify":
      return verify(state, command, now);
    default:
      return command satisfies never;
  }
};

/** One offer at a time: what was offered before and led nowhere leads nowhere from now on. It answers nothing by the clock. */
const offer = (
  state: Conversation,
  command: Extract<HandoffCommand, { type: "offer-handoff" }>,
): readonly ConversationEvent[] => {
  const { handoff, lastInboundId, outbox, status } = state;
  if (status === "closed") throw new Fault("conversation.closed");
  requireHere(state);
  if (lastInboundId === undefined) throw new Fault("reply.nothing-to-answer");
  if (outbox.length >= unsentLimit) throw new Fault("reply.too-many-unsent", { waiting: outbox.length });
  const { dismissed: _, template: __, type: ___, ...offered } = command;
  const isReplaced = handoff !== undefined && !over.has(handoff.step) && !arrived.has(handoff.step);
  return [
    ...(isReplaced ? [{ type: "handoff-revoked", handoffId: handoff.id, by: "offer" } as const] : []),
    { type: "handoff-offered", ...offered },
    ...writtenEvents(command.messageId, command.agentId, command),
  ];
};

/** The customer's own action; from here sign-in must follow soon. In another browser it may be opened again. */
const open = (state: Conversation, handoffId: string, now: Sla.Instant): readonly ConversationEvent[] => {
  const { step } = usable(state, handoffId, now);
  return step === "opened" ? [] : [{ type: "handoff-opened", handoffId }];
};

/** Once: whoever comes second, in another browser or as somebody else, finds it used. What was promised here waits. */
const signIn = (
  state: Conversation,
  { customerId, handoffId }: Extract<HandoffCommand, { type: "sign-in-handoff" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (usable(state, handoffId, now).step !== "opened") throw new Fault("handoff.not-opened");
  return [{ type: "handoff-signed-in", handoffId, customerId }, ...pause(state, now)];
};

const createCase = (
  state: Conversation,
  { caseId, handoffId }: Extract<HandoffCommand, { type: "create-case" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] =>
  currentOf(state, handoffId)?.step === "signed-in"
    ? [{ type: "handoff-case-created", handoffId, ...(caseId === undefined ? {} : { caseId }) }, ...pause(state, now)]
    : [];

const pause = (state: Conversation, now: Sla.Instant): readonly ConversationEvent[] =>
  changeClocks(clocksOf(state), Sla.customerMoved(clocksOf(state), now), "answered", now);

/** Receipts come late, twice and in any order: one that does not follow from where it stands changes nothing. */
const advance = (
  state: Conversation,
  handoffId: string,
  from: readonly Handoff.Step[],
  type: "handoff-answered" | "handoff-completed",
): readonly ConversationEvent[] => {
  const handoff = currentOf(state, handoffId);
  return handoff !== undefined && from.includes(handoff.step) ? [{ type, handoffId }] : [];
};

const refuse = (
  state: Conversation,
  { type: _, ...refusal }: Extract<HandoffCommand, { type: "refuse-handoff" }>,
): readonly ConversationEvent[] => {
  const handoff = currentOf(state, refusal.handoffId);
  return handoff === undefined || over.has(handoff.step) || arrived.has(handoff.step)
    ? []
    : [{ type: "handoff-refused", ...refusal }];
};

const revoke = (state: Conversation, handoffId: string): readonly ConversationEvent[] => {
  const handoff = currentOf(state, handoffId);
  if (handoff === undefined) throw new Fault("handoff.unknown");
  if (handoff.step === "revoked") return [];
  if (over.has(handoff.step) || arrived.has(handoff.step)) throw new Fault("handoff.used");
  return [{ type: "handoff-revoked", handoffId, by: "agent" }];
};

/** Strong is believed of the one who signed in from this very conversation, as long as that is the last who did. */
const verify = (
  { handoff, origin }: Conversation,
  { customerId, level }: Extract<HandoffCommand, { type: "verify" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const isTheirs = origin !== undefined || (customerId !== undefined && handoff?.customerId === customerId);
  if (level === "strong" && !isTheirs) return [];
  const until = Instant.after(now, Handoff.verifiedSeconds[level]);
  return [{ type: "verified", level, until, ...(customerId === undefined ? {} : { customerId }) }];
};

/** The platform has, or refused, the message that carried the offer. */
export const followDelivery = (
  { handoff }: Conversation,
  messageId: string,
  outcome: "sent" | "failed",
): readonly ConversationEvent[] => {
  if (handoff?.messageId !== messageId) return [];
  const handoffId = handoff.id;
  if (outcome === "sent") return handoff.step === "offered" ? [{ type: "handoff-delivered", handoffId }] : [];
  return handoff.step === "offered" || handoff.step === "delivered"
    ? [{ type: "handoff-refused", handoffId, reason: "undeliverable" }]
    : [];
};

const commands: ReadonlySet<string> = new Set<HandoffCommand["type"]>([
  "offer-handoff",
  "open-handoff",
  "sign-in-handoff",
  "create-case",
  "answer-handoff",
  "complete-handoff",
  "refuse-handoff",
  "miss-verification",
  "revoke-handoff",
  "verify",
]);

export const isHandoffCommand = (command: { readonly type: string }): command is HandoffCommand =>
  commands.has(command.type);
