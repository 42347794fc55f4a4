import type { Card } from "../data/api-types.ts";
import { nameOf } from "../data/news/model.ts";
import { words } from "../language/index.ts";

type Named = Pick<Card, "contact" | "channel"> & Partial<Pick<Card, "erased">>;

/** What a contact is called on the page, whatever the platform tells of them and after their name went with their words. */
export const contactName = (card: Named): string => {
  const { erasedContact, unknownContact } = words().list;
  const isErased = card.erased !== undefined && card.erased !== null && !card.erased.isPast;
  return nameOf(card) || (isErased ? erasedContact : unknownContact);
};
