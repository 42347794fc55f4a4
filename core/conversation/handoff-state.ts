import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { HandoffRefusal, HandoffWay } from "./handoff-event.ts";
import type { Conversation } from "./state.ts";

/** The newest way to the secure channel that was offered here, and how far it came. */
export type HandoffState = {
  readonly id: string;
  readonly messageId: string;
  readonly agentId: string;
  readonly way: HandoffWay;
  readonly purpose: Handoff.Purpose;
  readonly language: Handoff.Language;
  readonly step: Handoff.Step;
  readonly at: Readonly<Partial<Record<Handoff.Step, Sla.Instant>>>;
  readonly customerId?: string;
  /** The secure conversation it led to. */
  readonly caseId?: string;
  readonly refusal?: HandoffRefusal;
  /** When the customer is called back. */
  readonly slotAt?: Sla.Instant;
  /** How often a name and a birth date were given that did not match. */
  readonly unmatched?: number;
  /** The step at which it was last said that nothing comes. */
  readonly stalledAt?: Handoff.Step;
};

export const over: ReadonlySet<Handoff.Step> = new Set(["completed", "expired", "refused", "revoked"]);
export const arrived: ReadonlySet<Handoff.Step> = new Set(["signed-in", "case-created", "answered", "completed"]);

/** When the link stops leading anywhere; undefined when it has, or the customer is there. */
export const endOf = ({ at, step, way }: HandoffState): Sla.Instant | undefined => {
  if (way !== "secure-page") return undefined;
  if (step === "opened" && at.opened !== undefined) return Instant.after(at.opened, Handoff.signInSeconds);
  const isUnopened = step === "offered" || step === "delivered";
  return isUnopened && at.offered !== undefined ? Instant.after(at.offered, Handoff.linkSeconds) : undefined;
};

export const stallOf = ({ at, stalledAt, step, way }: HandoffState): Sla.Instant | undefined => {
  if (way !== "secure-page") return undefined;
  if (step === "signed-in" && stalledAt !== step && at["signed-in"] !== undefined) {
    return Instant.after(at["signed-in"], Handoff.silentSeconds);
  }
  const isUnopened = (step === "offered" || step === "delivered") && stalledAt === undefined;
  return isUnopened && at.offered !== undefined ? Instant.after(at.offered, Handoff.unopenedSeconds) : undefined;
};

export const currentOf = ({ handoff }: Conversation, handoffId: string): HandoffState | undefined =>
  handoff?.id === handoffId ? handoff : undefined;

/**
 * The offer behind a link that still leads somewhere: expiry is a matter of the instant, whatever the clock has written.
 * @throws handoff.unknown, handoff.expired, handoff.revoked, handoff.used
 */
export const usable = (state: Conversation, handoffId: string, now: Sla.Instant): HandoffState => {
  const handoff = currentOf(state, handoffId);
  if (handoff === undefined || handoff.way !== "secure-page") throw new Fault("handoff.unknown");
  if (arrived.has(handoff.step) || handoff.step === "refused") throw new Fault("handoff.used");
  if (handoff.step === "revoked") throw new Fault("handoff.revoked");
  const endsAt = endOf(handoff);
  if (handoff.step === "expired" || (endsAt !== undefined && endsAt <= now)) throw new Fault("handoff.expired");
  return handoff;
};
