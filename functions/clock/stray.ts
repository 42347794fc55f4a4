import type * as Board from "#core/board";
import type * as Entity from "#core/entity";
import { obey, type Runtime } from "#functions/runtime";
import { forEachOf } from "./each.ts";

/**
 * Moves conversations that wait in a team that no longer exists (it was removed, or an old policy escalates to it) to the
 * team of their account, with their deadline: nobody would be given them otherwise.
 */
export const takeInStrays = async (
  runtime: Runtime,
  { accounts, id: entityId, teams }: Entity.Entity,
  standings: readonly Board.Standing[],
): Promise<void> => {
  const known = new Set(teams.map(({ id }) => id));
  const keys = standings
    .filter(({ agentId, teamId }) => agentId === undefined && !known.has(teamId))
    .map(({ conversationId }) => ({ entityId, conversationId }));
  await forEachOf(runtime, "clock.stray-failed", keys, async (key) => {
    const state = (await runtime.store.readHead(key))?.state;
    const isStray = state?.status === "open" && state.assigneeId === undefined && !known.has(state.teamId);
    const teamId = accounts.find(({ accountId }) => accountId === state?.accountId)?.teamId ?? teams[0]?.id;
    if (!isStray || teamId === undefined) return;
    await obey(runtime, key, {
      command: { type: "move", teamId },
      commitId: `move:${runtime.newId()}`,
      actor: { kind: "system", id: "clock" },
    });
  });
};
