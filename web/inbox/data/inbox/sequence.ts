import type { Card } from "../api-types.ts";

export type Order = (a: Card, b: Card) => number;

export type Sequence = ReturnType<typeof createSequence>;

/**
 * Cards in an order, each once. A card is found, put in and taken out by halving: ten thousand cost hardly more than ten.
 * `order` tells any two cards apart. The list that is handed out never changes: after a change there is another.
 */
export const createSequence = (order: Order) => {
  const known = new Map<string, Card>();
  let cards: readonly Card[] = [];
  return {
    cards: () => cards,
    card: (id: string): Card | undefined => known.get(id),
    placeOf: (id: string): number | undefined => {
      const card = known.get(id);
      return card === undefined ? undefined : placeFor(cards, card, order);
    },
    /** Those that come before this card, whether it is among them or not; none before no card. */
    until: (card: Card | undefined): readonly Card[] =>
      card === undefined ? [] : cards.slice(0, placeFor(cards, card, order)),
    /** These come, or come in the place of what was known of them; those go. */
    change: (coming: readonly Card[], going: Iterable<string> = []): void => {
      const next = [...cards];
      const takeOut = (id: string) => {
        const card = known.get(id);
        if (card === undefined) return;
        next.splice(placeFor(next, card, order), 1);
        known.delete(id);
      };
      for (const id of going) takeOut(id);
      for (const card of coming) {
        takeOut(card.id);
        next.splice(placeFor(next, card, order), 0, card);
        known.set(card.id, card);
      }
      cards = next;
    },
    /** All of them anew. `isInOrder`: each once and in this order already, as another sequence has them. */
    fill: (all: readonly Card[], { isInOrder = false } = {}): void => {
      known.clear();
      for (const card of all) known.set(card.id, card);
      cards = isInOrder ? all : [...known.values()].sort(order);
    },
  };
};

/** Where a card stands in a list that is in order, or would. */
const placeFor = (cards: readonly Card[], card: Card, order: Order): number => {
  let [low, high] = [0, cards.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = cards[middle];
    if (there !== undefined && order(there, card) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
