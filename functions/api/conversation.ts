import { createRoute, z } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { exposureOf } from "./exposure.ts";
import { permit } from "./permission.ts";
import { type Api, json, languageOf, problems } from "./route.ts";
import { Card, ConversationId, ConversationView, topic } from "./schema.ts";
import { readTimeline } from "./timeline.ts";

/** A filter that lets little through reads on, but not without end: the cursor goes on from there. */
const pagesPerRequest = 10;

const listConversations = createRoute({
  method: "get",
  path: "/api/conversations",
  request: {
    query: z.object({
      status: z.enum(["open", "closed"]).default("open"),
      channel: Card.shape.channel.optional(),
      topic: topic.optional(),
      language: z.string().length(2).optional().openapi({ description: "ISO 639-1" }),
      urgent: z.stringbool().optional(),
      doNotFeed: z.stringbool().optional().openapi({ description: "Insults without a request, for the daily review" }),
      complaint: z.stringbool().optional().openapi({ description: "Suggested complaints" }),
      assignee: z.string().max(100).optional().openapi({ description: "An agent's id, `me` or `none`" }),
      limit: z.coerce.number().int().min(1).max(100).default(25),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      "Open ones by earliest deadline, closed ones by newest closing",
      z.object({ items: z.array(Card), cursor: z.string().optional() }),
    ),
    ...problems,
  },
});

const readConversation = createRoute({
  method: "get",
  path: "/api/conversations/{id}",
  request: { params: ConversationId, query: z.object({ cursor: z.string().max(4000).optional() }) },
  responses: { 200: json("The conversation with its newest messages, oldest first", ConversationView), ...problems },
});

export const addConversations = (app: Api, runtime: Runtime): void => {
  app.openapi(listConversations, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "read");
    const { assignee, ...query } = context.req.valid("query");
    const wanted = { ...query, assignee: assignee === "me" ? agentId : assignee };
    const { cards, cursor } = await findCards(runtime.store, entityId, wanted);
    const items = cards.map((card) => viewOf(card, runtime.now()));
    return context.json({ items, ...(cursor === undefined ? {} : { cursor }) }, 200);
  });
  app.openapi(readConversation, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const key = { entityId, conversationId: context.req.valid("param").id };
    const head = await runtime.store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    const { cursor } = context.req.valid("query");
    const page = { cursor, language: languageOf(context), now: runtime.now() };
    const timeline = await readTimeline(runtime.store, key, head, page);
    const exposure = exposureOf(head, languageOf(context), runtime.now());
    return context.json({ ...cardOf(head, runtime.now()), why: whyOf(head), exposure, ...timeline }, 200);
  });
};

/** A head as a card, with the window the platform leaves for an answer. */
export const cardOf = (head: Pick<Store.Head, "state" | "label" | "version">, now: Sla.Instant): z.infer<typeof Card> =>
  viewOf(Conversation.cardOf(head.state, head.label, head.version), now);

const whyOf = ({ label }: Store.Head): Record<string, string[]> =>
  Object.fromEntries(Object.entries(label.why ?? {}).map(([name, reasons]) => [name, [...reasons]]));

/** A card of a list as the API tells it. */
export const viewOf = (
  { lastInboundAt, lastAgentId: _, ...card }: Conversation.Card,
  now: Sla.Instant,
): z.infer<typeof Card> => ({
  ...card,
  replyWindowClosesAt:
    lastInboundAt === null ? null : (Channel.replyWindow(card.channel, lastInboundAt, now).closesAt ?? null),
});

type Wanted = {
  readonly status: "open" | "closed";
  readonly channel?: Channel.Channel | undefined;
  readonly assignee?: string | undefined;
  readonly topic?: Conversation.Card["topic"] | undefined;
  readonly language?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly doNotFeed?: boolean | undefined;
  readonly complaint?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

const findCards = async (store: Store.Store, entityId: string, wanted: Wanted): Promise<Store.Page> => {
  const list = listOf(wanted);
  const cards: Conversation.Card[] = [];
  let cursor = wanted.cursor;
  for (let pages = 0; pages < pagesPerRequest; pages += 1) {
    const page = await store.listCards(entityId, list, {
      limit: wanted.limit - cards.length,
      ...(cursor === undefined ? {} : { cursor }),
    });
    cards.push(...page.cards.filter((card) => isWanted(card, wanted)));
    cursor = page.cursor;
    if (cursor === undefined || cards.length >= wanted.limit) break;
  }
  return cursor === undefined ? { cards } : { cards, cursor };
};

const listOf = ({ assignee, status }: Wanted): Store.List =>
  status === "open" && assignee !== undefined && assignee !== "none"
    ? { kind: "assignee", agentId: assignee }
    : { kind: "status", status };

const isWanted = (card: Conversation.Card, wanted: Wanted): boolean => {
  const { assignee } = wanted;
  const differs = [
    [wanted.channel, card.channel],
    [wanted.topic, card.topic],
    [wanted.language, card.language],
    [wanted.urgent, card.urgency === "urgent"],
    [wanted.doNotFeed, card.doNotFeed],
    [wanted.complaint, card.complaintSuggested],
  ].some(([value, found]) => value !== undefined && value !== found);
  if (differs) return false;
  if (assignee === undefined) return true;
  return assignee === "none" ? card.assignee === null : card.assignee === assignee;
};
