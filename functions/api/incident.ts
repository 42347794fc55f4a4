import { createRoute, z } from "@hono/zod-openapi";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";

const Alert = z
  .object({
    topic: z.string().optional().openapi({ description: "Absent: of everything together" }),
    raisedAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    peak: z.object({
      count: z.number().openapi({ description: "Conversations that began within a quarter of an hour" }),
      usual: z.number().openapi({ description: "The median of the same hour of the week" }),
      deviations: z.number(),
    }),
  })
  .openapi("Incident");

const listIncidents = createRoute({
  method: "get",
  path: "/api/incidents",
  responses: { 200: json("More than usual right now, by topic", z.object({ items: z.array(Alert) })), ...problems },
});

export const addIncidents = (app: Api, { store }: Runtime): void => {
  app.openapi(listIncidents, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const items = await store.readAlerts(entityId);
    return context.json({ items: items.map(({ peak, ...alert }) => ({ ...alert, peak: { ...peak } })) }, 200);
  });
};
