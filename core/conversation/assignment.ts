import { Fault } from "#core/fault";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/**
 * Gives the conversation to an agent. The router and an agent who takes it find it free or theirs; a supervisor may
 * move it.
 * @throws conversation.taken when somebody else has it, conversation.closed
 */
export const assign = (
  state: Conversation,
  { agentId, by }: Extract<Command, { type: "assign" }>,
): readonly ConversationEvent[] => {
  if (state.status === "closed") throw new Fault("conversation.closed");
  if (state.assigneeId === agentId) return [];
  if (state.assigneeId === undefined) return [{ type: "assigned", agentId, by }];
  if (by !== "supervisor") throw new Fault("conversation.taken", { agentId: state.assigneeId });
  return [
    { type: "unassigned", agentId: state.assigneeId, reason: "returned" },
    { type: "assigned", agentId, by },
  ];
};

export const unassign = (
  { assigneeId }: Conversation,
  { agentId, reason }: Extract<Command, { type: "unassign" }>,
): readonly ConversationEvent[] =>
  assigneeId === undefined || (agentId !== undefined && agentId !== assigneeId)
    ? []
    : [{ type: "unassigned", agentId: assigneeId, reason }];

/**
 * What a colleague holds is theirs.
 * @throws conversation.taken when somebody other than this agent has it
 */
export const expectHolder = ({ assigneeId }: Pick<Conversation, "assigneeId">, agentId: string): void => {
  if (assigneeId !== undefined && assigneeId !== agentId)
    throw new Fault("conversation.taken", { agentId: assigneeId });
};
