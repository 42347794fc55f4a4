import { isLuhn } from "./checksum.ts";
import { lengths } from "./detector/iban.ts";
import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { hasIssuer } from "./issuer.ts";
import { type Edit, rewrite, type View } from "./view.ts";

const groups =
  "blocs?|block|blok|bloque|blocco|bloco|groupe|group|gruppe|grupo|gruppo|groep|partie|part|teil|parte|deel|serie|set|quatre|four";
const ordinals = [
  "premiere?|first|erste[rns]?|primer[oa]?|prim[oa]|eerste|primeir[oa]",
  "deuxieme|second[eoa]?|zweite[rns]?|segund[oa]|tweede",
  "troisieme|third|dritte[rns]?|tercer[oa]?|terz[oa]|derde|terceir[oa]",
  "quatrieme|fourth|vierte[rns]?|cuart[oa]|quart[oa]|vierde",
  "cinquieme|fifth|funfte[rns]?|quint[oa]|vijfde",
  "sixieme|sixth|sechste[rns]?|sext[oa]|sest[oa]|zesde",
  "septieme|seventh|siebte[rns]?|septim[oa]|settim[oa]|zevende|setim[oa]",
];
/** "1er bloc :", "2)", "bloc 3 =", "the fourth group is", "d)". */
const label = new RegExp(
  `(?<![a-z0-9])(?:(?:${groups}) ?(?:n°|no\\.?|#)? ?([1-9])|[[(#]?([1-9])(?:/[1-9](?!\\d))? ?(?:[\\]).:°º>]|-(?= )| (?=\\d{4}(?!\\d))|(?:er|ere|re|e|eme|ieme|st|nd|rd|th|o|a)(?![a-z])[).:]?)|([a-h])\\)|(?:le |la |the )?(?:${ordinals.map((words) => `(${words})`).join("|")})(?![a-z]))` +
    `(?: (?:${groups})(?![a-z]))?(?: ?[:=.-]| c'?est| is)?[ \\n"'(]{0,2}`,
  "g",
);
const hasFirst = new RegExp(
  `(?<![a-z0-9])(?:1(?:/\\d)? ?(?:[\\]).:°º>-]|er|st|ere|re| (?=\\d{4}(?!\\d)))|a\\)|(?:${groups}) ?1|${ordinals[0]})`,
);

/** What is in each way to say "first" but by the digit 1. */
const firstWords = ["a)", "prem", "prim", "first", "erste"];

const hasLoneOne = (lower: string, { runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++) {
    const start = runStart[run] ?? 0;
    if (runEnd[run] === start + 1 && lower.charCodeAt(start) === 49) return true;
  }
  return false;
};

/** Two gaps between runs of digits that a label may stand in. */
const areApart = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  let count = 0;
  for (let run = 0; run + 1 < runs && count < 2; run++) {
    if ((runStart[run + 1] ?? 0) - (runEnd[run] ?? 0) >= shortestLabel) count++;
  }
  return count > 1;
};

/** "b) ". */
const shortestLabel = 3;

/** "4 9 7 1 - 1 0 1 2 - …": a digit of the number itself. */
const behindDigit = /\d[^a-z0-9]{0,3}$/;

type Label = { readonly start: number; readonly end: number; readonly number: number };

/**
 * The view without the labels of a number that is told as a list: "1er bloc : 5555, 2e bloc : 3906 …", "a) 4974
 * b) 2456 …". Only where what they part is a valid card, a French phone or begins as an IBAN and has its length.
 */
export const readListed = (view: View, seen: Readonly<Glance>): View => {
  const { lower } = view;
  const isBegun = hasLoneOne(lower, seen) || (areApart(seen) && firstWords.some((word) => lower.includes(word)));
  if (!isBegun || !hasFirst.test(lower)) return view;
  const labels: Label[] = [];
  eachMatch(label, lower, (match) => {
    const number = numberOf(match);
    labels.push({ start: match.index, end: match.index + match[0].length, number });
  });
  const edits: Edit[] = [];
  for (let at = 0; at + 2 < labels.length; at++) {
    const start = labels[at]?.start ?? 0;
    if (labels[at]?.number !== 1 || behindDigit.test(lower.slice(Math.max(0, start - 4), start))) continue;
    let last = at;
    while (last + 1 < labels.length && labels[last + 1]?.number === last + 2 - at && isValue(lower, labels, last))
      last++;
    if (last - at < 2) continue;
    const list = labels.slice(at, last + 1);
    if (!isNumber(partsOf(lower, list).join(""))) continue;
    for (const { start, end } of list) edits.push({ start, end, piece: " " });
    at = last;
  }
  return edits.length === 0 ? view : rewrite(view, edits);
};

const numberOf = ([, behind, before, letter, ...words]: RegExpExecArray): number => {
  const digit = behind ?? before;
  if (digit !== undefined) return Number(digit);
  return letter === undefined ? words.findIndex((word) => word !== undefined) + 1 : letter.charCodeAt(0) - 96;
};

const bare = (text: string): string => text.replace(/[^a-z0-9]/g, "");
const longestPart = 16;

/** Between a label and the next one: a few letters and digits, a digit among them. */
const isValue = (lower: string, labels: readonly Label[], at: number): boolean => {
  const start = labels[at]?.end ?? 0;
  const end = labels[at + 1]?.start ?? start;
  if (end - start > longestPart) return false;
  const text = bare(lower.slice(start, end));
  return text.length > 0 && text.length < 9 && (/\d/.test(text) || text.length === 4);
};

/** What stands behind each label; the last is as long as the first, or shorter. */
const partsOf = (lower: string, list: readonly Label[]): readonly string[] => {
  const parts = list.slice(0, -1).map(({ end }, at) => bare(lower.slice(end, list[at + 1]?.start)));
  const [first = ""] = parts;
  const tail = lower.slice(list.at(-1)?.end, (list.at(-1)?.end ?? 0) + longestPart);
  const digits = bare(/^\d(?:[ .-]?\d)*/.exec(tail)?.[0] ?? "");
  return [...parts, parts.every(({ length }) => length === first.length) ? digits.slice(0, first.length) : digits];
};

const isNumber = (text: string): boolean => {
  if (/^\d+$/.test(text)) return (isLuhn(text) && hasIssuer(text)) || /^0[1-9]\d{8}$/.test(text);
  return /^[a-z]{2}\d\d[a-z0-9]+$/.test(text) && lengths.get(text.slice(0, 2)) === text.length;
};
