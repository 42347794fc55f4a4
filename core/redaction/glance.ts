import { cueBits, cueLengths, mayBeCue, numberWord, prime, seed, slotOf } from "./cue-table.ts";
import { Family } from "./family.ts";

export { Family } from "./family.ts";

/**
 * One pass over a text that tells what could be in it: how many digits, and which cue words stand where. Most messages
 * end here, so the pass allocates nothing; what it found is read before the next one overwrites it.
 */
export type Glance = {
  digits: number;
  /** The families of cue words seen, as bits. */
  families: number;
  /** How many number words follow each other, at most; and whether one stands beside a digit. */
  numberWords: number;
  isBesideDigit: boolean;
  /** Every code unit is below U+0080 and no entity may stand in it: the text is its own view. */
  isPlain: boolean;
  /** Characters that only a folded view shows: invisible ones, other alphabets' digits, ornamental letters. */
  isDisguised: boolean;
  /** The cue words in order: where each starts and ends, and its families. */
  words: number;
  start: Int32Array;
  end: Int32Array;
  bits: Int32Array;
};

const seen: Glance = {
  digits: 0,
  families: 0,
  numberWords: 0,
  isBesideDigit: false,
  isPlain: true,
  isDisguised: false,
  words: 0,
  start: new Int32Array(64),
  end: new Int32Array(64),
  bits: new Int32Array(64),
};

/**
 * `lower` is the source in small letters, the same length or something that only a view shows. It is what is scanned: a
 * string that was cut or joined is slow to scan, one just made is not.
 */
export const glance = (source: string, lower: string): Readonly<Glance> => {
  const { length } = lower;
  let digits = 0;
  let families = 0;
  let isPlain = true;
  let isDisguised = false;
  let hash = seed;
  begin();
  for (let at = 0; at < length; at++) {
    const code = lower.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      hash = Math.imul(hash ^ code, prime);
      continue;
    }
    if (code >= 0x80) {
      isPlain = false;
      const letter = code < 0x250 ? (latin[code - 0x80] ?? 0) : 0;
      if (letter > hidden) {
        hash = Math.imul(hash ^ letter, prime);
        continue;
      }
      isDisguised ||= letter === hidden || (code >= 0x250 && isDisguise(code));
    }
    if (hash !== seed) {
      if (mayBeCue(hash)) families |= note(source, hash, at);
      hash = seed;
    }
    if (code === 32) continue;
    if (code >= 48 && code <= 57) digits++;
    else if (code < 0x60) families |= punctuation[code] ?? 0;
  }
  if (hash !== seed && mayBeCue(hash)) families |= note(source, hash, length);
  seen.digits = digits;
  seen.families = families;
  seen.isPlain = isPlain && (families & Family.spelling) === 0;
  seen.isDisguised = isDisguised;
  return seen;
};

const hidden = 1;

const begin = (): void => {
  seen.words = 0;
  seen.numberWords = 0;
  seen.isBesideDigit = false;
  numberChain = 0;
  numberEnd = Number.NEGATIVE_INFINITY;
};

/** The number words that follow each other so far, and where the last of them ended. */
let numberChain = 0;
let numberEnd = Number.NEGATIVE_INFINITY;

/** The families of the word that ends at `end`, which it writes down; 0 when it is no cue. */
const note = (source: string, hash: number, end: number): number => {
  const slot = slotOf(hash);
  if (slot < 0) return 0;
  const bits = cueBits[slot] ?? 0;
  const length = cueLengths[slot] ?? 0;
  if (bits < 0) noteNumber(source, end - length, end);
  let families = bits & ~numberWord;
  if (families & Family.title && !isBeforeCapital(source, end)) families &= ~Family.title;
  if (length === 1 && !isInitial(source, end)) return 0;
  if (families !== 0) write(end - length, end, families);
  return families;
};

const chainReach = 12;
const digitReach = 6;

const noteNumber = (source: string, start: number, end: number): void => {
  numberChain = start - numberEnd <= chainReach ? numberChain + 1 : 1;
  numberEnd = end;
  if (numberChain > seen.numberWords) seen.numberWords = numberChain;
  for (let at = start - digitReach; at < end + digitReach && !seen.isBesideDigit; at++) {
    const code = source.charCodeAt(at);
    seen.isBesideDigit = code >= 48 && code <= 57;
  }
};

/** One letter is a word before a dot or a slash ("M.", "a/c"), in brackets ("(a)"), after an apostrophe ("I'm") and in "c v v". */
const isInitial = (source: string, end: number): boolean => {
  const next = source.charCodeAt(end);
  const previous = source.charCodeAt(end - 2);
  if (
    next === 0x2e ||
    next === 0x2f ||
    (next === 0x29 && previous === 0x28) ||
    previous === 0x27 ||
    previous === 0x2019
  )
    return true;
  return next === 0x20 && (source.charCodeAt(end + 1) | 0x20) === 0x76 && source.charCodeAt(end + 2) === 0x20;
};

const write = (start: number, end: number, bits: number): void => {
  if (seen.words === seen.start.length) grow();
  seen.start[seen.words] = start;
  seen.end[seen.words] = end;
  seen.bits[seen.words] = bits;
  seen.words++;
};

const grow = (): void => {
  for (const field of ["start", "end", "bits"] as const) {
    const larger = new Int32Array(seen.words * 2);
    larger.set(seen[field]);
    seen[field] = larger;
  }
};

const isBeforeCapital = (source: string, end: number): boolean => {
  for (let at = end; at < end + 8; at++) {
    const code = source.charCodeAt(at);
    if (code >= 0x80) return true;
    if (code >= 65 && code <= 90) {
      const next = source.charCodeAt(at + 1);
      return (next | 0x20) >= 97 || next === 0x2e;
    }
    if (!(code === 32 || code === 46 || code === 44 || code === 33 || code === 10 || code === 13 || code === 39))
      return false;
  }
  return false;
};

/** U+0080–U+024F as their base letters; 1 for what is invisible, two letters or a digit; 0 for the rest. */
const latin: Uint8Array = Uint8Array.from({ length: 0x250 - 0x80 }, (_, at) => {
  const character = String.fromCharCode(at + 0x80);
  if ("\u00adßæÆœŒøØłŁđĐı".includes(character)) return hidden;
  const plain = character.normalize("NFKD").charCodeAt(0);
  if (plain >= 48 && plain <= 57) return hidden;
  return (plain | 0x20) >= 97 && (plain | 0x20) <= 122 ? plain | 0x20 : 0;
});

/** Not ordinary typography (quotes, dashes, arrows, currency, emoji): something a view may turn into plain text. */
const isDisguise = (code: number): boolean => {
  if (code >= 0x2010 && code <= 0x2027) return false;
  if (code >= 0x20a0 && code <= 0x20cf) return false;
  if (code >= 0x2500 && code <= 0x2bff) return code >= 0x2776 && code <= 0x2793;
  if (code >= 0xd83d && code <= 0xdfff) return code >= 0xdff0 && code <= 0xdff9;
  return code !== 0xfe0f && code !== 0x202f && code !== 0x2009 && code !== 0x2122;
};

const punctuation: Int32Array = new Int32Array(0x60);
punctuation[0x40] = Family.sign;
punctuation[0x5b] = Family.label;
punctuation[0x23] = Family.link;
punctuation[0x2f] = Family.link;
punctuation[0x26] = Family.spelling;
