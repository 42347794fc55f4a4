import { afterCue, type Cue, isAmount } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { digitsOf, Link, shapeOf } from "../groups.ts";
import { type Detector, isAlone, isQuiet, type Reading } from "../reading.ts";
import { type Check, checksByLength } from "./national-check.ts";
import { letteredIds } from "./national-letters.ts";

/**
 * Identifiers that a state gives: beside a cue, whatever their check says; else by format and check, the weaker ones
 * only when the message is nothing else.
 */
export const nationalId: Detector = {
  name: "national-id",
  digits: 1,
  detect: (reading) => {
    const { groups } = reading;
    if (groups.longest >= 9) detectDigits(reading);
    if (groups.isMixed || groups.longest >= 6) detectLetters(reading);
    if (reading.glance.families & Family.identity) detectCued(reading);
  },
};

/** Each run alone, and each chain of runs as a whole. */
const detectDigits = (reading: Reading): void => {
  const { groups } = reading;
  for (let first = 0; first < groups.start.length; first++) {
    if (test(reading, first, first) || groups.link[first] === Link.separated) continue;
    let last = first;
    while (groups.link[last + 1] === Link.separated) last++;
    if (last > first && last - first < longest) test(reading, first, last);
  }
};

const longest = 15;

const test = (reading: Reading, first: number, last: number): boolean => {
  const { groups, lower } = reading;
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  if (end - start < 9) return false;
  const digits = digitsOf(lower, groups, first, last);
  const checks = checksByLength.get(digits.length);
  const check = checks?.find((one) => one.holds(digits) && stands(reading, one, first, last));
  if (check === undefined) return false;
  hit(reading, start, end, check.name);
  return true;
};

/** One run or as it is printed, not glued to letters; a weak check asks that the message is nothing else. */
const stands = (reading: Reading, check: Check, first: number, last: number): boolean => {
  const { groups, lower } = reading;
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  if (/[a-z0-9+]/.test(lower[start - 1] ?? "") || /[a-z0-9]/.test(lower[end] ?? "")) return false;
  if (first < last && !isPrintedSo(reading, check, first, last)) return false;
  return check.strong ? !isAmount(reading, start, end) : isAlone(reading, start, end);
};

const isPrintedSo = ({ groups }: Reading, { shape }: Check, first: number, last: number): boolean =>
  shape?.test(shapeOf(groups, first, last)) === true && groups.link[last + 1] !== Link.separated;

const detectLetters = (reading: Reading): void => {
  const { isMixed, runs: present } = reading.groups;
  for (const { name, strong, pattern, runs, touches, holds } of letteredIds) {
    if ((touches && !isMixed) || (!strong && reading.lower.length > 40)) continue;
    if (!runs.some((set) => (present & set) === set)) continue;
    eachMatch(pattern, reading.lower, ({ index, 0: text }) => {
      const end = index + text.length;
      if (isQuiet(reading, index) || !holds(text.replace(/[^a-z0-9+]/g, "").replace("+", ""))) return;
      if (strong || isAlone(reading, index, end)) hit(reading, index, end, name);
    });
  }
};

const detectCued = (reading: Reading): void =>
  afterCue(reading, named, ({ start, end, text }) => {
    const isDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text);
    const isCard = text.length === 9 && /\d.*\d/.test(text) && /^[A-Z\d]+$/.test(reading.view.text.slice(start, end));
    if ((isCard || text.replace(/\D/g, "").length >= 5) && !isDate && !isAmount(reading, start, end))
      hit(reading, start, end, "cue");
  });

const hit = (reading: Reading, start: number, end: number, name: string): void => {
  reading.hits.push({ kind: "national-id", start, end, rule: `national-id.${name}` });
};

const named: Cue = {
  family: Family.identity,
  cue: /(?:secu(?:rite sociale)?|ss|nir|insee|vitale|fiscale?|spi|cni|identite|sejour|permis(?: de conduire)?|nino|ni(?: number| no)?|national insurance(?: number| no)?|nhs(?: number| no)?|utr|tax (?:reference|id|number|code)|tin|atin|ssn|social security(?: number| no)?|driving licen[cs]e|driver'?s? licen[cs]e|licen[cs]e(?: number| no)?|dvla(?: no| number)?|identity (?:card|number|code)|national id|id card|trn|d\.?n\.?[il1]\.?|n\.?i\.?e\.?|n\.?i\.?f\.?|nuss?|seguridad social|carnet de conducir|codice fiscale|partita iva|carta d'identita|patente|steuer-?(?:id|nummer|nr|identifikationsnummer)\.?|idnr|sozialversicherungsnummer|rvnr|svnr|(?:personal)?ausweis(?:nummer|nr)?|fuhrerschein(?:nummer)?|krankenversichertennummer|bsn|burgerservicenummer|sofinummer|identiteitskaart|rijbewijs(?:nummer)?|registre national|rijksregister(?:nummer)?|niss|pesel|nip|ppsn?|pps number|ahv|avs|cpf|contribuinte|cartao de cidadao|carta de conducao|personnummer|fodselsnummer|henkilotunnus|rodne cislo|asmens kodas|personas kods|isikukood|davcna stevilka|adoazonosito(?: jel)?|adoszam|szemelyi szam|kennitala|cif|vat(?: number| no)?|(?<=(?:numero|n°) )national|hetu|cpr(?:-nummer)?|oib|emso|egn|cnp|amka)(?![a-z])/y,
  filler:
    /(?:[ \t:=#.,'"()-]|n°|(?<![a-z])(?:numero|number|num|no|nr|nummer|code|id|est|is|le|la|the|c'est|es|ist|e|er|to|mon|my|de|du|sa|son|sous|carte|vale|mi|mein|mijn|mi|il|mio|o|meu|card|francaise|francais)(?![a-z])){1,14}/y,
  value:
    /(?:[a-z]{1,6}[ .-]?)?\d[a-z0-9]{0,17}(?:[ .\-/+]{1,2}(?:\d[a-z0-9]{0,12}|[a-z]{1,2}\d[a-z0-9]{0,12}|[a-z](?![a-z']))){0,8}(?![a-z0-9])/y,
};
