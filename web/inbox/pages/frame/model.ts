import { type Filter, NARROWINGS, SORTS, VIEWS } from "../../data/inbox/model.ts";

type Search = Partial<Record<string, unknown>>;

/** What the address says is shown. An unknown view is the first one. */
export const filterOf = (search: Search): Filter => ({
  view: VIEWS.find((view) => view === search["view"]) ?? "all",
  sort: SORTS.find((sort) => sort === search["sort"] && sort !== "deadline"),
  ...Object.fromEntries(NARROWINGS.flatMap((name) => (textOf(search[name]) ? [[name, textOf(search[name])]] : []))),
});

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The filter as the address has it, without what is usual. */
export const wordsOf = ({ view, sort, ...narrow }: Filter): Record<string, string> => ({
  ...(view === "all" ? {} : { view }),
  ...(sort === undefined || sort === "deadline" ? {} : { sort }),
  ...Object.fromEntries(NARROWINGS.flatMap((name) => (narrow[name] ? [[name, narrow[name]]] : []))),
});

export const searchOf = (filter: Filter): string => {
  const text = new URLSearchParams(wordsOf(filter)).toString();
  return text === "" ? "" : `?${text}`;
};

export const listPath = (filter: Filter): string => `/${searchOf(filter)}`;
export const conversationPath = (id: string, filter: Filter): string =>
  `/c/${encodeURIComponent(id)}${searchOf(filter)}`;

/** The same place with another filter: what is open stays open. */
export const placeWith = (openId: string | undefined, filter: Filter): string =>
  openId === undefined ? listPath(filter) : conversationPath(openId, filter);

/** The conversation an address opens. */
export const openIdOf = (path: string): string | undefined => {
  const written = /^\/c\/([^/]+)/.exec(path)?.[1];
  return written === undefined ? undefined : decodeURIComponent(written);
};
