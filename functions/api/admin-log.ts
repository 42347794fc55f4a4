import { createRoute } from "@hono/zod-openapi";
import type { Runtime } from "#functions/runtime";
import { LogPage, LogQuery, openPage, pageEntries } from "./log.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";

const readAdminLog = createRoute({
  method: "get",
  path: "/api/admin-log",
  request: { query: LogQuery },
  responses: {
    200: json("Who changed what of the entity and its people, each entry with the hash of the one before", LogPage),
    ...problems,
  },
});

export const addAdminLog = (app: Api, { store }: Runtime): void => {
  app.openapi(readAdminLog, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-admin-log");
    const { after } = context.req.valid("query");
    const [before] = after === 0 ? [] : await store.readAdminLog(entityId, { after: after - 1, limit: 1 });
    // One more than a page tells whether there is another.
    const sealed = await store.readAdminLog(entityId, { after, limit: pageEntries + 1 });
    const hasMore = sealed.length > pageEntries;
    return context.json(openPage({ sealed: sealed.slice(0, pageEntries), before, after, hasMore }), 200);
  });
};
