import { phrasesOf } from "./phrase.ts";
import { vocabularies } from "./words/index.ts";

const formsOf = (vocabulary: (typeof vocabularies)[number]) =>
  Object.entries(vocabulary).flatMap(([part, written]) =>
    phrasesOf(written as readonly string[]).map((phrase) => ({ part, phrase })),
  );
const all = vocabularies
  .flatMap(formsOf)
  .flatMap(({ part, phrase }) => phrase.flat().map((form) => ({ part, ...form })));
const words = new Set(all.flatMap(({ isStem, text }) => (isStem ? [] : [text])));
/** A lone `*` stands for any word, and makes none known. */
const stems = [...new Set(all.flatMap(({ isStem, text }) => (isStem && text !== "" ? [text] : [])))];

/** Whether the rules know a word. */
export const isForm = (word: string): boolean => words.has(word) || stems.some((stem) => word.startsWith(stem));

/** Shorter ones stand by chance wherever two words meet. */
const shortest = { secrets: 3, holdings: 4, standings: 5 };

const wordsOf = (part: keyof typeof shortest): readonly string[] =>
  all.flatMap((form) => (form.part === part && form.text.length >= shortest[part] ? [form.text] : []));

/** What secrets are called. */
export const secretWords: ReadonlySet<string> = new Set(wordsOf("secrets"));
/** What secrets, accounts and how they stand are called. */
export const keyWords: ReadonlySet<string> = new Set([...secretWords, ...wordsOf("holdings"), ...wordsOf("standings")]);

export const longestForm = Math.max(...all.map(({ text }) => text.length));
