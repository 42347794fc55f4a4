import * as z from "zod";
import type * as Conversation from "#core/conversation";
import * as Report from "#core/report";
import type { Runtime } from "#functions/runtime";
import { openCursor, sealCursor } from "./cursor.ts";
import type { Caller } from "./sign-in.ts";
import { type Happened, readBehind } from "./told.ts";

/** The most cards one answer looks at; a narrow question goes on from the cursor. */
const mostCardsRead = 2_000;
const cardsAtOnce = 250;

const Place = z.object({ at: z.iso.datetime(), conversationId: z.string().max(80) });

type Reading = {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly oldestFirst?: boolean;
  readonly isWanted: (card: Conversation.Card) => boolean;
};

type Happening = { readonly card: Conversation.Card; readonly happenedAt: string };

export type HappenedPage = {
  readonly cards: readonly Happening[];
  readonly cursor?: string;
  /** Of all of them, whatever the cards are narrowed by. */
  readonly counted: { readonly conversations: number; readonly times: number };
};

/** The conversations behind a figure as they are now, a page of them, in the order in which it happened. */
export const readHappened = async (
  runtime: Runtime,
  caller: Caller,
  asked: Happened,
  { cursor, isWanted, limit, oldestFirst = false }: Reading,
): Promise<HappenedPage> => {
  const behind = await readBehind(runtime, caller, asked);
  const counted = { conversations: behind.length, times: behind.reduce((sum, { times }) => sum + times, 0) };
  const order = oldestFirst ? behind.toReversed() : behind;
  const start = cursor === undefined ? 0 : placeAfter(order, openCursor(Place, cursor), oldestFirst);
  const cards: Happening[] = [];
  for (let read = 0; read < mostCardsRead; read += cardsAtOnce) {
    const slice = order.slice(start + read, start + read + cardsAtOnce);
    const known = await cardsOf(runtime, caller.entityId, slice);
    for (const each of slice) {
      const card = known.get(each.conversationId);
      if (card === undefined || !isWanted(card)) continue;
      cards.push({ card, happenedAt: each.at });
      if (cards.length === limit) return pageOf({ cards, counted }, order, each);
    }
  }
  return pageOf({ cards, counted }, order, order[start + mostCardsRead - 1]);
};

const cardsOf = async ({ store }: Runtime, entityId: string, slice: readonly Report.Behind[]) => {
  const cards = await store.readCards(
    entityId,
    slice.map(({ conversationId }) => conversationId),
  );
  return new Map(cards.map((card) => [card.id, card]));
};

const pageOf = (
  page: Omit<HappenedPage, "cursor">,
  order: readonly Report.Behind[],
  last: Report.Behind | undefined,
): HappenedPage => {
  if (last === undefined || last === order.at(-1)) return page;
  const { at, conversationId } = last;
  return { ...page, cursor: sealCursor({ at, conversationId }) };
};

/** What has happened again since moved away from its place: the next after that place comes first. */
const placeAfter = (order: readonly Report.Behind[], place: z.infer<typeof Place>, oldestFirst: boolean): number => {
  const isAfter = (each: Report.Behind): boolean =>
    oldestFirst ? Report.byNewest(each, place) < 0 : Report.byNewest(each, place) > 0;
  const found = order.findIndex(isAfter);
  return found < 0 ? order.length : found;
};
