import type * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";
import type { HandoffEvent } from "./handoff-event.ts";
import { currentOf, type HandoffState } from "./handoff-state.ts";
import type { Conversation } from "./state.ts";

/** One step of replay. */
export const evolveHandoff = (state: Conversation, event: HandoffEvent, at: Sla.Instant): Conversation => {
  switch (event.type) {
    case "handoff-offered":
      return begin(state, event, at);
    case "verified": {
      const { type: _, ...verification } = event;
      return { ...state, verification };
    }
    case "handoff-stalled":
      return change(state, event.handoffId, (handoff) => ({ ...handoff, stalledAt: event.step }));
    case "handoff-signed-in":
      return {
        ...change(forgetOther(state, event.customerId), event.handoffId, (handoff) => ({
          ...reach(handoff, "signed-in", at),
          customerId: event.customerId,
        })),
        isAwaiting: false,
      };
    case "handoff-case-created":
      return change(state, event.handoffId, (handoff) => ({
        ...reach(handoff, "case-created", at),
        ...(event.caseId === undefined ? {} : { caseId: event.caseId }),
      }));
    case "handoff-refused":
      return change(state, event.handoffId, (handoff) => ({
        ...reach(handoff, "refused", at),
        refusal: event.reason,
        ...(event.slotAt === undefined ? {} : { slotAt: event.slotAt }),
      }));
    case "handoff-unmatched":
      return change(state, event.handoffId, (handoff) => ({ ...handoff, unmatched: (handoff.unmatched ?? 0) + 1 }));
    case "handoff-delivered":
    case "handoff-opened":
    case "handoff-answered":
    case "handoff-completed":
    case "handoff-expired":
    case "handoff-revoked":
      return change(state, event.handoffId, (handoff) => reach(handoff, stepOf(event.type), at));
    default:
      return event satisfies never;
  }
};

type Receipt = "delivered" | "opened" | "answered" | "completed" | "expired" | "revoked";

const stepOf = (type: `handoff-${Receipt}`): Receipt => type.slice("handoff-".length) as Receipt;

const reach = (handoff: HandoffState, step: Handoff.Step, at: Sla.Instant): HandoffState => ({
  ...handoff,
  step,
  at: { ...handoff.at, [step]: at },
});

const change = (state: Conversation, id: string, next: (handoff: HandoffState) => HandoffState): Conversation => {
  const handoff = currentOf(state, id);
  return handoff === undefined ? state : { ...state, handoff: next(handoff) };
};

/** Somebody else signs in from here: what was proven of another is not true of them. */
const forgetOther = (state: Conversation, customerId: string): Conversation => {
  if (state.verification?.customerId === undefined || state.verification.customerId === customerId) return state;
  const { verification: _, ...rest } = state;
  return rest;
};

const begin = (
  state: Conversation,
  event: Extract<HandoffEvent, { type: "handoff-offered" }>,
  at: Sla.Instant,
): Conversation => {
  const { type: _, digest: __, visibility: ___, handoffId: id, messageId, ...offered } = event;
  return {
    ...state,
    handoff: { id, messageId, ...offered, step: "offered", at: { offered: at } },
    outboundCount: state.outboundCount + 1,
    lastMessageAt: at > state.lastMessageAt ? at : state.lastMessageAt,
    outbox: [
      ...state.outbox,
      {
        messageId,
        inboundSeen: state.inboundCount,
        attempts: 0,
        automatic: true,
        handoffId: id,
        state: "queued",
        notBefore: at,
      },
    ],
  };
};

export const isHandoffEvent = (event: { readonly type: string }): event is HandoffEvent =>
  event.type.startsWith("handoff-") || event.type === "verified";
