import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import { orderErasure, type Runtime, readTogether } from "#functions/runtime";
import { contactOf, conversationsOf, linkedTo } from "./contact.ts";
import { headOf, keyOf } from "./order.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { Keeping, Of } from "./retention-schema.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";

const Ordered = z
  .object({
    conversations: z.number().openapi({ description: "Whose words go now; those that were erased before not counted" }),
    linked: Keeping.shape.linked,
  })
  .openapi("OrderedErasure");

const orderRoute = createRoute({
  method: "post",
  path: "/api/conversations/{id}/erasure",
  request: {
    params: ConversationId,
    body: body(
      z.object({
        of: Of,
        ground: z
          .enum(Conversation.erasureRequests)
          .openapi({ description: "Article 17(1) of the General Data Protection Regulation, points (a) to (f)" }),
      }),
    ),
  },
  responses: {
    202: json(
      "No word of it is shown any more, after the first twenty-five conversations within minutes; what is stored goes then",
      Ordered,
    ),
    ...problems,
  },
});

/** Compliance erases what a person asks to have erased: all of it, or, where something stands against it, nothing. */
export const addErasure = (app: Api, runtime: Runtime): void => {
  app.openapi(orderRoute, async (context) => {
    const caller = permit(context.get("caller"), "erase");
    const key = keyOf(caller, context.req.valid("param").id);
    const { ground, of } = context.req.valid("json");
    await headOf(runtime, key);
    const contact = of === "contact" ? await contactOf(runtime, key) : undefined;
    const event = { type: "erasure-requested", conversationId: key.conversationId, of, ground } as const;
    const ordered = await recorded(runtime, caller, event, async () => {
      // Before it: links go with the last words of a contact.
      const linked = contact === undefined ? [] : await linkedTo(runtime, contact);
      const heads = contact === undefined ? await readTogether(runtime, key) : await conversationsOf(runtime, contact);
      const holds = await runtime.store.listHolds(key.entityId);
      const left = heads.filter(({ state }) => !Conversation.isErased(state));
      const actor = { kind: "agent", id: caller.agentId } as const;
      const conversations = await orderErasure(runtime, left, { actor, ground, holds });
      return { conversations, linked };
    });
    return context.json(ordered, 202);
  });
};
