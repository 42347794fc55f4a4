import * as Redaction from "#core/redaction";
import { joinMarks, type Piece } from "./thread.ts";

/** UTF-16 offsets into a kept text. */
export type Range = { readonly start: number; readonly end: number };

/** What a person takes out by hand: these words, as this kind, labelled in this language. */
export type Passages = {
  readonly words: readonly string[];
  readonly kind: Redaction.Kind;
  readonly language: "fr" | "en";
};

/** A marked passage is removed wherever it stands; one shorter than this, only where it was marked. */
const wordsAtLeast = 3;
/** The rule of a mark that an agent made. */
export const byHand = "agent";

/** The words of a range, without the labels in it: those stand for what is gone already. */
export const passagesIn = ({ text, marks }: Written, range: Range): readonly string[] =>
  partsOf({ text, marks }, range).map(({ start, end }) => text.slice(start, end));

/** The message without the passages, and without the range when it is the one it was marked in. Unchanged, it is the same object. */
export const withoutPassages = <Message extends Written>(
  message: Message,
  passages: Passages,
  range?: Range,
): Message => {
  const marked = range === undefined ? [] : partsOf(message, range);
  const elsewhere = occurrences(message.text, passages.words).filter(
    (each) => ![...marked, ...message.marks].some((other) => each.start < other.end && other.start < each.end),
  );
  const found = [...marked, ...elsewhere]
    .toSorted((left, right) => left.start - right.start)
    .map(({ start, end }) => ({ kind: passages.kind, start, end, rule: byHand }));
  if (found.length === 0) return message;
  const redaction = Redaction.write(message.text, found, { language: passages.language });
  return { ...message, text: redaction.text, marks: joinMarks(message.marks, redaction) };
};

type Written = Pick<Piece, "text" | "marks">;

/** The range between its labels, without the blanks at the ends, never between the halves of a character. */
const partsOf = ({ text, marks }: Written, range: Range): readonly Range[] => {
  const inside = marks
    .filter((mark) => mark.start < range.end && range.start < mark.end)
    .toSorted((left, right) => left.start - right.start);
  const starts = [range.start, ...inside.map((mark) => mark.end)];
  const ends = [...inside.map((mark) => mark.start), Math.min(range.end, text.length)];
  return starts.flatMap((start, index) => {
    const part = trimmed(text, whole(text, { start, end: ends[index] ?? start }));
    return /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end)) ? [part] : [];
  });
};

const whole = (text: string, { start, end }: Range): Range => ({
  start: isLowHalf(text, start) ? start - 1 : start,
  end: isLowHalf(text, end) ? end + 1 : end,
});

const isLowHalf = (text: string, at: number): boolean =>
  at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

const trimmed = (text: string, { start, end }: Range): Range => {
  const part = text.slice(start, end);
  return { start: start + (part.length - part.trimStart().length), end: end - (part.length - part.trimEnd().length) };
};

/** Where the words stand as words: capitals and the width of blanks mean nothing. The longest come first. */
const occurrences = (text: string, words: readonly string[]): readonly Range[] => {
  const found: Range[] = [];
  const searched = words.filter((each) => each.replace(/[^\p{L}\p{N}]/gu, "").length >= wordsAtLeast);
  for (const each of searched.toSorted((left, right) => right.length - left.length)) {
    for (const match of text.matchAll(patternOf(each))) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => range.start < other.end && other.start < range.end)) found.push(range);
    }
  }
  return found;
};

const patternOf = (words: string): RegExp => {
  const literal = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "giu");
};
