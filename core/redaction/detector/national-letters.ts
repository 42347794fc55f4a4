import { weighted } from "../checksum.ts";
import { isChinese } from "./national-abroad.ts";
import { isCzechKey, isDanish, isDay, isLatvian, isNir, isUtr } from "./national-check.ts";

/** Identifiers with letters: how they are written, and their check over letters and digits without separators. */
export type Lettered = {
  readonly name: string;
  readonly strong: boolean;
  /** Sticky: it starts a word, at most `lettersBefore` characters before its first digit. */
  readonly pattern: RegExp;
  /** How many letters it begins with, at least and at most. */
  readonly head: readonly [number, number];
  /** Lengths of runs of digits it cannot do without, one of these sets (bit n: a run of n digits). */
  readonly runs: readonly number[];
  /** How many digits it has in a chain at least; without end when a letter touches one of them, however it is written. */
  readonly chain: number;
  readonly holds: (text: string) => boolean;
};

/** A machine-readable number may begin with nine letters. */
export const lettersBefore = 9;

const lettered = (
  name: string,
  strong: boolean,
  runs: string,
  pattern: string,
  holds: Lettered["holds"],
): Lettered => ({
  name,
  strong,
  head: heads.get(name) ?? none,
  chain: apart.get(name) ?? Number.POSITIVE_INFINITY,
  runs: runs.split("|").map((set) => set.split("+").reduce((bits, run) => bits | (1 << Number(run)), 0)),
  pattern: new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, "y"),
  holds,
});

const none = [0, 0] as const;
/** Those that begin with letters and not with a digit. */
const heads: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["gb.nino", [2, 2]],
  ["es.nie", [1, 1]],
  ["it.codice-fiscale", [3, 6]],
  ["gb.licence", [1, 5]],
  ["de.krankenversicherung", [1, 1]],
  ["machine-readable", [1, lettersBefore]],
  ["de.card", [1, 1]],
  ["de.licence", [2, 2]],
  ["it.licence", [1, 1]],
  ["it.identity", [2, 2]],
  ["sg.nric", [1, 1]],
  ["in.pan", [5, 5]],
  ["in.voter", [3, 3]],
  ["mx.curp", [4, 4]],
  ["mx.rfc", [3, 4]],
  ["hk.id", [1, 2]],
  ["gh.card", [3, 3]],
  ["passport", [1, 3]],
]);

/** Those whose letters may stand apart, or that have none: how many digits they have in a chain at least. */
const apart: ReadonlyMap<string, number> = new Map([
  ["ie.pps", 7],
  ["lv.personal", 11],
  ["fi.hetu", 9],
  ["dk.cpr", 10],
  ["gb.nino", 6],
  ["es.dni", 7],
  ["es.nie", 7],
  ["de.rentenversicherung", 8],
  ["se.personnummer", 10],
  ["cz.rc", 9],
  ["us.ssn", 9],
  ["de.steuernummer", 9],
  ["us.itin", 9],
  ["passport", 6],
  ["cl.rut", 8],
  ["hk.id", 7],
]);

const always = (): boolean => true;

const spanish = "trwagmyfpdxbnjzsqvhlcke";
const isDni = (id: string): boolean => {
  const digits = id.slice(0, -1).replace(/^x/, "0").replace(/^y/, "1").replace(/^z/, "2");
  return spanish[Number(digits) % 23] === id.at(-1);
};

const isPps = (id: string): boolean => {
  const extra = id[8] && id[8] !== "w" ? (id.charCodeAt(8) - 96) * 9 : 0;
  const sum = [...id.slice(0, 7)].reduce((total, digit, at) => total + Number(digit) * (8 - at), extra);
  return "wabcdefghijklmnopqrstuv"[sum % 23] === id[7];
};

const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const rank = (one: string): number => (/\d/.test(one) ? Number(one) : one.charCodeAt(0) - 97);
/** Decree of 23 December 1976: characters in odd places count by a table. */
const isCodiceFiscale = (id: string): boolean => {
  const sum = [...id.slice(0, 15)].reduce((total, one, at) => total + (at % 2 ? rank(one) : (odd[rank(one)] ?? 0)), 0);
  return sum % 26 === rank(id.at(-1) ?? "");
};

const isHetu = (id: string): boolean =>
  isDay(id.slice(0, 2), id.slice(2, 4)) &&
  "0123456789abcdefhjklmnprstuvwxy"[Number(id.slice(0, 6) + id.slice(-4, -1)) % 31] === id.at(-1);

const letterValue = (one: string): number => (/\d/.test(one) ? Number(one) : one.charCodeAt(0) - 87);
/** ICAO 9303: weights 7, 3, 1; the digit after the serial number. */
const isMachineReadable = (id: string): boolean => {
  const serial = /^[a-z0-9]{10}d?$/.test(id) ? 9 : 8;
  const sum = [...id.slice(0, serial)].reduce(
    (total, one, at) => total + letterValue(one) * ([7, 3, 1][at % 3] ?? 0),
    0,
  );
  return sum % 10 === Number(id[serial]);
};

const digitSum = (value: number): number => Math.floor(value / 10) + (value % 10);
const ordinal = (letter: string): string => String(letter.charCodeAt(0) - 96).padStart(2, "0");
/** Deutsche Rentenversicherung: digit sums of products, modulo 10. */
const isRentenversicherung = (id: string): boolean => {
  const digits = id.slice(0, 8) + ordinal(id[8] ?? "a") + id.slice(9);
  const day = Number(id.slice(2, 4));
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce(
    (total, weight, at) => total + digitSum(weight * Number(digits[at])),
    0,
  );
  const month = Number(id.slice(4, 6));
  return day >= 1 && day % 50 <= 31 && month >= 1 && month <= 12 && sum % 10 === Number(id.at(-1));
};
const isKrankenversicherung = (id: string): boolean => {
  const digits = ordinal(id[0] ?? "a") + id.slice(1, 9);
  return (
    [...digits].reduce((total, digit, at) => total + digitSum(Number(digit) * (1 + (at % 2))), 0) % 10 === Number(id[9])
  );
};

/** Luhn over letters and digits, letters as 10 … 35 (Cartão de Cidadão). */
function isCitizenCard(id: string): boolean {
  const sum = [...id].reduce((total, one, at) => {
    const value = letterValue(one) * (at % 2 ? 1 : 2);
    return total + (at % 2 === 0 && value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Immigration & Checkpoints Authority of Singapore: weights 2, 7, 6, 5, 4, 3, 2; a letter by series. */
const isNric = (id: string): boolean => {
  const series = id[0] ?? "";
  const sum = weighted(id.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + (/[tg]/.test(series) ? 4 : series === "m" ? 3 : 0);
  const rest = sum % 11;
  if (series === "m") return "kljnpqrtuwx"[10 - rest] === id[8];
  return (/[st]/.test(series) ? "jzihgfedcba" : "xwutrqpnmlk")[rest] === id[8];
};

/** Registro Civil of Chile: weights 2 to 7 from the right, modulo 11; ten is k. */
const isRut = (id: string): boolean => {
  let sum = 0;
  for (let at = id.length - 2, weight = 2; at >= 0; at--, weight = weight === 7 ? 2 : weight + 1)
    sum += weight * Number(id[at]);
  return "0k987654321"[sum % 11] === id.at(-1);
};

/** Immigration Department of Hong Kong: letters as 10 … 35, a missing first one as 36, weights 9 to 2. */
const isHongKong = (id: string): boolean => {
  const letters = id.replace(/\d.*/, "");
  const sum = (letters.length === 1 ? 36 : letterValue(id[0] ?? "")) * 9 + letterValue(letters.at(-1) ?? "") * 8;
  const digits = id.slice(letters.length);
  const rest = (sum + weighted(digits, [7, 6, 5, 4, 3, 2])) % 11;
  return "0a987654321"[rest] === digits[6];
};

const s = "[ .-]?";
/** "le 15 11 26 à 16h". */
const someDay = "(?:0[1-9]|[12]\\d|3[01])[ .-](?:0[1-9]|1[0-2])[ .-]\\d\\d a(?![a-z])";
/** Outside Europe. */
const abroad: readonly Lettered[] = [
  lettered("sg.nric", true, "7", "[stfgm]\\d{7}[a-z]", isNric),
  // Income Tax Department of India: the fourth letter tells who holds it.
  lettered("in.pan", false, "4", "[a-z]{3}[abcfghjlpte][a-z]\\d{4}[a-z]", always),
  // Goods and Services Tax: state, PAN, entity.
  lettered("in.pan", true, "4", "[a-z]{3}p[a-z]\\d{4}[a-z]", always),
  // Registro Nacional de Población of Mexico: name, birth, sex, state, consonants.
  lettered(
    "mx.curp",
    true,
    "6",
    "[a-z][aeioux][a-z]{2}\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[hmx][a-z]{2}[b-df-hj-np-tv-z]{3}[0-9a-z]\\d",
    always,
  ),
  // Servicio de Administración Tributaria of Mexico: name, birth, three more.
  lettered("mx.rfc", false, "6|7|8|9", "[a-z]{3,4}\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[0-9a-z]{3}", always),
  lettered("cl.rut", true, "2+3+1|1+3+1|2+3|1+3", "\\d{1,2}\\.\\d{3}\\.\\d{3}-[0-9k]", isRut),
  lettered("cl.rut", false, "7|8", "\\d{7,8}-[0-9k]", isRut),
  lettered("hk.id", true, "6", "[a-z]{1,2}\\d{6} ?\\([0-9a]\\)", isHongKong),
  lettered("in.gstin", true, "2+4", "(?:0[1-9]|[12]\\d|3[0-8]|97)[a-z]{5}\\d{4}[a-z][1-9a-z]z[0-9a-z]", always),
  // ICAO 9303 leaves the form to each state: Canada, Spain, Korea.
  lettered("passport", false, "6|8|3+4", "[a-z]{2}[ _-]?\\d{6}|[a-z]{3}\\d{6}|[ms]\\d{3}[a-z]\\d{4}", always),
  // National Identification Authority of Ghana.
  lettered("gh.card", true, "9+1", "gha-\\d{9}-\\d", always),
  // Citizen identity number of China: place, birth, order; ISO 7064 MOD 11-2.
  lettered("cn.id", true, "17", "[1-9]\\d{5}(?:19|20)\\d{9}x", isChinese),
  lettered("in.voter", false, "7", "[a-z]{3}\\d{7}", always),
  // Centers for Medicare & Medicaid: letters without s, l, o, i, b, z.
  lettered(
    "us.mbi",
    false,
    "1|2",
    "[1-9][ac-hjkmnp-rt-y][0-9ac-hjkmnp-rt-y]\\d-?[ac-hjkmnp-rt-y][0-9ac-hjkmnp-rt-y]\\d-?[ac-hjkmnp-rt-y]{2}\\d\\d",
    always,
  ),
];
export const letteredIds: readonly Lettered[] = [
  lettered("fr.nir", true, "2|3|4|5|6|1", `[12]${s}\\d\\d${s}\\d\\d${s}2[ab]${s}\\d{3}${s}\\d{3}${s}\\d\\d`, isNir),
  lettered("fr.nir", true, "2|3|4|5|6|1", `[12]${s}\\d\\d${s}(?:0[1-9]|1[0-2])${s}2[ab]${s}\\d{3}${s}\\d{3}`, always),
  lettered(
    "gb.nino",
    true,
    "2|6|3",
    `(?!bg|gb|kn|nk|nt|tn|zz|(?:le|el|al|am|ce|on|op) ${someDay})[abceghj-prstw-z][abceghj-nprstw-z](?:${s}\\d{6}${s}[a-d]|[ -]?\\d\\d ?\\d\\d ?\\d\\d ?[a-d]|([ .-]?)\\d\\d([.-])\\d\\d\\2\\d\\d(?:\\1|\\2)[a-d]| \\d{3} \\d{3} [a-d])`,
    always,
  ),
  lettered(
    "es.dni",
    true,
    "7|8|2+3|1+3|1",
    `\\d(?: \\d){7} [a-z]|\\d{1,2}${s}\\d{3}${s}\\d{3} ?-?[a-z]|\\d{7,8} ?-? ?[a-z]`,
    (id) => isDni(id),
  ),
  lettered("es.nie", true, "7", `[xyz]${s}\\d{7}${s}[a-z]`, isDni),
  lettered(
    "it.codice-fiscale",
    true,
    "2",
    `[a-z]{3}${s}[a-z]{3}${s}\\d\\d[abcdehlmprst]\\d\\d${s}[a-z]\\d{3}[a-z]`,
    isCodiceFiscale,
  ),
  lettered("fi.hetu", true, "6+3|6+4", "\\d{6}(?:-{1,2}|[+a-fu-y])\\d{3}[0-9a-fhj-npr-y]", isHetu),
  lettered("ie.pps", true, "7", "\\d{7} ?[a-w][a-iw]?", isPps),
  lettered("pt.cc", false, "9|8+1", "\\d{8} ?\\d ?[a-z]{2}\\d", isCitizenCard),
  lettered(
    "lv.personal",
    false,
    "6+5",
    "[0-3]\\d[01]\\d{3}-[0-2]\\d{4}|32\\d{4}-\\d{5}",
    (id) => id.startsWith("32") || isLatvian(id),
  ),
  lettered("dk.cpr", false, "6+4", "[0-3]\\d[01]\\d{3}-\\d{4}", isDanish),
  lettered("fr.paper", false, "2+5", "\\d\\d[a-z]{2}\\d{5}", always),
  lettered(
    "gb.licence",
    true,
    "6+1|6+2|6+3|7|8|9|10|3+1|3+2",
    `[a-z][a-z9]{4} ?\\d(?:[05][1-9]|[16][0-2])[0-3]\\d\\d ?[a-z9]{2}[0-9][a-z0-9]{2}(?: ?\\d\\d)?`,
    always,
  ),
  lettered(
    "gb.licence",
    true,
    "6+1|6+2|6+3|7|8|9|10|3+1|3+2",
    `[a-z][a-z9]{4} \\d{3} \\d{3} [a-z9]{2}[0-9][a-z0-9]{2}(?: ?\\d\\d)?`,
    always,
  ),
  lettered(
    "de.rentenversicherung",
    true,
    "8|2+6|5",
    `(?:\\d\\d ?\\d{6}|\\d{3} \\d{5}) ?[a-z] ?\\d{3}`,
    isRentenversicherung,
  ),
  lettered(
    "se.personnummer",
    true,
    "6+4|8+4",
    "(?:19|20)?\\d\\d(?:0[1-9]|1[0-2])(?:[0-3]|[6-9])\\d[-+]\\d{4}",
    isPersonnummer,
  ),
  lettered("cz.rc", true, "6+3|6+4", "\\d\\d[0-8]\\d[0-3]\\d/\\d{3,4}", (id) => id.length === 9 || isCzechKey(id)),
  lettered("us.ssn", true, "3+2+4", "(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4}", always),
  // Internal Revenue Service: 50–65, 70–88, 90–92 and 94–99 in the middle; who makes one up counts down.
  lettered(
    "us.itin",
    true,
    "3+2+4",
    "9\\d\\d-(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])-\\d{4}",
    (id) => id !== "987654321",
  ),
  lettered("de.krankenversicherung", false, "9", "[a-z]\\d{9}", isKrankenversicherung),
  lettered(
    "machine-readable",
    false,
    "1|2|3|4|5|6|7|8|9",
    "[cfghjklmnprtvwxyz][0-9cfghjklmnprtvwxyz]{7,8}\\d[dD]?",
    isMachineReadable,
  ),
  ...abroad,
  lettered("gb.utr", false, "10", "\\d{10}k", (id) => isUtr(id)),
  lettered("de.card", false, "8", "[cfghjklmnprtvwxyz]\\d{8}", always),
  lettered("de.licence", false, "8", "[a-z]{2}\\d{8}[a-z]", always),
  lettered("it.licence", false, "1", "u1[a-z0-9]{7}[a-z]", (id) => /\d.*\d.*\d/.test(id)),
  lettered("it.identity", false, "5|7", "[a-z]{2}\\d{7}|c[a-z]\\d{5}[a-z]{2}", always),
  lettered("de.steuernummer", false, "4|5", "\\d{2,3}/\\d{3,4}/\\d{4,5}", (id) => id.length >= 10),
];

function isPersonnummer(id: string): boolean {
  const digits = id.slice(-10);
  let sum = 0;
  for (let at = 0; at < 10; at++) sum += at % 2 ? Number(digits[at]) : digitSum(Number(digits[at]) * 2);
  return sum % 10 === 0;
}
