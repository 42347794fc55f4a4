import { createRoute, z } from "@hono/zod-openapi";
import type * as Conversation from "#core/conversation";
import * as Search from "#core/search";
import type * as Store from "#core/store";
import { inLanes, lastSaid, type Runtime } from "#functions/runtime";
import { viewOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { readHappened } from "./happened.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";
import { Happened } from "./told.ts";

/** Conversations looked into for one answer: about 30 read units for their cards, and 3 for the messages of each. */
const cardsRead = 60;
const conversationsAtOnce = 10;
/** Messages of one conversation that are looked into: all of them, or the newest where there are more. */
const mostBodies = 300;

const Asked = z
  .object({
    text: z.string().trim().min(2).max(200),
    status: z.enum(["open", "closed"]),
    from: z.iso.datetime().optional().openapi({ description: "Only those whose newest message is not before" }),
    to: z.iso.datetime().optional(),
    happened: Happened.optional().openapi({
      description: "Only those to which this happened, the newest happening first",
    }),
    cursor: z.string().max(500).optional(),
  })
  .openapi("Search");
type Asked = z.infer<typeof Asked>;

const Found = z.object({
  card: Card,
  excerpt: z.string().optional().openapi({ description: "Where the words stand, redacted as the message is" }),
});

const search = createRoute({
  method: "post",
  path: "/api/search",
  request: { body: body(Asked) },
  responses: {
    200: json(
      "Newest first; a page may be empty where the cursor goes on. Of a conversation its newest 300 messages are looked into",
      z.object({
        items: z.array(Found),
        searchedUntil: z.iso.datetime().optional().openapi({ description: "How far back it has looked" }),
        cursor: z.string().optional(),
      }),
    ),
    ...problems,
  },
});

/**
 * Looks into the messages themselves, from the newest conversation backwards, a bounded number for one answer. There is
 * no index of words: what was redacted again or erased is not found from that moment on, and nothing has to be erased
 * twice. The question is sent in a body, so that no address and no log has it.
 */
export const addSearch = (app: Api, runtime: Runtime): void => {
  app.openapi(search, async (context) => {
    const caller = permit(context.get("caller"), "read");
    const { entityId } = caller;
    const asked = context.req.valid("json");
    const words = Search.wordsOf(asked.text);
    const { cards, cursor } = await page(runtime, caller, asked);
    const tags = await runtime.store.listTags(entityId);
    const names = new Map(tags.map(({ id, name }) => [id, name]));
    const looked = await inLanes(
      conversationsAtOnce,
      cards.filter((card) => isWithin(card, asked)),
      (card) => look(runtime, entityId, { card, words, names }),
    );
    const items = looked.flat();
    const last = placeOf(cards.at(-1));
    return context.json(
      {
        items,
        ...(last === undefined ? {} : { searchedUntil: last }),
        ...(cursor === undefined || (asked.from !== undefined && last !== undefined && last < asked.from)
          ? {}
          : { cursor }),
      },
      200,
    );
  });
};

const page = async (runtime: Runtime, caller: Caller, { cursor, happened, status }: Asked): Promise<Store.Page> => {
  if (happened !== undefined) {
    const isWanted = (card: Conversation.Card): boolean => card.status === status;
    const found = await readHappened(runtime, caller, happened, { cursor, limit: cardsRead, isWanted });
    const cards = found.cards.map(({ card }) => card);
    return found.cursor === undefined ? { cards } : { cards, cursor: found.cursor };
  }
  const list = status === "closed" ? ({ kind: "status", status } as const) : ({ kind: "latest" } as const);
  return await runtime.store.listCards(caller.entityId, list, {
    limit: cardsRead,
    newestFirst: true,
    ...(cursor === undefined ? {} : { cursor }),
  });
};

const isWithin = ({ lastMessageAt }: Conversation.Card, { from, to }: Asked): boolean =>
  (from === undefined || lastMessageAt >= new Date(from).toISOString()) &&
  (to === undefined || lastMessageAt <= new Date(to).toISOString());

/** Where it is in its list: nothing behind it has a newer message. A conversation may be closed long after its last one. */
const placeOf = (card: Conversation.Card | undefined): string | undefined =>
  (card?.status === "closed" ? card.closedAt : undefined) ?? card?.lastMessageAt;

type Place = {
  readonly card: Conversation.Card;
  readonly words: readonly string[];
  readonly names: ReadonlyMap<string, string>;
};

/** A conversation is found by what its card says, and by any of its messages and notes. */
const look = async (runtime: Runtime, entityId: string, { card, names, words }: Place) => {
  const key = { entityId, conversationId: card.id };
  const bodies =
    (await runtime.store.listFewBodies(key, mostBodies))?.filter(({ removed }) => removed !== true) ??
    (await lastSaid(runtime, key, { most: mostBodies, isWanted: () => true }));
  const { handle, name } = card.contact;
  const told = [card.id, name, handle, ...card.tags.map((id) => names.get(id))];
  const texts = bodies.map(({ text }) => text);
  if (!Search.matches(words, [...told, ...texts])) return [];
  const excerpt = texts.map((text) => Search.excerptOf(words, text)).find((each) => each !== undefined);
  return [{ card: viewOf(card, runtime.now()), ...(excerpt === undefined ? {} : { excerpt }) }];
};
