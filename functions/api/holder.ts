import * as Conversation from "#core/conversation";
import type { Order } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";

/** Of an order that is only the holder's to give; a supervisor may give it too. */
export const holding = ({ agentId, role }: Pick<Caller, "agentId" | "role">): Pick<Order, "holder"> =>
  role === "supervisor" ? {} : { holder: agentId };

/** What a colleague holds is theirs, and a supervisor's: known before anything is done, and looked at again by the commit. */
export const expectNotTaken = (state: Conversation.Conversation, caller: Caller): void => {
  const { holder } = holding(caller);
  if (holder !== undefined) Conversation.expectHolder(state, holder);
};
