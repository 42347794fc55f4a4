import parsePhoneNumber, { type CountryCode } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/min/metadata";
import { isCounted } from "../cue.ts";
import { Link } from "../groups.ts";
import { before, type Detector, type Reading } from "../reading.ts";

/** Phone numbers: candidates are found here, numbering plans decide (ITU-T E.164; national plans by libphonenumber). */
export const phone: Detector = {
  name: "phone",
  digits: 6,
  detect: (reading) => {
    const { groups } = reading;
    for (let first = 0; first < groups.start.length; first++) {
      const found = longest(reading, first);
      if (found === undefined) continue;
      const { start, end } = edges(reading, first, found.last);
      reading.hits.push({ kind: "phone", start, end, rule: found.rule });
      first = found.last;
    }
  },
};

type Candidate = {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
  readonly sizes: readonly number[];
};

const longest = (reading: Reading, first: number): { readonly last: number; readonly rule: string } | undefined => {
  const { groups, lower } = reading;
  let found: { readonly last: number; readonly rule: string } | undefined;
  let digits = "";
  const sizes: number[] = [];
  for (let last = first; last < groups.start.length; last++) {
    if (last > first && (groups.link[last] === Link.apart || isBroken(reading, last))) break;
    const start = groups.start[last] ?? 0;
    const end = groups.end[last] ?? 0;
    digits += lower.slice(start, end);
    sizes.push(end - start);
    if (digits.length > 16) break;
    const rule = digits.length < 6 ? undefined : ruleOf(reading, { digits, first, last, sizes });
    if (rule !== undefined) found = { last, rule };
  }
  return found;
};

/** Separators that never stand within a phone number. */
const isBroken = ({ groups, lower }: Reading, at: number): boolean =>
  /[:;=#|<>"~^]|, | \+/.test(lower.slice(groups.end[at - 1], groups.start[at]));

const cue =
  /(?:\btel\b|tele(?:ph|f)|\bphone|\bphoning|\bcall|\bring\b|\btext me|whats ?app|\bsms\b|appel|joindre|joignable|portable|mobile|\bcell\b|gsm|fixe|\bfax\b|movil|celular|llam|contact|\bhandy|\brufen|erreich|\banruf|\bbel\b|\bbellen|bereik|chiam|cellulare|telemovel|ligar|\bdial|\bnumeri?c?o? de tel|reach me|\bdesk\b|(?:mon|my|mein|mi|mijn|meu|mio|mitt|mit) (?:numero|number|no\b|num\b|nummer)|numero|\bnumber is|\bnr\b|cislo|telefon|volejte|kontakt|numer\b|zadzwon|szamom|numarul|numeroni|puhelin|nummer\b|κινητ|τηλ)[^\n]{0,36}$/;
const otherNumber =
  /(?:\bref|dossier|command|order|ticket|transact|virement|contrat|contract|facture|invoice|client|customer|compte|account|siret|siren|carte|card|reservation|tracking|colis|part number|\bid\b|\bpage|article|loi|montant|amount|balance|solde)[^\n]{0,14}$/;

const ruleOf = (reading: Reading, candidate: Candidate): string | undefined => {
  const { groups, lower } = reading;
  const { digits, first, last, sizes } = candidate;
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  if (isCounted(reading, start, end) || isDateLike(reading, candidate)) return undefined;
  const lead = before(reading, start, 48);
  const plus = /(?<!\+|[a-z0-9])\+ ?\(?$/.test(lead);
  if (/[a-z0-9][-/._]?$/.test(lead) && !plus && !/(?:tel|t|phone|mob|gsm|p)\.?$/.test(lead)) return undefined;
  if (
    /^[a-z](?![a-z]|$)|^-?[a-z0-9]/.test(lower.slice(end, end + 2)) &&
    !/^x|^ext|^svp/.test(lower.slice(end, end + 3))
  )
    return undefined;
  if (plus)
    return digits.length >= 8 || (digits.length >= 7 && cue.test(lead)) || isAlone(reading, start, end)
      ? "phone.international"
      : undefined;
  if (digits.startsWith("00") && digits.length >= 10 && isInternational(digits.slice(2))) return "phone.international";
  const cued = cue.test(lead) && !otherNumber.test(lead);
  if (isFrench(digits) && (cued || frenchShapes.has(sizes.join("")) || isAlone(reading, start, end)))
    return "phone.french";
  if (cued && digits.length >= 7 && digits.length <= 15) return "phone.cue";
  if (american.test(lower.slice(lower[start - 1] === "(" ? start - 1 : start, end))) return "phone.american";
  const isWhole = groups.link[first] === Link.apart && (groups.link[last + 1] ?? Link.apart) === Link.apart;
  const isShaped = sizes.length > 1 ? sizes.length < 5 && /^[2-5]/.test(sizes.join("")) : /^0[1237]\d{9}$/.test(digits);
  const isPlausible = isWhole && isShaped && digits.startsWith("0") && !otherNumber.test(lead);
  return isPlausible && isNational(digits) ? "phone.national" : undefined;
};

/** 0, a digit from 1 to 9, four pairs (Arcep); as written: in pairs, 4-2-2-2, 4-3-3, 3-3-2-2, one by one… */
const isFrench = (digits: string): boolean => /^0[1-9]\d{8}$/.test(digits) || /^33[1-9]\d{8}$/.test(digits);
const frenchShapes = new Set([
  "10",
  "11",
  "22222",
  "28",
  "4222",
  "433",
  "46",
  "3322",
  "334",
  "244",
  "1111111111",
  "1333",
  "11222",
  "23212",
  "55",
  "64",
  "212222",
  "12222",
  "2333",
  "2323",
]);

/** North American: area 2–9, in 3-3-4 with separators other than a space alone, or the area in brackets. */
const american = /^(?:\([2-9]\d\d\) ?\d{3}[-. ]?\d{4}|(?:1[-. ])?[2-9]\d\d([-.])\d{3}\1\d{4})$/;

const isDateLike = ({ groups, lower }: Reading, { first, last, sizes }: Candidate): boolean => {
  if (sizes.length < 3 || sizes.length > 6) return false;
  const text = lower.slice(groups.start[first], groups.end[last]);
  return /^(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d\d\2\d\d)(?!\d)/.test(
    text,
  );
};

const isAlone = ({ lower }: Reading, start: number, end: number): boolean =>
  lower.length <= end - start + 6 && !/[a-z0-9]/.test(lower.slice(0, start) + lower.slice(end));

/** The neighbours whose national numbers start with a zero. */
const countries: readonly CountryCode[] = ["GB", "DE", "IT", "NL", "BE", "CH", "AT", "IE"];

const isNational = (digits: string): boolean => countries.some((country) => isValid(digits, country));

const isInternational = (digits: string): boolean => isValid(`+${digits.replace(/^(3[1234]|4[1349])0/, "$1")}`);

const isValid = (number: string, country?: CountryCode): boolean =>
  parsePhoneNumber(number, country === undefined ? {} : { defaultCountry: country }, metadata)?.isValid() ?? false;

/** With the plus and the opening bracket before, and the extension after. */
const edges = (
  { groups, lower }: Reading,
  first: number,
  last: number,
): { readonly start: number; readonly end: number } => {
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  const lead = /(?:\+ ?\(?|\()$/.exec(lower.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
  const tail =
    /^ {0,2},? ?(?:ext(?:ension)?\.?|x|poste|int\.?|#)[ :]{0,2}\d{1,7}(?!\d)/.exec(lower.slice(end, end + 22))?.[0]
      .length ?? 0;
  return { start: start - lead, end: end + tail };
};
