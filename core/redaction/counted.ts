import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { isDigit, isLetter } from "./groups.ts";
import { parts } from "./number-words.ts";
import { type Edit, rewrite, type View } from "./view.ts";

const counts: ReadonlyMap<string, number> = new Map(
  [
    "deux two zwei dos due twee dois",
    "trois three drei tres tre drie",
    "quatre four vier cuatro quattro quatro",
  ].flatMap((words, at) => words.split(" ").map((word) => [word, at + 2] as const)),
);
const times = "fois|times|mal|veces|volte|keer|maal|vezes";
const timesWords = times.split("|");
const hasTimes = new RegExp(`[2-6a-z] ?(?:${times})(?![a-z])|[2-6]x\\d(?!\\d)|\\d ?\\( ?x`);
const articles = "le|la|el|il|the|de|o|un|chiffre";
const counted = new RegExp(
  `(?<![a-z0-9])([2-6]|${[...counts.keys()].join("|")}) ?(?:${times}|x) ?(?:(?:${articles}) ){0,2}([a-z]{2,7}|\\d)(?![a-z0-9])`,
  "g",
);
/** "5(x2)". */
const behind = /(?<![a-z0-9])(\d) ?\(? ?x ?([2-6])\)(?![a-z0-9])/g;
const passedOver: ReadonlySet<string> = new Set([...timesWords, ...articles.split("|"), "x"]);

/**
 * The view with digits that are told by how often they come written out: "4 fois le 5", "two times zero", "2x8". Only
 * within a number that is told so: eight digits in words or figures that follow each other.
 */
export const readCountedDigits = (view: View, seen: Readonly<Glance>): View => {
  const { lower } = view;
  const mayTellTimes = seen.numberWords > 0 || hasLoneDigit(seen);
  const isCounted = isCrossed(lower, seen) || (mayTellTimes && timesWords.some((word) => lower.includes(word)));
  if (!isCounted || !hasTimes.test(lower)) return view;
  const edits: Edit[] = [];
  eachMatch(counted, lower, ({ index, 0: text, 1: count = "", 2: digit = "" }) => {
    if (!isDigit(digit.charCodeAt(0)) && parts.get(digit)?.is !== "unit") return;
    const often = counts.get(count) ?? Number(count);
    const end = index + text.length;
    if (often + digitsBeside(lower, index, -1) + digitsBeside(lower, end, 1) < digitsAtLeast) return;
    edits.push({ start: index, end, piece: Array.from({ length: often }, () => digit).join(" ") });
  });
  eachMatch(behind, lower, ({ index, 0: text, 1: digit = "", 2: count = "" }) => {
    const end = index + text.length;
    if (digitsBeside(lower, index, -1) + digitsBeside(lower, end, 1) < digitsAtLeast) return;
    edits.push({ start: index, end, piece: Array.from({ length: Number(count) }, () => digit).join(" ") });
  });
  edits.sort((one, two) => one.start - two.start);
  return edits.length === 0 ? view : rewrite(view, edits);
};

/** "2x", "5 (x". */
const isCrossed = (lower: string, { runs, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++) {
    const end = runEnd[run] ?? 0;
    const next = lower[end] === " " ? lower[end + 1] : lower[end];
    if (next === "x" || next === "(") return true;
  }
  return false;
};

const hasLoneDigit = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++) if (runEnd[run] === (runStart[run] ?? 0) + 1) return true;
  return false;
};

const digitsAtLeast = 8;
const wordsAtMost = 24;
const gapAtMost = 3;

/** How many digits are told on one side, in figures or words that follow each other. */
const digitsBeside = (lower: string, from: number, step: 1 | -1): number => {
  let digits = 0;
  let at = from;
  const unit = (place: number): number => lower.charCodeAt(step > 0 ? place : place - 1);
  for (let words = 0; words < wordsAtMost && digits < digitsAtLeast; words++) {
    let gap = 0;
    while (gap <= gapAtMost && isGap(unit(at))) {
      at += step;
      gap++;
    }
    const start = at;
    while (isWord(unit(at)) && Math.abs(at - start) < longestWord) at += step;
    const word = step > 0 ? lower.slice(start, at) : lower.slice(at, start);
    if (word === "") break;
    const part = parts.get(word);
    if (/^\d{1,6}$/.test(word)) digits += word.length;
    else if (part !== undefined) digits += part.is === "unit" ? 1 : part.is === "repeat" ? 0 : 2;
    else if (/^\dx\d$/.test(word)) digits += Number(word[0]);
    else if (!passedOver.has(word)) break;
  }
  return digits;
};

const longestWord = 20;
const isWord = (code: number): boolean => isDigit(code) || isLetter(code);
const isGap = (code: number): boolean => !Number.isNaN(code) && !isWord(code) && code !== 0xfffc;
