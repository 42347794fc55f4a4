import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** An answer that the platform has taken and the customer has not read, as far as the platform says. */
export type UnreadReply = { readonly messageId: string; readonly sentAt: Sla.Instant; readonly isDelivered?: true };

/** What the customer has before their eyes. Of what was read once, nothing more is to be told. */
export type ReceiptEvent = {
  readonly type: "delivered" | "read";
  /** The answers it is news for. */
  readonly messageIds: readonly string[];
};

export type ReceiptCommand = {
  readonly type: "note-receipt";
  readonly receipt: "delivered" | "read";
  /** The answer it names, as far as it names one. */
  readonly messageId?: string;
  /** Everything sent up to here; absent where the platform speaks of the one message alone. */
  readonly until?: Sla.Instant;
};

/** The newest ones are watched; bounds the head. */
const unreadKept = 16;
/** Our clock may run ahead of the platform's by this much. */
const skewSeconds = 2;

/** Marks come late, twice and out of order: only what is news becomes an event, and what was read stays read. */
export const noteReceipt = (
  { unread = [] }: Conversation,
  { messageId, receipt, until }: ReceiptCommand,
): readonly ReceiptEvent[] => {
  const named = unread.find((reply) => reply.messageId === messageId);
  const reached = until === undefined ? undefined : later(Instant.after(until, skewSeconds), named?.sentAt);
  const messageIds = unread
    .filter((reply) => reply === named || (reached !== undefined && reply.sentAt <= reached))
    .filter((reply) => receipt === "read" || reply.isDelivered !== true)
    .map((reply) => reply.messageId);
  return messageIds.length === 0 ? [] : [{ type: receipt, messageIds }];
};

/** Watches an answer in private from when it was sent. In public nobody tells who has read it. */
export const watch = (state: Conversation, messageId: string, sentAt: Sla.Instant): Conversation =>
  state.visibility === "public"
    ? state
    : { ...state, unread: [...forget(state, [messageId]), { messageId, sentAt }].slice(-unreadKept) };

export const forget = ({ unread = [] }: Conversation, messageIds: readonly string[]): readonly UnreadReply[] =>
  unread.filter((reply) => !messageIds.includes(reply.messageId));

export const receipted = (state: Conversation, { messageIds, type }: ReceiptEvent): Conversation => ({
  ...state,
  unread:
    type === "read"
      ? forget(state, messageIds)
      : (state.unread ?? []).map((reply) =>
          messageIds.includes(reply.messageId) ? { ...reply, isDelivered: true as const } : reply,
        ),
});
const later = (one: Sla.Instant, other: Sla.Instant | undefined): Sla.Instant =>
  other !== undefined && other > one ? other : one;
