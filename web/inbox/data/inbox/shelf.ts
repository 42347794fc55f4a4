import { createSignal } from "solid-js";
import type { Card } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import { newsOf } from "../news/model.ts";
import { belongs, type Filter, newest, orderOf, type Reader } from "./model.ts";
import { createSequence } from "./sequence.ts";

/** A list may not know yet what happened this recently; what we were told of a card since then stands. */
const INDEX_LAG_MS = 5_000;

export type Shelf = ReturnType<typeof createShelf>;

/** The first cards of a view, in order; with `next` there are more after them. */
export type Reading = { cards: readonly Card[]; next: string | undefined; startedAt: number };

/** The cards that are shown, in order, and what is worth telling when they change. */
export const createShelf = (desk: Desk, filter: () => Filter) => {
  const reader: Reader = { id: desk.me.agent.id, teamIds: desk.me.agent.teamIds };
  const [cards, setCards] = createSignal<readonly Card[]>([]);
  const toldAt = new Map<string, number>();
  let order = orderOf(filter());
  let sequence = createSequence(order);
  const change = (arrived: readonly Card[], going: readonly string[] = []) => {
    const coming: Card[] = [];
    const leaving = [...going];
    for (const each of arrived) {
      const card = newest(sequence.card(each.id), each);
      if (belongs(card, filter(), reader)) coming.push(card);
      else leaving.push(card.id);
    }
    sequence.change(coming, leaving);
    setCards(sequence.cards());
  };
  const card = (id: string): Card | undefined => {
    cards();
    return sequence.card(id);
  };
  const placeOf = (id: string): number | undefined => {
    cards();
    return sequence.placeOf(id);
  };
  const tellNews = (arrived: readonly Card[]) =>
    desk.news(
      arrived.flatMap((each) => {
        const before = sequence.card(each.id);
        return before && before.version >= each.version ? [] : newsOf(before, each);
      }),
    );
  return {
    cards,
    card,
    placeOf,
    tellNews,
    /** Another view: what the page knows of it. */
    begin: () => {
      order = orderOf(filter());
      sequence = createSequence(order);
      sequence.fill(isForetold(filter()) ? desk.stock.cards().filter((each) => belongs(each, filter(), reader)) : []);
      setCards(sequence.cards());
    },
    add: (more: readonly Card[]) => change(more),
    /**
     * What a reading does not name goes, unless we were told of it just before. `keepsRest`: what comes after its last
     * card was not looked at, and stays.
     */
    replace: ({ cards: read, next, startedAt }: Reading, { keepsRest }: { keepsRest: boolean }) => {
      const named = new Set(read.map(({ id }) => id));
      const last = read.at(-1);
      const isBeyond = (each: Card) => keepsRest && next !== undefined && (last === undefined || order(each, last) > 0);
      const isFresh = ({ id }: Card) => (toldAt.get(id) ?? 0) > startedAt - INDEX_LAG_MS;
      const isKept = (each: Card) => named.has(each.id) || isFresh(each) || isBeyond(each);
      change(
        read,
        sequence.cards().flatMap((each) => (isKept(each) ? [] : [each.id])),
      );
    },
    /** What we were told of. `isShown`: the list is there, so that news of it are news. */
    apply: (changed: readonly Card[], isShown: boolean) => {
      const now = Date.now();
      for (const [id, at] of toldAt) if (at < now - INDEX_LAG_MS) toldAt.delete(id);
      for (const { id } of changed) toldAt.set(id, now);
      if (!isShown) return;
      // Whom a note names is told by the list of mentions alone.
      const ours = filter().view === "mentions" ? changed.filter(({ id }) => sequence.card(id)) : changed;
      tellNews(ours.filter((each) => belongs(each, filter(), reader)));
      change(ours);
    },
    remove: (id: string) => change([], [id]),
  };
};

/** Whom a note names stands in no card, and closed ones are not kept. */
const isForetold = ({ view }: Filter): boolean => view !== "mentions" && view !== "closed";
