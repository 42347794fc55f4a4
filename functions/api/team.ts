import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";

/**
 * A team goes once it has neither people nor open conversations: nobody would be given those any more.
 * @throws team.in-use
 */
export const expectUnused = async (
  { store }: Pick<Runtime, "store">,
  before: Entity.Entity | undefined,
  after: Entity.Entity,
): Promise<void> => {
  const gone = (before?.teams ?? []).filter(({ id }) => !after.teams.some((team) => team.id === id));
  if (gone.length === 0) return;
  const [desks, standings] = await Promise.all([store.listDesks(after.id), store.listStandings(after.id)]);
  for (const { id: teamId } of gone) {
    const agents = desks.filter(({ agent }) => agent.removed !== true && agent.teamIds.includes(teamId)).length;
    const open = standings.filter((each) => each.teamId === teamId).length;
    if (agents + open > 0) throw new Fault("team.in-use", { teamId, agents, open });
  }
};

/**
 * Nothing that is named by its id may be there twice: whoever names it would not know which.
 * @throws team.twice, policy.twice
 */
export const expectDistinct = ({ slaRules = [], teams }: Entity.Entity): void => {
  const team = twice(teams.map(({ id }) => id));
  if (team !== undefined) throw new Fault("team.twice", { teamId: team });
  const policy = twice(slaRules.map((rule) => rule.policy.id));
  if (policy !== undefined) throw new Fault("policy.twice", { policyId: policy });
};

const twice = (ids: readonly string[]): string | undefined => ids.find((id, at) => ids.indexOf(id) !== at);

/** @throws team.unknown: whoever is in a team that does not exist is given nothing, and nobody is told */
export const expectTeams = (entity: Entity.Entity | undefined, teamIds: readonly string[]): void => {
  const unknown = teamIds.find((id) => entity?.teams.every((team) => team.id !== id));
  if (unknown !== undefined) throw new Fault("team.unknown", { teamId: unknown });
};
