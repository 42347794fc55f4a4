import { Fault } from "#core/fault";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

export type MoveCommand = { readonly type: "move"; readonly teamId: string };

/** To another team, whose agents are given it next; its deadlines go with it. */
export const moveTo = (
  { assigneeId, status, teamId: before }: Conversation,
  { teamId }: Extract<Command, MoveCommand>,
): readonly ConversationEvent[] => {
  if (status === "closed") throw new Fault("conversation.closed");
  if (teamId === before) return [];
  return [
    ...(assigneeId === undefined ? [] : [{ type: "unassigned", agentId: assigneeId, reason: "moved" } as const]),
    { type: "moved", teamId },
  ];
};
