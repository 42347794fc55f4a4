import { createSignal } from "solid-js";
import type { Card } from "../api-types.ts";
import type { Changes } from "../changes.ts";
import { newest, orderOf } from "./model.ts";
import { createSequence } from "./sequence.ts";

/** Every open conversation that this page has met, the most urgent first. */
export type Stock = ReturnType<typeof createStock>;

/**
 * Kept right by live changes, whatever is shown; so what a view holds is known before the API has answered. After a gap
 * nothing of it is certain, and it begins anew.
 */
export const createStock = (changes: Pick<Changes, "listen">) => {
  const order = orderOf({ view: "all" });
  const sequence = createSequence(order);
  const [cards, setCards] = createSignal(sequence.cards());
  let isWhole = false;
  const change = (coming: readonly Card[], going: readonly string[]) => {
    sequence.change(coming, going);
    setCards(sequence.cards());
  };
  const put = (cards: readonly Card[]) => {
    const newer = cards.map((card) => newest(sequence.card(card.id), card));
    const isOpen = ({ status }: Card) => status === "open";
    change(
      newer.filter(isOpen),
      newer.filter((card) => !isOpen(card)).map(({ id }) => id),
    );
  };
  changes.listen({
    changed: put,
    gone: (id) => change([], [id]),
    everything: () => {
      isWhole = false;
      sequence.fill([]);
      setCards(sequence.cards());
    },
  });
  return {
    put,
    cards,
    order,
    card: sequence.card,
    /** Whether there is no open conversation but these. */
    isWhole: () => isWhole,
    /** Somebody has read them to the end. */
    closeRanks: () => {
      isWhole = true;
    },
  };
};
