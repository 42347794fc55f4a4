import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import type * as Referral from "#core/referral";
import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** A conversation that another desk is asked to take on. The promise to the customer stays ours until it is settled. */
export type ReferralState = {
  readonly id: string;
  readonly deskId: string;
  readonly agentId: string;
  readonly step: "referred" | "delivered" | "accepted" | "refused" | "returned" | "completed" | "withdrawn";
  readonly since: Sla.Instant;
  readonly reason?: Referral.Refusal;
};

type Of<Type extends string> = { readonly type: Type; readonly referralId: string };

export type ReferralEvent =
  | (Of<"referred"> & { readonly deskId: string; readonly agentId: string; readonly noteId?: string })
  | Of<"referral-delivered" | "referral-accepted" | "referral-returned" | "referral-completed" | "referral-withdrawn">
  | (Of<"referral-refused"> & { readonly reason: Referral.Refusal });

export type ReferralCommand =
  | (Of<"refer"> & { readonly deskId: string; readonly agentId: string; readonly noteId?: string })
  | Of<"deliver-referral" | "accept-referral" | "return-referral" | "complete-referral" | "withdraw-referral">
  | (Of<"refuse-referral"> & { readonly reason: Referral.Refusal });

type Step = ReferralState["step"];
const under: readonly Step[] = ["referred", "delivered", "accepted"];

/**
 * Notices come late, twice and in any order: one that does not follow from where it stands changes nothing.
 * @throws referral.under-way while another desk has it; conversation.closed
 */
export const refer = (state: Conversation, command: ReferralCommand): readonly ReferralEvent[] => {
  const { referralId } = command;
  const current = state.referral?.id === referralId ? state.referral.step : undefined;
  const follow = (from: readonly Step[], event: ReferralEvent): readonly ReferralEvent[] =>
    current !== undefined && from.includes(current) ? [event] : [];
  switch (command.type) {
    case "refer":
      return begin(state, command);
    case "deliver-referral":
      return follow(["referred"], { type: "referral-delivered", referralId });
    case "accept-referral":
      return follow(["referred", "delivered"], { type: "referral-accepted", referralId });
    case "refuse-referral":
      return follow(under, { type: "referral-refused", referralId, reason: command.reason });
    case "return-referral":
      return follow(["accepted"], { type: "referral-returned", referralId });
    case "complete-referral":
      return follow(under, { type: "referral-completed", referralId });
    case "withdraw-referral":
      return follow(["referred", "delivered"], { type: "referral-withdrawn", referralId });
    default:
      return command satisfies never;
  }
};

const begin = (
  { referral, status }: Conversation,
  { type: _, ...asked }: Extract<ReferralCommand, { type: "refer" }>,
): readonly ReferralEvent[] => {
  if (status === "closed") throw new Fault("conversation.closed");
  if (referral?.id === asked.referralId) return [];
  if (referral !== undefined && under.includes(referral.step)) throw new Fault("referral.under-way");
  return [{ type: "referred", ...asked }];
};

export const trackReferral = (state: Conversation, event: ReferralEvent, since: Sla.Instant): Conversation => {
  if (event.type === "referred") {
    const { agentId, deskId, referralId: id } = event;
    return { ...state, referral: { id, deskId, agentId, step: "referred", since } };
  }
  const { referral } = state;
  if (referral?.id !== event.referralId) return state;
  const step = event.type.slice("referral-".length) as Step;
  return {
    ...state,
    referral: { ...referral, step, since, ...(event.type === "referral-refused" ? { reason: event.reason } : {}) },
  };
};

/** When a package that has not left is looked at again. */
export const referralAttentionAt = ({ referral }: Conversation): Sla.Instant | undefined =>
  referral?.step === "referred" ? Instant.after(referral.since, referralTimeoutSeconds) : undefined;

const referralTimeoutSeconds = 120;
