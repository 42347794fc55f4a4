import { firstNames, leadingNames } from "../first-names.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { isOfPlace } from "./name-known.ts";
import { particles, stop } from "./name-word.ts";

/** "Carla Esposito … merci, Esposito": the words of a name that was found, with their capitals, elsewhere in the message. */
export const nameRepeated: Detector = {
  name: "name-repeated",
  digits: 0,
  isOfSentences: true,
  detect: (reading) => {
    const words = wordsOf(reading);
    if (words === undefined) return;
    const names = reading.hits
      .filter(({ kind }) => kind === "name")
      .sort((one, two) => one.start - two.start || one.end - two.end);
    for (const word of words) lookFor(reading, word, names);
  },
};

const namesAtMost = 8;
const shortest = 4;
/** Letters besides the name, where it can be said again. */
const roomForMore = 24;

/** Of names of several words, as they stand in the view, those that stand there twice: long enough, no particle, no word of a sentence. */
const wordsOf = ({ hits, view }: Reading): ReadonlySet<string> | undefined => {
  const { text } = view;
  let words: Set<string> | undefined;
  let names = 0;
  for (const { kind, start, end } of hits) {
    if (kind !== "name" || text.length - (end - start) < roomForMore || ++names > namesAtMost) continue;
    const name = text.slice(start, end);
    if (!name.includes(" ")) continue;
    for (const word of name.split(" ")) {
      if (word.length < shortest || text.indexOf(word) === text.lastIndexOf(word) || !isSurname(word)) continue;
      words ??= new Set();
      words.add(word);
    }
  }
  return words;
};

const isSurname = (word: string): boolean => {
  const folded = word.toLowerCase();
  const isWord = firstNames.has(folded) && !leadingNames.has(folded);
  return /^[A-Z][A-Za-z-]+$/.test(word) && !isWord && !stop.has(folded) && !particles.has(folded);
};

type Span = { readonly start: number; readonly end: number };

const lookFor = (reading: Reading, word: string, names: readonly Span[]): void => {
  const { text } = reading.view;
  let next = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    while (next < names.length && (names[next]?.end ?? 0) <= at) next++;
    if ((names[next]?.start ?? end) < end) continue;
    if (isWithin(text, at, end) || isOfPlace(reading.lower, at) || isQuiet(reading, at)) continue;
    if (leadingNames.has(word.toLowerCase()) || !beginsSentence.test(text.slice(Math.max(0, at - 3), at)))
      reading.hits.push({ kind: "name", start: at, end, rule: "name.again" });
  }
};

/** Part of a longer word or of a compound: "Saint-Martin", "Martinique". */
const isWithin = (text: string, start: number, end: number): boolean =>
  /[A-Za-z0-9'@#_./-]/.test(text[start - 1] ?? " ") || /[A-Za-z0-9@_-]/.test(text[end] ?? " ");

/** Any word has a capital there, but on a line of its own. */
const beginsSentence = /(?:^|[.!?] {1,2})$/;
