import type { Conversation } from "./state.ts";

/** The state without some of what need not be there. */
export const without = <Key extends keyof Conversation>(state: Conversation, ...keys: readonly Key[]): Conversation => {
  const copy: Record<string, unknown> = { ...state };
  for (const key of keys) delete copy[key];
  return copy as Conversation;
};
