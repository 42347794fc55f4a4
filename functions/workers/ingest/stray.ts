import type * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

type Arrived = { readonly key: Store.ConversationKey; readonly entity: Entity.Entity };

/**
 * What waits in a team that the bank no longer has would wait for ever: opened again years later, or on its way while the
 * team went. The account's own team has it, else the bank's first.
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
