import { isLuhn } from "./checksum.ts";
import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { countDigits, isDigit, isLetter } from "./groups.ts";
import { hasIssuer } from "./issuer.ts";
import { type Edit, rewrite, type View } from "./view.ts";

/**
 * The view with O read as 0 and l or I as 1 where they stand among digits: "497O l0l2 OOOO" is 4970 1012 0000. `seen` is
 * what its runs of digits were found by.
 */
export const readLookalikes = (view: View, seen: Readonly<Glance>): View => {
  if (!hasLookalike(view.lower, seen)) return view;
  const edits = runsOf(view.lower).flatMap((run) =>
    run.flatMap((token, at) => (isDigits(run, at) ? spell(token) : [])),
  );
  return edits.length === 0 ? view : rewrite(view, edits);
};

/** What makes a closer look worth it: a lookalike that touches a digit, or stands alone beside one. */
const hasLookalike = (lower: string, { runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++) {
    const start = runStart[run] ?? 0;
    const end = runEnd[run] ?? 0;
    if (isAlike(lower.charCodeAt(start - 1)) || isAlike(lower.charCodeAt(end))) return true;
    if (standsAlone(lower, end, 1) || standsAlone(lower, start - 1, -1)) return true;
  }
  return false;
};

/** Whether the word next to a digit, at most five characters away, is one to four lookalikes: "497 O". */
const standsAlone = (lower: string, from: number, step: number): boolean => {
  let at = from;
  while (Math.abs(at - from) < 5 && isGap(lower.charCodeAt(at))) at += step;
  const start = at;
  if (start === from) return false;
  while (isAlike(lower.charCodeAt(at))) at += step;
  const size = Math.abs(at - start);
  const next = lower.charCodeAt(at);
  return size > 0 && size < 5 && !isLetter(next) && (next !== apostrophe || step < 0);
};

const apostrophe = 39;
/** Neither a letter nor a digit nor the end. */
const isGap = (code: number): boolean => !Number.isNaN(code) && !isLetter(code) && !isDigit(code);

/** i, l, o. */
const isAlike = (code: number): boolean => code === 105 || code === 108 || code === 111;

type Token = { readonly text: string; readonly start: number; readonly end: number };

const tokens = /(?<![a-z0-9])[0-9oil]{1,19}(?![a-z0-9'])/g;
const gap = /^(?:[^a-z0-9]{1,5}|[^a-z0-9]{1,3}(?:puis|then|et|and|ensuite)[^a-z0-9]{1,3})$/;
const gapAtMost = 14;

/** Tokens of digits and lookalikes that follow each other. */
const runsOf = (lower: string): readonly (readonly Token[])[] => {
  const runs: Token[][] = [];
  eachMatch(tokens, lower, ({ index, 0: text }) => {
    const token = { text, start: index, end: index + text.length };
    const run = runs.at(-1);
    const end = run?.at(-1)?.end ?? 0;
    const joins = run !== undefined && token.start - end <= gapAtMost && gap.test(lower.slice(end, token.start));
    if (joins) run.push(token);
    else runs.push([token]);
  });
  return runs;
};

/** Whether the letters of a token are digits. Liechtenstein's and Israel's codes at the head of a run are not. */
const isDigits = (run: readonly Token[], at: number): boolean => {
  const { text = "" } = run[at] ?? {};
  if (!/[oil]/.test(text) || (at === 0 && /^(?:li|il)\d\d/.test(text))) return false;
  if (/\d/.test(text)) return true;
  const digits = run.reduce((sum, token) => sum + countDigits(token.text), 0);
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
export const readLetteredCards = (view: View, seen: Readonly<Glance>): View => {
  if (!touchesLetter(view.lower, seen)) return view;
  const edits: Edit[] = [];
  eachMatch(cardLike, view.lower, ({ 0: text, index }) => {
    const changed = [...text].flatMap((one, at): Edit[] => {
      const piece = one === "x" ? " " : letters[one];
      return piece === undefined ? [] : [{ start: index + at, end: index + at + 1, piece }];
    });
    const digits = text.replace(/[bgiloszx]/g, (one) => letters[one] ?? "").replace(/\D/g, "");
    if (changed.length <= lettersAtMost && isLuhn(digits) && hasIssuer(digits)) edits.push(...changed);
  });
  return edits.length === 0 ? view : rewrite(view, edits);
};

/** One of B, G, S, Z or x beside a digit. */
const touchesLetter = (lower: string, { runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++)
    if (isLettered(lower.charCodeAt((runStart[run] ?? 0) - 1)) || isLettered(lower.charCodeAt(runEnd[run] ?? 0)))
      return true;
  return false;
};

const isLettered = (code: number): boolean =>
  code === 98 || code === 103 || code === 115 || code === 120 || code === 122;
