import { createRoute, z } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { type Card, ConversationView } from "./conversation-schema.ts";
import { seesEvidence } from "./evidence.ts";
import { exposureOf } from "./exposure.ts";
import { secureOf } from "./handoff-view.ts";
import { impostorOf } from "./impostor.ts";
import { permit } from "./permission.ts";
import { referralOf } from "./referral.ts";
import { type Api, json, languageOf, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";
import { readWholeTimeline } from "./whole-timeline.ts";

const readConversation = createRoute({
  method: "get",
  path: "/api/conversations/{id}",
  request: { params: ConversationId, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: { 200: json("The conversation with its newest messages, oldest first", ConversationView), ...problems },
});

export const addConversations = (app: Api, runtime: Runtime): void => {
  app.openapi(readConversation, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const { entityId } = caller;
    const key = { entityId, conversationId: context.req.valid("param").id };
    const [head, entity] = await Promise.all([runtime.store.readHead(key), runtime.store.readEntity(entityId)]);
    if (head === undefined) throw new Fault("conversation.unknown");
    const { cursor } = context.req.valid("query");
    const page = {
      cursor,
      language: languageOf(context),
      now: runtime.now(),
      seesEvidence: seesEvidence(caller, entity),
    };
    const [timeline, referral, impostor] = await Promise.all([
      readWholeTimeline(runtime.store, key, head, page),
      referralOf(runtime, head, languageOf(context)),
      impostorOf(runtime, head),
    ]);
    const exposure = exposureOf(head, languageOf(context), runtime.now());
    const secure = secureOf(head.state, entity, runtime.now());
    return context.json(
      { ...cardOf(head, runtime.now()), why: whyOf(head), exposure, impostor, referral, secure, ...timeline },
      200,
    );
  });
};

/** A head as a card, with the window the platform leaves for an answer. */
export const cardOf = (head: Pick<Store.Head, "state" | "label" | "version">, now: Sla.Instant): z.infer<typeof Card> =>
  viewOf(Conversation.cardOf(head.state, head.label, head.version), now);

const whyOf = ({ label }: Store.Head): Record<string, string[]> =>
  Object.fromEntries(Object.entries(label.why ?? {}).map(([name, reasons]) => [name, [...reasons]]));

/** A card with the window the platform leaves for an answer. */
export const viewOf = (
  { lastInboundAt, lastAgentId: _, ...card }: Conversation.Card,
  now: Sla.Instant,
): z.infer<typeof Card> => ({
  ...card,
  replyWindowClosesAt:
    lastInboundAt === null ? null : (Channel.replyWindow(card.channel, lastInboundAt, now).closesAt ?? null),
});
