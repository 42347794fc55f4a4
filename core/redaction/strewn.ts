import { isLuhn } from "./checksum.ts";
import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { hasIssuer } from "./issuer.ts";
import { smallAt } from "./letters.ts";
import { type Edit, rewrite, type View } from "./view.ts";

const strewn = /(?<![a-z0-9])\d{1,6}(?:[ ._-]?\(?[a-z]{1,5}\)?[ ._-]?\d{1,6}){2,18}(?![a-z0-9])/g;
const gap = /[ ._-]?\(?[a-z]{1,5}\)?[ ._-]?/g;

/**
 * The view without letters that were strewn between the digits of a card or a French phone: "4z9d7z8d…",
 * "5137(x)7584(x)…", "06x12x71x82x42". A card has to be valid, told one by one or in its printed groups.
 */
export const readStrewn = (view: View, seen: Readonly<Glance>): View => {
  if (!touchesLetters(seen)) return view;
  const edits: Edit[] = [];
  eachMatch(strewn, view.lower, ({ index, 0: text }) => {
    if (!areStrewn(text.match(gap) ?? []) || (!isNumber(text.split(gap)) && !isEven(text))) return;
    eachMatch(gap, text, (match) => {
      const start = index + match.index;
      edits.push({ start, end: start + match[0].length, piece: " " });
    });
  });
  return edits.length === 0 ? view : rewrite(view, edits);
};

/** One or two letters each, or the same each time: "4000 du 0566 au 5566 chez" is a sentence, "050l-080l" no strewing. */
const areStrewn = (gaps: readonly string[]): boolean =>
  !gaps.every((one) => /^[^a-z]*[oil][^a-z]*$/.test(one)) &&
  gaps.every((one) => one === gaps[0] || /^\(?[a-z]{1,2}\)?$/.test(one));

const isNumber = (parts: readonly string[]): boolean => {
  const digits = parts.join("");
  const shape = parts.map(({ length }) => length).join("-");
  if (/^0[1-9]\d{8}$/.test(digits)) return shape === "2-2-2-2-2" || /^1(?:-1){9}$/.test(shape);
  return /^(?:4-4-4-4|4-6-5|1(?:-1)+|2(?:-2)+)$/.test(shape) && isLuhn(digits) && hasIssuer(digits);
};

/** "0470xx161xx051": the same letter or two each time, in a number of nine to eleven digits that begins as a phone of the neighbours. */
const isEven = (text: string): boolean => {
  const [first = "", ...others] = text.match(gap) ?? [];
  const isSame = others.length > 0 && others.every((other) => other === first);
  return isSame && /^(?:0[1-9]\d{7,9}|[369]\d{8,9})$/.test(text.replace(gap, ""));
};

/** Two runs of digits that a letter stands behind, at once or next to it. */
const touchesLetters = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  let count = 0;
  for (let run = 0; run + 1 < runs && count < 2; run++) {
    const end = runEnd[run] ?? 0;
    if ((runStart[run + 1] ?? 0) - end > longestGap) continue;
    const code = smallAt(end);
    if (isSmall(code) || (beforeLetters.has(code) && isSmall(smallAt(end + 1)))) count++;
  }
  return count > 1;
};

/** Five letters in brackets between two signs. */
const longestGap = 9;
/** A space, a bracket, a dash, a full stop, an underscore. */
const beforeLetters: ReadonlySet<number> = new Set([32, 40, 45, 46, 95]);
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
