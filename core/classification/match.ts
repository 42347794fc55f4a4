import { isOneLetterAway } from "./typo.ts";
import { fold } from "./word.ts";

/** Parts of one entry lie at most this many words apart. */
const nearWords = 6;
/** Shorter words differ by a letter from too many others. */
const typoLetters = 7;

/** An entry of a lexicon, read once. A part is a choice of phrases, a phrase a row of words, a word a choice of forms. */
type Form = { readonly text: string; readonly isStem: boolean };
type Phrase = readonly (readonly Form[])[];
type Part = readonly Phrase[];
export type Entry = { readonly text: string; readonly parts: readonly Part[]; readonly weight: number };

/** The more words an entry asks for, the more it weighs. */
export const entryOf = (text: string): Entry => {
  const parts = text.split(" + ").map((part) => part.split(" | ").map(phraseOf));
  const weight = parts.reduce((sum, phrases) => sum + Math.min(...phrases.map((phrase) => phrase.length)), 0);
  return { text, parts, weight };
};

/** Every word an entry spells out, so that a real word is never taken for a typing error of another. */
export const spelledOut = (entry: Entry): readonly string[] =>
  entry.parts.flat(3).flatMap((form) => (form.isStem ? [] : [form.text]));

/** Whether the words hold the entry. A long word may differ by one letter unless `known` has it as it stands. */
export const holds = (words: readonly string[], entry: Entry, known: ReadonlySet<string>): boolean => {
  const places: number[][] = [];
  for (const part of entry.parts) {
    const found = positions(words, part, known);
    if (found.length === 0) return false;
    places.push(found);
  }
  const [first = [], ...others] = places;
  return first.some((at) => others.every((near) => near.some((place) => Math.abs(place - at) <= nearWords)));
};

const phraseOf = (text: string): Phrase =>
  fold(text)
    .replaceAll(/['’-]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.split("|").map((form) => ({ text: form.replace("*", ""), isStem: form.endsWith("*") })));

/** Loops, not chains of arrays: this runs for every entry and every message. */
const positions = (words: readonly string[], part: Part, known: ReadonlySet<string>): number[] => {
  const found: number[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (const phrase of part) if (isAt(words, start, phrase, known)) found.push(start);
  }
  return found;
};

const isAt = (words: readonly string[], start: number, phrase: Phrase, known: ReadonlySet<string>): boolean => {
  for (const [index, forms] of phrase.entries()) {
    const word = words[start + index];
    if (word === undefined || !isOneOf(word, forms, known)) return false;
  }
  return true;
};

const isOneOf = (word: string, forms: readonly Form[], known: ReadonlySet<string>): boolean => {
  for (const form of forms) if (isForm(word, form, known)) return true;
  return false;
};

const isForm = (word: string, { text, isStem }: Form, known: ReadonlySet<string>): boolean => {
  if (isStem) return word.startsWith(text);
  return word === text || (text.length >= typoLetters && isOneLetterAway(word, text) && !known.has(word));
};
