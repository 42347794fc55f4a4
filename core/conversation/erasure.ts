import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Label } from "./card.ts";
import type { Conversation } from "./state.ts";
import { without } from "./without.ts";

/**
 * Why the words of a conversation go: the bank's own term for keeping them, or what a person asks for by Article 17(1) of
 * the General Data Protection Regulation, its points (a) to (f) in their order.
 */
export const erasureRequests = [
  "no-longer-needed",
  "consent-withdrawn",
  "objection",
  "unlawful",
  "legal-obligation",
  "child",
] as const;
export type ErasureRequest = (typeof erasureRequests)[number];
export const erasureGrounds = ["term", ...erasureRequests] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** What went, by kind: messages and notes, of which the log still tells. */
export type ErasureCounts = { readonly messages: number; readonly notes: number };

/**
 * Ordered: from that commit on no word is shown, and what is stored is being taken away. Done: nothing of it is left.
 * `isPast`: the customer has written again since.
 */
export type Erasure = {
  readonly at: Sla.Instant;
  readonly ground: ErasureGround;
  readonly isPast?: true;
} & ({ readonly step: "ordered" } | ({ readonly step: "done" } & ErasureCounts));

export type ErasureEvent =
  | { readonly type: "erasure-ordered"; readonly ground: ErasureGround }
  | ({ readonly type: "erased" } & ErasureCounts);

export type ErasureCommand =
  | { readonly type: "erase"; readonly ground: ErasureGround }
  | ({ readonly type: "end-erasure" } & ErasureCounts);

/** After this long without an end, an erasure is taken up again. */
const erasureTimeoutSeconds = 2 * 60;

/**
 * What was erased once is not erased again until somebody has written since.
 * @throws erasure.on-hold; erasure.open; erasure.answer-under-way while an answer may still leave
 */
export const erase = (state: Conversation, command: ErasureCommand): readonly ErasureEvent[] => {
  if (command.type === "end-erasure") {
    const { messages, notes } = command;
    return state.erasure?.step === "ordered" ? [{ type: "erased", messages, notes }] : [];
  }
  if (isErased(state)) return [];
  if ((state.holdIds ?? []).length > 0) throw new Fault("erasure.on-hold");
  if (state.status === "open") throw new Fault("erasure.open");
  const isUnderWay = state.outbox.some((reply) => reply.state !== "uncertain");
  if (isUnderWay || state.erasure?.step === "ordered") throw new Fault("erasure.answer-under-way");
  return [{ type: "erasure-ordered", ground: command.ground }];
};

export const evolveErasure = (state: Conversation, event: ErasureEvent, at: Sla.Instant): Conversation => {
  if (event.type === "erasure-ordered") {
    const rest = without(state, "followUpAt", "isUnderReview", "exposures", "hidings", "notices", "approvals");
    return { ...rest, outbox: [], erasure: { step: "ordered", at, ground: event.ground } };
  }
  const { erasure } = state;
  if (erasure === undefined) return state;
  const { messages, notes } = event;
  return { ...state, erasure: { ...erasure, step: "done", messages, notes } };
};

/** Nothing was said since its words went. */
export const isErased = ({ erasure }: Conversation): boolean => erasure !== undefined && erasure.isPast !== true;

/** Somebody wrote: what is said from now on is words again. */
export const outliveErasure = (state: Conversation): Conversation =>
  state.erasure === undefined ? state : { ...state, erasure: { ...state.erasure, isPast: true } };

/** Whether words may still be shown: what was said before an order is gone with the order, stored or not. */
export const hasWords = (
  { erasure }: Conversation,
  { erased, occurredAt }: { readonly erased?: true; readonly occurredAt: Sla.Instant },
): boolean => erased !== true && (erasure?.step !== "ordered" || occurredAt > erasure.at);

/** What needs words, or would bring new ones to where nobody looks any more. */
const needingWords: readonly string[] = [
  "reopen",
  "reply",
  "note",
  "redact",
  "ask-approval",
  "follow-up",
  "snooze",
  "refer",
  "take-in",
  "merge-into",
  "separate",
  "split-off",
  "judge-complaint",
];

/** @throws conversation.erased for what cannot be done without words */
export const refuseErased = (state: Conversation, command: string): void => {
  if (needingWords.includes(command)) requireWords(state);
};

/** @throws conversation.erased for who would go on with what is not there any more */
export const requireWords = (state: Conversation): void => {
  if (isErased(state)) throw new Fault("conversation.erased");
};

export const erasureAttentionAt = ({ erasure }: Conversation): Sla.Instant | undefined =>
  erasure?.step === "ordered" ? Instant.after(erasure.at, erasureTimeoutSeconds) : undefined;

/** What a card may say: of what is erased only to whom it belonged, in keyed hashes. */
export const labelFor = (state: Conversation, label: Label): Label => {
  if (!isErased(state)) return label;
  const { contact, thread } = label;
  return { ...(contact === undefined ? {} : { contact }), ...(thread === undefined ? {} : { thread }) };
};
