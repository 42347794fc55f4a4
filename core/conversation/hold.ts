import { Fault } from "#core/fault";
import type { Conversation } from "./state.ts";

/** A legal hold: while one stands, neither a term nor a request erases. What it is for is kept apart from the log. */
export type HoldEvent = { readonly type: "hold-placed" | "hold-lifted"; readonly holdId: string };
export type HoldCommand = { readonly type: "place-hold" | "lift-hold"; readonly holdId: string };

/** Bounds the head. */
const mostHolds = 10;

/** @throws hold.too-many; conversation.erased where there is nothing left to hold */
export const hold = (state: Conversation, { holdId, type }: HoldCommand): readonly HoldEvent[] => {
  const { erasure, holdIds = [] } = state;
  const isHeld = holdIds.includes(holdId);
  if (type === "lift-hold") return isHeld ? [{ type: "hold-lifted", holdId }] : [];
  if (isHeld) return [];
  if (erasure !== undefined && erasure.isPast !== true) throw new Fault("conversation.erased");
  if (holdIds.length >= mostHolds) throw new Fault("hold.too-many", { most: mostHolds });
  return [{ type: "hold-placed", holdId }];
};

export const evolveHold = ({ holdIds = [], ...state }: Conversation, { holdId, type }: HoldEvent): Conversation => {
  const others = holdIds.filter((id) => id !== holdId);
  const left = type === "hold-placed" ? [...others, holdId] : others;
  return left.length === 0 ? state : { ...state, holdIds: left };
};
