/**
 * Signs nobody mistakes for another when read aloud or copied by hand: no vowels (so no words), no 0, 1, I, L or O. Eight of
 * them are 38 bits: enough with a life of hours and a limit on guesses, and nothing without.
 */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";
const length = 8;
/** Bytes above this multiple of the alphabet would favour its first signs. */
const fairBytes = 256 - (256 % alphabet.length);

/**
 * A code from random bytes; undefined when these do not make one: too few were usable, or it has no digit or no letter, by
 * which a code is told from a word or a number in what customers write.
 */
export const codeFrom = (random: Uint8Array): string | undefined => {
  const signs = [...random].filter((byte) => byte < fairBytes).map((byte) => alphabet[byte % alphabet.length] ?? "");
  const code = signs.slice(0, length).join("");
  return code.length === length && isMixed(code) ? code : undefined;
};

const isMixed = (code: string): boolean => /\d/.test(code) && /[A-Z]/.test(code);

/** As people read it: `B4CD-7XYZ`. */
export const showCode = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;

/** A code stands alone: the head of an IBAN, or a group out of a longer number, looks like one and is redaction's to find. */
const alone = {
  before: "(?<![\\p{L}\\p{N}])(?<!\\p{N}{3}[-.\\s]{1,2})",
  after: "(?![\\p{L}\\p{N}])(?![-.\\s]{1,2}\\p{N}{3})",
};
const written = new RegExp(
  `${alone.before}([${alphabet}]{4})[-\\u2010-\\u2015\\s]([${alphabet}]{4})${alone.after}`,
  "giu",
);
const closely = new RegExp(`${alone.before}([${alphabet}]{4})([${alphabet}]{4})${alone.after}`, "giu");

/** What somebody typed, as a code; undefined when it can be none. */
export const readCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, "");
  const isOne = code.length === length && [...code].every((sign) => alphabet.includes(sign)) && isMixed(code);
  return isOne ? code : undefined;
};

type Found = { readonly code: string; readonly start: number; readonly end: number };

/** Every code in a text, in order. */
export const codesIn = (text: string): readonly Found[] =>
  [written, closely]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match): Found[] => {
      const code = readCode(match[0]);
      return code === undefined ? [] : [{ code, start: match.index, end: match.index + match[0].length }];
    })
    .toSorted((left, right) => left.start - right.start);
