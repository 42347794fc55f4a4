import {
  bitsOf,
  familyOfNext,
  filter,
  lengthOf,
  nameAtOnce,
  nameOrList,
  nextOf,
  numberWord,
  slotOf,
} from "./cue-table.ts";
import { Family } from "./family.ts";
import { letters, spell } from "./letters.ts";

export { Family } from "./family.ts";

/**
 * One pass over a text that tells what could be in it: its runs of digits, and which cue words stand where. Most messages
 * end here, so the pass allocates nothing; what it found is read before the next one overwrites it.
 */
export type Glance = {
  digits: number;
  /** The families of cue words seen, and of telling punctuation, as bits. */
  families: number;
  /** How many number words follow each other, at most; and whether one stands beside a digit. */
  numberWords: number;
  isBesideDigit: boolean;
  /** An entity may stand in it. */
  isEscaped: boolean;
  hasLetters: boolean;
  /** Some character folds to none of ASCII. */
  isForeign: boolean;
  /** The cue words in order: where each starts and ends, and its families. */
  words: number;
  start: Int32Array;
  end: Int32Array;
  bits: Int32Array;
  /** The runs of digits in order. */
  runs: number;
  runStart: Int32Array;
  runEnd: Int32Array;
};

const seen: Glance = {
  digits: 0,
  families: 0,
  numberWords: 0,
  isBesideDigit: false,
  isEscaped: false,
  hasLetters: false,
  isForeign: false,
  words: 0,
  start: new Int32Array(64),
  end: new Int32Array(64),
  bits: new Int32Array(64),
  runs: 0,
  runStart: new Int32Array(64),
  runEnd: new Int32Array(64),
};

/** Over the folded letters of the text, so that accents and ornament hide no word. */
export const glance = (text: string): Readonly<Glance> => {
  spell(text);
  const { bytes, length } = letters;
  const { hashes, ends, digits } = length < kept ? usual : candidates(length);
  const sieve = filter;
  let families = 0;
  let words = 0;
  let digit = 0;
  let letter = 0;
  // Literals: an imported constant is loaded again at every character.
  const seed = 0x811c9dc5 | 0;
  const prime = 0x01000193;
  let hash = seed;
  // Without a branch, as every end of a word would be guessed wrong: what is no candidate is written over by the next.
  // The zero behind the last character ends the last word.
  for (let at = 0; at <= length; at++) {
    const sign = signs[bytes[at] ?? 0] ?? 0;
    const isLetter = sign >> 31;
    hashes[words] = hash;
    ends[words] = at;
    digits[digit] = at;
    const bits = sieve[hash >>> 21] ?? 0;
    words += (bits >>> hash) & (bits >>> (hash >>> 5)) & ~isLetter & 1;
    digit += (sign >>> 30) & ~isLetter & 1;
    families |= sign & ~isLetter;
    letter |= isLetter;
    hash = (Math.imul(hash ^ (sign & 0x7f), prime) & isLetter) | (seed & ~isLetter);
  }
  begin();
  noteRuns(digits, digit);
  for (let word = 0; word < words; word++) families |= noteWord(bytes, hashes[word] ?? 0, ends[word] ?? 0);
  if (families & Family.spelling) seen.isEscaped = text.includes("&");
  seen.families = families & ~digitSign;
  seen.hasLetters = letter !== 0;
  seen.isForeign = !letters.isFoldedAscii;
  return seen;
};

/** What the loop puts down, looked at when it is over: calls within would slow it by half. */
const candidates = (length: number) => ({
  hashes: new Int32Array(length),
  ends: new Int32Array(length),
  digits: new Int32Array(length),
});
const kept = 8192;
const usual = candidates(kept);

const smallLetter = Uint8Array.from({ length: 256 }, (_, code) => {
  const small = code | 0x20;
  return code < 0x80 && code >= 0x41 && small >= 97 && small <= 122 ? small : 0;
});

/** By byte: a letter is negative, with its small form; a digit; the families of telling punctuation. */
const signs: Int32Array = Int32Array.from(smallLetter, (small) => (small === 0 ? 0 : small | (1 << 31)));
const digitSign = 1 << 30;
signs.fill(digitSign, 48, 58);
for (const [marks, families] of [
  ["@", Family.sign],
  ["#/", Family.link],
  ["&", Family.spelling],
  [":", Family.colon],
  [".", Family.stop],
  ["\n\t|", Family.line],
  ["({<", Family.bracket],
  ["[", Family.label | Family.bracket],
] as const)
  for (const mark of marks) signs[mark.charCodeAt(0)] = families;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Digits that stand side by side are a run. */
const noteRuns = (digits: Int32Array, count: number): void => {
  seen.digits = count;
  for (let next = 0; next < count; ) {
    const start = digits[next] ?? 0;
    let end = start;
    for (; next < count && digits[next] === end; next++) end++;
    noteRun(start, end);
  }
};

const noteRun = (start: number, end: number): void => {
  if (seen.runs === seen.runStart.length) {
    seen.runStart = larger(seen.runStart);
    seen.runEnd = larger(seen.runEnd);
  }
  seen.runStart[seen.runs] = start;
  seen.runEnd[seen.runs] = end;
  seen.runs++;
};

const larger = (array: Int32Array): Int32Array => {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
};

const begin = (): void => {
  seen.words = 0;
  seen.runs = 0;
  seen.isEscaped = false;
  seen.numberWords = 0;
  seen.isBesideDigit = false;
  numberChain = 0;
  numberEnd = Number.NEGATIVE_INFINITY;
};

/** The number words that follow each other so far, and where the last of them ended. */
let numberChain = 0;
let numberEnd = Number.NEGATIVE_INFINITY;

/** The families of the word that ends at `end`, which it writes down; 0 when it is no cue. */
const noteWord = (bytes: Uint8Array, hash: number, end: number): number => {
  const slot = slotOf(hash);
  if (slot < 0) return 0;
  const bits = bitsOf(slot);
  const length = lengthOf(slot);
  if (bits < 0) noteNumber(bytes, end - length, end);
  let families = bits & ~numberWord;
  if (families & Family.title && !isBeforeCapital(bytes, end)) families &= ~Family.title;
  const next = nextOf(slot);
  if (next !== 0 && !isFollowed(bytes, end, next)) families &= ~familyOfNext(slot);
  if (families === 0 || (length === 1 && !isInitial(bytes, end))) return 0;
  if (seen.words === seen.start.length) {
    seen.start = larger(seen.start);
    seen.end = larger(seen.end);
    seen.bits = larger(seen.bits);
  }
  seen.start[seen.words] = end - length;
  seen.end[seen.words] = end;
  seen.bits[seen.words] = families;
  seen.words++;
  return families;
};

const chainReach = 12;
const digitReach = 6;

const noteNumber = (bytes: Uint8Array, start: number, end: number): void => {
  numberChain = start - numberEnd <= chainReach ? numberChain + 1 : 1;
  numberEnd = end;
  if (numberChain > seen.numberWords) seen.numberWords = numberChain;
  const until = Math.min(end + digitReach, letters.length);
  for (let at = Math.max(0, start - digitReach); at < until && !seen.isBesideDigit; at++)
    seen.isBesideDigit = isDigit(bytes[at] ?? 0);
};

/** One letter is a word before a dot or a slash ("M.", "a/c"), in brackets ("(a)"), after an apostrophe ("I'm") and in "c v v". */
const isInitial = (bytes: Uint8Array, end: number): boolean => {
  const next = bytes[end];
  const previous = bytes[end - 2];
  if (next === 0x2e || next === 0x2f || (next === 0x29 && previous === 0x28) || previous === 0x27) return true;
  return next === 0x20 && smallLetter[bytes[end + 1] ?? 0] === 0x76 && bytes[end + 2] === 0x20;
};

/** By a word that starts with one of the letters of `next`, a space or a dash at most between; a name has its space, or the comma of a list. */
const isFollowed = (bytes: Uint8Array, end: number, next: number): boolean => {
  const code = bytes[end] ?? 0;
  if (next === nameAtOnce) return code === 0x20 || code >= 0x80;
  if (next === nameOrList) return code === 0x20 || code === 0x2c || code >= 0x80;
  const first = code === 0x20 || code === 0x2d ? (bytes[end + 1] ?? 0) : code;
  return first >= 0x80 || ((next >>> ((first | 0x20) - 97)) & 1) !== 0;
};

const isBeforeCapital = (bytes: Uint8Array, end: number): boolean => {
  for (let at = end; at < end + 8; at++) {
    const code = bytes[at] ?? 0;
    if (code >= 0x80) return true;
    if (code >= 65 && code <= 90) {
      const next = bytes[at + 1] ?? 0;
      return (next | 0x20) >= 97 || next === 0x2e || next === 0x27;
    }
    if (code >= 97 && code <= 122) return isCapital(bytes[behindParticles(bytes, at)] ?? 0);
    if (beforeNames[code] !== 1) return false;
  }
  return false;
};

/** What may stand between a cue and a name: a space, marks, a line's end. Not a question, which is answered later. */
const beforeNames = new Uint8Array(256);
for (const mark of " .,!:'\n\r") beforeNames[mark.charCodeAt(0)] = 1;

const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code >= 0x80;
const particleLetters = 3;

/** Where the word behind "de la", "van der" or "d'" begins: behind two words at most, of three letters at most. */
const behindParticles = (bytes: Uint8Array, from: number): number => {
  let at = from;
  for (let word = 0; word < 2; word++) {
    let end = at;
    while (end <= at + particleLetters && (bytes[end] ?? 0) >= 97 && (bytes[end] ?? 0) <= 122) end++;
    const code = bytes[end];
    if (end === at || end > at + particleLetters || (code !== 0x20 && code !== 0x27)) return at;
    at = end + 1;
    if (code === 0x27) return at;
  }
  return at;
};
