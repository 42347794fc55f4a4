import { foldUnit } from "./fold.ts";

/**
 * The text being read, one byte a character: what it is when folded, `other` where that is no ASCII character. Bytes are
 * scanned three times faster than a string. One text at a time: the next one overwrites it.
 */
type Letters = {
  /** A zero follows the last character. */
  bytes: Uint8Array;
  /** The folded code units, unless the text is ASCII or one of its characters folds to none or several. */
  units: Uint16Array;
  length: number;
  isAscii: boolean;
  /** Every character folds to an ASCII one. */
  isFoldedAscii: boolean;
  /** Every character folds to one. */
  isWhole: boolean;
  /** One that folds to none or several is no ordinary typography: only a folded view shows what it says. */
  isDisguised: boolean;
};

/** Longer texts have a buffer of their own, so that one of a megabyte is not kept. */
const kept = new Uint8Array(16_384);
const keptUnits = new Uint16Array(kept.length);

export const letters: Letters = {
  bytes: kept,
  units: keptUnits,
  length: 0,
  isAscii: true,
  isFoldedAscii: true,
  isWhole: true,
  isDisguised: false,
};

const encoder = new TextEncoder();

export const spell = (text: string): void => {
  const { length } = text;
  const bytes = length < kept.length ? kept : new Uint8Array(length + 1);
  letters.bytes = bytes;
  letters.length = length;
  // As many bytes as characters: none of them is above U+007F.
  const { read, written } = encoder.encodeInto(text, bytes);
  letters.isAscii = read === length && written === length;
  letters.isFoldedAscii = true;
  letters.isWhole = true;
  letters.isDisguised = false;
  if (!letters.isAscii) {
    letters.units = length < kept.length ? keptUnits : new Uint16Array(length);
    foldInto(bytes, letters.units, text);
  }
  bytes[length] = 0;
};

const foldInto = (bytes: Uint8Array, units: Uint16Array, text: string): void => {
  let all = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 ? code : byteOf(code);
    all |= byte;
    bytes[at] = byte;
    units[at] = byte < other ? byte : foldUnit(code);
    if (byte !== several) continue;
    letters.isWhole = false;
    letters.isDisguised ||= isDisguise(code);
  }
  letters.isFoldedAscii = all < other;
};

const other = 0x80;
const several = 0x81;

/** By code unit, made when first met. */
const known = new Uint8Array(0x10000);

const byteOf = (unit: number): number => {
  const byte = known[unit] ?? 0;
  if (byte !== 0) return byte;
  const folded = foldUnit(unit);
  const made = folded === 0 ? several : folded < 0x80 ? folded : other;
  known[unit] = made;
  return made;
};

/** Not ordinary typography (quotes, dashes, arrows, currency, emoji): something a view may turn into plain text. */
const isDisguise = (code: number): boolean => {
  if (code >= 0x2010 && code <= 0x2027) return false;
  if (code >= 0x20a0 && code <= 0x20cf) return false;
  if (code >= 0x2500 && code <= 0x2bff) return code >= 0x2776 && code <= 0x2793;
  if (code >= 0xd83d && code <= 0xdfff) return code >= 0xdff0 && code <= 0xdff9;
  return code !== 0xfe0f && code !== 0x202f && code !== 0x2009 && code !== 0x2122;
};

/** The byte of the text glanced at, a letter in its small form; NaN beyond its ends. */
export const smallAt = (at: number): number => {
  const { bytes, length } = letters;
  if (at < 0 || at >= length) return Number.NaN;
  const byte = bytes[at] ?? 0;
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
};
