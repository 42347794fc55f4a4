import { Fault } from "#core/fault";
import type { Conversation } from "./state.ts";

export const existing = (state: Conversation | undefined): Conversation => {
  if (state === undefined) throw new Fault("conversation.unknown");
  return state;
};
