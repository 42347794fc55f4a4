import type { Glance } from "./glance.ts";
import { countDigits, isDigit, isLetter } from "./groups.ts";
import { letters, smallAt } from "./letters.ts";
import { respell, type View } from "./view.ts";

/**
 * The view with O read as 0 and l or I as 1 where they stand among digits: "497O l0l2 OOOO" is 4970 1012 0000. `seen` is
 * what its runs of digits were found by.
 */
export const readLookalikes = (view: View, seen: Readonly<Glance>): View => {
  if (!hasLookalike(seen)) return view;
  const { lower } = view;
  const places: number[] = [];
  let digits = "";
  for (const run of runsOf(lower)) {
    const [only] = run;
    if (run.length === 1 && only !== undefined && (lettered.test(only.text) || isPostcode(lower, only))) continue;
    const sizes = measure(run);
    for (const [at, { text, start }] of run.entries()) {
      if (!isDigits(run, at, sizes)) continue;
      for (let index = 0; index < text.length; index++) {
        if (!isAlike(text.charCodeAt(index))) continue;
        places.push(start + index);
        digits += text[index] === "o" ? "0" : "1";
      }
    }
  }
  return places.length === 0 ? view : respell(view, places, digits);
};

/** What makes a closer look worth it: a lookalike that touches a digit, or stands alone beside one. */
const hasLookalike = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++) {
    const start = runStart[run] ?? 0;
    const end = runEnd[run] ?? 0;
    if (isAlike(smallAt(start - 1)) || isAlike(smallAt(end))) return true;
    if (standsAlone(end, 1) || standsAlone(start - 1, -1)) return true;
  }
  return false;
};

/** Whether the word next to a digit, at most five characters away, is one to five lookalikes: "497 O". */
const standsAlone = (from: number, step: number): boolean => {
  let at = from;
  while (Math.abs(at - from) < 5 && isGap(smallAt(at))) at += step;
  const start = at;
  if (start === from) return false;
  while (isAlike(smallAt(at))) at += step;
  const size = Math.abs(at - start);
  const next = smallAt(at);
  return size > 0 && size <= longestWord && !isLetter(next) && (next !== apostrophe || step < 0);
};

const apostrophe = 39;
/** The last group of an American Express card. */
const longestWord = 5;
/** Neither a letter nor a digit nor the end. */
const isGap = (code: number): boolean => !Number.isNaN(code) && !isLetter(code) && !isDigit(code);

/** i, l, o. */
const isAlike = (code: number): boolean => code === 105 || code === 108 || code === 111;

/** Spanish, Irish, German and Portuguese identifiers have a letter of their own there. */
const lettered = /^(?:\d{7,8}[oil]|\d{8}[oil]\d{3}|[il]\d{9}|\d{9}[oil]{2}\d)$/;

/** "L8 7NP": the first half of a British postcode before its second one. */
const isPostcode = (lower: string, { text, end }: Token): boolean =>
  /^l\d{1,2}$/.test(text) && /^ ?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/.test(lower.slice(end, end + 5));

type Token = { readonly text: string; readonly start: number; readonly end: number };

/** Words that may stand between two of them. */
const linked = /^[^a-z0-9]{1,3}(?:puis|then|et|and|ensuite)[^a-z0-9]{1,3}$/;
const gapAtMost = 5;
const linkAtMost = 14;
const longestToken = 19;

/** Words of digits and lookalikes alone that follow each other. */
const runsOf = (lower: string): readonly (readonly Token[])[] => {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let last = 0;
  let isNext = false;
  const { bytes, length } = letters;
  for (let at = 0; at < length; at++) {
    let part = partOf[bytes[at] ?? 0] ?? 0;
    if (part === 0) continue;
    const start = at;
    let isToken = true;
    for (; part !== 0; part = partOf[bytes[++at] ?? 0] ?? 0) isToken &&= part === 1;
    isToken &&= at - start <= longestToken && bytes[at] !== apostrophe;
    if (isToken) {
      const token = { text: lower.slice(start, at), start, end: at };
      const size = start - last;
      const joins = isNext ? size <= gapAtMost : size <= linkAtMost && linked.test(lower.slice(last, start));
      if (run.length === 0 || !joins) {
        run = [];
        runs.push(run);
      }
      run.push(token);
      last = at;
    }
    isNext = isToken;
  }
  return runs;
};

/** By byte: 1 is a digit or one of i, l, o, 2 another letter, 0 parts words. */
const partOf = Uint8Array.from({ length: 256 }, (_, code) => {
  const small = code >= 65 && code <= 90 ? code + 32 : code;
  return isDigit(small) || isAlike(small) ? 1 : isLetter(small) ? 2 : 0;
});

type Sizes = { readonly digits: number; readonly length: number; readonly isOneByOne: boolean };

const measure = (run: readonly Token[]): Sizes => {
  let digits = 0;
  let length = 0;
  for (const { text } of run) {
    digits += countDigits(text);
    length += text.length;
  }
  return { digits, length, isOneByOne: length === run.length };
};

/** Whether the letters of a token are digits. Liechtenstein's and Israel's codes at the head of a run are not. */
const isDigits = (run: readonly Token[], at: number, { digits, length, isOneByOne }: Sizes): boolean => {
  const { text = "" } = run[at] ?? {};
  const own = countDigits(text);
  if (own === text.length || (at === 0 && /^(?:li|il)\d\d/.test(text))) return false;
  if (own > 0) return true;
  if (digits < 4) return false;
  if (
    /^o{3,}$/.test(text) ||
    (digits === 10 && text.length === longestWord) ||
    (at > 0 && at < run.length - 1) ||
    isOneByOne
  )
    return true;
  return /^(?:[oil]|l{2,4}|o{2,4}|ol|lo)$/.test(text) && ((at === 0 && text === "o" && digits > 6) || length > 11);
};
