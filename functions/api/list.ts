import { createRoute, z } from "@hono/zod-openapi";
import type * as Conversation from "#core/conversation";
import * as Desk from "#core/desk";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { viewOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { readHappened } from "./happened.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { topic } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { Happened, happenedFields } from "./told.ts";

const flag = (description: string) => z.stringbool().optional().openapi({ description });

const Query = z.object({
  status: z
    .enum(["open", "closed", "any"])
    .default("open")
    .openapi({ description: "`any` together with what happened, and when" }),
  sort: z
    .enum(["deadline", "newest", "oldest"])
    .default("deadline")
    .openapi({ description: "Of open ones; closed ones come by newest closing unless `oldest` is asked for" }),
  channel: Card.shape.channel.optional(),
  topic: topic.optional(),
  language: z.string().length(2).optional().openapi({ description: "ISO 639-1" }),
  priority: Card.shape.priority.optional(),
  sentiment: z.enum(["positive", "neutral", "negative"]).optional(),
  tag: Desk.TagId.optional().openapi({ description: "Id of a tag" }),
  team: z.string().max(40).optional().openapi({ description: "A team's id, or `mine` for the teams one is in" }),
  event: happenedFields.event.optional().openapi({
    description: "Only those to which this happened; team, channel and topic are then those of that moment",
  }),
  from: happenedFields.from,
  to: happenedFields.to,
  last: happenedFields.last,
  agent: happenedFields.agent,
  weekday: happenedFields.weekday,
  hour: happenedFields.hour,
  urgent: z.stringbool().optional(),
  atRisk: flag("Whose deadline is near or over"),
  snoozed: flag("Out of its agent's sight, or not"),
  followUp: flag("Somebody said they would come back to it"),
  review: flag("What a second person has to look at"),
  doNotFeed: flag("Insults without a request, for the daily review"),
  complaint: flag("Suggested complaints"),
  audience: Card.shape.audience.unwrap().optional(),
  heard: flag("What listening found and nobody took up: it is in no other list of open ones"),
  assignee: z.string().max(100).optional().openapi({ description: "An agent's id, `me` or `none`" }),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(500).optional(),
});
type Query = z.infer<typeof Query>;

const ListedCard = Card.extend({
  happenedAt: z.iso.datetime().optional().openapi({ description: "When what was asked for happened last" }),
});

const Counted = z.object({ conversations: z.number().int(), times: z.number().int() }).openapi({
  description: "How many conversations what was asked for happened to, and how often: the report's figure",
});

const listConversations = createRoute({
  method: "get",
  path: "/api/conversations",
  request: { query: Query },
  responses: {
    200: json(
      "Open ones by earliest deadline, closed ones by newest closing; a page may be short, the cursor goes on",
      z.object({
        items: z.array(ListedCard),
        cursor: z.string().optional(),
        counted: Counted.optional(),
      }),
    ),
    ...problems,
  },
});

const readCards = createRoute({
  method: "post",
  path: "/api/cards",
  request: { body: body(z.object({ ids: z.array(z.string().min(1).max(80)).min(1).max(100) })) },
  responses: {
    200: json(
      "These conversations as they are at this moment; unknown ones are left out",
      z.object({ items: z.array(Card) }),
    ),
    ...problems,
  },
});

/** Lists are read from sparse indexes with the cards on them; what narrows a list is told by the card. */
export const addLists = (app: Api, runtime: Runtime): void => {
  app.openapi(listConversations, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const { agentId, entityId } = caller;
    const query = context.req.valid("query");
    const teamIds = query.team === "mine" ? await teamsOf(runtime, entityId, agentId) : undefined;
    const wanted = { ...query, teamIds, assignee: query.assignee === "me" ? agentId : query.assignee };
    if (query.event !== undefined) return context.json(await listHappened(runtime, caller, wanted), 200);
    if (query.status === "any") throw new Fault("request.invalid");
    const { cards, cursor } = await findCards(runtime.store, entityId, wanted);
    const items = cards.map((card) => viewOf(card, runtime.now()));
    return context.json({ items, ...(cursor === undefined ? {} : { cursor }) }, 200);
  });
  app.openapi(readCards, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const cards = await runtime.store.readCards(entityId, context.req.valid("json").ids);
    return context.json({ items: cards.map((card) => viewOf(card, runtime.now())) }, 200);
  });
};

const teamsOf = async ({ store }: Runtime, entityId: string, agentId: string): Promise<readonly string[]> =>
  (await store.readDesk(entityId, agentId))?.agent.teamIds ?? [];

type Wanted = Query & { readonly teamIds: readonly string[] | undefined };

/** Where it happened is asked of what happened, all else of the card as it is now. */
const listHappened = async (runtime: Runtime, caller: Caller, wanted: Wanted) => {
  const { channel, limit, sort, team, topic, cursor } = wanted;
  const asked = Happened.safeParse({ ...wanted, channel, topic, team: team === "mine" ? undefined : team });
  if (!asked.success) throw new Fault("request.invalid");
  const { channel: _, team: __, topic: ___, ...now } = wanted;
  const isWanted = (card: Conversation.Card): boolean =>
    (wanted.status === "any" || card.status === wanted.status) &&
    (wanted.review !== true || card.underReview) &&
    belongs(card, wanted.status === "any" ? { ...now, heard: card.overheard } : now);
  const page = await readHappened(runtime, caller, asked.data, {
    cursor,
    limit,
    oldestFirst: sort === "oldest",
    isWanted,
  });
  const items = page.cards.map(({ card, happenedAt }) => ({ ...viewOf(card, runtime.now()), happenedAt }));
  return { items, counted: page.counted, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
};

const findCards = async (store: Store.Store, entityId: string, wanted: Wanted): Promise<Store.Page> => {
  const { assignee, cursor, limit, sort, status } = wanted;
  const isWanted = (card: Conversation.Card): boolean => belongs(card, wanted);
  const reading = { limit, isWanted, ...(cursor === undefined ? {} : { cursor }) };
  if (wanted.heard === true) return store.findCards(entityId, { kind: "overheard" }, { ...reading, newestFirst: true });
  if (wanted.review === true) return store.findCards(entityId, { kind: "review" }, reading);
  if (status === "closed") {
    return store.findCards(entityId, { kind: "status", status }, { ...reading, newestFirst: sort !== "oldest" });
  }
  if (sort !== "deadline") {
    return store.findCards(entityId, { kind: "latest" }, { ...reading, newestFirst: sort === "newest" });
  }
  const isSomebodys = assignee !== undefined && assignee !== "none";
  return store.findCards(
    entityId,
    isSomebodys ? { kind: "assignee", agentId: assignee } : { kind: "status", status: "open" },
    reading,
  );
};

/** Whether a card is what was asked for. What was not asked about does not matter. */
const belongs = (
  card: Conversation.Card,
  wanted: Omit<Wanted, "channel" | "team" | "topic"> & Partial<Wanted>,
): boolean => {
  const differs = [
    [wanted.channel, card.channel],
    [wanted.topic, card.topic],
    [wanted.language, card.language],
    [wanted.priority, card.priority],
    [wanted.sentiment, card.sentiment],
    [wanted.urgent, card.urgency === "urgent"],
    [wanted.atRisk, card.atRisk || card.breached],
    [wanted.snoozed, card.snoozed !== null],
    [wanted.followUp, card.followUpAt !== null],
    [wanted.doNotFeed, card.doNotFeed],
    [wanted.complaint, card.complaintSuggested],
    [wanted.audience, card.audience],
    [wanted.heard ?? false, card.overheard],
    [wanted.assignee, wanted.assignee === "none" ? (card.assignee ?? "none") : card.assignee],
  ].some(([value, found]) => value !== undefined && value !== found);
  if (differs) return false;
  if (wanted.tag !== undefined && !card.tags.includes(wanted.tag)) return false;
  if (wanted.teamIds !== undefined) return wanted.teamIds.includes(card.teamId);
  return wanted.team === undefined || wanted.team === card.teamId;
};
