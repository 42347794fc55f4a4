import { readCountedDigits } from "./counted.ts";
import { readEscapes } from "./escape.ts";
import { Family, type Glance, glance } from "./glance.ts";
import { hasGluedWords, isMixed, readGluedNumbers } from "./glued.ts";
import { type Groups, readGroups } from "./groups.ts";
import type { Kind } from "./kind.ts";
import { readLetteredCards } from "./lettered-card.ts";
import { letters } from "./letters.ts";
import { readListed } from "./listed.ts";
import { readLookalikes } from "./lookalike.ts";
import { readMisspelt } from "./misspelt.ts";
import { readQuiet } from "./quiet.ts";
import { mayHaveSign, readSigns } from "./sign.ts";
import { readSpokenNumbers } from "./spoken.ts";
import { readStrewn } from "./strewn.ts";
import { withoutLabels } from "./taken.ts";
import { readView, sourceSpan, type View } from "./view.ts";

/** Offsets into the view. */
export type Hit = {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly kept?: string;
  /** Quoted as a fraudster's: "SMS reçu du …". */
  readonly isEvidence?: true;
  /** More digits than letters: no words that happen to pass a check. */
  readonly isMostlyDigits?: boolean;
};

/** A passage of the source that a rule looked at and left, and why. */
export type Miss = { readonly rule: string; readonly start: number; readonly end: number; readonly why: string };

/** One text being read: its view, its cue words, its runs of digits, what the detectors have found so far. */
export type Reading = {
  readonly view: View;
  readonly lower: string;
  readonly glance: Readonly<Glance>;
  /** Without what a stronger detector claimed: see `claims`. */
  groups: Groups;
  readonly quiet: Uint8Array | undefined;
  readonly hits: Hit[];
  readonly misses: Miss[] | undefined;
};

export type Detector = {
  readonly name: string;
  /** How many digits in a chain it needs at least. */
  readonly digits: number;
  /** The cue words without which it has nothing to say. */
  readonly families?: number;
  /** It reads sentences, and has no business in a display name. */
  readonly isOfSentences?: boolean;
  /** Whether a hit is its own beyond doubt: the chains of runs within are not looked at by those that come after. */
  readonly claims?: (hit: Hit) => boolean;
  /** The phrases it looks for; the first word of each is among the cue words of its families, or it would never be tried. */
  readonly cues?: () => readonly { readonly family: number; readonly cue: RegExp }[];
  readonly detect: (reading: Reading) => void;
};

/** Undefined when a glance shows that no detector could find anything, unless `always`. */
export const startReading = (source: string, misses?: Miss[], always = false): Reading | undefined => {
  let seen = glance(source);
  const isGlued = hasGluedWords();
  const hasSign = mayHaveSign(seen, source);
  if (!always && !isGlued && !hasSign && !isWorthReading(seen, source)) return undefined;
  let view = readView(source, seen.isEscaped);
  const show = (next: View): void => {
    if (next === view) return;
    view = next;
    seen = glance(next.text);
  };
  if (view.from !== undefined) seen = glance(view.text);
  const { digits, families } = seen;
  if (families & Family.label) show(withoutLabels(view));
  if (digits > 8) show(readEscapes(view));
  if (hasSign || isGlued) show(readSigns(view));
  if (isGlued || (seen.isBesideDigit && digits > 2 && isMixed(seen))) show(readGluedNumbers(view));
  if (digits > 6 || seen.numberWords > 4) show(readCountedDigits(view, seen));
  const hasNumberWords = isSpoken(seen);
  if (families & Family.spelling) show(readMisspelt(view, seen));
  if (hasNumberWords) show(readSpokenNumbers(view));
  if (digits > 3 && seen.hasLetters) {
    if (digits > 8) show(readStrewn(view, seen));
    show(readLookalikes(view, seen));
    if (digits > 6) show(readLetteredCards(view, seen));
  }
  if (seen.digits > 12) show(readListed(view, seen));
  const quiet = seen.families & mayBeQuiet ? readQuiet(view.lower, seen.families) : undefined;
  const groups = readGroups(view.lower, seen, quiet);
  const hits = groups.floods.map(([start, end]): Hit => ({ kind: "personal", start, end, rule: "digits.flood" }));
  return { view, lower: view.lower, glance: seen, groups, quiet, hits, misses };
};

/** Three number words in a row, or fewer among digits. */
const isSpoken = ({ numberWords, isBesideDigit, digits }: Readonly<Glance>): boolean =>
  numberWords > 2 || (isBesideDigit && digits > (numberWords > 1 ? 3 : 6));

const isWorthReading = ({ digits, families, numberWords }: Readonly<Glance>, text: string): boolean =>
  digits > 2 ||
  (digits > 0 && (families & written) !== 0) ||
  letters.isDisguised ||
  numberWords > 2 ||
  (numberWords > 0 && (families & (Family.street | Family.birth)) !== 0) ||
  (families & alone) !== 0 ||
  (digits > 0 && (families & Family.colon) !== 0 && text.includes("::")) ||
  (families & spelt) === spelt;

/** Families that mean something without a digit, with one digit, or together. */
const alone =
  Family.evidence | Family.sign | Family.spelling | Family.name | Family.title | Family.password | Family.bic;
const written = Family.street | Family.southernStreet | Family.identity | Family.expiry | Family.birth | Family.cvv;
const spelt = Family.at | Family.dot;
const mayBeQuiet = Family.sign | Family.link | Family.dot;

export const isQuiet = ({ quiet }: Reading, at: number): boolean => quiet !== undefined && quiet[at] === 1;

export const before = ({ lower }: Reading, at: number, reach: number): string =>
  lower.slice(Math.max(0, at - reach), at);

/** The message is nothing but [start, end) and punctuation. */
export const isAlone = ({ lower }: Reading, start: number, end: number): boolean =>
  lower.length <= end - start + 8 && !/[a-z0-9]/.test(lower.slice(0, start)) && !/[a-z0-9]/.test(lower.slice(end));

/** Noted for a person who asks why; costs nothing otherwise. */
export const miss = ({ misses, view }: Reading, rule: string, start: number, end: number, why: string): void => {
  if (misses === undefined) return;
  const [from, to] = sourceSpan(view, start, end);
  misses.push({ rule, start: from, end: to, why });
};
