import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./route.ts";
import { MessageId } from "./schema.ts";

/** Served by a function of its own, which carries what reads pictures. */
export const storyRoute = createRoute({
  method: "get",
  path: "/api/conversations/{id}/messages/{messageId}/stories/{storyId}",
  request: {
    params: MessageId.extend({
      storyId: z
        .string()
        .min(1)
        .max(80)
        .openapi({ param: { name: "storyId", in: "path" } }),
    }),
  },
  responses: {
    200: {
      description: "The story as it is on the platform now, with what must not be seen covered; kept nowhere",
      content: { "image/jpeg": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems,
  },
});
