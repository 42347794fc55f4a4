import { type Filter, VIEWS } from "../../data/inbox/model.ts";

/** What the address says is shown. An unknown view is the first one. */
export const filterOf = (search: { view?: unknown; channel?: unknown }): Filter => ({
  view: VIEWS.find((view) => view === search.view) ?? "all",
  channel: typeof search.channel === "string" && search.channel !== "" ? search.channel : undefined,
});

export const searchOf = ({ view, channel }: Filter): string => {
  const search = new URLSearchParams();
  if (view !== "all") search.set("view", view);
  if (channel) search.set("channel", channel);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
};

export const listPath = (filter: Filter): string => `/${searchOf(filter)}`;
export const conversationPath = (id: string, filter: Filter): string =>
  `/c/${encodeURIComponent(id)}${searchOf(filter)}`;

/** The conversation an address opens. */
export const openIdOf = (path: string): string | undefined => {
  const written = /^\/c\/([^/]+)/.exec(path)?.[1];
  return written === undefined ? undefined : decodeURIComponent(written);
};
