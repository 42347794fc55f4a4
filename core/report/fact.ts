import type * as Classification from "#core/classification";
import type * as Conversation from "#core/conversation";
import type * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";

/** Where something happened: what a report can be broken down by. */
export type Place = {
  readonly teamId: string;
  readonly channel: string;
  /** `other` where no message said what it is about. */
  readonly topic: Classification.Topic;
};

/**
 * One countable thing that a conversation's log tells: ids, kinds, instants and durations, no person but the agent.
 * Business time is the policy's calendar while the clock ran; the customer's time is what the customer waited.
 */
export type Fact = Place & { readonly at: Sla.Instant } & (
    | { readonly what: "opened" }
    | { readonly what: "received" }
    /** A post that listening found and nobody took up: it is no conversation, and counts as none. */
    | { readonly what: "heard" }
    | { readonly what: "sent"; readonly agentId?: string; readonly isAutomatic?: true }
    | { readonly what: "promise"; readonly target: Sla.TargetKind; readonly isKept: boolean; readonly agentId?: string }
    | ({ readonly what: "answered"; readonly target: "first-response" | "next-response" } & Took)
    | ({ readonly what: "resolved" } & Took)
    | { readonly what: "closed"; readonly outcome: Conversation.Outcome; readonly agentId?: string }
    | { readonly what: "reopened" }
    | { readonly what: "rated"; readonly score: Conversation.Score }
    | { readonly what: "worked"; readonly agentId: string; readonly seconds: number }
    | {
        readonly what: "handoff";
        readonly step: HandoffStep;
        /** Of an arrival. */
        readonly secondsSinceOffer?: number;
        /** Of an offer that ended before the customer was there: the last step before. */
        readonly stoppedAfter?: StopStep;
      }
  );

type Took = { readonly businessSeconds: number; readonly customerSeconds: number; readonly agentId?: string };

/** How far an offer of the secure page came; the invitation into a private message is none. */
export type HandoffStep = Handoff.Step;
export type StopStep = "offered" | "delivered" | "opened";
