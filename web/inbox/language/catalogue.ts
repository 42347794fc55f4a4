import type { Words } from "./words.ts";

const catalogues: Record<string, () => Promise<Words>> = {
  en: () => import("./en/index.ts").then((module) => module.en),
  fr: () => import("./fr/index.ts").then((module) => module.fr),
};

/** One catalogue is loaded, once; the others stay on the server until they are chosen. */
export const fetchCatalogue = async (code: string): Promise<Words | undefined> => await catalogues[code]?.();
