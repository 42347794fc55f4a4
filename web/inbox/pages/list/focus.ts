/** Moves the focus along the cards; from outside the list it starts at the open one, else at an end. */
export const focusNeighbour = (pane: HTMLElement | undefined, step: 1 | -1, openId: string | undefined): void => {
  const cards = cardsOf(pane);
  const held = cards.findIndex((card) => card.matches(":focus"));
  const start = held >= 0 ? held : cards.findIndex((card) => card.dataset["id"] === openId);
  const next = start < 0 ? cards[0] : cards[start + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

export const focusCard = (pane: HTMLElement | undefined, id: string): void => {
  const cards = cardsOf(pane);
  (cards.find((card) => card.dataset["id"] === id) ?? cards[0])?.focus();
};

const cardsOf = (pane: HTMLElement | undefined): HTMLElement[] => [
  ...(pane?.querySelectorAll<HTMLElement>("a.card") ?? []),
];
