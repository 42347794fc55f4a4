import { foldUnit } from "./fold.ts";

/**
 * The text being read, one byte a character: what it is when folded, `other` where that is no ASCII character. Bytes are
 * scanned three times faster than a string. One text at a time: the next one overwrites it.
 */
type Letters = {
  /** A zero follows the last character. */
  bytes: Buffer;
  /** The folded code units, unless the text is ASCII or one of its characters folds to none or several. */
  units: Units;
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
const kept = Buffer.alloc(16_384);

/** The same memory as code units and as the bytes a string is written to and read from; little-endian machines only. */
export type Units = { readonly codes: Uint16Array; readonly bytes: Buffer };

export const unitsFor = (length: number): Units => {
  const bytes = Buffer.alloc(length * 2);
  return { codes: new Uint16Array(bytes.buffer, bytes.byteOffset, length), bytes };
};
const keptUnits = unitsFor(kept.length);

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
  const bytes = length < kept.length ? kept : Buffer.alloc(length + 1);
  letters.bytes = bytes;
  letters.length = length;
  // As many bytes as characters: none of them is above U+007F.
  const { read, written } = encoder.encodeInto(text, bytes);
  letters.isAscii = read === length && written === length;
  letters.isFoldedAscii = true;
  letters.isWhole = true;
  letters.isDisguised = false;
  if (!letters.isAscii) {
    letters.units = length < kept.length ? keptUnits : unitsFor(length);
    foldInto(bytes, letters.units, text);
  }
  bytes[length] = 0;
};

/** The code units are copied out at once and folded in place: characters of a string of two bytes are slow to come by. */
const foldInto = (bytes: Buffer, units: Units, text: string): void => {
  const { length } = text;
  const { codes } = units;
  units.bytes.write(text, "utf16le");
  let all = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    const byte = code < 0x80 ? code : byteOf(code);
    all |= byte;
    bytes[at] = byte;
    if (byte < other) codes[at] = byte;
    else if (byte === other) codes[at] = foldUnit(code);
    else noteSeveral(code);
  }
  letters.isFoldedAscii = all < other;
};

const noteSeveral = (code: number): void => {
  letters.isWhole = false;
  letters.isDisguised ||= isDisguise(code);
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
