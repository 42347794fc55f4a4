import * as Redaction from "#core/redaction";

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
/** A sign that nobody sees, such as a soft hyphen, parts no word. */
const words = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\p{Cf}]*[\p{L}\p{N}\p{M}])?|[,:()–—«»"“”]/gu;

export const sentencesOf = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of text.matchAll(sentenceEnds)) {
    if (goesOn(text, from, end)) continue;
    sentences.push(sentenceOf(text, from, end.index, end[0]));
    from = end.index + 1;
  }
  sentences.push(sentenceOf(text, from, text.length, ""));
  return sentences.filter((each) => each.words.length > 0);
};

/** What an item of a list begins with. */
const bullet = String.raw`[-–—•*·▪]|\d{1,2}[.)]`;
const nextLine = new RegExp(
  String.raw`^[^\S\n]*(?<item>${bullet})?[^\S\n]*(?<first>\p{Ll}|\p{Lu}{2}|[^\s\p{Cf}])`,
  "u",
);
const itemNumbers = /(?<=^|\n)[^\S\n]*\d{1,2}[.)]/g;

/**
 * A line's end is no sentence's where a small letter or an abbreviation follows, or what a colon announced: the list of what is asked for
 * belongs to the asking. Nor is the point after an item's number.
 */
const goesOn = (text: string, from: number, { 0: sign, index }: RegExpExecArray): boolean => {
  const before = text.slice(from, index);
  if (sign === ".") return /(?:^|\n)[^\S\n]*\d{1,2}$/.test(before);
  const next = sign === "\n" ? nextLine.exec(text.slice(index + 1, index + 40))?.groups : undefined;
  if (next === undefined) return false;
  if (/:[^\S\n]*$/.test(before)) return true;
  return next["item"] === undefined ? /^(?:\p{Ll}|\p{Lu}{2})/u.test(next["first"] ?? "") : /:[^\S\n]*\n/.test(before);
};

const sentenceOf = (text: string, from: number, to: number, end: string): Sentence => {
  const found: Word[] = [];
  let clause = 0;
  const plain = text.slice(from, to).replace(itemNumbers, (number) => " ".repeat(number.length));
  for (const match of plain.matchAll(words)) {
    if (!/[\p{L}\p{N}]/u.test(match[0])) {
      clause += 1;
      continue;
    }
    const start = from + match.index;
    found.push({ text: fold(match[0]), start, end: start + match[0].length, clause });
  }
  return { words: found, isQuestion: end === "?" || text[to - 1] === "?" };
};

/** What a word looks like: letters of other alphabets are the Latin ones that they are read as (UTS #39, 4). */
export const fold = (text: string): string => {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : [...text].map(foldOne).join("");
  return plain
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe");
};

const foldOne = (character: string): string => alike[character] ?? Redaction.fold(character.codePointAt(0) ?? 0);

/** Beside those that redaction folds, letters with which a word of the bank's can be disguised. */
const alike: Readonly<Record<string, string>> = {
  ԁ: "d",
  Ԁ: "d",
  ɡ: "g",
  ɑ: "a",
  ɩ: "i",
  ɪ: "i",
  ӏ: "l",
  Ӏ: "l",
  һ: "h",
  Һ: "h",
  ԛ: "q",
  ԝ: "w",
  ѵ: "v",
  ν: "v",
  ɴ: "n",
  ո: "n",
  ս: "u",
  օ: "o",
  τ: "t",
  ρ: "p",
  ϲ: "c",
  ϳ: "j",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  υ: "u",
  т: "t",
  к: "k",
  м: "m",
  н: "h",
  в: "b",
};
