import { createSignal } from "solid-js";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { newsOf } from "../news/model.ts";
import { belongs, type Filter, merge, type Reader } from "./model.ts";

/** A list may not know yet what happened this recently; what we were told of a card since then stands. */
const INDEX_LAG_MS = 5_000;

export type Shelf = ReturnType<typeof createShelf>;

/**
 * The cards that are shown, in order, and what is worth telling when they change. Plain arrays: ten thousand cards are
 * put in order and handed on in a moment, and only the few that are on the screen listen to their own.
 */
export const createShelf = (desk: Desk, filter: () => Filter) => {
  const reader: Reader = { id: desk.me.agent.id, teamIds: desk.me.agent.teamIds };
  const [cards, setCards] = createSignal<readonly Card[]>([]);
  const toldAt = new Map<string, number>();
  let places = new Map<string, number>();
  const show = (list: readonly Card[], arrived: readonly Card[]) => {
    const next = merge(list, arrived, filter(), reader);
    places = new Map(next.map(({ id }, place) => [id, place]));
    setCards(next);
  };
  const card = (id: string): Card | undefined => {
    const place = placeOf(id);
    return place === undefined ? undefined : cards()[place];
  };
  const placeOf = (id: string): number | undefined => {
    cards();
    return places.get(id);
  };
  const tellNews = (arrived: readonly Card[]) =>
    desk.news(
      arrived.flatMap((each) => {
        const before = card(each.id);
        return before && before.version >= each.version ? [] : newsOf(before, each);
      }),
    );
  return {
    cards,
    card,
    placeOf,
    tellNews,
    empty: () => show([], []),
    add: (more: readonly Card[]) => show(cards(), more),
    /** A whole reading: what it does not name goes, unless we were told of it just before. */
    replace: (read: readonly Card[], startedAt: number) => {
      const named = new Set(read.map(({ id }) => id));
      const isFresh = (id: string) => (toldAt.get(id) ?? 0) > startedAt - INDEX_LAG_MS;
      show(
        cards().filter(({ id }) => named.has(id) || isFresh(id)),
        read,
      );
    },
    /** What we were told of. `isShown`: the list is there, so that news of it are news. */
    apply: (changed: readonly Card[], isShown: boolean) => {
      const now = Date.now();
      for (const [id, at] of toldAt) if (at < now - INDEX_LAG_MS) toldAt.delete(id);
      for (const { id } of changed) toldAt.set(id, now);
      if (!isShown) return;
      // Whom a note names is told by the list of mentions alone.
      const ours = filter().view === "mentions" ? changed.filter(({ id }) => places.has(id)) : changed;
      tellNews(ours.filter((each) => belongs(each, filter(), reader)));
      show(cards(), ours);
    },
    remove: (id: string) =>
      show(
        cards().filter((each) => each.id !== id),
        [],
      ),
  };
};
