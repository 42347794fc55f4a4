import { createSignal } from "solid-js";
import type { Macro, SavedView, Tag } from "../api-types.ts";
import type { CareCalls } from "./api.ts";

/** What conversations are sorted by: the bank's tags and macros, and the agent's own views. Read when first wanted. */
export const createCare = (api: CareCalls, report: (fault: unknown) => void) => {
  const tags = createOnce(api.tags, [] as Tag[], report);
  const macros = createOnce(api.macros, [] as Macro[], report);
  const savedViews = createOnce(api.savedViews, [] as SavedView[], report);
  return {
    tags: tags.items,
    loadTags: tags.load,
    /** Undefined until the names are there; asking for one fetches them. */
    tagName: (id: string): string | undefined => {
      void tags.load();
      return tags.items().find((tag) => tag.id === id)?.name;
    },
    /** The tag of this name, made where there was none. */
    makeTag: async (name: string): Promise<Tag> => {
      const tag = await api.addTag(crypto.randomUUID(), name);
      tags.put([...tags.items().filter(({ id }) => id !== tag.id), tag]);
      return tag;
    },
    changeTag: async (tag: Tag): Promise<void> => {
      const { id, name, retired = false } = tag;
      const kept = await api.changeTag(crypto.randomUUID(), { id, name, retired });
      tags.put(tags.items().map((each) => (each.id === id ? kept : each)));
    },
    macros: macros.items,
    loadMacros: macros.load,
    putMacros: macros.put,
    savedViews: savedViews.items,
    loadSavedViews: savedViews.load,
    saveViews: async (views: SavedView[]): Promise<void> => {
      savedViews.put((await api.saveViews(crypto.randomUUID(), views)).items);
    },
  };
};

const createOnce = <Item>(
  read: () => Promise<{ items: Item[] }>,
  nothing: Item[],
  report: (fault: unknown) => void,
) => {
  const [items, setItems] = createSignal(nothing);
  let reading: Promise<void> | undefined;
  const load = (): Promise<void> => {
    reading ??= read().then(
      (page) => void setItems(page.items),
      (fault: unknown) => {
        reading = undefined;
        report(fault);
      },
    );
    return reading;
  };
  return { items, load, put: (next: Item[]) => void setItems(next) };
};
