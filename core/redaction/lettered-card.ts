import { isLuhn } from "./checksum.ts";
import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { isLetter } from "./groups.ts";
import { hasIssuer } from "./issuer.ts";
import { smallAt } from "./letters.ts";
import { respell, type View } from "./view.ts";

/**
 * The view with letters read as the digits they look like, and x between groups as a space: "A97O 1OI2 E4S6 T89E". Only
 * where the whole is a valid card, or a French phone in pairs.
 */
export const readLetteredCards = (view: View, seen: Readonly<Glance>): View => {
  if (!touchesLetter(seen) || !hasCardOfDigits(seen)) return view;
  const places: number[] = [];
  let read = "";
  const { lower } = view;
  const use = ({ 0: text, index }: RegExpExecArray): void => {
    const changed = lettersIn(text);
    if (changed.length === 0 || changed.length > lettersAtMost) return;
    if (
      /^[a-z]{2}\d\d/.test(text) &&
      /^[^a-z0-9]{0,3}\d/.test(lower.slice(index + text.length, index + text.length + 4))
    )
      return;
    if (accountAhead.test(lower.slice(Math.max(0, index - 10), index))) return;
    const spelt = readingsOf(text).find((one) => isNumber(one.replace(/\D/g, "")));
    if (spelt === undefined) return;
    for (const at of changed) {
      places.push(index + at);
      read += spelt[at] ?? "";
    }
  };
  eachMatch(cardLike, lower, use);
  if (places.length === 0) eachMatch(phoneLike, lower, use);
  return places.length === 0 ? view : respell(view, places, read);
};

const isNumber = (digits: string): boolean =>
  digits.length === 10 ? /^0[1-9]/.test(digits) : isLuhn(digits) && hasIssuer(digits);

/** "DO28 BAGR A000 …": an account that starts with its country. */
const accountAhead = /(?<![a-z0-9])[a-z]{2}\d\d ?(?:[a-z]{4} ?)?$/;

const one = "[\\dabegiloqstz]";
const between = "(?:[^a-z0-9]{0,3}| ?x ?)";
const cardLike = new RegExp(
  `(?<![a-z0-9])(?:${one}{4}(?:${between}${one}{4}){3}|[3e][4a7t]${one}{2}${between}${one}{6}${between}${one}{5})(?![a-z0-9])`,
  "g",
);
const phoneLike = /(?<![a-z0-9])[0o][1-9](?:[ ._-]?[\dbgilosz]{2}){4}(?![a-z0-9])/g;
const digitOf: Readonly<Record<string, string>> = {
  ...{ o: "0", i: "1", l: "1", z: "2", e: "3", a: "4", s: "5", t: "7", g: "6", b: "8", q: "9" },
};
const lettersAtMost = 8;

/** g is a 6 or a 9, b an 8 or a 6. */
const readingsOf = (text: string): readonly string[] => {
  const usual = text.replace(/[a-z]/g, (letter) => digitOf[letter] ?? " ");
  if (!/[bg]/.test(text)) return [usual];
  return [
    usual,
    ...["g9", "b6", "g9b6"].map(([first = "", to = "", second = "", other = ""]) =>
      usual.replace(/./gs, (digit, at: number) => (text[at] === first ? to : text[at] === second ? other : digit)),
    ),
  ];
};

const lettersIn = (text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) places.push(at);
  return places;
};

/** One of the letters that digits look like, or x, beside a digit. */
const touchesLetter = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++)
    if (isLettered(smallAt((runStart[run] ?? 0) - 1)) || isLettered(smallAt(runEnd[run] ?? 0))) return true;
  return false;
};

/** A phone of ten with three letters; of a card at most `lettersAtMost` are letters. The longest has sixteen characters, and three signs in each of three gaps. */
const digitsAtLeast = 7;
const longestCard = 25;

/** Whether so many digits stand within the length of one card. */
const hasCardOfDigits = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  let digits = 0;
  for (let first = 0, run = 0; run < runs; run++) {
    const end = runEnd[run] ?? 0;
    digits += end - (runStart[run] ?? 0);
    for (; (runEnd[first] ?? 0) < end - longestCard; first++) digits -= (runEnd[first] ?? 0) - (runStart[first] ?? 0);
    if (digits >= digitsAtLeast) return true;
  }
  return false;
};

const isLettered = (code: number): boolean => alike[code] === 1;
const alike = new Uint8Array(0x100);
for (const letter of "abegqstxz") alike[letter.charCodeAt(0)] = 1;
