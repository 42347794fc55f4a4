import type * as Sla from "#core/sla";
import type { ConversationEvent } from "./event.ts";
import { forget, watch } from "./receipt.ts";
import type { Conversation, PendingReply } from "./state.ts";

type Of<Type extends ConversationEvent["type"]> = Extract<ConversationEvent, { type: Type }>;
type DeliveryEvent = Of<"replied" | "auto-replied" | "attempted" | "postponed" | "uncertain" | "sent" | "failed">;

/** What becomes of an answer between the one who wrote it and the platform. */
export const deliver = (state: Conversation, event: DeliveryEvent, at: Sla.Instant): Partial<Conversation> => {
  switch (event.type) {
    case "replied":
      return { ...queue(state, event, at), ...latest(state, at) };
    case "auto-replied":
      return {
        ...queue(state, event, at),
        ...(event.reason === "satisfaction" ? { satisfaction: { askedAt: at } } : {}),
        automatic: {
          ...state.automatic,
          ...(event.reason === "urgent" ? { urgent: true } : {}),
          ...(event.opensAt === undefined ? {} : { opensAt: event.opensAt }),
        },
      };
    case "attempted":
      return move(state, event.messageId, (reply) => ({
        ...base(reply),
        attempts: event.attempt,
        state: "attempting",
        since: at,
      }));
    case "postponed":
      return move(state, event.messageId, (reply) => ({
        ...base(reply),
        refusals: (reply.refusals ?? 0) + (event.isDisconnected === true ? 0 : 1),
        state: "queued",
        notBefore: event.until,
        code: event.code,
      }));
    case "uncertain":
      return move(state, event.messageId, (reply) => ({
        ...base(reply),
        state: "uncertain",
        since: at,
        code: event.code,
      }));
    case "failed":
      return {
        outbox: state.outbox.filter((reply) => reply.messageId !== event.messageId),
        ...(state.unread === undefined ? {} : { unread: forget(state, [event.messageId]) }),
        ...(event.wasSent === true ? { isAwaiting: true } : {}),
      };
    case "sent": {
      const sent = state.outbox.find((reply) => reply.messageId === event.messageId);
      const seen = sent?.inboundSeen ?? state.inboundCount;
      const { unread } = watch(state, event.messageId, sent !== undefined && "since" in sent ? sent.since : at);
      const watched = unread === undefined ? {} : { unread };
      if (sent?.automatic === true) return { outbox: state.outbox.filter((reply) => reply !== sent), ...watched };
      return {
        ...watched,
        outbox: state.outbox.filter((reply) => reply.messageId !== event.messageId),
        hasBeenAnswered: true,
        isAwaiting: state.isAwaiting && (state.lastAskedNumber ?? state.inboundCount) > seen,
      };
    }
    default:
      return event satisfies never;
  }
};

const queue = (
  state: Conversation,
  event: Of<"replied" | "auto-replied">,
  at: Sla.Instant,
): Pick<Conversation, "outbox" | "outboundCount"> => {
  const reply: PendingReply = {
    messageId: event.messageId,
    inboundSeen: (event.type === "replied" ? event.inboundSeen : undefined) ?? state.inboundCount,
    attempts: 0,
    ...(event.type === "auto-replied" ? { automatic: true } : {}),
    ...(event.type === "replied" && event.forIncident === true ? { forIncident: true } : {}),
    state: "queued",
    ...(event.type === "replied" && event.notBefore !== undefined
      ? { notBefore: event.notBefore, ...(event.notBefore > at ? { isRecallable: true } : {}) }
      : { notBefore: at }),
  };
  return { outbox: [...state.outbox, reply], outboundCount: state.outboundCount + 1 };
};

/** What stays of a reply, however it stands with its platform. */
export const base = ({
  messageId,
  inboundSeen,
  attempts,
  automatic,
  forIncident,
  handoffId,
  refusals,
}: PendingReply) => ({
  messageId,
  inboundSeen,
  attempts,
  ...(refusals === undefined ? {} : { refusals }),
  ...(automatic === undefined ? {} : { automatic }),
  ...(forIncident === undefined ? {} : { forIncident }),
  ...(handoffId === undefined ? {} : { handoffId }),
});

const move = (
  state: Conversation,
  messageId: string,
  change: (reply: PendingReply) => PendingReply,
): Partial<Conversation> => ({
  outbox: state.outbox.map((reply) => (reply.messageId === messageId ? change(reply) : reply)),
});

export const latest = (state: Conversation, occurredAt: Sla.Instant): Pick<Conversation, "lastMessageAt"> => ({
  lastMessageAt: occurredAt > state.lastMessageAt ? occurredAt : state.lastMessageAt,
});
