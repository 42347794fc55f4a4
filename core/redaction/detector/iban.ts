import { remainder97 } from "../checksum.ts";
import { isDigit, isLetter } from "../groups.ts";
import { before, type Detector, isQuiet, type Reading } from "../reading.ts";

/** IBAN: ISO 13616 lengths by country and remainder 97 = 1, however it is grouped. Country and last four may stay. */
export const iban: Detector = {
  name: "iban",
  digits: 2,
  detect: (reading) => detectIbans(reading),
};

/** The two letters before a run of digits, each perhaps apart. */
const detectIbans = (reading: Reading): void => {
  const { lower, groups } = reading;
  let done = 0;
  for (const digit of groups.start) {
    const second = letterBefore(lower, digit);
    const first = second < 0 ? -1 : letterBefore(lower, second);
    if (
      first < done ||
      isQuiet(reading, first) ||
      isGlued(lower, first) ||
      !lengths.has(`${lower[first]}${lower[second]}`)
    )
      continue;
    const end = ibanEnd(reading, first);
    if (end > first) done = end;
  }
};

/** Within a word; "IBANFR76…" is not. */
const isGlued = (lower: string, at: number): boolean =>
  isWord(lower.charCodeAt(at - 1)) && !/(?:iban|rib|bic)$/.test(lower.slice(Math.max(0, at - 4), at));

const letterBefore = (lower: string, from: number): number => {
  let at = from - 1;
  while (at >= 0 && from - at < 4 && separators.has(lower.charCodeAt(at))) at--;
  return at >= 0 && isLetter(lower.charCodeAt(at)) ? at : -1;
};

const cue = /iban|\brib\b|compte|account|konto|cuenta|conto|rekening|conta|virement|coordonnees/;

/** The end of the IBAN that starts at `at`, or -1. */
const ibanEnd = (reading: Reading, at: number): number => {
  const { lower } = reading;
  let code = "";
  let length = 34;
  for (let gap = 0, next = at; next < lower.length; next++) {
    const unit = lower.charCodeAt(next);
    if (!isWord(unit)) {
      linking.lastIndex = next;
      if (gap === 0 && linking.test(lower)) next = linking.lastIndex - 2;
      if (++gap > 3 || !separators.has(unit)) return -1;
      continue;
    }
    gap = 0;
    code += lower[next];
    if (code.length === 2) length = lengths.get(code) ?? 0;
    if (length === 0 || (code.length > 2 && code.length < 5 && !isDigit(oAsZero(unit)))) return -1;
    if (code.length === length) return close(reading, code, at, next + 1);
  }
  return -1;
};

const close = (reading: Reading, code: string, start: number, end: number): number => {
  const valid = isIban(code) || isIban(code.slice(0, 2) + code.slice(2).replace(/o/g, "0").replace(/[il]/g, "1"));
  const digits = code.replace(/\D/g, "").length;
  const typed = !valid && digits > code.length * 0.55 && /^..\d\d/.test(code) && cue.test(before(reading, start, 32));
  if (!valid && !typed) return -1;
  const kept = `${code.slice(0, 2)}••${code.slice(-4)}`.toUpperCase();
  reading.hits.push({ kind: "iban", start, end, rule: valid ? "iban.valid" : "iban.mistyped", kept });
  return end;
};

const isIban = (code: string): boolean => remainder97((code.slice(4) + code.slice(0, 4)).toUpperCase()) === 1;

const isWord = (code: number): boolean => isDigit(code) || isLetter(code);
const oAsZero = (code: number): number => (code === 111 ? 48 : code === 105 || code === 108 ? 49 : code);
/** Between the groups of one that is dictated; what comes next is a group. */
const linking = /[ ,]{1,2}(?:puis|ensuite|apres|then|and then|dann|luego|poi|dan|depois) (?=[a-z\d]{1,5}(?![a-z\d]))/y;
const separators = new Set([..." \t\n\r.-/_,:*|()[]~+=;\ufffc"].map((one) => one.charCodeAt(0)));

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
