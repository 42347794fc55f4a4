import { type Ahead, afterCue, beforeCue, type Cue, isAmount, leadOf, type Span } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { countDigits, digitsOf, isDigit, isEven, isLetter, Link, shapeOf } from "../groups.ts";
import { linking, nationality, numberLabel } from "../naming.ts";
import { anyOf, type Phrases, phrase, sticky } from "../phrase.ts";
import { before, type Detector, isAlone, isQuiet, miss, type Reading } from "../reading.ts";
import { abroadByLength } from "./national-abroad.ts";
import { type Check, checksByLength } from "./national-check.ts";
import { foreignIds } from "./national-foreign.ts";
import { letteredIds, lettersBefore } from "./national-letters.ts";
import { partedIds } from "./national-parted.ts";

/**
 * Identifiers that a state gives: beside a cue, whatever their check says; else by format and check, the weaker ones
 * only when the message is nothing else.
 */
export const nationalId: Detector = {
  name: "national-id",
  digits: 1,
  cues: () => [named, weakly, fiscalCode, ahead],
  detect: (reading) => {
    const { groups } = reading;
    if (groups.longest >= 9) detectDigits(reading);
    const enough = reading.lower.length > longestAlone ? 5 : 3;
    if (reading.glance.digits >= enough && (groups.isMixed || groups.longest >= 6)) detectLetters(reading);
    if (reading.glance.families & Family.identity) detectCued(reading);
    if (groups.longest >= 8) detectForeign(reading);
    if (reading.glance.families & Family.bracket && reading.lower.includes("<<")) detectMachineZone(reading);
  },
};

/** Each run alone, and each chain of runs as a whole. */
const detectDigits = (reading: Reading): void => {
  const { groups } = reading;
  for (let first = 0; first < groups.start.length; first++) {
    if (test(reading, first, first) || groups.link[first] === Link.separated) continue;
    let last = first;
    while (groups.link[last + 1] === Link.separated) last++;
    if (last > first && last - first < groupsAtMost) test(reading, first, last);
  }
};

const groupsAtMost = 15;

const test = (reading: Reading, first: number, last: number): boolean => {
  const { groups, lower } = reading;
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  if (end - start < 9) return false;
  const digits = digitsOf(lower, groups, first, last);
  const checks = checksFor(digits.length);
  const isWhole = isAlone(reading, start, end);
  const check = checks?.find(
    (one) => (isWhole || one.strong !== false) && one.holds(digits) && stands(reading, one, first, last),
  );
  if (check === undefined) {
    const near = reading.misses && checks?.find((one) => one.holds(digits));
    if (near) miss(reading, `national-id.${near.name}`, start, end, "a weak check, and other words beside it");
    return false;
  }
  hit(reading, start, end, check.name);
  return true;
};

const every: ReadonlyMap<number, readonly Check[]> = new Map(
  [...checksByLength.keys(), ...abroadByLength.keys()].map((length) => [
    length,
    [...(checksByLength.get(length) ?? []), ...(abroadByLength.get(length) ?? [])],
  ]),
);
const checksFor = (length: number): readonly Check[] | undefined => every.get(length);

/** One run or as it is printed, not glued to letters; a weak check asks that the message is nothing else. */
const stands = (reading: Reading, check: Check, first: number, last: number): boolean => {
  const { groups, lower } = reading;
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  const before = lower.charCodeAt(start - 1);
  if (isLetter(before) || isDigit(before) || before === plus || isLetter(lower.charCodeAt(end))) return false;
  if (isAmount(reading, start, end)) return false;
  const isWhole = isAlone(reading, start, end);
  if (isWhole && check.strong === true && isWrittenEvenly(reading, first, last)) return true;
  if (
    first < last
      ? !isPrintedSo(reading, check, first, last)
      : isOnlyPrinted(check, digitsOf(lower, groups, first, last))
  )
    return false;
  return isWhole || check.strong !== false;
};

const plus = 43;

/** In equal groups, or with the day of a birth apart: "11-22-12345-12" is some other number whose check holds by chance. */
const isWrittenEvenly = ({ groups }: Reading, first: number, last: number): boolean => {
  const shape = shapeOf(groups, first, last);
  return isEven(shape) || /^(?:\d-)?2-2-2-\d+$/.test(shape);
};

/** One run says too little of a company's number, and nothing when it counts from 1 to 9. */
const isOnlyPrinted = ({ isOfCompanies, strong }: Check, digits: string): boolean =>
  strong === "printed" || isOfCompanies === true || (strong === false && counting.has(digits));
const counting: ReadonlySet<string> = new Set(["123456789", "1234567890", "0123456789", "987654321", "9876543210"]);

/** In its groups and on one line. */
const isPrintedSo = ({ groups, lower }: Reading, { shape }: Check, first: number, last: number): boolean =>
  shape?.test(shapeOf(groups, first, last)) === true &&
  groups.link[last + 1] !== Link.separated &&
  !lower.slice(groups.start[first], groups.end[last]).includes("\n");

/** A message of so many characters may be an identifier and nothing else. */
const longestAlone = 40;

const detectLetters = (reading: Reading): void => {
  const { groups, lower } = reading;
  let words: readonly Word[] | undefined;
  for (const id of lower.length > longestAlone ? strongIds : letteredIds) {
    const { name, strong, pattern, head, holds } = id;
    if ((!groups.isMixed && groups.longest < id.chain) || !hasOneOf(id.runs, groups.runs)) continue;
    words ??= wordsBeforeNumbers(reading);
    let done = 0;
    for (const { start, letters } of words) {
      if (start < done || letters < head[0] || letters > head[1]) continue;
      pattern.lastIndex = start;
      if (!pattern.test(lower)) continue;
      const end = pattern.lastIndex;
      done = end;
      if (isQuiet(reading, start) || !holds(bare(lower.slice(start, end)))) continue;
      if (strong || isAlone(reading, start, end)) hit(reading, start, end, name);
    }
  }
};

const strongIds = letteredIds.filter(({ strong }) => strong);
const bare = (text: string): string => text.replace(/[^a-z0-9+]/g, "").replace("+", "");

/** Whether one of the sets of lengths is there. */
const hasOneOf = (sets: readonly number[], present: number): boolean => {
  for (const set of sets) if ((present & set) === set) return true;
  return false;
};

/** A word of letters and digits, and how many letters it begins with. */
type Word = { readonly start: number; readonly letters: number };

/** Those that have a digit soon: only there can an identifier begin. */
const wordsBeforeNumbers = ({ glance, lower }: Reading): readonly Word[] => {
  const words: Word[] = [];
  let at = 0;
  for (let run = 0; run < glance.runs; run++) {
    const start = glance.runStart[run] ?? 0;
    at = Math.max(at, start - lettersBefore);
    for (let isWithin = isWord(lower.charCodeAt(at - 1)); at <= start; at++) {
      const isNext = isWord(lower.charCodeAt(at));
      if (isNext && !isWithin) words.push({ start: at, letters: lettersAt(lower, at) });
      isWithin = isNext;
    }
  }
  return words;
};

const lettersAt = (lower: string, start: number): number => {
  let at = start;
  while (at - start <= lettersBefore && isLetter(lower.charCodeAt(at))) at++;
  return at - start;
};

const isWord = (code: number): boolean => isLetter(code) || isDigit(code);

const detectForeign = (reading: Reading): void =>
  foreignIds(reading, (start, end) => {
    if (!isQuiet(reading, start) && countDigits(reading.lower.slice(start, end)) >= 8) hit(reading, start, end, "cue");
  });

const detectCued = (reading: Reading): void => {
  const take = ({ start, end, text }: Span): void => {
    if (!isIdentifier(reading, start, end, text) || isAmount(reading, start, end)) return;
    const ahead = onebyone.test(text) ? (lettersAhead.exec(before(reading, start, 9))?.[0].length ?? 0) : 0;
    hit(reading, start - ahead, end, "cue");
  };
  afterCue(reading, named, take);
  partedIds(reading, named, (start, end) => hit(reading, start, end, "cue"));
  afterCue(reading, weakly, take);
  afterCue(reading, fiscalCode, take);
  beforeCue(reading, ahead, take);
};

/** "C E 8 7 0 …": its first letters were read as words. */
const onebyone = /^[a-z0-9](?:[ .,-]{1,3}[a-z0-9]){5,}$/;
const lettersAhead = /(?<![a-z0-9])(?:[a-z][ .-]){1,4}$/;
/** The machine-readable zone of a passport or a card (ICAO 9303, 3 to 5): lines of letters, digits and "<". */
const detectMachineZone = ({ hits, lower }: Reading): void =>
  eachMatch(/(?<![a-z0-9<])[a-z0-9<]{28,44}(?![a-z0-9<])/g, lower, ({ index, 0: line }) => {
    const fillers = line.split("<").length - 1;
    if (fillers < 2 || !(line.includes("<<") || /\d{6}/.test(line))) return;
    hits.push({ kind: "national-id", start: index, end: index + line.length, rule: "national-id.machine-zone" });
  });

const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/;

/** Five digits, or the nine to ten capitals and digits of a card. */
const isIdentifier = ({ view }: Reading, start: number, end: number, text: string): boolean => {
  if (date.test(text)) return false;
  if (countDigits(text) >= 5) return true;
  const bare = view.text.slice(start, end).replace(/[ .-]/g, "");
  if (/^[a-z]{6}\d\d[a-z]\d\d[a-z]\d{3}[a-z]$/i.test(bare)) return true;
  return /^[a-z\d]{9,10}$/i.test(bare) && /\d.*\d/.test(bare) && /^(?:[A-Z\d]+|[a-z\d]+)$/.test(bare);
};

const hit = (reading: Reading, start: number, end: number, name: string): void => {
  reading.hits.push({ kind: "national-id", start, end, rule: `national-id.${name}` });
};

/** Cues of one or two letters: only before what looks like an identifier. */
const weakly: Cue = {
  family: Family.identity,
  cue: /(?:cin(?: (?:marocaine?|tunisienne?|malgache))?|ci|cc|bi|nn|egn)(?![a-z])/y,
  filler: /(?: (?:est|is|numero|number|no))?(?: ?n[.°º]{1,2})?[ :.]{1,3}/y,
  value:
    /(?:[a-z]{1,2} ?\d{5,7}|0\d{7}|c[a-z] ?\d{5} ?[a-z]{2}|\d{8} ?\d ?[a-z]{2}\d|\d{10,11}|\d{2}[ .]?\d{2}[ .]?\d{2}[ .-]?\d{3}[ .-]?\d\d)(?![a-z0-9])/y,
};
/** A codice fiscale in its printed groups, whatever its last letter says. */
const fiscalCode: Cue = {
  family: Family.identity,
  cue: /(?:codice fiscale|cod\.? ?fisc(?:ale)?\.?|c\.?f\.?)(?![a-z])/y,
  filler: /(?:[ :=.]|(?<![a-z])(?:e|il mio)(?![a-z])){1,6}/y,
  value: /(?:[a-z01] ?){6}(?:\d ?){2}[a-z1] ?(?:\d ?){2}[a-z1] ?(?:\d ?){3}[a-z01](?![a-z0-9])/y,
};
const names: Phrases = {
  fr: [
    /secu(?:rite sociale)?|nir|insee|vitale|fiscale?|spi|cni|identite|sejour|permis(?: de conduire)?/,
    /identification (?:nationale?|fiscale?)|nationale (?:marocaine|algerienne|tunisienne|senegalaise|ivoirienne|malienne)/,
    /registre national|matricule (?:nationale?|luxembourgeoise?)|(?<=(?:numero|n°) )national|niss/,
  ],
  en: [
    /nat ins|nino|ni(?: number| no)?|national insurance(?: number| no)?|nhs(?: number| no)?|utr|taxpayer reference/,
    /self assessment|tax (?:reference|id|number)|tin|atin|ssn?|social security(?: number| no)?|vat(?: number| no)?/,
    /driving licen[cs]e|driver'?s? licen[cs]e|licen[cs]e(?: number| no)?|dvla(?: no| number)?|ppsn?|pps number|trn/,
    /id(?:entity)? card|identity (?:number|code)|(?:national |personal |tax )?id(?:entification)? (?:number|no|code)|national id|tic/,
    /personal (?:number|no|code)(?= ?(?:is|:|\d))|aba(?: (?:routing|number))?(?=[ :#]{1,3}(?:is )?\d{9}(?!\d))/,
  ],
  de: [
    /rentenversicherungsnummer|rvnr|krankenversicherungsnummer|krankenversichertennummer|kvnr|svnr|ahv|avs/,
    /sozialversicherungsnummer|sv-?(?:nummer|nr)\.?|(?:versicherungs|versicherten)-?(?:nummer|nr)\.?|idnr/,
    /(?:personal)?ausweis(?:-?(?:nummer|nr)\.?)?|perso(?:-?(?:nummer|nr)\.?)?(?= |:)|fuhrerschein(?:nummer)?/,
    /steuer-?(?:id|nummer|nr|identifikationsnummer)\.?|st\.?-?nr\.?|identifikationsnummer/,
  ],
  es: [
    /d\.?n\.?[il1]\.?|n\.?i\.?e\.?|n\.?i\.?f\.?|cif|nuss?|nss|seguridad social|carnet de conducir/,
    /documento(?: (?:nacional|de identidad|d'identita|di identita))?/,
  ],
  it: /codice fiscale|cod\.? ?fisc(?:ale)?\.?|c\.?f\.?(?!\d)|partita iva|carta (?:d'|di )?identita|patente/,
  nl: [/bsn|burgerservicenummer|sofinummer|identiteitskaart|rijbewijs(?:nummer)?|insz/, /rijksregister(?:nummer)?/],
  pt: /bilhete de identidade|seguranca social|identificacao (?:fiscal|civil)|contribuinte|nipc|cpf|cartao de cidadao|carta de conducao/,
  more: [
    /aadha?ar|gstin|gst|cnpj|curp|rfc|nas|sin(?= ?(?:number|no|num|:|#|is)| \d{3}[ -]?\d{3}[ -]?\d{3}(?!\d))|social insurance(?: number| no)?|medicare|tfn|tax file(?: number| no)?|abn|acn|npi|ein|itin/,
    /nin(?=[ :]{1,3}(?:(?:is|number|no) ?:? ?)?(?:\d{11}|\d{18})(?!\d))|cnic|ghana card|sss(?= (?:number|no)| ?:| \d\d-\d{7}-\d)(?: number| no)?|philhealth(?: number| no)?|umid|resident registration(?: number| no)?|registration number/,
    /nric|mykad|kimlik|tckn|t\.?c\.? kimlik(?: no)?|rrn|brn|hkid|emirates id|bvn|rut|cedula(?: de (?:ciudadania|identidad|extranjeria))?|teudat zehut|snils|inn(?=[ :]{1,3}\d{10,12}(?!\d))|cccd|nik(?=[ :]{1,3}\d{16}(?!\d))|cuil|cuit|pan(?=(?: (?:card|number|no|num|is))|:|[ :]{1,3}[a-z]{5}\d{4}[a-z](?![a-z0-9]))|fin(?= (?:number|no))|mbi/,
    /pesel|nip|regon|dowod(?:u)?(?: osobist(?:y|ego))?|cnp(?:-ul)?|cod numeric personal|egn|emso|oib|davcna stevilka|rodne cislo|rc|r\.c\./,
    /adoazonosito(?: jel(?:em)?)?|adoszam|szemelyi szam|taj(?: szam(?:om)?)?|asmens kodas|personas kods|p\.k\.|a\.k\.|ik|isikukood/,
    /henkilotunnus|hetu|person(?:nummer(?:et)?|nr)|pnr|fodselsnummer|fnr|cpr(?:-nummer)?|kennitala|amka|afm/,
  ],
};
/** "SHF12345 (dowód osobisty)": the same names, behind the number. */
const ahead: Ahead = {
  family: Family.identity,
  cue: phrase(names),
  lead: leadOf(
    "(?:[a-z]{1,5} ?)?\\d[a-z0-9]{4,14}(?:[ .-][a-z0-9]{1,6}){0,6}|[a-z]\\d[a-z0-9]{7,14}|[a-z]{3}\\d[a-z\\d]{5}|\\d{1,4}(?:[ .-]\\d{1,4}){2,6}",
    "mon|social|d'identite|carte",
  ),
};
const between: Phrases = {
  fr: /sa|son|carte|du (?:client|titulaire|patient|salarie)/,
  en: /card|registration/,
  de: /hat|die/,
  es: /vale/,
  it: /nel/,
  more: /numaras[iy]|je|jest|ar|er|on|yra|ir|este|meu|min|mi|jelem/,
};
const named: Cue = {
  family: Family.identity,
  cue: phrase(names),
  filler: sticky(
    `(?:[ \\t\\n:=#.,'"()*_|<>[{\`-]|n\\.º|${numberLabel}|${linking}|${nationality}|(?<![a-z])${anyOf(between)}(?![a-z])){1,14}`,
  ),
  value:
    /(?:[a-z0-9][ .,-]{1,3}){5,19}[a-z0-9](?![a-z0-9])|(?:[a-z]{1,6}[ .-]?)?\d[a-z0-9]{0,17}(?:[ .\-/+]{1,2}(?:\d[a-z0-9]{0,12}|[a-z]{1,2}\d[a-z0-9]{0,12}|[a-z](?![a-z']))){0,8}(?![a-z0-9])/y,
};
