import type * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";
import type { Written } from "./approval.ts";
import type { Visibility } from "./event.ts";

/** Into the platform's own private message, or onto the secure page. */
export type HandoffWay = "private-message" | "secure-page";

export type HandoffRefusal = "undeliverable" | "not-a-customer" | "called-back";

type Of<Type extends string> = { readonly type: Type; readonly handoffId: string };

/** The receipts of the way to the secure channel. */
export type HandoffEvent =
  | (Of<"handoff-offered"> & {
      readonly messageId: string;
      readonly agentId: string;
      readonly way: HandoffWay;
      readonly purpose: Handoff.Purpose;
      readonly language: Handoff.Language;
      readonly visibility: Visibility;
      readonly digest: string;
    })
  | Of<"handoff-delivered">
  | Of<"handoff-opened">
  /** `customerId`: a keyed hash of who the bank says it is. */
  | (Of<"handoff-signed-in"> & { readonly customerId: string })
  /** `caseId`: the secure conversation, where it is one of ours. */
  | (Of<"handoff-case-created"> & { readonly caseId?: string })
  | Of<"handoff-answered">
  | Of<"handoff-completed">
  | Of<"handoff-expired">
  /** `slotAt`: when the customer is called back. */
  | (Of<"handoff-refused"> & { readonly reason: HandoffRefusal; readonly slotAt?: Sla.Instant })
  /** What was asked to know the customer by name did not match. Nothing of it is kept. */
  | Of<"handoff-unmatched">
  /** By an agent, or because another was offered after it. */
  | (Of<"handoff-revoked"> & { readonly by: "agent" | "offer" })
  /** Not opened, or nothing written after sign-in, for a day: somebody should ask again. */
  | (Of<"handoff-stalled"> & { readonly step: Handoff.Step; readonly latenessMilliseconds: number })
  | {
      readonly type: "verified";
      readonly level: "named" | "strong";
      readonly until: Sla.Instant;
      readonly customerId?: string;
    };

export type HandoffCommand =
  | (Of<"offer-handoff"> & Omit<Extract<HandoffEvent, { type: "handoff-offered" }>, "type"> & Written)
  | Of<"open-handoff">
  | (Of<"sign-in-handoff"> & { readonly customerId: string })
  | (Of<"create-case"> & { readonly caseId?: string })
  | Of<"answer-handoff">
  | Of<"complete-handoff">
  | (Of<"refuse-handoff"> & { readonly reason: HandoffRefusal; readonly slotAt?: Sla.Instant })
  | Of<"miss-verification">
  | Of<"revoke-handoff">
  /** `customerId`: whose sign-in showed the code that came back; strong is believed of nobody else. */
  | {
      readonly type: "verify";
      readonly level: "named" | "strong";
      readonly customerId?: string;
    };
