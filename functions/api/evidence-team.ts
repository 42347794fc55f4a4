import { createRoute, z } from "@hono/zod-openapi";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { afresh } from "./afresh.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";

const Teams = z
  .object({
    teamIds: z.array(z.string().min(1).max(40)).max(20).openapi({ description: "None: nothing is kept" }),
  })
  .openapi("EvidenceTeams");

const Choice = Teams.extend({ teams: z.array(z.object({ id: z.string(), name: z.string() })) }).openapi(
  "EvidenceChoice",
);

const path = "/api/redaction/evidence";

const readTeams = createRoute({
  method: "get",
  path,
  responses: {
    200: json("For which teams a fraudster's numbers and links are kept, and those there are", Choice),
    ...problems,
  },
});

const putTeams = createRoute({
  method: "put",
  path,
  request: { body: body(Teams) },
  responses: { 200: json("As it is from now on; what is kept already lives its seven days", Choice), ...problems },
});

/** The bank's switch: whether evidence of fraud is kept at all, and for whom. */
export const addEvidenceTeams = (app: Api, runtime: Runtime): void => {
  const { store } = runtime;
  app.openapi(readTeams, async (context) => {
    const { entityId } = permit(context.get("caller"), "explain-redaction");
    const entity = await store.readEntity(entityId);
    if (entity === undefined) throw new Fault("entity.unknown");
    return context.json(choiceOf(entity), 200);
  });
  app.openapi(putTeams, async (context) => {
    const caller = permit(context.get("caller"), "manage-redaction");
    const teamIds = [...new Set(context.req.valid("json").teamIds)];
    return context.json(choiceOf(await afresh(() => keepTeams(runtime, caller, teamIds))), 200);
  });
};

const keepTeams = async (runtime: Runtime, caller: Caller, teamIds: readonly string[]): Promise<Entity.Entity> => {
  const { store } = runtime;
  const before = await store.readEntity(caller.entityId);
  if (before === undefined) throw new Fault("entity.unknown");
  const { evidence: _, ...rest } = before;
  if (!teamIds.every((id) => before.teams.some((team) => team.id === id))) throw new Fault("evidence.team-unknown");
  const after: Entity.Entity = { ...rest, ...(teamIds.length === 0 ? {} : { evidence: { teamIds: [...teamIds] } }) };
  return recorded(runtime, caller, Entity.entityChange(before, after), () => store.putEntity(after));
};

const choiceOf = ({ evidence, teams }: Entity.Entity): z.infer<typeof Choice> => ({
  teamIds: [...(evidence?.teamIds ?? [])],
  teams: teams.map(({ id, name }) => ({ id, name })),
});
