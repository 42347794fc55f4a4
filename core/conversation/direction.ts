import type * as Directory from "#core/directory";
import { Fault } from "#core/fault";
import type { ConversationEvent } from "./event.ts";
import { moveTo } from "./move.ts";
import type { Conversation } from "./state.ts";

/** What the bank's directory says of who writes and what they name. */
export type Direction = {
  /** By one of the bank's lists of people. */
  readonly audience?: Directory.Audience;
  /** A branch that is named, or a place somebody sent it to. */
  readonly placeId?: string;
  /** Who answers there. */
  readonly teamId: string;
};

export type DirectionEvent =
  /** Whoever writes is on one of the bank's lists. */
  | { readonly type: "recognised"; readonly audience: Directory.Audience }
  /** It is for a named place of the bank. */
  | { readonly type: "directed"; readonly placeId: string };

/** A person sends it to a branch or an expert. */
export type DirectCommand = { readonly type: "direct"; readonly placeId: string; readonly teamId: string };

/**
 * Where a message sends its conversation: to the press office or HR whenever its author is on their list, to a branch it
 * names before anybody has it. The team of a new one is the opening's.
 */
export const direct = (
  state: Conversation | undefined,
  { audience, placeId, teamId }: Direction,
): readonly ConversationEvent[] => {
  const isRecognised = audience !== undefined && state?.audience !== audience;
  const isDirected = placeId !== undefined && state === undefined;
  return [
    ...(isRecognised ? [{ type: "recognised", audience } as const] : []),
    ...(isRecognised && state?.status === "open" ? moveTo(state, { type: "move", teamId }) : []),
    ...(isDirected ? [{ type: "directed", placeId } as const] : []),
  ];
};

/** @throws conversation.closed */
export const directByHand = (state: Conversation, { placeId, teamId }: DirectCommand): readonly ConversationEvent[] => {
  if (state.status === "closed") throw new Fault("conversation.closed");
  return [
    ...(state.placeId === placeId ? [] : [{ type: "directed", placeId } as const]),
    ...moveTo(state, { type: "move", teamId }),
  ];
};

export const evolveDirection = (state: Conversation, event: DirectionEvent): Conversation =>
  event.type === "recognised" ? { ...state, audience: event.audience } : { ...state, placeId: event.placeId };
