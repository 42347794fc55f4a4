import { coveredBy } from "../covered.ts";
import { startOfWord } from "../free.ts";
import { type Groups, isDigit, isLetter } from "../groups.ts";
import { before, type Detector, isQuiet, type Reading } from "../reading.ts";
import { Sense, saidAround } from "../sense.ts";
import { isOfElse } from "./expiry.ts";

/**
 * A month and year by the sentence they stand in, whatever its order: where it speaks of how long a card lasts, or of a
 * card and what is written on it. PCI DSS 4.0.1, 3.2.1.
 */
export const expiryNear: Detector = {
  name: "expiry-near",
  digits: 2,
  detect: (reading) => {
    const { groups, lower } = reading;
    if ((groups.runs & ofDates) === 0) return;
    let dates: DateSpan[] | undefined;
    for (let at = 0; at < groups.start.length; at++) {
      const date = dateAt(lower, groups, at);
      if (date === undefined) continue;
      dates ??= [];
      dates.push(date);
      at = date.last;
    }
    if (dates !== undefined) take(reading, dates);
  },
};

/** Runs of one, two or four digits. */
const ofDates = (1 << 1) | (1 << 2) | (1 << 4);

/** `last` is its last run. Plain: 12/27, 3/2027, 2027-03, "mars 2027", 31/12/2027; not so plain: 12 27, 12/12/2027. */
type DateSpan = { readonly start: number; readonly end: number; readonly last: number; readonly isPlain: boolean };

const take = (reading: Reading, dates: readonly DateSpan[]): void => {
  const { hits } = reading;
  const isCovered = coveredBy(hits);
  const codes = hits.filter(({ kind }) => kind === "security-code");
  const isCoded = codes.length > 0;
  const isBesideCode = coveredBy(codes);
  for (const date of dates) {
    const { start, end, isPlain } = date;
    const isBeside = isBesideCode(start - besideAtMost, end + besideAtMost);
    if (isCovered(start, end) || isQuiet(reading, start) || isOfElse(before(reading, start, 48))) continue;
    const { sentence, around } = saidAround(reading.lower, start, end);
    if (sentence & Sense.elsewhere) continue;
    const isOfCard = (around & Sense.card) !== 0;
    const isLasting = (sentence & Sense.lasting) !== 0 && (isPlain || isOfCard);
    const code = isPlain && (isOfCard || isLasting) ? codeBehind(reading, date.last) : undefined;
    const isNamed = isPlain && (isCoded || isOfCard) && named.test(before(reading, start, 20));
    const isSeen = (sentence & Sense.written) !== 0 && (isOfCard || (isPlain && (sentence & Sense.named) !== 0));
    if (!isLasting && code === undefined && !(isPlain && isBeside) && !isNamed && !isSeen) continue;
    hits.push({ kind: "expiry", start, end, rule: "expiry.near" });
    if (code !== undefined) hits.push({ kind: "security-code", ...code, rule: "security-code.after-expiry" });
  }
};

/** "12/27 123", "12/27, 123": three digits alone behind the date. */
const codeBehind = (
  { groups, lower }: Reading,
  last: number,
): { readonly start: number; readonly end: number } | undefined => {
  const start = groups.start[last + 1] ?? 0;
  const end = groups.end[last + 1] ?? 0;
  const from = groups.end[last] ?? 0;
  if (end - start !== 3 || start - from > gapAtMost || !/^[ ,;/|-]+$/.test(lower.slice(from, start))) return undefined;
  return /^(?: ?[a-z€$£%]| ?\d|[.,:/]\d)/.test(lower.slice(end, end + 2)) ? undefined : { start, end };
};
const gapAtMost = 3;

/** "Date 09/28", in a message that has told a security code. */
const named = /(?<![a-z])(?:dates?|datum|fecha|data|exp|fin|end)(?: (?:c'est|cest|est|is|ist|es|e|le))?[ :=(]{1,3}$/;

/** "12/27 - 123", "cvv 123 et 12/27". */
const besideAtMost = 16;

const dateAt = (lower: string, groups: Groups, at: number): DateSpan | undefined => {
  const start = groups.start[at] ?? 0;
  const end = groups.end[at] ?? 0;
  const size = end - start;
  if (size > 4 || size === 3 || !isFreeBefore(lower, start)) return undefined;
  const first = numberAt(lower, start, end);
  if (size === 4 && (first < 2020 || first > 2049)) return undefined;
  const next = partBehind(lower, groups, at);
  if (next === 0 && size < 3 && isMonth(first)) return namedParts(lower, groups, at);
  if (next === 0) return size === 4 ? namedDate(lower, start, end, at) : undefined;
  const from = groups.start[next] ?? 0;
  const to = groups.end[next] ?? 0;
  const second = numberAt(lower, from, to);
  const isSpaced = lower.charCodeAt(end) === space && from === end + 1;
  if (size === 4)
    return !isSpaced && to - from === 2 && isMonth(second) && isFreeBehind(lower, to)
      ? { start, end: to, last: next, isPlain: true }
      : undefined;
  const isYear = isYearOf(second, to - from);
  if (isMonth(first) && isYear && (size === 2 || !isSpaced) && isFreeBehind(lower, to))
    return { start, end: to, last: next, isPlain: !isSpaced };
  return isSpaced || first > 31 || !isMonth(second) ? undefined : fullDate(lower, groups, start, next);
};

const space = 32;
const parts = new Uint8Array(0x80);
for (const mark of "/.-") parts[mark.charCodeAt(0)] = 1;
const glue = new Uint8Array(0x80);
for (const mark of ".,/:+-") glue[mark.charCodeAt(0)] = 1;

const isMonth = (number: number): boolean => number > 0 && number < 13;
/** Of two digits one that is no day of a month, nearly; of four this half of the century. */
const isYearOf = (number: number, size: number): boolean =>
  (size === 2 && number > 22 && number < 40) || (size === 4 && number > 2019 && number < 2050);

const numberAt = (lower: string, start: number, end: number): number => {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + lower.charCodeAt(at) - 48;
  return number;
};

/** No letter and no other part of something longer stands before it; "exp:12/27" does. */
const isFreeBefore = (lower: string, start: number): boolean => {
  const code = lower.charCodeAt(start - 1);
  const second = lower.charCodeAt(start - 2);
  if (code === space) return !isDigit(second);
  return !isLetter(code) && (glue[code] !== 1 || isLetter(second) || second === space || start < 2);
};
const isFreeBehind = (lower: string, end: number): boolean => {
  const code = lower.charCodeAt(end);
  return (
    !((glue[code] === 1 || code === space || code === 104) && isDigit(lower.charCodeAt(end + 1))) ||
    isCodeBehind(lower, end)
  );
};
/** "12/27 123": three digits alone. */
const isCodeBehind = (lower: string, end: number): boolean =>
  lower.charCodeAt(end) === space &&
  isDigit(lower.charCodeAt(end + 2)) &&
  isDigit(lower.charCodeAt(end + 3)) &&
  !isDigit(lower.charCodeAt(end + 4));

/** The next run, when one sign, a space or a sign between spaces parts the two; 0 when there is none. */
const partBehind = (lower: string, { start, end }: Groups, at: number): number => {
  const from = end[at] ?? 0;
  const gap = (start[at + 1] ?? 0) - from;
  if (gap === 1) return parts[lower.charCodeAt(from)] === 1 || lower.charCodeAt(from) === space ? at + 1 : 0;
  return gap === 3 && parts[lower.charCodeAt(from + 1)] === 1 && lower.charCodeAt(from) === space ? at + 1 : 0;
};

/** "Mois 04 année 2028", "month 04, year 28": from the first number to the second. */
const namedParts = (lower: string, groups: Groups, at: number): DateSpan | undefined => {
  const start = groups.start[at] ?? 0;
  const from = groups.start[at + 1] ?? 0;
  const end = groups.end[at + 1] ?? 0;
  if (from - start > partsAtMost || !isYearOf(numberAt(lower, from, end), end - from)) return undefined;
  const isNamed =
    monthAhead.test(lower.slice(Math.max(0, start - 24), start)) && yearAhead.test(lower.slice(start, from));
  return isNamed && isFreeBehind(lower, end) ? { start, end, last: at + 1, isPlain: true } : undefined;
};
const partsAtMost = 24;
const monthAhead =
  /(?<![a-z])(?:mois|month|monat|mes|mese|maand)(?: d'exp[a-z]{0,9}| of expiry)?(?: is| est|:)?[ :=]{1,3}$/;
const yearAhead = /^\d\d?[ ,;/]{1,3}(?:et |and )?(?:l')?(?:an|annee|year|jahr|ano|anno|jaar)(?: is| est|:)?[ :=]{1,3}$/;

const fullDate = (lower: string, groups: Groups, start: number, month: number): DateSpan | undefined => {
  const last = partBehind(lower, groups, month);
  if (last === 0) return undefined;
  const from = groups.start[last] ?? 0;
  const end = groups.end[last] ?? 0;
  const isWhole = isYearOf(numberAt(lower, from, end), end - from) && isFreeBehind(lower, end);
  return isWhole ? { start, end, last, isPlain: numberAt(lower, start, start + 2) > 27 } : undefined;
};

const months = new Set(
  "jan fev feb mar apr avr mai may jui jun jul aou aug sep oct okt nov dec dez ene ago dic gen giu lug set ott abr maa mrt mag mei out".split(
    " ",
  ),
);
const ofs = new Set(["de", "do", "del", "of"]);

/** "mars 2027", "marzo de 2028". */
const namedDate = (lower: string, start: number, end: number, last: number): DateSpan | undefined => {
  let to = start - 1;
  if (lower.charCodeAt(to) !== space || !isFreeBehind(lower, end)) return undefined;
  let from = startOfWord(lower, to);
  if (ofs.has(lower.slice(from, to)) && lower.charCodeAt(from - 1) === space) {
    to = from - 1;
    from = startOfWord(lower, to);
  }
  return months.has(lower.slice(from, from + 3)) && to - from < 11
    ? { start: from, end, last, isPlain: true }
    : undefined;
};
