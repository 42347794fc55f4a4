import type * as Impostor from "#core/impostor";
import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** Whoever writes here looks like one of the bank's own accounts. */
export type Suspicion = { readonly why: Impostor.Likeness; readonly status: "suspected" | "cleared" };
/** Somebody who looks like the bank answered this customer. */
export type Imposture = {
  /** The impostor's own conversation. */
  readonly conversationId: string;
  readonly why: Impostor.Likeness;
  readonly since: Sla.Instant;
};

export type ImpostorEvent =
  | { readonly type: "impostor-suspected"; readonly why: Impostor.Likeness }
  /** A person looked: it is somebody else. */
  | { readonly type: "impostor-cleared"; readonly agentId: string }
  | {
      readonly type: "impostor-answered";
      readonly conversationId: string;
      readonly why: Impostor.Likeness;
      readonly occurredAt: Sla.Instant;
    };

export type ImpostorCommand =
  | { readonly type: "suspect-impostor"; readonly why: Impostor.Likeness }
  | { readonly type: "clear-impostor"; readonly agentId: string }
  | {
      readonly type: "note-impostor";
      readonly conversationId: string;
      readonly why: Impostor.Likeness;
      readonly occurredAt: Sla.Instant;
    };

/** Impostors told of at once; bounds the head. */
const impostorsKept = 5;

/** Once a conversation: whom a person has cleared stays cleared. */
export const meetImpostor = (state: Conversation, command: ImpostorCommand): readonly ImpostorEvent[] => {
  switch (command.type) {
    case "suspect-impostor":
      return state.suspicion === undefined ? [{ type: "impostor-suspected", why: command.why }] : [];
    case "clear-impostor":
      return state.suspicion?.status === "suspected" ? [{ type: "impostor-cleared", agentId: command.agentId }] : [];
    case "note-impostor": {
      const { type: _, ...imposture } = command;
      const isKnown = state.impostures?.some((each) => each.conversationId === command.conversationId) === true;
      return isKnown ? [] : [{ type: "impostor-answered", ...imposture }];
    }
    default:
      return command satisfies never;
  }
};

export const trackImpostor = (state: Conversation, event: ImpostorEvent): Conversation => {
  switch (event.type) {
    case "impostor-suspected":
      return { ...state, suspicion: { why: event.why, status: "suspected" } };
    case "impostor-cleared":
      return state.suspicion === undefined ? state : { ...state, suspicion: { ...state.suspicion, status: "cleared" } };
    case "impostor-answered": {
      const { conversationId, occurredAt: since, why } = event;
      return {
        ...state,
        impostures: [...(state.impostures ?? []), { conversationId, why, since }].slice(-impostorsKept),
      };
    }
    default:
      return event satisfies never;
  }
};
