import type { Conversation } from "./state.ts";

/** A post that listening found: it speaks of the bank and to nobody. */
export type HeardEvent =
  | { readonly type: "heard" }
  /** The author speaks to us now: it is a conversation like any other. */
  | { readonly type: "addressed" };

export const hear = (state: Conversation | undefined, isHeard: boolean): readonly HeardEvent[] => {
  if (state === undefined) return isHeard ? [{ type: "heard" }] : [];
  return state.isHeard === true && !isHeard ? [{ type: "addressed" }] : [];
};

/** Found by listening, addressed to nobody, and not taken up by an agent: it has a list of its own and is in no queue. */
export const isOverheard = ({ assigneeId, isHeard, status }: Conversation): boolean =>
  isHeard === true && assigneeId === undefined && status === "open";

/** Whether a customer turned to the bank by this, and was not only heard: such a beginning counts in what comes in. */
export const hasBegun = (events: readonly { readonly type: string }[], { isHeard }: Conversation): boolean =>
  isHeard !== true && events.some(({ type }) => type === "opened" || type === "reopened" || type === "addressed");

export const evolveHeard = ({ isHeard: _, ...state }: Conversation, { type }: HeardEvent): Conversation =>
  type === "heard" ? { ...state, isHeard: true } : state;
