import { createSignal } from "solid-js";
import { preferences } from "../data/preferences.ts";
import { fetchCatalogue } from "./catalogue.ts";
import { wishedLanguage } from "./wish.ts";
import type { Words } from "./words.ts";

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
  const [catalogue] = await Promise.all([fetchCatalogue(code), ...[...parts].map((follow) => follow(code))]);
  if (!catalogue) return;
  document.documentElement.lang = code;
  setCurrent(catalogue);
};
