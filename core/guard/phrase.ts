import { fold, type Sentence, type Word } from "./word.ts";

/** A row of words: each a choice of forms, `*` standing for any ending, as in `je|nous vous garanti*`. */
export type Phrase = readonly (readonly Form[])[];
type Form = { readonly text: string; readonly isStem: boolean };

/** Where a phrase stands among the words of a sentence: the first and one past the last. */
export type Place = { readonly from: number; readonly to: number };

export const phraseOf = (written: string): Phrase =>
  fold(written)
    .replaceAll(/['’-]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.split("|").map((form) => ({ text: form.replace("*", ""), isStem: form.endsWith("*") })));

export const phrasesOf = (written: readonly string[]): readonly Phrase[] => written.map(phraseOf);

/** Every place where one of the phrases stands, in order. */
export const placesOf = (words: readonly Word[], phrases: readonly Phrase[]): readonly Place[] => {
  const places: Place[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const longest = Math.max(0, ...phrases.map((phrase) => (isAt(words, from, phrase) ? phrase.length : 0)));
    if (longest > 0) places.push({ from, to: from + longest });
  }
  return places;
};

/** The same for a sentence, looked for once. */
export const placesIn = (sentence: Sentence, phrases: readonly Phrase[]): readonly Place[] => {
  const found = known.get(sentence) ?? new Map<readonly Phrase[], readonly Place[]>();
  known.set(sentence, found);
  const places = found.get(phrases) ?? placesOf(sentence.words, phrases);
  found.set(phrases, places);
  return places;
};

const known = new WeakMap<Sentence, Map<readonly Phrase[], readonly Place[]>>();

export const isAt = (words: readonly Word[], from: number, phrase: Phrase): boolean =>
  phrase.every((forms, index) => {
    const word = words[from + index]?.text;
    return word !== undefined && forms.some(({ isStem, text }) => (isStem ? word.startsWith(text) : word === text));
  });

/** The same list of words, read once. */
export const remembered = (): ((written: readonly string[]) => readonly Phrase[]) => {
  const known = new WeakMap<readonly string[], readonly Phrase[]>();
  return (written) => {
    const ready = known.get(written) ?? phrasesOf(written);
    known.set(written, ready);
    return ready;
  };
};
