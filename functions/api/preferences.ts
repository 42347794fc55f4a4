import { createRoute } from "@hono/zod-openapi";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { Preferences } from "./person-schema.ts";
import { type Api, body, json, problems } from "./route.ts";

const patchPreferences = createRoute({
  method: "patch",
  path: "/api/me/preferences",
  request: { body: body(Preferences.partial()) },
  responses: { 200: json("One's own preferences; what is left out stays as it was", Preferences), ...problems },
});

export const addPreferences = (app: Api, { store }: Runtime): void => {
  app.openapi(patchPreferences, async (context) => {
    const { agentId, entityId } = context.get("caller");
    const before = await store.readPreferences(entityId, agentId);
    const { initials = before.initials, keys = before.keys, keysOn = before.keysOn } = context.req.valid("json");
    const after: Store.Preferences = {
      keysOn,
      keys,
      ...(initials === undefined || initials === "" ? {} : { initials }),
    };
    await store.putPreferences(entityId, agentId, after);
    return context.json({ ...after, keys: { ...after.keys } }, 200);
  });
};
