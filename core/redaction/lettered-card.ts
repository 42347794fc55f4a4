import { isLuhn } from "./checksum.ts";
import { eachMatch } from "./each-match.ts";
import type { Glance } from "./glance.ts";
import { isLetter } from "./groups.ts";
import { hasIssuer } from "./issuer.ts";
import { smallAt } from "./letters.ts";
import { respell, type View } from "./view.ts";

/** The view with cards' B, G, S and Z read as 8, 6, 5 and 2, and their x as a space: only where the whole is a valid card. */
export const readLetteredCards = (view: View, seen: Readonly<Glance>): View => {
  if (!touchesLetter(seen) || !hasCardOfDigits(seen)) return view;
  const places: number[] = [];
  let read = "";
  eachMatch(cardLike, view.lower, ({ 0: text, index }) => {
    const changed = lettersIn(text);
    if (changed.length > lettersAtMost) return;
    const spelt = text.replace(/[bgiloszx]/g, (one) => digitOf[one] ?? " ");
    const digits = spelt.replace(/\D/g, "");
    if (!isLuhn(digits) || !hasIssuer(digits)) return;
    for (const at of changed) {
      places.push(index + at);
      read += spelt[at] ?? "";
    }
  });
  return places.length === 0 ? view : respell(view, places, read);
};

const four = "[\\dbgilosz]{4}";
const six = "[\\dbgilosz]{6}";
const five = "[\\dbgilosz]{5}";
const between = "(?:[^a-z0-9]{0,3}| ?x ?)";
const cardLike = new RegExp(
  `(?<![a-z0-9])(?:${four}(?:${between}${four}){3}|3[47][\\dbgilosz]{2}${between}${six}${between}${five})(?![a-z0-9])`,
  "g",
);
const digitOf: Readonly<Record<string, string>> = { o: "0", i: "1", l: "1", z: "2", s: "5", g: "6", b: "8" };
const lettersAtMost = 6;

const lettersIn = (text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) places.push(at);
  return places;
};

/** One of B, G, S, Z or x beside a digit. */
const touchesLetter = ({ runs, runStart, runEnd }: Readonly<Glance>): boolean => {
  for (let run = 0; run < runs; run++)
    if (isLettered(smallAt((runStart[run] ?? 0) - 1)) || isLettered(smallAt(runEnd[run] ?? 0))) return true;
  return false;
};

/** The shortest has fifteen characters, `lettersAtMost` of them letters; the longest sixteen, and three signs in each of three gaps. */
const digitsAtLeast = 15 - lettersAtMost;
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

const isLettered = (code: number): boolean =>
  code === 98 || code === 103 || code === 115 || code === 120 || code === 122;
