import { isOneLetterAway } from "./typo.ts";
import { fold } from "./word.ts";

/** Parts of one entry lie at most this many words apart. */
const nearWords = 6;
/** Shorter words differ by a letter from too many others. */
const typoLetters = 7;

/** An entry of a lexicon, read once. A part is a choice of phrases, a phrase a row of words, a word a choice of forms. */
type Form = { readonly text: string; readonly isStem: boolean; readonly written: string };
/** `written`: as the lexicon has it, where its words leave no choice. */
type Phrase = { readonly words: readonly (readonly Form[])[]; readonly written?: string };
type Part = readonly Phrase[];
export type Entry = { readonly parts: readonly Part[]; readonly weight: number };
/** An entry that a text holds: `text` is what of the entry it was found by, in the lexicon's spelling. */
export type Found = { readonly text: string; readonly weight: number };

/** The more words an entry asks for, the more it weighs. */
export const entryOf = (text: string): Entry => {
  const parts = text.split(" + ").map((part) => part.split(" | ").map(phraseOf));
  const weight = parts.reduce((sum, phrases) => sum + Math.min(...phrases.map(({ words }) => words.length)), 0);
  return { parts, weight };
};

/** Every word an entry spells out, so that a real word is never taken for a typing error of another. */
export const spelledOut = (entry: Entry): readonly string[] =>
  entry.parts
    .flat()
    .flatMap(({ words }) => words.flat())
    .flatMap((form) => (form.isStem ? [] : [form.text]));

/** The entry, where the words hold it. A long word may differ by one letter unless `known` has it as it stands. */
export const foundIn = (words: readonly string[], entry: Entry, known: ReadonlySet<string>): Found | undefined => {
  const places: Place[][] = [];
  for (const part of entry.parts) {
    const found = placesOf(words, part, known);
    if (found.length === 0) return undefined;
    places.push(found);
  }
  const [first = [], ...others] = places;
  for (const place of first) {
    const near = others.map((places) => places.find(({ at }) => Math.abs(at - place.at) <= nearWords));
    const together = [place, ...near].flatMap((each) => each?.written ?? []);
    if (together.length === places.length) return { text: together.join(" + "), weight: entry.weight };
  }
  return undefined;
};

type Place = { readonly at: number; readonly written: string };

const phraseOf = (text: string): Phrase => {
  const words = text
    .replaceAll(/['’-]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.split("|").map(formOf));
  return { words, ...(text.includes("|") ? {} : { written: text.trim() }) };
};

const formOf = (written: string): Form => ({
  text: fold(written).replace("*", ""),
  isStem: written.endsWith("*"),
  written,
});

/** Loops, not chains of arrays: this runs for every entry and every message. */
const placesOf = (words: readonly string[], part: Part, known: ReadonlySet<string>): Place[] => {
  const found: Place[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (const phrase of part) {
      if (isAt(words, at, phrase, known))
        found.push({ at, written: phrase.written ?? chosen(words, at, phrase, known) });
    }
  }
  return found;
};

const isAt = (words: readonly string[], start: number, phrase: Phrase, known: ReadonlySet<string>): boolean => {
  for (const [index, forms] of phrase.words.entries()) {
    const word = words[start + index];
    if (word === undefined || formIn(word, forms, known) === undefined) return false;
  }
  return true;
};

/** The forms of a phrase that the words from `start` on are. */
const chosen = (words: readonly string[], start: number, phrase: Phrase, known: ReadonlySet<string>): string =>
  phrase.words.map((forms, index) => formIn(words[start + index] ?? "", forms, known)?.written ?? "").join(" ");

const formIn = (word: string, forms: readonly Form[], known: ReadonlySet<string>): Form | undefined => {
  for (const form of forms) if (isForm(word, form, known)) return form;
  return undefined;
};

const isForm = (word: string, { text, isStem }: Form, known: ReadonlySet<string>): boolean => {
  if (isStem) return word.startsWith(text);
  return word === text || (text.length >= typoLetters && isOneLetterAway(word, text) && !known.has(word));
};
