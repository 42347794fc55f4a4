import { isAmount } from "../cue.ts";
import { Family } from "../glance.ts";
import { isDigit } from "../groups.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { aroundFlats } from "./address-flat.ts";
import {
  box,
  buildingBefore,
  english,
  flatBefore,
  french,
  german,
  germanInTown,
  postcodeAfter,
  southern,
} from "./address-form.ts";
import { atPostcodes } from "./address-postcode.ts";
import { atSpokenNumbers } from "./address-spoken.ts";
import { afterWords } from "./address-told.ts";

/** Postal addresses: French, British and American streets with number, and the usual form of five neighbours. */
export const address: Detector = {
  name: "address",
  digits: 0,
  isOfSentences: true,
  detect: (reading) => {
    const { families, numberWords } = reading.glance;
    if (families & Family.street && numberWords > 0) atSpokenNumbers(reading);
    if (reading.groups.start.length === 0) return;
    if (families & Family.street) {
      atNumbers(reading, french, "address.french", frenchReach);
      atNumbers(reading, english, "address.english", englishReach);
      atWords(reading, Family.street, box, "address.box");
      atWords(reading, Family.street, postcodeAfter, "address.postcode");
      afterWords(reading);
    }
    if (families & Family.southernStreet) atWords(reading, Family.southernStreet, southern, "address.southern");
    afterSuffix(reading);
    aroundFlats(reading);
    atPostcodes(reading);
  },
};

const atNumbers = (reading: Reading, pattern: RegExp, rule: string, reach: Reach): void => {
  const { glance, groups, lower } = reading;
  const mayBeAnywhere = reach.uncued?.test(lower) === true;
  let done = 0;
  let word = 0;
  for (let at = 0; at < groups.start.length; at++) {
    const start = groups.start[at] ?? 0;
    const end = groups.end[at] ?? 0;
    while (word < glance.words && ((glance.start[word] ?? 0) < end + reach.least || !isStreet(reading, word))) word++;
    if (word === glance.words && !mayBeAnywhere) return;
    const isNear = mayBeAnywhere || (glance.start[word] ?? 0) - end <= reach.most;
    if (!isNear || start < done || end - start > 6 || isPartOfNumber(lower.charCodeAt(start - 1))) continue;
    pattern.lastIndex = start;
    if (pattern.test(lower) && !isAmount(reading, start, end)) done = take(reading, pattern, start, rule);
  }
};

/**
 * How far from the number of a house its kind of street stands, at least and at most ("12 bis, rue", "12b St John's Wood
 * High Street"), unless the text has one of the kinds that are no cue word.
 */
type Reach = { readonly least: number; readonly most: number; readonly uncued?: RegExp };
const frenchReach: Reach = { least: 0, most: 20, uncued: /cour|cote|mail/ };
const englishReach: Reach = { least: 1, most: 120 };

const isStreet = ({ glance }: Reading, word: number): boolean => ((glance.bits[word] ?? 0) & Family.street) !== 0;

/** A digit, a point, a comma, a slash or a currency's sign. */
const isPartOfNumber = (code: number): boolean =>
  isDigit(code) || code === 0x2e || code === 0x2c || code === 0x2f || code === 0x24 || code === 0xa3 || code === 0x20ac;

const atWords = (reading: Reading, family: number, pattern: RegExp, rule: string): void => {
  const { glance } = reading;
  for (let word = 0; word < glance.words; word++)
    if ((glance.bits[word] ?? 0) & family) take(reading, pattern, glance.start[word] ?? 0, rule);
};

const suffixed =
  /(?<![a-z])[a-z][a-z.-]{1,28}(?: ?(?:strasse|str\.)|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|gracht|kade|dijk|singel|dreef) $/;

/** The last three letters of those kinds: looked at first, because every number of a text comes here. */
const suffixes = new Set("sse tr. weg atz lee ing amm fer aat aan ein cht ade ijk gel eef".split(" "));

/** "Hauptstrasse 12", "Damstraat 12": the kind of street ends the word before the number. */
const afterSuffix = (reading: Reading): void => {
  const { groups, lower } = reading;
  for (const number of groups.start) {
    if (lower.charCodeAt(number - 1) !== 32 || !suffixes.has(lower.slice(number - 4, number - 1))) continue;
    const lead = suffixed.exec(lower.slice(Math.max(0, number - 40), number));
    if (lead === null) continue;
    const form = isOrdinary.test(lead[0]) ? germanInTown : german;
    take(reading, form, number - lead[0].length, "address.german");
  }
};

/** "during 2024", "transferring 500", "verzekering 3", "onderweg 15", "Sitzplatz 12": streets only with their town. */
const isOrdinary =
  /(?:[aeiou]ring|(?:fer|cur|bar|star|stir|blur|inter|deter)ring|(?:sp|st|b)ring|(?:arbeits|sitz|steh|park|stell|spiel|camping|studien)platz|(?:onder|durch|hin|vor|unter)weg) $/;

/** The end of the address found at `start`, or `start`. A first group of the pattern is the part to remove. */
const take = (reading: Reading, pattern: RegExp, start: number, rule: string): number => {
  pattern.lastIndex = start;
  const match = pattern.exec(reading.lower);
  if (match === null || isQuiet(reading, start)) return start;
  const text = (match[1] ?? match[0]).trimEnd();
  const from = match[1] === undefined ? start : pattern.lastIndex - match[1].length;
  if (!isMeant(reading, from, text, rule)) return start;
  const end = from + text.length;
  const follows = rule === "address.english" ? townAfter : rule === "address.french" ? codeAfter : undefined;
  if (follows !== undefined) follows.lastIndex = end;
  const isFollowed = follows?.test(reading.view.text) === true;
  reading.hits.push({
    kind: "address",
    start: from - sizeBefore(reading, from),
    end: isFollowed ? (follows?.lastIndex ?? end) : end,
    rule,
  });
  return end;
};

/** How much stands before the number of a house and belongs to it: a building, a flat, the house's name. */
const sizeBefore = ({ lower, view }: Reading, at: number): number => {
  const head = lower.slice(Math.max(0, at - 96), at);
  const flat = flatBefore.exec(head)?.[0].length ?? 0;
  // A comma or a line ends the two others, which are looked for at every character of the head.
  if (!/[,\n] {0,2}$/.test(head.slice(-3))) return flat;
  const building = buildingBefore.exec(head)?.[0].length ?? 0;
  const house = houseBefore.exec(view.text.slice(Math.max(0, at - 48), at))?.[0].length ?? 0;
  return Math.max(flat, building, house);
};

/** "Le Clos Fleuri, ": a house with a name. */
const houseBefore =
  /(?:(?<=^|[\n,:] ?)|(?<=(?:[Aa]u|[Hh]abite|[Aa]dresse) ))(?:Le|La|Les|The|Villa)(?: [A-Z][A-Za-z'-]{1,20}){1,3}, ?$/;
/** "45 Kings Rd Brighton": the town that ends a line. */
const townAfter = / [A-Z][a-z-]{2,24}(?= ?(?:[.,;!?\n]|$))/y;

/** "7 avenue Victor Hugo à 59800 Lille", "…, code postal 59800", and the next line of a form. */
const codeAfter =
  /(?:,? (?:a|[Cc]ode postal|CP|cp|[Vv]ille|[Cc]ommune)|[ ,]{0,2}\n(?:[Cc]ode postal|CP|[Vv]ille|[Cc]ommune)) ?:? ?\d{5}(?![\d.,€])(?:[ -]{1,3}[A-Z][A-Za-z'-]{1,24}(?:[ -][A-Z][A-Za-z'-]{1,24}){0,3})?|(?<=\d{5} (?:L[ea]s?|St|Sainte?)) [A-Z][a-z-]{2,24}/y;

/** Words that are a street as often as something else: "1 place de concert", "2 cours", "3 way". */
const ambiguous = /^[^a-z]*(?:place|cours|passage|route|square|villa|voie|promenade|chemin|che)(?![a-z])/;
const cue =
  /(?:habit|adress|address|domicil|livr|envo|demeur|situe|live|living|send|deliver|ship|located|moved|wohn|vivo|woon|abito|moro)[^\n]{0,40}$/;

/** What stays for the work: where a branch or a cash machine is. */
const ofTheBank =
  /(?:agence|(?:vos|votre|your) (?:bureaux?|siege|(?:head )?offices?)|branch|(?<![a-z])atm|distributeur|guichet|(?<![a-z])dab|magasin|boutique|shop|store|restaurant|filiale|sucursal|oficina|kantoor)[^.!?\n]{0,24}$/;
const nowhere = /(?:^| )(?:plus|moins|loin|derriere|apres|avant|fermee?|voisine|parallele)(?: |$)/;

/** With a postcode or after "I live at", as it is; else only when it is written like a street's name. */
const isMeant = ({ lower, view }: Reading, start: number, text: string, rule: string): boolean => {
  const street = text.replace(/^\d+/, "");
  const isAtBank = ofTheBank.test(lower.slice(Math.max(0, start - 40), start));
  if (isAtBank || !/[a-z][a-z.]+ .*[a-z]{2}/.test(street))
    return isOwn(rule) && !(isAtBank && rule === "address.german" && !/\d{4}/.test(street));
  if (/\d{5}|\d[a-z]{2}$/.test(street) || cue.test(lower.slice(Math.max(0, start - 60), start))) return true;
  if (isOwn(rule)) return true;
  const shown = view.text.slice(start, start + text.length);
  const isNamed = /^[^A-Z]*[a-zA-Z]*[ ']\S* ?.*[A-Z]/.test(shown) || /^\d+\w*,? [A-Z]/.test(shown);
  if (rule === "address.french")
    return text.split(" ").length > 2 && !nowhere.test(street) && (isNamed || !ambiguous.test(street));
  return isNamed;
};

/** Forms that mean nothing else. */
const isOwn = (rule: string): boolean =>
  rule === "address.box" || rule === "address.postcode" || rule === "address.german";
