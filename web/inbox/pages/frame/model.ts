import { happenedIn, happenedOf, USUALLY_HAPPENED } from "../../data/inbox/happening.ts";
import { type Filter, NARROWINGS, SORTS, type Sort, VIEWS, type View } from "../../data/inbox/model.ts";

type Search = Partial<Record<string, unknown>>;

/** What the address says is shown. An unknown view is the first one, and so is that by date without a date. */
export const filterOf = (search: Search): Filter => {
  const asked = VIEWS.find((view) => view === search["view"]) ?? "all";
  // Whom a note names has no date to be narrowed by.
  const happened = asked === "mentions" ? {} : happenedOf((name) => textOf(search[name]));
  return {
    view: asked === "dated" && happened.event === undefined ? "all" : asked,
    sort: SORTS.find((sort) => sort === search["sort"] && sort !== "deadline"),
    ...Object.fromEntries(NARROWINGS.flatMap((name) => (textOf(search[name]) ? [[name, textOf(search[name])]] : []))),
    ...happened,
  };
};

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The filter as the address has it, without what is usual. */
export const wordsOf = ({ view, sort, ...narrow }: Filter): Record<string, string> => ({
  ...(view === "all" ? {} : { view }),
  ...(sort === undefined || sort === "deadline" ? {} : { sort }),
  ...Object.fromEntries(NARROWINGS.flatMap((name) => (narrow[name] ? [[name, narrow[name]]] : []))),
  ...happenedIn(narrow),
});

export const searchOf = (filter: Filter): string => {
  const text = new URLSearchParams(wordsOf(filter)).toString();
  return text === "" ? "" : `?${text}`;
};

export const listPath = (filter: Filter): string => `/${searchOf(filter)}`;
/** Where a view begins: that by date with what came in lately. */
export const viewPath = (view: View, sort?: Sort | undefined): string =>
  listPath(view === "dated" ? { view, ...USUALLY_HAPPENED } : { view, sort });
export const conversationPath = (id: string, filter: Filter): string =>
  `/c/${encodeURIComponent(id)}${searchOf(filter)}`;

/** The same place with another filter: what is open stays open. */
export const placeWith = (openId: string | undefined, filter: Filter): string =>
  openId === undefined ? listPath(filter) : conversationPath(openId, filter);

/** The conversation an address opens. */
export const openIdOf = (path: string): string | undefined => {
  const written = /^\/c\/([^/]+)/.exec(path)?.[1];
  return written === undefined ? undefined : idFrom(written);
};

/** An id as an address has it. One that was cut or mistyped is nobody's: it is looked for as it stands, and not found. */
export const idFrom = (written: string): string => {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
};
