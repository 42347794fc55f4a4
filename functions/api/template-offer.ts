import { createRoute, z } from "@hono/zod-openapi";
import type * as Store from "#core/store";
import * as Template from "#core/template";
import type { Runtime } from "#functions/runtime";
import { headOf } from "./order.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { occasionOf } from "./template-values.ts";

export const TemplateOffer = z
  .object({
    id: z.string(),
    version: z.number(),
    name: z.string(),
    topic: Template.Topic,
    language: z.enum(["fr", "en"]),
    text: z.string(),
    pieces: z.array(
      z.object({
        kind: z.enum(["locked", "editable", "slot", "variable"]),
        start: z.number(),
        end: z.number(),
        name: z.string().optional(),
      }),
    ),
  })
  .openapi("TemplateOffer", { description: "A template filled for one conversation; offsets are UTF-16 into `text`" });
export type TemplateOffer = z.infer<typeof TemplateOffer>;

const listOffers = createRoute({
  method: "get",
  path: "/api/conversations/{id}/templates",
  request: { params: ConversationId, query: z.object({ privately: z.stringbool().optional() }) },
  responses: {
    200: json("What may be used here, filled, the likeliest first", z.object({ items: z.array(TemplateOffer) })),
    ...problems,
  },
});

export const addOffers = (app: Api, runtime: Runtime): void => {
  app.openapi(listOffers, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = { entityId: caller.entityId, conversationId: context.req.valid("param").id };
    const isPrivately = context.req.valid("query").privately === true;
    return context.json({ items: await offersFor(runtime, caller, await headOf(runtime, key), isPrivately) }, 200);
  });
};

/** What may be used in a conversation, filled. */
export const offersFor = async (
  runtime: Runtime,
  caller: Caller,
  head: Store.Head,
  isPrivately: boolean,
): Promise<TemplateOffer[]> => {
  const [kept, occasion] = await Promise.all([
    runtime.store.listTemplates(caller.entityId),
    occasionOf(runtime, caller, head, isPrivately),
  ]);
  const templates = kept.map(({ template }) => template);
  return Template.offersFor(templates, occasion).map((offer) => ({ ...offer, pieces: [...offer.pieces] }));
};
