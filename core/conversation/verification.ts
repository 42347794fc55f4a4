import * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** What was proven of the contact, and until when it is believed. */
export type Verification = {
  readonly level: "named" | "strong";
  readonly until: Sla.Instant;
  /** Who signed in, where that is what proved it. */
  readonly customerId?: string;
};

/**
 * How well the bank knows who writes in this conversation, at this instant. In public nobody is known, for everybody reads
 * the answer; whoever signed in is a customer by name until it is proven that the social account is theirs.
 */
export const verificationOf = (state: Conversation, now: Sla.Instant): Handoff.Level => {
  const { channel, verification, visibility } = state;
  if (visibility === "public") return "none";
  const usual: Handoff.Level = channel === "secure" ? "named" : "platform";
  const isBelieved = verification !== undefined && verification.until > now;
  return isBelieved && Handoff.isEnough(verification.level, usual) ? verification.level : usual;
};
