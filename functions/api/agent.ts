import { createRoute, z } from "@hono/zod-openapi";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Routing from "#core/routing";
import type { Runtime } from "#functions/runtime";
import { afresh } from "./afresh.ts";
import { permit } from "./permission.ts";
import { AgentView, Profile } from "./person-schema.ts";
import { recorded } from "./record.ts";
import { endConnections } from "./rights.ts";
import { type Api, body, json, problems } from "./route.ts";
import { expectTeams } from "./team.ts";

const AgentId = z.object({
  id: z
    .string()
    .min(1)
    .max(100)
    .openapi({ param: { name: "id", in: "path" } }),
});

const listAgents = createRoute({
  method: "get",
  path: "/api/agents",
  responses: { 200: json("The people of the entity", z.object({ items: z.array(AgentView) })), ...problems },
});

const readAgent = createRoute({
  method: "get",
  path: "/api/agents/{id}",
  request: { params: AgentId },
  responses: { 200: json("All that is kept of a person, to be changed and put back", Profile), ...problems },
});

const putAgent = createRoute({
  method: "put",
  path: "/api/agents/{id}",
  request: { params: AgentId, body: body(Profile) },
  responses: {
    204: {
      description:
        "Added, changed, or welcome again: live pages come back with what is allowed now; 409 when the `revision` is not the one that is kept",
    },
    ...problems,
  },
});

const removeAgent = createRoute({
  method: "delete",
  path: "/api/agents/{id}",
  request: { params: AgentId },
  responses: {
    204: { description: "Removed: tokens are refused at once, live pages close and work returns within a minute" },
    ...problems,
  },
});

export const addAgents = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(listAgents, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const desks = await store.listDesks(entityId);
    const items = desks
      .filter(({ agent }) => agent.removed !== true)
      .map(({ agent, isAway, load, presentUntil }) => ({
        id: agent.id,
        name: agent.name,
        role: agent.role,
        present:
          Routing.presenceOf({ isAway, ...(presentUntil === undefined ? {} : { presentUntil }) }, now()) === "present",
        load,
        capacity: agent.capacity,
        teamIds: agent.teamIds,
      }));
    return context.json({ items }, 200);
  });
  app.openapi(readAgent, async (context) => {
    const { entityId } = permit(context.get("caller"), "manage-agents");
    const agent = (await store.readDesk(entityId, context.req.valid("param").id))?.agent;
    if (agent === undefined || agent.removed === true) throw new Fault("agent.unknown");
    return context.json(Profile.parse(agent), 200);
  });
  app.openapi(putAgent, async (context) => {
    const caller = permit(context.get("caller"), "manage-agents");
    const { entityId } = caller;
    const agent = { ...context.req.valid("json"), id: context.req.valid("param").id, entityId };
    expectTeams(await store.readEntity(entityId), agent.teamIds);
    const before = (await store.readDesk(entityId, agent.id))?.agent;
    const change = Entity.agentChange(before, agent);
    if (change === undefined) return context.body(null, 204);
    // Somebody who was removed is no longer to be read: whoever comes back is new.
    const revision = before?.removed === true ? before.revision : agent.revision;
    if (before?.revision !== revision) throw new Fault("settings.changed");
    await recorded(runtime, caller, change, () => store.putAgent({ ...agent, revision }));
    await endConnections(runtime, entityId, change);
    return context.body(null, 204);
  });
  app.openapi(removeAgent, async (context) => {
    const caller = permit(context.get("caller"), "manage-agents");
    const { id } = context.req.valid("param");
    const change = await afresh(async () => {
      const before = (await store.readDesk(caller.entityId, id))?.agent;
      if (before === undefined) throw new Fault("agent.unknown");
      const agent = { ...before, removed: true };
      const removal = Entity.agentChange(before, agent);
      await recorded(runtime, caller, removal, () => store.putAgent(agent));
      return removal;
    });
    await endConnections(runtime, caller.entityId, change);
    return context.body(null, 204);
  });
};
