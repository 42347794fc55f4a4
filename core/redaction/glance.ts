import { cueWords } from "./cue-words.ts";
import { parts } from "./number-words.ts";

/**
 * One pass over a text that tells what could be in it: how many digits, which families of cue words. Most messages end
 * here, so it allocates nothing.
 */
export type Glance = {
  readonly digits: number;
  /** Families of cue words, see `Family`. */
  readonly families: number;
  /** Characters that only a folded view shows: invisible ones, other alphabets' digits, ornamental letters. */
  readonly isDisguised: boolean;
  readonly numberWords: number;
};

/** Bits. A detector that needs a cue runs only where its family was seen. */
export const Family = {
  at: 1 << 0,
  spelling: 1 << 1,
  name: 1 << 2,
  password: 1 << 3,
  code: 1 << 4,
  expiry: 1 << 5,
  account: 1 << 6,
  customer: 1 << 7,
  identity: 1 << 8,
  birth: 1 << 9,
  street: 1 << 10,
  bic: 1 << 11,
  label: 1 << 12,
  link: 1 << 13,
  crypto: 1 << 14,
} as const;

export const glance = (text: string): Glance => {
  let digits = 0;
  let families = 0;
  let numberWords = 0;
  let isDisguised = false;
  let hash = seed;
  for (let at = 0; at <= text.length; at++) {
    let code = at < text.length ? text.charCodeAt(at) : 0;
    if (code >= 0x80) {
      if (code < 0x250) code = latin[code - 0x80] ?? 0;
      else if (isDisguise(code)) isDisguised = true;
      if (code === hidden) isDisguised = true;
    }
    const letter = code | 0x20;
    if (letter >= 97 && letter <= 122 && code < 0x80) {
      hash = Math.imul(hash ^ letter, prime);
      continue;
    }
    if (hash !== seed) {
      const found = lookUp(hash);
      families |= found;
      if (found < 0) numberWords++;
      hash = seed;
    }
    if (code >= 48 && code <= 57) digits++;
    else if (code < 0x60) families |= punctuation[code] ?? 0;
  }
  return { digits, families: families & ~numberWord, isDisguised, numberWords };
};

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
const hidden = 1;
/** The sign bit, so that one comparison tells a number word. */
const numberWord = 1 << 31;

/** U+0080–U+024F as their base letters; 1 for what is invisible or a digit in disguise, 0 for the rest. */
const latin: Uint8Array = Uint8Array.from({ length: 0x250 - 0x80 }, (_, at) => {
  const plain = String.fromCharCode(at + 0x80)
    .normalize("NFKD")
    .charCodeAt(0);
  if (at + 0x80 === 0xad || at + 0x80 === 0xdf || (plain >= 48 && plain <= 57)) return hidden;
  if (at + 0x80 === 0xe6 || at + 0x80 === 0xc6) return 97;
  if (at + 0x80 === 0x152 || at + 0x80 === 0x153) return 111;
  return plain < 0x80 && plain > 0x40 ? plain : 0;
});

/** Not ordinary typography (quotes, dashes, arrows, currency, emoji): something a view may turn into plain text. */
const isDisguise = (code: number): boolean => {
  if (code >= 0x2010 && code <= 0x2027) return false;
  if (code >= 0x20a0 && code <= 0x20cf) return false;
  if (code >= 0x2500 && code <= 0x2bff) return code >= 0x2776 && code <= 0x2793;
  if (code >= 0xd83d && code <= 0xdfff) return false;
  return code !== 0xfe0f && code !== 0x202f && code !== 0x2009;
};

const punctuation: Uint16Array = new Uint16Array(0x60);
punctuation[0x40] = Family.at;
punctuation[0x5b] = Family.label;
punctuation[0x23] = Family.link;
punctuation[0x26] = Family.spelling;
punctuation[0x2f] = Family.link;

const size = 4096;
const keys = new Int32Array(size);
const values = new Int32Array(size);

const lookUp = (hash: number): number => {
  for (let slot = hash & (size - 1); values[slot] !== 0; slot = (slot + 1) & (size - 1))
    if (keys[slot] === hash) return values[slot] ?? 0;
  return 0;
};

const teach = (word: string, bits: number): void => {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  let slot = hash & (size - 1);
  while (values[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1);
  keys[slot] = hash;
  values[slot] = (values[slot] ?? 0) | bits;
};

for (const word of parts.keys()) teach(word, numberWord);
for (const [family, words] of Object.entries(cueWords))
  for (const word of words.split(/\s+/)) if (word) teach(word, Family[family as keyof typeof cueWords]);
