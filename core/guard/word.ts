/** A word of a text, folded: without capitals and accents. `clause` counts from comma to comma within its sentence. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly clause: number;
};

/** `isQuestion`: it asks, so it states nothing. */
export type Sentence = { readonly words: readonly Word[]; readonly isQuestion: boolean };

/** A point inside a number, an abbreviation or an address is followed by no space. */
const sentenceEnds = /[.!?…](?=\s|$)|[\n;]/g;
const words = /[\p{L}\p{N}\p{M}]+|[,:()–—«»"“”]/gu;

export const sentencesOf = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of text.matchAll(sentenceEnds)) {
    sentences.push(sentenceOf(text, from, end.index, end[0]));
    from = end.index + 1;
  }
  sentences.push(sentenceOf(text, from, text.length, ""));
  return sentences.filter((each) => each.words.length > 0);
};

const sentenceOf = (text: string, from: number, to: number, end: string): Sentence => {
  const found: Word[] = [];
  let clause = 0;
  for (const match of text.slice(from, to).matchAll(words)) {
    if (!/[\p{L}\p{N}]/u.test(match[0])) {
      clause += 1;
      continue;
    }
    const start = from + match.index;
    found.push({ text: fold(match[0]), start, end: start + match[0].length, clause });
  }
  return { words: found, isQuestion: end === "?" || text[to - 1] === "?" };
};

export const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe");
