import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Message } from "./conversation-schema.ts";

/** How a reply stands: the newest thing the log says of it. */
export type Standing = {
  readonly delivery: NonNullable<Message["delivery"]> | "recalled";
  readonly code?: string;
  readonly leavesAt?: Sla.Instant;
  /** When it is tried next, where it waits. */
  readonly until?: Sla.Instant;
};

/** How a reply stands that the platform has not answered for. */
export const standingOf = ({ approvals = [], outbox }: Conversation.Conversation, messageId: string): Standing => {
  if (approvals.some((each) => each.messageId === messageId)) return { delivery: "awaiting-approval" };
  const pending = outbox.find((each) => each.messageId === messageId);
  if (pending?.state === "held") return { delivery: "held" };
  return pending?.state === "queued" && pending.isRecallable === true
    ? { delivery: "leaving", leavesAt: pending.notBefore }
    : { delivery: "sending" };
};

/** How the replies stand that a stretch of the log tells of. */
export const standingsOf = (entries: readonly Store.Entry[]): ReadonlyMap<string, Standing> => {
  const standings = new Map<string, Standing>();
  for (const event of entries.flatMap((entry) => entry.events)) {
    if (event.type === "replied" && event.notBefore !== undefined) {
      standings.set(event.messageId, { delivery: "leaving", leavesAt: event.notBefore });
    } else if (
      ["replied", "auto-replied", "handoff-offered", "attempted", "released"].includes(event.type) &&
      "messageId" in event
    ) {
      standings.set(event.messageId, { delivery: "sending" });
    }
    if (event.type === "held" || event.type === "recalled") standings.set(event.messageId, { delivery: event.type });
    if (event.type === "postponed" || event.type === "turn-awaited") {
      // A disconnected account is connected again when somebody does it: no time can be promised.
      const isPromised = Channel.isWait(event.code);
      const until = isPromised ? { until: event.until } : {};
      standings.set(event.messageId, { delivery: "sending", code: event.code, ...until });
    }
    if (event.type === "approval-refused") standings.set(event.messageId, { delivery: "not-approved" });
    if (event.type === "sent") standings.set(event.messageId, { delivery: "sent" });
    if (event.type === "delivered" || event.type === "read") {
      for (const id of event.messageIds) standings.set(id, { delivery: event.type });
    }
    if (event.type === "failed" || event.type === "uncertain") {
      standings.set(event.messageId, { delivery: event.type, code: event.code });
    }
  }
  return standings;
};
