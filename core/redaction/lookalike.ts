import { isLuhn } from "./checksum.ts";
import { isDigit, isLetter } from "./groups.ts";
import { hasIssuer } from "./issuer.ts";
import { type Edit, rewrite, type View } from "./view.ts";

/** The view with O read as 0 and l or I as 1 where they stand among digits: "497O l0l2 OOOO" is 4970 1012 0000. */
export const readLookalikes = (view: View): View => {
  if (!hasLookalike(view.lower)) return view;
  const edits = runsOf(view.lower).flatMap((run) =>
    run.flatMap((token, at) => (isDigits(run, at) ? spell(token) : [])),
  );
  return edits.length === 0 ? view : rewrite(view, edits);
};

const digit = /[0-9]/g;
const beside = /[^a-z0-9]{1,5}[oil]{1,4}(?![a-z'])/y;
const ahead = /(?<![a-z])[oil]{1,4}[^a-z0-9']{1,5}$/;

/** What makes a closer look worth it: a lookalike that touches a digit, or stands alone beside one. */
const hasLookalike = (lower: string): boolean => {
  digit.lastIndex = 0;
  while (digit.test(lower)) {
    const start = digit.lastIndex - 1;
    let end = start + 1;
    while (isDigit(lower.charCodeAt(end))) end++;
    digit.lastIndex = end;
    if (isAlike(lower.charCodeAt(start - 1)) || isAlike(lower.charCodeAt(end))) return true;
    beside.lastIndex = end;
    if (isAlike(nearest(lower, end, 1)) && beside.test(lower)) return true;
    if (isAlike(nearest(lower, start - 1, -1)) && ahead.test(lower.slice(Math.max(0, start - 10), start))) return true;
  }
  return false;
};

/** The first letter or digit within five characters. */
const nearest = (lower: string, from: number, step: number): number => {
  for (let at = from, left = 6; left > 0; at += step, left--) {
    const code = lower.charCodeAt(at);
    if (isDigit(code) || isLetter(code)) return code;
  }
  return 0;
};

/** i, l, o. */
const isAlike = (code: number): boolean => code === 105 || code === 108 || code === 111;

type Token = { readonly text: string; readonly start: number; readonly end: number };

const tokens = /(?<![a-z0-9])[0-9oil]{1,19}(?![a-z0-9'])/g;
const gap = /^(?:[^a-z0-9]{1,5}|[^a-z0-9]{1,3}(?:puis|then|et|and|ensuite)[^a-z0-9]{1,3})$/;
const gapAtMost = 14;

/** Tokens of digits and lookalikes that follow each other. */
const runsOf = (lower: string): readonly (readonly Token[])[] => {
  const runs: Token[][] = [];
  for (const match of lower.matchAll(tokens)) {
    const token = { text: match[0], start: match.index, end: match.index + match[0].length };
    const run = runs.at(-1);
    const end = run?.at(-1)?.end ?? 0;
    const joins = run !== undefined && token.start - end <= gapAtMost && gap.test(lower.slice(end, token.start));
    if (joins) run.push(token);
    else runs.push([token]);
  }
  return runs;
};

/** Whether the letters of a token are digits. Liechtenstein's and Israel's codes at the head of a run are not. */
const isDigits = (run: readonly Token[], at: number): boolean => {
  const { text = "" } = run[at] ?? {};
  if (!/[oil]/.test(text) || (at === 0 && /^(?:li|il)\d\d/.test(text))) return false;
  if (/\d/.test(text)) return true;
  const digits = run.reduce((sum, token) => sum + token.text.replace(/\D/g, "").length, 0);
  const length = run.reduce((sum, token) => sum + token.text.length, 0);
  if (digits < 4) return false;
  if (/^o{3,}$/.test(text) || (at > 0 && at < run.length - 1)) return true;
  const isOneByOne = run.every((token) => token.text.length === 1);
  return (
    isOneByOne ||
    (/^(?:[oil]|l{2,4}|o{2,4}|ol|lo)$/.test(text) && ((at === 0 && text === "o" && digits > 6) || length > 11))
  );
};

const spell = ({ text, start }: Token): readonly Edit[] =>
  [...text].flatMap((one, at) => {
    const piece = one === "o" ? "0" : one === "i" || one === "l" ? "1" : undefined;
    return piece === undefined ? [] : [{ start: start + at, end: start + at + 1, piece }];
  });

const four = "[\\dbgilosz]{4}";
const six = "[\\dbgilosz]{6}";
const five = "[\\dbgilosz]{5}";
const between = "(?:[^a-z0-9]{0,3}| ?x ?)";
const cardLike = new RegExp(
  `(?<![a-z0-9])(?:${four}(?:${between}${four}){3}|3[47][\\dbgilosz]{2}${between}${six}${between}${five})(?![a-z0-9])`,
  "g",
);
const letters: Readonly<Record<string, string>> = { o: "0", i: "1", l: "1", z: "2", s: "5", g: "6", b: "8" };
const lettersAtMost = 6;

/** The view with cards' B, G, S and Z read as 8, 6, 5 and 2, and their x as a space: only where the whole is a valid card. */
export const readLetteredCards = (view: View): View => {
  if (!/\d[bgszx]|[bgszx]\d/.test(view.lower)) return view;
  const edits: Edit[] = [];
  for (const { 0: text, index } of view.lower.matchAll(cardLike)) {
    const changed = [...text].flatMap((one, at): Edit[] => {
      const piece = one === "x" ? " " : letters[one];
      return piece === undefined ? [] : [{ start: index + at, end: index + at + 1, piece }];
    });
    const digits = text.replace(/[bgiloszx]/g, (one) => letters[one] ?? "").replace(/\D/g, "");
    if (changed.length <= lettersAtMost && isLuhn(digits) && hasIssuer(digits)) edits.push(...changed);
  }
  return edits.length === 0 ? view : rewrite(view, edits);
};
