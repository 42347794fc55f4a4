import { createRoute, z } from "@hono/zod-openapi";
import * as Desk from "#core/desk";
import type { Runtime } from "#functions/runtime";
import { expectPlainName } from "./name.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";

const Views = z.object({ items: z.array(Desk.SavedView).max(20) }).openapi("SavedViews");

const readViews = createRoute({
  method: "get",
  path: "/api/me/views",
  responses: { 200: json("One's own lists, in one's own order", Views), ...problems },
});

const putViews = createRoute({
  method: "put",
  path: "/api/me/views",
  request: { body: body(Views) },
  responses: { 200: json("As they are kept", Views), ...problems },
});

export const addSavedViews = (app: Api, { store }: Runtime): void => {
  app.openapi(readViews, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "read");
    return context.json({ items: [...(await store.readSavedViews(entityId, agentId))] }, 200);
  });
  app.openapi(putViews, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "read");
    const { items } = context.req.valid("json");
    for (const { name } of items) expectPlainName(name);
    await store.putSavedViews(entityId, agentId, items);
    return context.json({ items }, 200);
  });
};
