import type { Api } from "../api.ts";
import type { Listed } from "../api-types.ts";
import { type Filter, type ListQuery, queryOf } from "./model.ts";
import { fetchPage } from "./pages.ts";

/** The list's first page, asked for before the list is there to show it. Given out once, to who asks for the same. */
export type FirstPage = (query: ListQuery) => Promise<Listed> | undefined;

export const fetchFirstPage = (api: Api, filter: Filter): FirstPage => {
  const asked = JSON.stringify(queryOf(filter));
  let page: Promise<Listed> | undefined = fetchPage(api, queryOf(filter));
  // Who takes it hears of its failure; nobody may take it.
  page.catch(() => undefined);
  return (query) => {
    const given = JSON.stringify(query) === asked ? page : undefined;
    page = undefined;
    return given;
  };
};
