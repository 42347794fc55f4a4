/** The order of the list that is shown, for who goes on to the next conversation from within one. */
export const createOrder = () => {
  let shown: () => readonly { id: string }[] = () => [];
  return {
    /** Named by the list while it is there. */
    orderBy: (cards: () => readonly { id: string }[]): (() => void) => {
      shown = cards;
      return () => {
        if (shown === cards) shown = () => [];
      };
    },
    /** The one below, else the one above. */
    neighbourOf: (id: string): string | undefined => {
      const cards = shown();
      const at = cards.findIndex((card) => card.id === id);
      return (cards[at + 1] ?? cards[at - 1] ?? (at < 0 ? cards[0] : undefined))?.id;
    },
  };
};
