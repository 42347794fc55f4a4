import { isLuhn, weighted } from "../checksum.ts";

/**
 * Checks of national identifiers, over their letters (small) and digits without separators. Each names its rule; those
 * with "Ever" in strong are rare enough by chance to be believed anywhere, the others only when they stand alone.
 */
export type Check = {
  readonly name: string;
  /** "printed": believed in its groups, and only there. */
  readonly strong: boolean | "printed";
  /** Sizes of the groups as it is printed; one run is always read, any groups of a strong one when nothing else is written. */
  readonly shape?: RegExp;
  /** Of companies, and so of no person in most cases: believed alone and in its groups. */
  readonly isOfCompanies?: true;
  readonly holds: (text: string) => boolean;
};

/** Purely of digits, by length. */
export const checksByLength: ReadonlyMap<number, readonly Check[]> = new Map<number, readonly Check[]>([
  [
    9,
    [
      weak("nl.bsn", (id) => eleven(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]), /^(?:3-3-3|4-2-3|2-3-4)$/),
      weak("pt.nif", isNif, /^3-3-3$/),
      weak("cz.rc", (id) => Number(id.slice(0, 2)) < 54 && isBornCzech(id)),
    ],
  ],
  [
    10,
    [
      weak("gb.nhs", isNhs, /^3-3-4$/),
      weak("gb.utr", isUtr, /^(?:3-3-3-1|5-5)$/),
      weak(
        "at.svnr",
        (id) =>
          isDay(id.slice(4, 6), id.slice(6, 8)) &&
          id[0] !== "0" &&
          weighted(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(id[3]),
        /^4-(?:6|2-2-2)$/,
      ),
      weak(
        "bg.egn",
        (id) =>
          isDay(id.slice(4, 6), month20(id)) &&
          (weighted(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(id[9]),
      ),
      weak("cz.rc", (id) => isCzechKey(id) && isBornCzech(id)),
      ofCompanies(
        "pl.nip",
        (id) =>
          /^(?:[1-9]\d[1-9]|[1-9]{2}\d)/.test(id) && weighted(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(id[9]),
        /^3-(?:3-2-2|2-2-3)$/,
      ),
      weak(
        "hu.tin",
        (id) => id[0] === "8" && weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(id[9]),
        /^3-3-3-1$/,
      ),
      weak("se.personnummer", (id) => isDay(id.slice(4, 6), id.slice(2, 4), 60) && isLuhn(id)),
      weak("dk.cpr", isDanish),
    ],
  ],
  [
    11,
    [
      weak("de.steuer-id", (id) => isIso7064(id) && new Set(id.slice(0, 10)).size > 7 && id[0] !== "0"),
      strong("de.steuer-id", isSteuerId, /^2-3-3-3$/),
      strong(
        "pl.pesel",
        (id) => isDay(id.slice(4, 6), month20(id)) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
        /^6-5$/,
      ),
      weak("hr.oib", (id) => isIso7064(id) && !/^(\d)\1{3}/.test(id), /^3-3-3-2$/),
      strong("be.national", isBelgian, /^(?:2-2-2-3-2|6-3-2)$/),
      strong("no.fodselsnummer", (id) => isDay(id.slice(0, 2), id.slice(2, 4), 40) && isNorwegian(id), /^6-5$/),
      strong(
        "baltic.personal",
        (id) => /^[1-6]/.test(id) && isDay(id.slice(5, 7), id.slice(3, 5)) && isBaltic(id),
        /^1-6-4$/,
      ),
      strong("gr.amka", (id) => isDay(id.slice(0, 2), id.slice(2, 4)) && isLuhn(id), /^6-5$/),
      weak("lv.personal", (id) => id.startsWith("32") || (isDay(id.slice(0, 2), id.slice(2, 4)) && isLatvian(id))),
    ],
  ],
  [
    12,
    [
      strong(
        "se.personnummer",
        (id) => /^(?:18|19|20)/.test(id) && isDay(id.slice(6, 8), id.slice(4, 6), 60) && isLuhn(id.slice(2)),
      ),
      weak(
        "es.nuss",
        (id) =>
          Number(id.slice(0, 10)) % 97 === Number(id.slice(10)) ||
          Number(id.slice(0, 2) + id.slice(3, 10)) % 97 === Number(id.slice(10)),
        /^2-8-2$/,
      ),
    ],
  ],
  [
    13,
    [
      strong(
        "fr.spi",
        (id) => /^[0-3]/.test(id) && Number(id.slice(0, 10)) % 511 === Number(id.slice(10)),
        /^(?:[12]-[12]-\d-\d-\d|4-4-4-1)$/,
      ),
      strong(
        "ch.ahv",
        (id) => id.startsWith("756") && weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
        /^3-4-4-2$/,
      ),
      strong("ro.cnp", (id) => /^[1-9]/.test(id) && isDay(id.slice(5, 7), id.slice(3, 5)) && isRomanian(id), /^1-6-6$/),
      strong(
        "lu.nin",
        (id) => /^(?:19|20)/.test(id) && isDay(id.slice(6, 8), id.slice(4, 6)) && isLuhn(id.slice(0, 12)),
        /^4-2-2-\d(?:-\d)?$/,
      ),
      printed("fr.nir", isNirWithoutKey, /^1-2-2-2-3-3$/),
      strong(
        "si.emso",
        (id) => isDay(id.slice(0, 2), id.slice(2, 4)) && eleven(id, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]),
        /^2-2-3-2-3-1$/,
      ),
    ],
  ],
  [15, [strong("fr.nir", isNir, /./)]],
]);

export function strong(name: string, holds: Check["holds"], shape?: RegExp): Check {
  return { name, strong: true, holds, ...(shape ? { shape } : {}) };
}
export function printed(name: string, holds: Check["holds"], shape: RegExp): Check {
  return { name, strong: "printed", holds, shape };
}
export function weak(name: string, holds: Check["holds"], shape?: RegExp): Check {
  return { name, strong: false, holds, ...(shape ? { shape } : {}) };
}

export function ofCompanies(name: string, holds: Check["holds"], shape: RegExp): Check {
  return { name, strong: false, isOfCompanies: true, holds, shape };
}

export const isDay = (day: string, month: string, dayOffset = 0): boolean => {
  const d = Number(day) % (dayOffset || 100);
  const m = Number(month);
  return d >= 1 && d <= ([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0);
};

const eleven = (id: string, weights: readonly number[]): boolean =>
  !/^(\d)\1+$/.test(id) && weighted(id, weights) % 11 === 0;

/** PESEL and EGN add 20, 40, 60 or 80 to the month to tell the century. */
function month20(id: string): string {
  return String(Number(id.slice(2, 4)) % 20);
}

/** INSEE: key = 97 − number mod 97; Corsica's 2A counts as 19, 2B as 18. */
export function isNir(id: string): boolean {
  if (!/^[12]\d\d(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)/.test(id)) return false;
  const number = id.slice(0, 13).replace("2a", "19").replace("2b", "18");
  return Number(number) > 0 && 97 - (Number(number) % 97) === Number(id.slice(13));
}

/** As it stands on older papers: sex, year, month, department, town, order. */
function isNirWithoutKey(id: string): boolean {
  return /^[12]\d\d(?:0[1-9]|1[0-2])(?!00|20|96)\d\d/.test(id);
}

function isNif(id: string): boolean {
  if (!/^(?:[125689]|3|45|7[0-9])/.test(id)) return false;
  const rest = weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(id[8]);
}

function isNhs(id: string): boolean {
  const check = 11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return !/^(\d)\1+$/.test(id) && (check === 11 ? 0 : check) === Number(id[9]);
}

/** HMRC: the first digit checks the nine others. */
export function isUtr(id: string): boolean {
  return "21987654321"[weighted(id.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] === id[0];
}

/** Until 1985 a rest of ten was written as 0. */
export const isCzechKey = (id: string): boolean =>
  Number(id) % 11 === 0 || (id.endsWith("0") && Number(id.slice(0, 9)) % 11 === 10);

/** Months of women have 50 added; those of a full year 20 or 70, in numbers of ten digits since 2004. */
function isBornCzech(id: string): boolean {
  const year = Number(id.slice(0, 2));
  const month = Number(id.slice(2, 4)) % 50;
  const isFull = month > 20 && id.length === 10 && year >= 4 && year < 54;
  return isDay(id.slice(4, 6), String(isFull ? month - 20 : month));
}

/** Numbers given since 2007 have no check any more: a day, and a seventh digit that tells a century somebody is alive from. */
export function isDanish(id: string): boolean {
  const isPast = /^[5-8]/.test(id.slice(6)) ? Number(id.slice(4, 6)) <= latestBirth : true;
  return isPast && isDay(id.slice(0, 2), id.slice(2, 4));
}
/** The last two digits of it: nobody who writes to a bank is born later. */
const latestBirth = 30;

function isRomanian(id: string): boolean {
  const rest = weighted(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (rest === 10 ? 1 : rest) === Number(id[12]);
}

/** ISO 7064 MOD 11,10. */
function isIso7064(id: string): boolean {
  let product = 10;
  for (const digit of id.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(id.at(-1));
}

/** One digit twice or three times among the first ten, never a leading zero (BZSt). */
function isSteuerId(id: string): boolean {
  if (id[0] === "0" || !isIso7064(id)) return false;
  const counts = new Map<string, number>();
  for (const digit of id.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return (most === 2 || most === 3) && counts.size >= 8;
}

function isBelgian(id: string): boolean {
  // 20 or 40 are added to the month of who is no resident.
  const month = Number(id.slice(2, 4)) % 20;
  if (Number(id.slice(2, 4)) > 52 || month > 12 || Number(id.slice(4, 6)) > 31) return false;
  const key = Number(id.slice(9));
  const rest = (number: string): number => 97 - (Number(number) % 97);
  return rest(id.slice(0, 9)) === key || rest(`2${id.slice(0, 9)}`) === key;
}

function isNorwegian(id: string): boolean {
  return (
    weighted(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

function isBaltic(id: string): boolean {
  const first = weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const check = first < 10 ? first : (weighted(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === Number(id[10]);
}

/** The last digit is 1101 less the weighted sum, modulo 11 and 10. */
export function isLatvian(id: string): boolean {
  const sum = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return ((1101 - sum) % 11) % 10 === Number(id.at(-1));
}
