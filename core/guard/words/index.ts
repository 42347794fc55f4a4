import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import type { Vocabulary } from "./vocabulary.ts";

const { lists: french, ...frWords } = fr;
const { lists: english, ...enWords } = en;

/** The lists that a bank begins with. */
export const defaultLists = { fr: french, en: english };
/** What belongs to the rules themselves and is nobody's to change. */
export const vocabularies: readonly Vocabulary[] = [frWords, enWords, de, es, it, nl, pt];
export type { Vocabulary } from "./vocabulary.ts";
