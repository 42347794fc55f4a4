import { type Component, createSignal, lazy } from "solid-js";
import { language, onLanguage } from "./index.ts";

/** The words of a part of the page that is loaded when it is opened. */
export type Area<Words> = {
  /** In the language of the page. Drawn only after `load`. */
  words: () => Words;
  load: () => Promise<void>;
};

/** `createArea({ en: () => import(…), fr: () => import(…) })`: one language is loaded, another when it is chosen. */
export const createArea = <Words>(catalogues: Record<string, () => Promise<Words>>): Area<Words> => {
  const [current, setCurrent] = createSignal<Words>();
  const speak = async (code: string): Promise<void> => {
    const words = await catalogues[code]?.();
    if (words) setCurrent(() => words);
  };
  let loading: Promise<void> | undefined;
  return {
    words: () => {
      const loaded = current();
      if (!loaded) throw new Error("the words of this part are not loaded");
      return loaded;
    },
    load: () => {
      loading ??= speak(language()).then(() => onLanguage(speak));
      return loading;
    },
  };
};

/** A component that is fetched together with its words. */
export const lazyWithWords = <Props extends Record<string, unknown>>(
  area: Pick<Area<unknown>, "load">,
  fetchView: () => Promise<{ default: Component<Props> }>,
) => lazy(async () => (await Promise.all([fetchView(), area.load()]))[0]);
