import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { cardOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";

const mentionsShown = 50;

const MentionView = z
  .object({
    conversation: Card,
    messageId: z.string(),
    by: z.string().openapi({ description: "Agent's id" }),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().optional(),
  })
  .openapi("Mention");

const listMentions = createRoute({
  method: "get",
  path: "/api/mentions",
  responses: {
    200: json("Notes that name the caller, newest first; 60 days", z.object({ items: z.array(MentionView) })),
    ...problems,
  },
});

const readMentions = createRoute({
  method: "post",
  path: "/api/mentions/read",
  request: { body: body(z.object({ conversationId: z.string().min(1).max(80) })) },
  responses: { 204: { description: "What names the caller in that conversation counts as read" }, ...problems },
});

export const addMentions = (app: Api, { now, store }: Runtime): void => {
  app.openapi(listMentions, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const { entityId } = caller;
    const mentions = await store.listMentions(caller, mentionsShown);
    const ids = [...new Set(mentions.map(({ conversationId }) => conversationId))];
    const heads = await Promise.all(ids.map((conversationId) => store.readHead({ entityId, conversationId })));
    const cards = new Map(
      heads.flatMap((head) =>
        head === undefined || Conversation.isErased(head.state) ? [] : [[head.state.id, cardOf(head, now())]],
      ),
    );
    const items = mentions.flatMap(({ conversationId, ...mention }) => {
      const conversation = cards.get(conversationId);
      return conversation === undefined ? [] : [{ ...mention, conversation }];
    });
    return context.json({ items }, 200);
  });
  app.openapi(readMentions, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const { conversationId } = context.req.valid("json");
    for (const mention of await store.listMentions(caller, mentionsShown)) {
      const isHere = mention.conversationId === conversationId && mention.readAt === undefined;
      if (isHere) await store.markMentionRead(caller, mention, now());
    }
    return context.body(null, 204);
  });
};

/** Whom a note names: people of the bank, once each, not its writer. */
export const namedIn = async (
  store: Store.Store,
  { agentId, entityId }: Caller,
  asked: readonly string[],
): Promise<readonly string[]> => {
  if (asked.length === 0) return [];
  const desks = await store.listDesks(entityId);
  return [...new Set(asked)].filter(
    (id) => id !== agentId && desks.some(({ agent }) => agent.id === id && agent.removed !== true),
  );
};
