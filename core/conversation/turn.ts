import type * as Sla from "#core/sla";
import { base } from "./outbox.ts";
import type { Conversation, PendingReply } from "./state.ts";

/** A reply waits because the account has written as much as its platform takes, or cannot write at all. */
export type TurnCommand = {
  readonly type: "await-turn";
  readonly messageId: string;
  readonly code: string;
  readonly until: Sla.Instant;
};
export type TurnEvent = {
  readonly type: "turn-awaited";
  readonly messageId: string;
  readonly code: string;
  readonly until: Sla.Instant;
};

/** Nothing was sent, and nothing is held against the reply. Told again of the same turn, it changes nothing. */
export const awaitTurn = (state: Conversation, { code, messageId, until }: TurnCommand): readonly TurnEvent[] => {
  const reply = state.outbox.find((each) => each.messageId === messageId);
  if (reply?.state !== "queued" && reply?.state !== "attempting") return [];
  const isTold = reply.state === "queued" && reply.code === code && reply.notBefore === until;
  return isTold ? [] : [{ type: "turn-awaited", messageId, code, until }];
};

export const trackTurn = (state: Conversation, { code, messageId, until }: TurnEvent): Conversation => ({
  ...state,
  outbox: state.outbox.map((reply) => (reply.messageId === messageId ? queued(reply, code, until) : reply)),
});

const queued = (reply: PendingReply, code: string, until: Sla.Instant): PendingReply => ({
  ...base(reply),
  state: "queued",
  notBefore: until,
  code,
});
