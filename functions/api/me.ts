import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import { presenceSeconds } from "#functions/live";
import { type Runtime, signOff } from "#functions/runtime";
import { Me } from "./person-schema.ts";
import { type Api, body, json, problems } from "./route.ts";

const readMe = createRoute({
  method: "get",
  path: "/api/me",
  responses: { 200: json("Who is signed in, and what that allows", Me), ...problems },
});

const putPresence = createRoute({
  method: "put",
  path: "/api/me/presence",
  request: { body: body(z.object({ status: z.enum(["present", "away", "offline"]) })) },
  responses: {
    204: { description: "Noted: away means no new work and keeps mine, offline returns it to the team" },
    ...problems,
  },
});

export const addMe = (app: Api, runtime: Runtime): void => {
  const { now, queues, store } = runtime;
  app.openapi(readMe, async (context) => {
    const { agentId, can, entityId, name, role, teamIds } = context.get("caller");
    const [entity, preferences] = await Promise.all([
      store.readEntity(entityId),
      store.readPreferences(entityId, agentId),
    ]);
    if (entity === undefined) throw new Fault("entity.unknown");
    const { id, languages, retention, teams, timeZone } = entity;
    return context.json(
      {
        agent: { id: agentId, name, role, entityId, teamIds: [...teamIds] },
        entity: { id, name: entity.name, languages, timeZone, teams, lacksTerm: retention === undefined },
        can: [...can],
        preferences: { ...preferences, keys: { ...preferences.keys } },
      },
      200,
    );
  });
  app.openapi(putPresence, async (context) => {
    const { agentId, entityId, teamIds } = context.get("caller");
    const { status } = context.req.valid("json");
    const isAway = status === "away";
    if (status === "offline") {
      const desk = await store.readDesk(entityId, agentId);
      if (desk !== undefined) await signOff(runtime, desk);
      return context.body(null, 204);
    }
    await store.setAway({ entityId, agentId }, isAway);
    if (!isAway) {
      const until = Instant.after(now(), presenceSeconds);
      await store.setPresence({ entityId, agentId }, until);
      await queues.send(
        "route",
        teamIds.map((teamId) => ({ body: { entityId, teamId } })),
      );
    }
    return context.body(null, 204);
  });
};
