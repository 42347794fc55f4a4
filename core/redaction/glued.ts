import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { countDigits, isDigit } from "./groups.ts";
import { letters, smallAt } from "./letters.ts";
import { parts } from "./number-words.ts";
import { gluedSign } from "./sign.ts";
import { type Edit, rewrite, type View } from "./view.ts";

/**
 * Whether a long word of the text glanced at begins with three that spell numbers, or is an address without its sign. Four characters are looked at at once:
 * letters have a bit that spaces, digits and most signs have not.
 */
export const hasGluedWords = (): boolean => {
  const { bytes, length } = letters;
  const fours = foursOf(bytes);
  const last = length >> 2;
  // Fifteen letters fill three fours that follow each other, and every third is among any three.
  for (let four = 0; four < last; four += 3) {
    if (((fours[four] ?? 0) & areLetters) !== areLetters) continue;
    const behind = ((fours[four + 1] ?? 0) & areLetters) === areLetters;
    const ahead = ((fours[four - 1] ?? 0) & areLetters) === areLetters;
    if (
      !(behind && (ahead || ((fours[four + 2] ?? 0) & areLetters) === areLetters)) &&
      !(ahead && ((fours[four - 2] ?? 0) & areLetters) === areLetters)
    )
      continue;
    let end = four * 4;
    while (isLetter[bytes[end] ?? 0] === 1) end++;
    let start = four * 4;
    while (isLetter[bytes[start - 1] ?? 0] === 1) start--;
    if (end - start >= shortest && isTold(start, end)) return true;
    while ((four + 3) * 4 < end) four += 3;
  }
  return false;
};

const areLetters = 0x40404040;
/** The same bytes by four; longer texts have a buffer of their own. */
const foursOf = (bytes: Uint8Array): Uint32Array => {
  if (bytes !== known.bytes) known = { bytes, fours: new Uint32Array(bytes.buffer, 0, bytes.length >> 2) };
  return known.fours;
};
let known: { readonly bytes: Uint8Array; readonly fours: Uint32Array } = {
  bytes: new Uint8Array(0),
  fours: new Uint32Array(0),
};

/** "cinquntroisdeux". */
const shortest = 15;
const isLetter = Uint8Array.from({ length: 256 }, (_, code) =>
  Number((code >= 65 && code <= 90) || (code >= 97 && code <= 122)),
);

/** Three numbers begin it, or the sign of an address stands within. */
const isTold = (start: number, end: number): boolean => {
  let word = "";
  for (let at = start; at < Math.min(end, start + longest); at++) word += String.fromCharCode(smallAt(at));
  return threeNumbers.test(word) || gluedSign.test(word);
};
const longest = 80;

const numbers: readonly string[] = [...parts]
  .filter(([word, { is }]) => word !== "oh" && word.length < 10 && (is === "unit" || is === "teen" || is === "ten"))
  .map(([word]) => word);
const spelt: ReadonlySet<string> = new Set(numbers);
const longestNumber = Math.max(...numbers.map(({ length }) => length));
const threeNumbers = new RegExp(`^(?:${numbers.join("|")}){3}`);

/**
 * The view with number words that were written as one set apart: "quatrecinqtrois", "ZweiDreiAcht", "45troisneuf2huit".
 * A word has to be made of them and of digits alone, and one of them of three, or of six digits in all.
 */
export const readGluedNumbers = (view: View): View => {
  const edits: Edit[] = [];
  let isSure = false;
  eachMatch(tokens, view.lower, ({ index, 0: token }) => {
    const cuts = cutsOf(token);
    isSure ||= cuts.length > 2 || cuts.length + countDigits(token) > 5;
    for (const [start, end] of cuts)
      edits.push({ start: index + start, end: index + end, piece: ` ${token.slice(start, end)} ` });
  });
  return isSure ? rewrite(view, edits) : view;
};

const tokens = new RegExp(`(?<![a-z0-9])\\d{0,16}(?:${numbers.join("|")})[a-z0-9]{2,400}(?![a-z0-9])`, "g");

/** A run of digits that a letter touches: number words may be glued to it. */
export const isMixed = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++)
    if (isSmall(smallAt((runStart[run] ?? 0) - 1)) || isSmall(smallAt(runEnd[run] ?? 0))) return true;
  return false;
};
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** Where its number words start and end; none when it is made of anything else, or is a single word. */
const cutsOf = (token: string): readonly (readonly [number, number])[] => {
  // By place: how long the piece is that starts there, when the rest is made of pieces as well.
  const pieces = new Uint8Array(token.length + 1);
  pieces[token.length] = 1;
  for (let at = token.length - 1; at >= 0; at--) {
    if (isDigit(token.charCodeAt(at))) pieces[at] = pieces[at + 1] === 0 ? 0 : 1;
    else
      for (let size = Math.min(longestNumber, token.length - at); size > 1 && pieces[at] === 0; size--)
        if (pieces[at + size] !== 0 && spelt.has(token.slice(at, at + size))) pieces[at] = size;
  }
  const cuts: (readonly [number, number])[] = [];
  for (let at = 0, size = pieces[0] ?? 0; size > 0 && at < token.length; at += size, size = pieces[at] ?? 0)
    if (!isDigit(token.charCodeAt(at))) cuts.push([at, at + size]);
  return cuts.length > 1 || /\d/.test(token) ? cuts : [];
};
