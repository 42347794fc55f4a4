import { isDigit, isLetter } from "../groups.ts";
import { before, type Detector, isQuiet, miss, type Reading } from "../reading.ts";

/** IBAN: ISO 13616 lengths by country and remainder 97 = 1, however it is grouped. Country and last four may stay. */
export const iban: Detector = {
  name: "iban",
  claims: ({ isMostlyDigits }) => isMostlyDigits === true,
  digits: 2,
  detect: (reading) => detectIbans(reading),
};

/** The two letters before a run of digits, each perhaps apart. */
const detectIbans = (reading: Reading): void => {
  const { lower, groups } = reading;
  let done = 0;
  for (const digit of groups.start) {
    const nearest = letterBefore(lower, digit);
    // "luO7": the first check digit was written as a letter.
    const isZero = lower.charCodeAt(nearest) === 111 && nearest === digit - 1;
    const zero = isZero ? letterBefore(lower, nearest) : -1;
    const isLed = zero >= 0 && isIbanCountry(lower, zero);
    const second = isLed ? zero : nearest;
    const first = second < 0 ? -1 : letterBefore(lower, second);
    if (first < done || lengthOf(lower.charCodeAt(first), lower.charCodeAt(second)) === 0) continue;
    if (isQuiet(reading, first) || isGlued(lower, first)) continue;
    const end = ibanEnd(reading, first);
    if (end > first) done = end;
  }
};

/** Within a word; "IBANFR76…" and "monibanestFR76…" are not. */
const isGlued = (lower: string, at: number): boolean =>
  isWord(lower.charCodeAt(at - 1)) &&
  !/(?:(?:iban|rib|bic)(?:est|is)?|compte|account|konto)$/.test(lower.slice(Math.max(0, at - 7), at));

const isIbanCountry = (lower: string, second: number): boolean => {
  const first = letterBefore(lower, second);
  return first >= 0 && lengthOf(lower.charCodeAt(first), lower.charCodeAt(second)) > 0 && !isGlued(lower, first);
};

const letterBefore = (lower: string, from: number): number => {
  let at = from - 1;
  while (at >= 0 && from - at < 4 && isSeparator(lower.charCodeAt(at))) at--;
  return at >= 0 && isLetter(lower.charCodeAt(at)) ? at : -1;
};

const cue = /iban|\brib\b|compte|account|konto|cuenta|conto|rekening|conta|virement|coordonnees/;

/** Letters and digits of the candidate being read. */
const code = new Uint8Array(34);

/** The end of the IBAN that starts at `at`, or -1. */
const ibanEnd = (reading: Reading, at: number): number => {
  const { lower } = reading;
  let size = 0;
  let letters = 0;
  let alike = 0;
  let length = 34;
  let end = at;
  for (let gap = 0, next = at; next < lower.length; next++) {
    const unit = lower.charCodeAt(next);
    if (!isWord(unit)) {
      if (gap === 0 && isLinking(lower, next)) next = linking.lastIndex - 1;
      else if (unit === opening) next = tagEnd(lower, next);
      if (++gap > gapAtMost || !isSeparator(lower.charCodeAt(next))) break;
      continue;
    }
    gap = 0;
    code[size++] = unit;
    if (!isDigit(unit)) letters++;
    if (asDigit(unit) !== unit) alike++;
    if (size === 2) length = lengthOf(code[0] ?? 0, unit);
    if (length === 0 || (size > 2 && size < 5 && !isDigit(asDigit(unit)))) return -1;
    end = next + 1;
    if (size === length) return close(reading, { size, letters, alike, start: at, end });
  }
  return length - size <= missingAtMost && size > 12 ? close(reading, { size, letters, alike, start: at, end }) : -1;
};

/** "** **" between groups. */
const gapAtMost = 6;
/** Of a typing error beside the word IBAN. */
const missingAtMost = 3;
const opening = 60;

/** The bracket that closes the tag which begins there, or the place itself. */
const tagEnd = (lower: string, at: number): number => {
  const tag = /^<\/?[a-z][a-z ]{0,7}\/?>/.exec(lower.slice(at, at + 12));
  return tag === null ? at : at + tag[0].length - 1;
};

type Candidate = {
  readonly size: number;
  readonly letters: number;
  /** Letters that may be digits; without any the other ways to read it are the same. */
  readonly alike: number;
  readonly start: number;
  readonly end: number;
};

const close = (reading: Reading, { size, letters, alike, start, end }: Candidate): number => {
  const isWhole = size === lengthOf(code[0] ?? 0, code[1] ?? 0);
  const valid =
    (isWhole && rest97(size, asWritten) === 1) ||
    (isWhole && letters > 2 && alike > 0 && (rest97(size, asDigit) === 1 || rest97(size, behindBank) === 1));
  const isMostlyDigits = size - letters > size * 0.55;
  const isNumbered = isDigit(code[2] ?? 0) && isDigit(code[3] ?? 0);
  const { lower } = reading;
  const lead = before(reading, start, 32);
  const isNear = cue.test(lead) || cue.test(lower.slice(end, end + 24));
  if (valid && !isMostlyDigits && !isNear && isOfWords(lower, start, end)) return -1;
  const isTyped =
    isMostlyDigits && isNumbered && (isWhole ? isNear && !isListed(lower, start, lead) : named.test(lead));
  if (!valid && !isTyped) {
    if (isMostlyDigits && isNumbered) miss(reading, "iban.valid", start, end, "mod 97 fails, no cue");
    return -1;
  }
  const last = behindSurplus(lower, end, valid);
  const kept = `${textOf(0, 2)}••${textOf(size - 4, size)}`.toUpperCase();
  const rule = valid ? "iban.valid" : "iban.mistyped";
  reading.hits.push({ kind: "iban", start, end: last, rule, kept, isMostlyDigits });
  return last;
};

const named = /iban|(?<![a-z])rib(?![a-z])/;
/** "virements de 100, 200, 300": the country is a word, and nothing says IBAN. */
const isListed = (lower: string, start: number, lead: string): boolean =>
  lower.charCodeAt(start + 2) === space &&
  lower.indexOf(",", start) - start < 12 &&
  lower.includes(",", start) &&
  !named.test(lead);
const space = 32;

/** Behind the digits that go on when one was typed twice; behind a valid one only those that touch it. */
const behindSurplus = (lower: string, end: number, isValid: boolean): number =>
  end + ((isValid ? touching : following).exec(lower.slice(end, end + 6))?.[0].length ?? 0);
const following = /^ ?\d{1,4}(?![\d/.,])/;
const touching = /^\d{1,4}(?!\d)/;

/** "BA1287 cancelled can I c…": words pass the check one time in ninety-seven. */
const isOfWords = (lower: string, start: number, end: number): boolean => /[a-z]{5}/.test(lower.slice(start + 4, end));

const textOf = (from: number, to: number): string => String.fromCharCode(...code.subarray(from, to));

/** Remainder by 97 of the candidate with its first four characters at the end, a = 10 … z = 35 (ISO 7064). */
const rest97 = (size: number, read: (unit: number, place: number) => number): number => {
  let rest = 0;
  for (let at = 4; at < size + 4; at++) {
    const place = at < size ? at : at - size;
    const unit = place < 2 ? (code[place] ?? 0) : read(code[place] ?? 0, place);
    rest = unit < 58 ? (rest * 10 + unit - 48) % 97 : (rest * 100 + unit - 87) % 97;
  }
  return rest;
};

const asWritten = (unit: number): number => unit;
/** O as 0, i and l as 1. */
const asDigit = (unit: number): number => (unit === 111 ? 48 : unit === 105 || unit === 108 ? 49 : unit);

/** The same but in the four letters that name a bank: "IE2O AIBK …". */
const behindBank = (unit: number, place: number): number => (place > 3 && place < 8 ? unit : asDigit(unit));

const isWord = (code: number): boolean => isDigit(code) || isLetter(code);
/** Between the groups of one that is dictated; what comes next is a group. */
const linking =
  /[ ,]{1,2}(?:(?:et |and |und |y |e |en )?(?:puis|ensuite|apres|then|finally|dann|danach|luego|despues|poi|dopo|dan|daarna|depois|a seguir)(?: encore)?|encore|followed by|suivi de|next|et (?:a la fin|enfin|pour finir)|e?uh+|heu+|h?um+|donc|alors|virgule|comma|virgola|coma|komma|ok|tiret|trait|espace|point|slash|dash|space|hyphen|dot|strich|bindestrich|leerzeichen|punkt|guion|espacio|punto|trattino|spazio|streepje|spatie|punt|hifen|espaco|traco|ponto) (?=(?:[a-z\d]{1,5}|[\doil]{6,11})(?![a-z\d]))/y;
const isLinking = (lower: string, at: number): boolean => {
  const next = lower.charCodeAt(at + 1);
  if (linkStarts[isLetter(next) ? next : lower.charCodeAt(at + 2)] !== 1) return false;
  linking.lastIndex = at;
  return linking.test(lower);
};
/** First letters of what may link. */
const linkStarts = new Uint8Array(0x80);
for (const one of "peatdlfuhnsbgiyvcko") linkStarts[one.charCodeAt(0)] = 1;
const isSeparator = (unit: number): boolean => (unit < 0x80 ? plainSeparators[unit] === 1 : unit === 0xfffc);
const plainSeparators = new Uint8Array(0x80);
for (const one of "\0 \t\n\r.-/_,:*|()[]~+=;>{}<&\\`'\"") plainSeparators[one.charCodeAt(0)] = 1;

/** Length by country (SWIFT IBAN Registry, release 99, and the experimental codes banks use in Africa). */
export const lengths: ReadonlyMap<string, number> = new Map(
  (
    "AD24AE23AL28AO25AT20AX18AZ28BA20BE16BF28BG22BH22BI27BJ28BL27BR29BY28CF27CG27CH21CI28CM27CR22CV25CY28CZ24DE22" +
    "DJ27DK18DO28DZ26EE20EG29ES24FI18FK18FO18FR27GA27GB22GE22GF27GI23GL18GP27GQ27GR27GT28GW25HN28HR21HU28IE22IL23" +
    "IQ23IR26IS26IT27JO30KM27KW30KZ20LB28LC32LI21LT20LU20LV21LY25MA28MC27MD24ME22MF27MG27MK19ML28MN20MQ27MR27MT31" +
    "MU30MZ25NC27NE28NI28NL18NO15OM23PF27PK24PL28PM27PS29PT25QA29RE27RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SN28" +
    "SO23ST25SV28TD27TF27TG28TL23TN24TR26UA29VA22VG24WF27XK20YE30YT27"
  )
    .match(/[A-Z]{2}\d\d/g)
    ?.map((entry) => [entry.slice(0, 2).toLowerCase(), Number(entry.slice(2))]),
);

/** The same by the codes of two small letters, 0 when they are no country. */
const byLetters = new Uint8Array(26 * 26);
for (const [country, length] of lengths)
  byLetters[(country.charCodeAt(0) - 97) * 26 + country.charCodeAt(1) - 97] = length;
const lengthOf = (first: number, second: number): number => byLetters[(first - 97) * 26 + second - 97] ?? 0;
