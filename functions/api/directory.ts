import { createRoute, z } from "@hono/zod-openapi";
import * as Directory from "#core/directory";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { held } from "./care.ts";
import { Card } from "./conversation-schema.ts";
import { orderHeld } from "./order.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";
import { refuseUnsendable } from "./unsendable.ts";

const readDirectory = createRoute({
  method: "get",
  path: "/api/directory",
  responses: {
    200: json(
      "Branches and experts; lists of people and the bank's names for who may change them",
      Directory.Directory,
    ),
    ...problems,
  },
});
const putDirectory = createRoute({
  method: "put",
  path: "/api/directory",
  request: { body: body(Directory.Directory) },
  responses: { 200: json("As it is kept", Directory.Directory), ...problems },
});
const direct = createRoute({
  method: "post",
  path: "/api/conversations/{id}/direct",
  request: { params: ConversationId, body: body(z.object({ placeId: z.string().min(1).max(40) })) },
  responses: { 200: json("With the team of that branch or expert", Card), ...problems },
});

/** Who writes that is no customer, and where in the bank something is answered. */
export const addDirectory = (app: Api, runtime: Runtime): void => {
  const { store } = runtime;
  app.openapi(readDirectory, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const directory = await store.readDirectory(caller.entityId);
    const isEditor = caller.can.includes("manage-directory");
    return context.json(isEditor ? directory : { ...directory, people: [], names: [] }, 200);
  });
  app.openapi(putDirectory, async (context) => {
    const caller = permit(context.get("caller"), "manage-directory");
    const { entityId } = caller;
    const asked = context.req.valid("json");
    refuseUnsendable(textsOf(asked));
    const [before, entity] = await Promise.all([store.readDirectory(entityId), store.readEntity(entityId)]);
    if (asked.version !== before.version) throw new Fault("settings.changed");
    const teams = new Set(entity?.teams.map(({ id }) => id));
    if ([...asked.people, ...asked.places].some(({ teamId }) => !teams.has(teamId))) throw new Fault("team.unknown");
    const fields = Directory.differences(before, asked);
    if (fields.length === 0) return context.json(before, 200);
    const directory = { ...asked, version: before.version + 1 };
    await recorded(runtime, caller, { type: "directory-changed", version: directory.version, fields }, async () => {
      if (!(await store.putDirectory(entityId, directory))) throw new Fault("settings.changed");
    });
    return context.json(directory, 200);
  });
  app.openapi(direct, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { placeId } = context.req.valid("json");
    const place = (await store.readDirectory(caller.entityId)).places.find(({ id }) => id === placeId);
    if (place === undefined) throw new Fault("place.unknown");
    const key = await held(runtime, caller, context.req.valid("param").id);
    const { teamId } = place;
    return context.json(await orderHeld(runtime, key, caller, { type: "direct", placeId, teamId }), 200);
  });
};

/** What people type there is the bank's own, and no customer's number. */
const textsOf = ({ names, people, places }: Directory.Directory): string[] => [
  ...names,
  ...people.flatMap(({ handles }) => handles),
  ...places.flatMap(({ alsoCalled, name }) => [name, ...alsoCalled]),
];
