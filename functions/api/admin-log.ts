import { createRoute } from "@hono/zod-openapi";
import type { Runtime } from "#functions/runtime";
import { LogPage, LogQuery, readPage } from "./log.ts";
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
    const last = await store.readAdminVersion(entityId);
    const page = await readPage(context.req.valid("query"), last, ({ from, to }) =>
      store.readAdminLog(entityId, { after: from - 1, limit: to - from + 1 }),
    );
    return context.json(page, 200);
  });
};
