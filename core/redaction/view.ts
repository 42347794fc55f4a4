import { fold, foldUnit } from "./fold.ts";
import { letters } from "./letters.ts";

/**
 * The text as every detector reads it: digits as 0–9, letters without accents, invisible characters gone, entities
 * decoded. `lower` is `text` in lower case, the same length. `from` and `to` give the UTF-16 offsets in the source of
 * each character; they are absent when the view is the source, character by character.
 */
export type View = {
  readonly source: string;
  readonly text: string;
  readonly lower: string;
  readonly from?: Int32Array;
  readonly to?: Int32Array;
};

/** The view of the text that was glanced at last; `isEscaped` when an entity may stand in it. */
export const readView = (source: string, isEscaped: boolean): View => {
  if (isEscaped || !letters.isWhole) return readFolded(source);
  if (letters.isAscii) return { source, text: source, lower: source.toLowerCase() };
  const text = letters.isFoldedAscii ? asciiText() : fromUnits(letters.units, letters.length);
  return { source, text, lower: text.toLowerCase() };
};

const ascii = new TextDecoder();
const asciiText = (): string => ascii.decode(letters.bytes.subarray(0, letters.length));

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const fromUnits = (codes: Uint16Array, length: number): string => {
  if (isLittleEndian) return decoder.decode(codes.subarray(0, length));
  const pieces: string[] = [];
  for (let at = 0; at < length; at += chunk)
    pieces.push(String.fromCharCode(...codes.subarray(at, Math.min(length, at + chunk))));
  return pieces.join("");
};
const chunk = 1024;

/** Offsets in the source of the characters [start, end) of the view. */
export const sourceSpan = (view: View, start: number, end: number): readonly [number, number] => [
  view.from?.[start] ?? start,
  view.to?.[end - 1] ?? end,
];

/** What is written of a view so far; a character of the source may become none, one or several. */
class Draft {
  codes: Uint16Array;
  from: Int32Array;
  to: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
  }

  add(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.grow();
    this.codes[this.length] = code;
    this.from[this.length] = start;
    this.to[this.length] = end;
    this.length++;
  }

  private grow(): void {
    const old = this.codes.length;
    const larger = new Draft(old * 2);
    larger.codes.set(this.codes);
    larger.from.set(this.from);
    larger.to.set(this.to);
    this.codes = larger.codes;
    this.from = larger.from;
    this.to = larger.to;
  }
}

const readFolded = (source: string): View => {
  const draft = new Draft(source.length + 16);
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    const unit = code === 0x26 ? 0 : code < 0x80 ? code : foldUnit(code);
    if (unit !== 0) draft.add(unit, at, ++at);
    else at = addOne(draft, source, at);
  }
  const text = fromUnits(draft.codes, draft.length);
  const { from, to, length } = draft;
  return { source, text, lower: text.toLowerCase(), from: from.subarray(0, length), to: to.subarray(0, length) };
};

/** Longer texts have a buffer of their own. */
const kept = new Uint16Array(8192);

/** The view with single characters read as others: `letters[n]` stands at `places[n]`. */
export const respell = (view: View, places: readonly number[], letters: string): View => {
  const { length } = view.text;
  const codes = length <= kept.length ? kept : new Uint16Array(length);
  for (let at = 0; at < length; at++) codes[at] = view.text.charCodeAt(at);
  for (const [at, place] of places.entries()) codes[place] = letters.charCodeAt(at);
  const text = fromUnits(codes, length);
  return { ...view, text, lower: text.toLowerCase() };
};

/** An entity, a character of two units, or one that becomes none or several. Where the next one starts. */
const addOne = (draft: Draft, source: string, at: number): number => {
  const code = source.charCodeAt(at);
  const entity = code === 0x26 ? entityAt(source, at) : undefined;
  const point = entity === undefined && code >= 0x80 ? (source.codePointAt(at) ?? code) : code;
  const end = entity?.end ?? at + (point > 0xffff ? 2 : 1);
  const piece = entity?.piece ?? fold(point);
  for (let index = 0; index < piece.length; index++) draft.add(piece.charCodeAt(index), at, end);
  // What is drawn on a character (a keycap, an accent) goes with it.
  const last = draft.length - 1;
  if (piece === "" && last >= 0 && draft.to[last] === at && isMark(point)) draft.to[last] = end;
  return end;
};

const isMark = (point: number): boolean =>
  point === 0x20e3 || point === 0xfe0f || mark.test(String.fromCodePoint(point));
const mark = /^\p{M}$/u;

/** [start, end) of a view read as `piece`. */
export type Edit = { readonly start: number; readonly end: number; readonly piece: string };

/** The view with passages read differently; edits are in order and apart. */
export const rewrite = (view: View, edits: readonly Edit[]): View => {
  const grown = edits.reduce((sum, { start, end, piece }) => sum + piece.length - (end - start), 0);
  const from = new Int32Array(view.text.length + grown);
  const to = new Int32Array(from.length);
  const pieces: string[] = [];
  let at = 0;
  let length = 0;
  const copy = (until: number): void => {
    pieces.push(view.text.slice(at, until));
    for (; at < until; at++, length++) {
      from[length] = view.from?.[at] ?? at;
      to[length] = view.to?.[at] ?? at + 1;
    }
  };
  for (const { start, end, piece } of edits) {
    copy(start);
    const [first, last] = sourceSpan(view, start, end);
    pieces.push(piece);
    for (const until = length + piece.length; length < until; length++) {
      from[length] = first;
      to[length] = last;
    }
    at = end;
  }
  copy(view.text.length);
  const text = pieces.join("");
  return { source: view.source, text, lower: text.toLowerCase(), from, to };
};

/** Numeric and the few named entities that spell digits, letters or separators; `&amp;#52;` too (escaped twice). */
const entity = /&(?:amp;){0,2}(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))|([a-z]{2,8}));?/iy;

const entityAt = (source: string, at: number): { readonly piece: string; readonly end: number } | undefined => {
  entity.lastIndex = at;
  const match = entity.exec(source);
  if (match === null) return undefined;
  const end = entity.lastIndex;
  const [, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const piece = named(name);
    return piece === undefined || source[end - 1] !== ";" ? undefined : { piece, end };
  }
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return point > 0 && point <= 0x10ffff ? { piece: fold(point), end } : undefined;
};

const named = (name: string): string | undefined =>
  entities.get(name.toLowerCase()) ?? /^([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring)$/i.exec(name)?.[1];

const entities = new Map([
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ["tab", " "],
  ["newline", "\n"],
  ["amp", "&"],
  ["commat", "@"],
  ["period", "."],
  ["middot", "."],
  ["bull", "."],
  ["hellip", "."],
  ["sdot", "."],
  ["hyphen", "-"],
  ["dash", "-"],
  ["ndash", "-"],
  ["mdash", "-"],
  ["minus", "-"],
  ["shy", ""],
  ["zwj", ""],
  ["zwnj", ""],
  ["quot", '"'],
  ["apos", "'"],
  ["colon", ":"],
  ["sol", "/"],
  ["num", "#"],
  ["lowbar", "_"],
  ["plus", "+"],
  ["lt", "<"],
  ["gt", ">"],
]);
