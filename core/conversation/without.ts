import type { Conversation } from "./state.ts";

/** The state without some of its optional fields. */
export const without = <Key extends keyof Conversation>(state: Conversation, ...keys: readonly Key[]): Conversation => {
  const copy: Record<string, unknown> = { ...state };
  for (const key of keys) delete copy[key];
  return copy as Conversation;
};
