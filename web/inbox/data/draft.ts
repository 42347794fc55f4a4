import { createStore } from "solid-js/store";

export type Draft = { mode: "reply" | "note"; text: string };

/** What is being written, by conversation; in memory only. */
export const createDrafts = () => {
  const [drafts, setDrafts] = createStore<Record<string, Draft>>({});
  return {
    draft: (id: string): Draft => drafts[id] ?? { mode: "reply", text: "" },
    setDraft: (id: string, draft: Draft) => setDrafts(id, draft),
    hasDrafts: (): boolean => Object.values(drafts).some(({ text }) => text.trim() !== ""),
  };
};
