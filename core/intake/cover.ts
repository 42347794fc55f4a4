import type * as Redaction from "#core/redaction";
import { byHand, type Range, withoutPassages } from "./passage.ts";
import type { Piece } from "./thread.ts";

type Written = Pick<Piece, "text" | "marks">;

/** Words on either side of a label by which its place is found again. */
const contextWords = 3;
/** A passage is no longer than this; beyond, the words around it are not the same place. */
const passageWords = 12;

/**
 * An edit, without what an agent took out of the text it replaces by hand. The passage itself is kept nowhere, nor a
 * digest of it: its place is found by the words around its label. Where those are repeated, what stands between them is
 * covered again, be it the same or not; where only one side is, as much as a passage can be. Unchanged, it is the same
 * object.
 */
export const coverAgain = <Message extends Written>(before: Written, after: Message, language: "fr" | "en"): Message =>
  before.marks
    .filter(({ rule }) => rule === byHand)
    .reduce((message, mark) => {
      const options = { words: [], kind: mark.kind, language };
      return placesOf(before, mark, message.text)
        .toSorted((one, other) => other.start - one.start)
        .reduce((left, place) => withoutPassages(left, options, place), message);
    }, after);

/** Where it may stand. Of places that the words around them tell equally well each is covered: any of them may be it. */
const placesOf = (before: Written, mark: Redaction.Mark, text: string): readonly Range[] => {
  const left = wordsOf(before.text.slice(0, mark.start)).slice(-contextWords);
  const right = wordsOf(before.text.slice(mark.end)).slice(0, contextWords);
  const words = wordsOf(text);
  const all = candidates(words, left, right);
  const most = Math.max(...all.map(({ score }) => score));
  const best = all.filter(({ score }) => score === most);
  const full = best.filter(({ first, last }) => last > first);
  // What begins at one of them and ends at another holds a shorter one.
  const shortest = full.filter((one) => !full.some((other) => other !== one && isWithin(other, one)));
  return (full.length > 0 ? shortest : best.slice(0, 1)).map((each) => rangeOf(text, words, each));
};

type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** Words [first, last) stand in the passage's place. */
type Candidate = {
  readonly first: number;
  readonly last: number;
  readonly score: number;
};

const isWithin = (one: Candidate, other: Candidate): boolean =>
  one.first >= other.first && one.last <= other.last && one.last - one.first < other.last - other.first;

const candidates = (words: readonly Word[], left: readonly Word[], right: readonly Word[]): readonly Candidate[] => {
  const found: Candidate[] = [];
  const starts = left.length === 0 ? [{ at: 0, score: 1 }] : placesAfter(words, left);
  const ends = right.length === 0 ? [{ at: words.length, score: 1 }] : placesBefore(words, right);
  for (const start of starts)
    for (const end of ends)
      if (end.at >= start.at && end.at - start.at <= passageWords)
        found.push({ first: start.at, last: end.at, score: start.score + end.score + 1 });
  if (found.length > 0) return found;
  const enough = (side: readonly Word[], score: number): boolean => score >= Math.min(2, side.length);
  return [
    ...placesAfter(words, left)
      .filter(({ score }) => enough(left, score))
      .map(({ at, score }) => ({ first: at, last: Math.min(words.length, at + passageWords), score })),
    ...placesBefore(words, right)
      .filter(({ score }) => enough(right, score))
      .map(({ at, score }) => ({ first: Math.max(0, at - passageWords), last: at, score })),
  ];
};

type Place = { readonly at: number; readonly score: number };

/** Where the last of these words stand: the place after them, and how many of them do. */
const placesAfter = (words: readonly Word[], context: readonly Word[]): readonly Place[] =>
  words.flatMap((_, at) => {
    let score = 0;
    while (score < context.length && isSame(words[at - score], context.at(-1 - score))) score++;
    return score === 0 ? [] : [{ at: at + 1, score }];
  });

const placesBefore = (words: readonly Word[], context: readonly Word[]): readonly Place[] =>
  words.flatMap((_, at) => {
    let score = 0;
    while (score < context.length && isSame(words[at + score], context[score])) score++;
    return score === 0 ? [] : [{ at, score }];
  });

const isSame = (one: Word | undefined, other: Word | undefined): boolean =>
  one !== undefined && one.folded === other?.folded;

const rangeOf = (text: string, words: readonly Word[], { first, last }: Candidate): Range => {
  const start = words[first - 1]?.end ?? 0;
  const end = words[last]?.start ?? text.length;
  return { start, end };
};

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].map(({ 0: word, index }) => ({
    folded: word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(),
    start: index,
    end: index + word.length,
  }));
