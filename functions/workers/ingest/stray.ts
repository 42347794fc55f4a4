import type * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

type Arrived = { readonly key: Store.ConversationKey; readonly entity: Entity.Entity };

/**
 * A conversation of a team that no longer exists (reopened years later, or received while the team was removed) would wait
 * for ever: it moves to the team of its account, else to the bank's first.
 */
export const bringHome = async (
  runtime: Runtime,
  { entity, key }: Arrived,
  { accountId, assigneeId, status, teamId }: Conversation.Conversation,
): Promise<void> => {
  const isTeam = (id: string): boolean => entity.teams.some((team) => team.id === id);
  const home = entity.accounts.find((account) => account.accountId === accountId)?.teamId ?? entity.teams[0]?.id;
  if (isTeam(teamId) || home === undefined || assigneeId !== undefined || status === "closed") return;
  await obey(runtime, key, {
    command: { type: "move", teamId: home },
    commitId: `stray:${teamId}:${runtime.newId()}`,
    actor: { kind: "system", id: "router" },
  });
};
