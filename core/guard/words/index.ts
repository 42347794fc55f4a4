import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** The lists that a bank begins with. */
export const defaultLists = { fr: fr.lists, en: en.lists };
/** What belongs to the rules themselves and is nobody's to change. */
export const vocabularies = [fr, en] as const;
export type { Vocabulary } from "./vocabulary.ts";
