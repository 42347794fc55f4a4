import type { Card, Page } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import type { queryOf } from "./model.ts";

/** The most pages read again after a gap; who has scrolled further scrolls again. */
const MOST_PAGES = 8;

type Query = ReturnType<typeof queryOf>;

export const readPage = (desk: Desk, query: Query, cursor: string | undefined): Promise<Page<Card>> =>
  desk.api.conversations({ ...query, ...(cursor ? { cursor } : {}) });

/** Pages from the first on until there are `atLeast` cards; `next` is the cursor of the page after them. */
export const readPages = async (desk: Desk, query: Query, atLeast: number) => {
  const cards: Card[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const ahead = next ? undefined : desk.firstPage(query);
    const answer = await (ahead ?? readPage(desk, query, next));
    cards.push(...answer.items);
    next = answer.cursor;
    if (!next || cards.length >= atLeast) break;
  }
  return { cards, next };
};
