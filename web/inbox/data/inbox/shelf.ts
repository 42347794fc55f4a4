import { createSignal, onCleanup } from "solid-js";
import type { Card, Me } from "../api-types.ts";
import { type News, newsOf } from "../news/model.ts";
import { belongs, type Filter, isDated, membersOf, newestListed, orderOf, type Reader } from "./model.ts";
import { createSequence } from "./sequence.ts";
import type { Stock } from "./stock.ts";

/** A list may not know yet what happened this recently; what we were told of a card since then stands. */
const INDEX_LAG_MS = 5_000;

/** More than any screen shows: what a view begins with, before all that is known of it is put in order. */
const FIRST_CARDS = 100;

export type Shelf = ReturnType<typeof createShelf>;

/** The first cards of a view, in order; with `next` there are more after them. */
export type Reading = { cards: readonly Card[]; next: string | undefined; startedAt: number };

type Around = {
  me: { agent: Pick<Me["agent"], "id" | "teamIds"> };
  stock: Pick<Stock, "cards" | "order">;
  news: (items: News[]) => void;
  /** Acts when what is drawn now has been painted. Returns how to call it off. */
  afterPaint: (act: () => void) => () => void;
};

/** The cards that are shown, in order, and what is worth telling when they change. */
export const createShelf = ({ afterPaint, me, news, stock }: Around, filter: () => Filter) => {
  const reader: Reader = { id: me.agent.id, teamIds: me.agent.teamIds };
  const toldAt = new Map<string, number>();
  let order = orderOf(filter());
  let sequence = createSequence(order);
  // Together: while another view is on its way, what is drawn still asks for the cards of the one before.
  const [shown, setShown] = createSignal({ sequence, cards: sequence.cards() });
  const show = () => setShown({ sequence, cards: sequence.cards() });
  let isBeginning = false;
  let stopWaiting = () => {};
  onCleanup(() => stopWaiting());
  const foretell = (most?: number): readonly Card[] => {
    const known = isForetold(filter()) ? take(stock.cards(), membersOf(filter(), reader), most) : [];
    sequence.fill(known, { isInOrder: order === stock.order });
    return known;
  };
  /** All that is known of the view; until it is asked for or painted once, the first cards may be alone. */
  const whole = () => {
    if (isBeginning) {
      isBeginning = false;
      stopWaiting();
      foretell();
    }
    return sequence;
  };
  const change = (arrived: readonly Card[], going: readonly string[] = []) => {
    const coming: Card[] = [];
    const leaving = [...going];
    for (const each of arrived) {
      const card = newestListed(whole().card(each.id), each);
      if (belongs(card, filter(), reader)) coming.push(card);
      else leaving.push(card.id);
    }
    whole().change(coming, leaving);
    show();
  };
  const cards = () => shown().cards;
  const card = (id: string): Card | undefined => shown().sequence.card(id);
  const placeOf = (id: string): number | undefined => shown().sequence.placeOf(id);
  const tellNews = (arrived: readonly Card[]) =>
    news(
      arrived.flatMap((each) => {
        const before = whole().card(each.id);
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
      const first = foretell(order === stock.order ? FIRST_CARDS : undefined);
      show();
      stopWaiting();
      isBeginning = first.length === FIRST_CARDS;
      if (isBeginning) {
        stopWaiting = afterPaint(() => {
          whole();
          show();
        });
      }
    },
    add: (more: readonly Card[]) => change(more),
    /**
     * What a reading does not name goes, unless we were told of it just before. `keepsRest`: what comes after its last
     * card was not looked at, and stays.
     */
    replace: ({ cards: read, next, startedAt }: Reading, { keepsRest }: { keepsRest: boolean }) => {
      const named = new Set(read.map(({ id }) => id));
      const isFresh = ({ id }: Card) => (toldAt.get(id) ?? 0) > startedAt - INDEX_LAG_MS;
      const isKept = (each: Card) => named.has(each.id) || isFresh(each);
      const looked = keepsRest && next !== undefined ? whole().until(read.at(-1)) : whole().cards();
      change(
        read,
        looked.flatMap((each) => (isKept(each) ? [] : [each.id])),
      );
    },
    /** What we were told of. `isShown`: the list is there, so that news of it are news. */
    apply: (changed: readonly Card[], isShown: boolean) => {
      const now = Date.now();
      for (const [id, at] of toldAt) if (at < now - INDEX_LAG_MS) toldAt.delete(id);
      for (const { id } of changed) toldAt.set(id, now);
      if (!isShown) return;
      // Whom a note names is told by the list of mentions alone, and what happened when by the list of that.
      const ours = isToldByList(filter()) ? changed.filter(({ id }) => whole().card(id)) : changed;
      tellNews(ours.filter((each) => belongs(each, filter(), reader)));
      change(ours);
    },
    remove: (id: string) => change([], [id]),
  };
};

/** The first cards of which this is so, in their order. */
const take = (cards: readonly Card[], isSo: (card: Card) => boolean, most = Number.POSITIVE_INFINITY): Card[] => {
  const taken: Card[] = [];
  for (const card of cards) {
    if (taken.length === most) break;
    if (isSo(card)) taken.push(card);
  }
  return taken;
};

const isToldByList = (filter: Filter): boolean => filter.view === "mentions" || isDated(filter);

/** Whom a note names stands in no card, and closed ones are not kept. */
const isForetold = (filter: Filter): boolean => !isToldByList(filter) && filter.view !== "closed";
