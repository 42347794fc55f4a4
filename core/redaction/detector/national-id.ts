import { type Ahead, afterCue, beforeCue, type Cue, isAmount, leadOf, type Span } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { countDigits, digitsOf, isDigit, isLetter, Link, shapeOf } from "../groups.ts";
import { type Detector, isAlone, isQuiet, miss, type Reading } from "../reading.ts";
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
    const enough = reading.lower.length > longestAlone ? 5 : 3;
    if (reading.glance.digits >= enough && (groups.isMixed || groups.longest >= 6)) detectLetters(reading);
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
  const checks = checksByLength.get(digits.length);
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

/** One run or as it is printed, not glued to letters; a weak check asks that the message is nothing else. */
const stands = (reading: Reading, check: Check, first: number, last: number): boolean => {
  const { groups, lower } = reading;
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  const before = lower.charCodeAt(start - 1);
  if (isLetter(before) || isDigit(before) || before === plus || isLetter(lower.charCodeAt(end))) return false;
  if (isAmount(reading, start, end)) return false;
  const isWhole = isAlone(reading, start, end);
  if (isWhole && check.strong === true) return true;
  if (first < last ? !isPrintedSo(reading, check, first, last) : check.strong === "printed") return false;
  return isWhole || check.strong !== false;
};

const plus = 43;

/** In its groups and on one line. */
const isPrintedSo = ({ groups, lower }: Reading, { shape }: Check, first: number, last: number): boolean =>
  shape?.test(shapeOf(groups, first, last)) === true &&
  groups.link[last + 1] !== Link.separated &&
  !lower.slice(groups.start[first], groups.end[last]).includes("\n");

/** A message of so many characters may be an identifier and nothing else. */
const longestAlone = 40;

const detectLetters = (reading: Reading): void => {
  const { isMixed, longest, runs: present } = reading.groups;
  for (const { name, strong, pattern, runs, chain, holds } of letteredIds) {
    if ((!isMixed && longest < (chain ?? Number.POSITIVE_INFINITY)) || (!strong && reading.lower.length > longestAlone))
      continue;
    if (!runs.some((set) => (present & set) === set)) continue;
    eachMatch(pattern, reading.lower, ({ index, 0: text }) => {
      const end = index + text.length;
      if (isQuiet(reading, index) || !holds(text.replace(/[^a-z0-9+]/g, "").replace("+", ""))) return;
      if (strong || isAlone(reading, index, end)) hit(reading, index, end, name);
    });
  }
};

const detectCued = (reading: Reading): void => {
  const take = ({ start, end, text }: Span): void => {
    if (isIdentifier(reading, start, end, text) && !isAmount(reading, start, end)) hit(reading, start, end, "cue");
  };
  afterCue(reading, named, take);
  afterCue(reading, weakly, take);
  afterCue(reading, fiscalCode, take);
  beforeCue(reading, ahead, take);
};

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
  cue: /(?:ci|cc|bi|nn|egn)(?![a-z])/y,
  filler: /(?: ?n[.°º]{1,2}|numero|n\.º)?[ :.]{1,3}/y,
  value:
    /(?:[a-z]{2} ?\d{7}|c[a-z] ?\d{5} ?[a-z]{2}|\d{8} ?\d ?[a-z]{2}\d|\d{10,11}|\d{2}[ .]?\d{2}[ .]?\d{2}[ .-]?\d{3}[ .-]?\d\d)(?![a-z0-9])/y,
};
/** A codice fiscale in its printed groups, whatever its last letter says. */
const fiscalCode: Cue = {
  family: Family.identity,
  cue: /(?:codice fiscale|cod\.? ?fisc(?:ale)?\.?|c\.?f\.?)(?![a-z])/y,
  filler: /(?:[ :=.]|(?<![a-z])(?:e|il mio)(?![a-z])){1,6}/y,
  value: /(?:[a-z01] ?){6}(?:\d ?){2}[a-z1] ?(?:\d ?){2}[a-z1] ?(?:\d ?){3}[a-z01](?![a-z0-9])/y,
};
const ahead: Ahead = {
  family: Family.identity,
  cue: /(?:secu(?:rite sociale)?|nir|fiscal|cni|nino|ni(?: number| no)|national insurance|nhs|utr|dni|nie|nif|codice fiscale|steuer-?id|steuernummer|sozialversicherungsnummer|personalausweis|bsn|registre national|rijksregister|pesel|ppsn?|ahv|avs|personnummer|cpr)(?![a-z])/y,
  lead: leadOf(
    "(?:[a-z]{1,2} ?)?\\d[a-z0-9]{4,14}(?:[ .-][a-z0-9]{1,6}){0,6}|\\d{1,4}(?:[ .-]\\d{1,4}){2,6}",
    "mon|social|d'identite|carte",
  ),
};

const named: Cue = {
  family: Family.identity,
  cue: /(?:secu(?:rite sociale)?|n?ss|fnr|pnr|rentenversicherungsnummer|sv-?(?:nummer|nr)\.?|versicherungs-?(?:nummer|nr)\.?|versicherten-?(?:nummer|nr)\.?|krankenversicherungsnummer|kvnr|(?:personal)?ausweis-?(?:nummer|nr)\.?|perso(?:-?(?:nummer|nr)\.?)?(?= |:)|st\.?-?nr\.?|steuernr\.?|identifikationsnummer|taxpayer reference|self assessment|nat ins|insz|nipc|taj(?: szam)?|cod\.? ?fisc(?:ale)?\.?|c\.?f\.?(?!\d)|carta (?:d'|di )?identita|documento(?: (?:nacional|de identidad|d'identita|di identita))?|cod numeric personal|id(?:entity)? card|rc|r\.c\.|p\.k\.|a\.k\.|ik|nir|insee|vitale|fiscale?|spi|cni|identite|sejour|permis(?: de conduire)?|nino|ni(?: number| no)?|national insurance(?: number| no)?|nhs(?: number| no)?|utr|tax (?:reference|id|number)|tin|atin|ssn|social security(?: number| no)?|driving licen[cs]e|driver'?s? licen[cs]e|licen[cs]e(?: number| no)?|dvla(?: no| number)?|identity (?:card|number|code)|national id|id card|trn|d\.?n\.?[il1]\.?|n\.?i\.?e\.?|n\.?i\.?f\.?|nuss?|seguridad social|carnet de conducir|codice fiscale|partita iva|patente|steuer-?(?:id|nummer|nr|identifikationsnummer)\.?|idnr|sozialversicherungsnummer|rvnr|svnr|(?:personal)?ausweis(?:nummer|nr)?|fuhrerschein(?:nummer)?|krankenversichertennummer|bsn|burgerservicenummer|sofinummer|identiteitskaart|rijbewijs(?:nummer)?|registre national|rijksregister(?:nummer)?|niss|pesel|nip|ppsn?|pps number|ahv|avs|cpf|contribuinte|cartao de cidadao|carta de conducao|personnummer|fodselsnummer|henkilotunnus|rodne cislo|asmens kodas|personas kods|isikukood|davcna stevilka|adoazonosito(?: jel)?|adoszam|szemelyi szam|kennitala|cif|vat(?: number| no)?|(?<=(?:numero|n°) )national|hetu|cpr(?:-nummer)?|oib|emso|egn|cnp|amka|afm|regon|dowod(?: osobisty)?)(?![a-z])/y,
  filler:
    /(?:[ \t:=#.,'"()-]|n\.?[°º]|(?<![a-z])(?:numero|number|num|no|nr|n(?![0-9])|nummer|code|id|est|is|le|la|the|c'est|es|ist|e(?![0-9])|er|to|mon|my|de|du|sa|son|sous|hat|die|nel|nationale?|carte|vale|moυ|είνaι|mi|mein|mijn|mi|il|mio|o|meu|card|francaise|francais)(?![a-z])){1,14}/y,
  value:
    /(?:[a-z]{1,6}[ .-]?)?\d[a-z0-9]{0,17}(?:[ .\-/+]{1,2}(?:\d[a-z0-9]{0,12}|[a-z]{1,2}\d[a-z0-9]{0,12}|[a-z](?![a-z']))){0,8}(?![a-z0-9])/y,
};
