import type { Api } from "../api.ts";
import type { Card, Counted, Listed } from "../api-types.ts";
import type { Desk } from "../desk.ts";
import type { ListQuery } from "./model.ts";

/** What fills a tall screen comes first; the rest by as much as the API gives at once. */
const FIRST_PAGE = 30;
const PAGE = 100;
/** The most pages read again after a gap; who has scrolled further scrolls again. */
const MOST_PAGES = 8;

export const fetchPage = async (api: Api, query: ListQuery, cursor?: string): Promise<Listed> => {
  const { mentions, ...asked } = query;
  if (!mentions) return await api.conversations({ ...asked, limit: cursor ? PAGE : FIRST_PAGE, cursor });
  const { items } = await api.mentions();
  return { items: [...new Map(items.map(({ conversation }) => [conversation.id, conversation])).values()] };
};

/** Pages from the first on until there are `atLeast` cards; `next` is the cursor of the page after them. */
export const readPages = async (desk: Desk, query: ListQuery, atLeast: number) => {
  const cards: Card[] = [];
  let next: string | undefined;
  let counted: Counted | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const ahead = next ? undefined : desk.firstPage(query);
    const answer = await (ahead ?? fetchPage(desk.api, query, next));
    cards.push(...answer.items);
    next = answer.cursor;
    counted = answer.counted;
    if (!next || (cards.length > 0 && cards.length >= atLeast)) break;
  }
  return { cards, next, counted };
};
