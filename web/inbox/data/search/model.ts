import { plain } from "#core/search";
import type { Card } from "../api-types.ts";
import { nameOf } from "../news/model.ts";

const MOST_SHOWN = 8;

/** What is looked through of a card, as long as there is the card. */
const texts = new WeakMap<Card, string>();

const textOf = (card: Card): string => {
  const known = texts.get(card);
  if (known !== undefined) return known;
  const text = ` ${plain([nameOf(card), card.contact.handle, card.preview, card.id].join(" "))}`;
  texts.set(card, text);
  return text;
};

/** Ten thousand at once would hold the page up; prepared, they are looked through in a moment. */
export const prepare = (cards: readonly Card[]): void => {
  for (const card of cards) textOf(card);
};

export const isPrepared = (card: Card): boolean => texts.has(card);

/** What of the cards at hand has every word, in their order: found while one still writes. */
export const findInCards = (cards: readonly Card[], asked: string): Card[] => {
  const words = plain(asked).split(" ").filter(Boolean);
  const found: Card[] = [];
  if (words.length === 0) return found;
  for (const card of cards) {
    const text = textOf(card);
    if (words.every((word) => text.includes(` ${word}`))) found.push(card);
    if (found.length === MOST_SHOWN) break;
  }
  return found;
};
