import { createSignal } from "solid-js";
import type { Card } from "../api-types.ts";
import type { Changes } from "../changes.ts";
import { newest, orderOf } from "./model.ts";
import { createSequence } from "./sequence.ts";

/** Every open conversation that this page has met, the most urgent first. */
export type Stock = ReturnType<typeof createStock>;

/**
 * Kept right by live changes, whatever is shown; so what a view holds is known before the API has answered. After a gap
 * nothing of it is certain, and it begins anew; until a list was read again, a card still tells whose a conversation is.
 */
export const createStock = (changes: Pick<Changes, "listen">) => {
  const order = orderOf({ view: "all" });
  const sequence = createSequence(order);
  const [cards, setCards] = createSignal(sequence.cards());
  let isWhole = false;
  /** From before a gap, by id: in no view. */
  const doubtful = new Map<string, Card>();
  const change = (coming: readonly Card[], going: readonly string[]) => {
    sequence.change(coming, going);
    setCards(sequence.cards());
  };
  const take = (cards: readonly Card[]) => {
    for (const { id } of cards) doubtful.delete(id);
    const newer = cards.map((card) => newest(sequence.card(card.id), card));
    const isOpen = ({ status }: Card) => status === "open";
    change(
      newer.filter(isOpen),
      newer.filter((card) => !isOpen(card)).map(({ id }) => id),
    );
  };
  changes.listen({
    changed: take,
    gone: (id) => {
      doubtful.delete(id);
      change([], [id]);
    },
    everything: () => {
      isWhole = false;
      for (const card of sequence.cards()) doubtful.set(card.id, card);
      sequence.fill([]);
      setCards(sequence.cards());
    },
  });
  return {
    /** What a list was read to hold. */
    put: (cards: readonly Card[]) => {
      doubtful.clear();
      take(cards);
    },
    cards,
    order,
    card: (id: string): Card | undefined => sequence.card(id) ?? doubtful.get(id),
    /** Whether there is no open conversation but these. */
    isWhole: () => isWhole,
    /** Somebody has read them to the end. */
    closeRanks: () => {
      isWhole = true;
    },
  };
};
