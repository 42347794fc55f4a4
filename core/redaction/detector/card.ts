import { isLuhn } from "../checksum.ts";
import { isAmount } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { digitsOf, isDigit, isEven, isLetter, Link, shapeOf } from "../groups.ts";
import { hasIssuer } from "../issuer.ts";
import { anyOf } from "../phrase.ts";
import { before, type Detector, isAlone, miss, type Reading } from "../reading.ts";
import { monthAndYear } from "./expiry.ts";
import { lengths } from "./iban.ts";

/**
 * Card numbers: 12–19 digits, Luhn, an issuer's range; beside a cue word also with a typing error. Whole runs and
 * separator-aligned groups only; windows inside a longer run are tried beside a cue alone, because a sliding window
 * turns one long number in ten into a card. PCI DSS 4.0.1, 3.4.1 and 3.5.1: at most the last four may stay.
 */
export const card: Detector = {
  name: "card",
  claims: ({ kind }) => kind === "card",
  digits: 12,
  detect: (reading) => {
    const { groups } = reading;
    for (let first = 0; first < groups.start.length; ) {
      let last = first;
      while (last + 1 < groups.start.length && groups.link[last + 1] !== Link.apart) last++;
      readChain(reading, first, last);
      first = last + 1;
    }
    detectHalves(reading);
  },
};

const cue = new RegExp(
  anyOf({
    fr: /carte|bancaire|(?<![a-z])c[bc](?![a-z])|(?<!direct )debit(?! (?:of|de|due))|credit|visa|master|maestro|amex|american express|diners|discover/,
    en: /card|(?<![a-z])pan(?![a-z])|jcb|unionpay/,
    de: /karte/,
    es: /tarjeta/,
    it: /(?<![a-z])carta(?![a-z])/,
    nl: /kaart/,
    pt: /cartao/,
    more: /卡/,
  }),
);
const reference = new RegExp(
  `${anyOf({
    fr: [
      /(?<![a-z])ref(?![a-z])|refer|dossier|command|virement|operation|suivi|colis|factur|contrat|compte/,
      /serie|iban|(?<![a-z])rib(?![a-z])|siret|siren/,
    ],
    en: /(?<![a-z])order|ticket|transact|tracking|invoice|(?<![a-z])id(?![a-z])|serial|imei|account/,
    de: /konto|rechnung|sendung|bestell/,
    es: /cuenta|pedido|envio|seguimiento/,
    it: /conto|ordine|fattura|spedizione/,
    nl: /bestel/,
    pt: /encomenda|fatura(?![a-z])/,
  })}[^.!?\\n]{0,24}$`,
);
/** "my credit card 060…": nothing between but a colon or "number is". */
const called =
  /(?:carte|card|karte|tarjeta|carta|cartao|kaart|(?<![a-z])cb|visa|mastercard)[ :=n°o.]{1,4}(?:(?:numero|number|no|num|est|is|c'est|bancaire|de credit|bleue) ?:? ?){0,2}$/;
const reach = 48;

type Run = {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly digits: string;
  /** A word for a card stands before. */
  readonly isCued: boolean;
};

const readChain = (reading: Reading, first: number, last: number): void => {
  const { groups, lower } = reading;
  for (let from = first; from <= last; from++) {
    const start = groups.start[from] ?? 0;
    const length = (groups.end[from] ?? 0) - start;
    const to = length > 19 ? slide(reading, from) : best(reading, from, first, last);
    if (to < from) continue;
    const end = groups.end[to] ?? 0;
    reading.hits.push({
      kind: "card",
      start,
      end,
      rule: "card.number",
      kept: digitsOf(lower, groups, from, to).slice(-4),
    });
    companions(reading, end);
    from = to;
  }
};

/** The last group of the best card that starts with the group `from`, or -1: valid before mistyped, long before short. */
const best = (reading: Reading, from: number, first: number, last: number): number => {
  const { groups, lower } = reading;
  const start = groups.start[from] ?? 0;
  let found = -1;
  let most = 0;
  let digits = "";
  let isCued: boolean | undefined;
  for (let to = from; to <= last; to++) {
    if (isRoundTheClock(lower, groups.start[to] ?? 0)) break;
    digits += lower.slice(groups.start[to], groups.end[to]);
    if (digits.length > 19) break;
    if (digits.length < 12) continue;
    const isWhole = from === first && (to === last || isRoundTheClock(lower, groups.start[to + 1] ?? 0));
    isCued ??= hasCue(reading, start);
    const score = scoreOf(reading, { first: from, last: to, start, digits, isCued }, isWhole);
    if (score > most) {
      most = score;
      found = to;
    }
  }
  return found;
};

/** "24/7": opening hours behind a number. */
const isRoundTheClock = (lower: string, at: number): boolean =>
  lower.startsWith("24/7", at) && !isDigit(lower.charCodeAt(at + 4)) && !isDigit(lower.charCodeAt(at - 1));

const usual = 64;
const valid = 128;

/** 0 when it is no card. */
const scoreOf = (reading: Reading, run: Run, isWhole: boolean): number => {
  const { digits, start, last } = run;
  const isValid = isLuhn(digits);
  const isIssued = isValid && hasIssuer(digits);
  const end = reading.groups.end[last] ?? 0;
  if (!isIssued && !isWhole && !run.isCued) return 0;
  if (last - run.first < 12 && !run.isCued && decimals.test(reading.lower.slice(start, end))) return 0;
  const isOdd = !isShapely(reading, run, isWhole) || isAfterCountry(reading, run) || isSaidTwice(reading, run);
  const isBelieved = isIssued && ((!isWeak(digits) && !isOdd) || run.isCued);
  if (isBelieved || (isValid && !isOdd && isUnassigned(reading, run, isWhole))) return valid + digits.length;
  if (isOdd || isOfPhone(reading, run) || !isMistyped(reading, run)) {
    miss(reading, "card.number", start, end, isValid ? "no issuer's range, no cue" : "Luhn fails, no cue");
    return 0;
  }
  return digits.length === 16 || /^3[47]\d{13}$/.test(digits) ? usual : digits.length;
};

/** "48.85506, 2.37361": a place on the map; "12.99, 12.99 and 12.83": amounts. */
const decimals =
  /^(?:\d{1,3}\.\d{3,8}, ?-?\d{1,3}\.\d{3,8}|\d{1,5}[.,]\d\d(?:(?:[,;]? | (?:et|and|und|y|e|en|[-/+|]) )\d{1,5}[.,]\d\d){1,5})$/;

const isShapely = (reading: Reading, { first, last }: Run, isWhole: boolean): boolean =>
  isWhole || isShaped(shapeOf(reading.groups, first, last)) || isBeforeExpiry(reading, last);

/** Maestro's short lengths share their first digits with too many other numbers. */
const isWeak = (digits: string): boolean => /^[568]/.test(digits) && digits.length < 16;

/** `"/tickets/40004595">#40004595`: a link's address and its text, of which the check holds by chance. */
const isSaidTwice = ({ groups }: Reading, { digits, first, last }: Run): boolean =>
  shapeOf(groups, first, last) === "8-8" && digits.slice(0, 8) === digits.slice(8);

/**
 * A checksum that holds on a number nobody issues: a test or private card when nothing else names it. What begins with 2
 * is given out as a whole (Mir, Mastercard), so the rest of it is none.
 */
const isUnassigned = (reading: Reading, { digits, start, last }: Run, isWhole: boolean): boolean => {
  if (digits.length === 15) return isAlone(reading, start, reading.groups.end[last] ?? 0);
  return (
    isWhole &&
    digits.length === 16 &&
    !/^[02]/.test(digits) &&
    !isSeries(digits) &&
    !reference.test(before(reading, start, reach))
  );
};

/** "1998, 2004, 2010 et 2020", "12 13 14 15 16 17 18 19": years, or numbers that count. */
const isSeries = (digits: string): boolean => {
  if (/^(?:19|20)\d\d(?:(?:19|20)\d\d){3}$/.test(digits)) return true;
  const pairs = (digits.match(/../g) ?? []).map(Number);
  return pairs.every((pair, at) => at === 0 || pair === (pairs[at - 1] ?? 0) + 1);
};

const isMistyped = (reading: Reading, { digits, start, first, last, isCued }: Run): boolean => {
  const end = reading.groups.end[last] ?? 0;
  if (isAmount(reading, start, end) || (last - first > 1 && dated.test(reading.lower.slice(start, end)))) return false;
  if (isCued && called.test(before(reading, start, reach))) return true;
  if (isAlone(reading, start, end) && shapeOf(reading.groups, first, last) === "4-4-4-4") return !isSeries(digits);
  const isLong = digits.length >= 13 && !digits.startsWith("0");
  return isLong && isCued && !reference.test(before(reading, start, reach));
};

/** A day, its month and year among the groups: "773,04 due 12.08.2022". */
const dated =
  /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/;

/** "RS35 2600 0560 …", "RS35 A600 …": the digits of an account that starts with a country, mistyped or too long. Not "le 12 4000 …", nor a card. */
const isAfterCountry = ({ groups, lower }: Reading, { digits, first, start }: Run): boolean => {
  const isLed = groups.link[first] === Link.separated || isLetter(lower.charCodeAt(start - 1));
  if (!isLed || (digits.length === 16 && hasIssuer(digits))) return false;
  const [, country = ""] =
    /(?<![a-z0-9])([a-z]{2})\d\d(?: ?[a-z]{0,2})?$/.exec(lower.slice(Math.max(0, start - 8), start)) ?? [];
  return lengths.has(country);
};

/** "+33 1 99 00 12 34, 24": behind a plus and a country's calling code. */
const isOfPhone = ({ lower }: Reading, { digits, start }: Run): boolean =>
  lower.charCodeAt(start - 1) === plus && digits.length < 16 && !digits.startsWith("0");
const plus = 43;

const hasCue = (reading: Reading, at: number): boolean => cue.test(before(reading, at, reach));

/** One run, equal groups with a shorter last one, or the groupings printed on cards: 4-6-5, 4-6-4. */
const isShaped = (shape: string): boolean => shape === "4-6-5" || shape === "4-6-4" || isEven(shape);

const expiryNext = new RegExp(`[\\s,;:/|.()-]{1,4}${monthAndYear}(?![/.]\\d)`, "y");
const isBeforeExpiry = (reading: Reading, last: number): boolean => {
  expiryNext.lastIndex = reading.groups.end[last] ?? 0;
  return expiryNext.test(reading.lower);
};

const longestSlide = 256;

/** A run longer than a card, beside a cue: the card with its date or code glued on. */
const slide = (reading: Reading, at: number): number => {
  const { groups, lower } = reading;
  const start = groups.start[at] ?? 0;
  const digits = lower.slice(start, Math.min(groups.end[at] ?? 0, start + longestSlide));
  if (areTwo(digits)) return at;
  if (!hasCue(reading, start) || reference.test(before(reading, start, reach))) return -1;
  for (let from = 0; from + 15 <= digits.length; from++)
    for (const length of [16, 15, 19]) {
      const window = digits.slice(from, from + length);
      if (window.length === length && hasIssuer(window) && isLuhn(window)) return at;
    }
  return -1;
};

/** Two cards without anything between: their checks leave one chance in a thousand. */
const areTwo = (digits: string): boolean =>
  digits.length === 32 && [digits.slice(0, 16), digits.slice(16)].every((half) => hasIssuer(half) && isLuhn(half));

const dateAfter = new RegExp(
  `[^a-z0-9€$£]{0,9}(?:(?:exp[a-z]{0,9}|(?:la )?date(?: d'exp[a-z]{0,9}| exp[a-z]{0,9})?|fin(?: de validite)?|date(?: de)? fin|valable|valid)[ .:]{0,3})?(${monthAndYear}|(?:0[1-9]|1[0-2]):[2-4]\\d(?=:\\d{3}(?!\\d)))(?![/.]\\d(?!\\d\\d(?!\\d)))`,
  "y",
);
const codeAfter =
  /[^a-z0-9€$£]{1,9}(?:(?:et |and )?(?:le |the )?code[ :=]{1,3})?(\d{3})(?!\d|[ -]?\d| ?(?:€|eur|%|h\d|fois|jour|an|mois|day|times|\$|£))/y;

/** What people write right after a card: its month and year, then the three digits of its back. */
const companions = (reading: Reading, from: number): void => {
  const { lower } = reading;
  let at = from;
  dateAfter.lastIndex = at;
  const date = dateAfter.exec(lower);
  if (date !== null) {
    at = dateAfter.lastIndex;
    reading.hits.push({ kind: "expiry", start: at - (date[1] ?? "").length, end: at, rule: "expiry.after-card" });
  }
  codeAfter.lastIndex = at;
  const code = codeAfter.exec(lower);
  if (code === null) {
    correction(reading, from);
    return;
  }
  const end = codeAfter.lastIndex;
  reading.hits.push({
    kind: "security-code",
    start: end - (code[1] ?? "").length,
    end,
    rule: "security-code.after-card",
  });
};

const correctionAfter =
  /[ ,.;:!(-]{1,3}(?:(?:pardon|sorry|oups|oops|euh|non|no|nein|nee|nao|scusi?|perdon|desculpe?|entschuldigung|plutot|rather|je corrige|correction|je me suis trompee?)[ ,.;:!]{1,3}){1,2}(?:(?:c'?est|it's|la fin (?:c'?est)?) )?(\d{4}(?:[ .-]?\d{4}){0,3})(?![\d,]| ?[€$£%])/y;

/** "4970 1012 3456 pardon 3457 8901": what is said again, behind a card. */
const correction = ({ hits, lower }: Reading, from: number): void => {
  correctionAfter.lastIndex = from;
  const digits = correctionAfter.exec(lower)?.[1];
  if (digits === undefined) return;
  const end = correctionAfter.lastIndex;
  hits.push({ kind: "card", start: end - digits.length, end, rule: "card.corrected", kept: digits.slice(-4) });
};

const isNamed = /premier|first|dernier|last|(?<![a-z])ersten|primer/;
const most = "\\d{12}|\\d{4}[ .-]\\d{4}[ .-]\\d{4}|\\d{15}";
const between = "(?:[^\\d\\n]|(?<!\\d)[46](?!\\d)){1,40}?";
const halves = new RegExp(
  `(?<![\\d.,])(?:(${most})(?!\\d)${between}(?:derni|last|final|letzten|ultim)${between}(?<![\\d.,])(\\d{4})(?![\\d.,]\\d|\\d)|` +
    `(\\d{4})(?!\\d)${between}(?:premier|first|ersten|primer)(?:[^\\d\\n]|(?<!\\d)12(?!\\d)){1,40}?(?<![\\d.,])(${most})(?!\\d))`,
  "g",
);

/** "Les 12 premiers sont 497010123456 et les 4 derniers 7890": told in two halves, either first, and covered as one. */
const detectHalves = ({ hits, lower }: Reading): void => {
  if (!isNamed.test(lower)) return;
  eachMatch(halves, lower, (match) => {
    const [text, head = match[4] ?? "", tail = match[3] ?? ""] = match;
    const digits = `${head}${tail}`.replace(/\D/g, "");
    const isSaid =
      match[4] !== undefined ||
      /premier|first|ersten|primer/.test(lower.slice(Math.max(0, match.index - 32), match.index));
    if (digits.length !== 16 || !hasIssuer(digits) || !(isSaid || isLuhn(digits))) return;
    hits.push({ kind: "card", start: match.index, end: match.index + text.length, rule: "card.halves", kept: tail });
  });
};
