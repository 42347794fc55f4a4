import { createSignal } from "solid-js";
import { preferences } from "../data/preferences.ts";
import { wishedLanguage } from "./wish.ts";
import type { Words } from "./words.ts";

/** One catalogue is loaded; the others stay on the server until they are chosen. */
const catalogues: Record<string, () => Promise<Words>> = {
  en: () => import("./en/index.ts").then((module) => module.en),
  fr: () => import("./fr/index.ts").then((module) => module.fr),
};

const [current, setCurrent] = createSignal<Words>();

/** The catalogue in use. The page is drawn only after `startLanguage`. */
export const words = (): Words => {
  const loaded = current();
  if (!loaded) throw new Error("no language is loaded");
  return loaded;
};

export const language = (): string => current()?.code ?? document.documentElement.lang;

const parts = new Set<(code: string) => Promise<void>>();

/** A part with words of its own follows the page into another language. */
export const onLanguage = (follow: (code: string) => Promise<void>): void => {
  parts.add(follow);
};

/** Loads the wished language; the page is drawn after it. */
export const startLanguage = (): Promise<void> => load(wishedLanguage());

export const setLanguage = async (code: string): Promise<void> => {
  preferences.set("language", code);
  await load(code);
};

const load = async (code: string): Promise<void> => {
  const [catalogue] = await Promise.all([catalogues[code]?.(), ...[...parts].map((follow) => follow(code))]);
  if (!catalogue) return;
  document.documentElement.lang = code;
  setCurrent(catalogue);
};
