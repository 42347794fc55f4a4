import { isDigit, isLetter } from "../groups.ts";
import { isQuiet, type Reading } from "../reading.ts";

/**
 * Addresses read backwards from their postcode and town, whatever the street is called: "Unter den Linden 77, 10117
 * Berlin", "lieu-dit Le Bourg, 24200 Sarlat", "Rose Cottage, Mill Lane, Ripley, GU23 6AA".
 */
export const atPostcodes = (reading: Reading): void => {
  const { groups } = reading;
  for (let at = 0; at < groups.start.length; at++) {
    const start = groups.start[at] ?? 0;
    const size = (groups.end[at] ?? 0) - start;
    if (isQuiet(reading, start)) continue;
    if (size === 4 || size === 5) continental(reading, at);
    else if (size === 1) british(reading, start);
  }
};

const reach = 96;

/** Postcode and town as written in France, Germany, Spain and Italy, Portugal, the Netherlands, Belgium and Switzerland. */
const codeAndTown =
  /(?:\d{4}-\d{3}|\d{5}|\d{4} ?[A-Z]{2}(?= )|\d{4})(?![\d.,€$£-])(?:,? ?- ?|[ ,]{1,2})(?:[A-Z][a-z']{1,24}|[A-Z]{3,25}|(?:Le|La|Les|L'|Den|Bad|St|San|Sankt|Los|Las)[ -]?[A-Z][A-Za-z']{1,24})(?:[ -](?:sur|sous|les?|la|de|du|des|en|aux?|am|an der|im|d'|l'|[A-Z][A-Za-z']{1,24})|-[a-z]{2,20}){0,5}(?: \([A-Z]{2}\)| [A-Z]{2}(?![A-Za-z]))?(?: ?(?:cedex|CEDEX|Cedex)(?: \d{1,2})?)?/y;

/** In small letters, where a cue and a number stand before. */
const smallTown =
  /(?:\d{5}|\d{4} ?[a-z]{2}|\d{4}-\d{3})(?![\d.,a-z])[ ,-]{1,3}(?!(?:euros?|eur)(?![a-z]))[a-z']{3,24}(?:-[a-z']{2,20}){0,4}/y;

/** A street of one to six words, its number, and up to three parts of a building. */
const streetBefore =
  /(?:^|[^A-Za-z0-9'])((?:[A-Z][A-Za-z.'-]{1,28}|(?:[Rr]ue|[Aa]v(?:enue)?|[Cc]haussee|[Pp]lace|[Bb]oulevard|[Vv]ia(?:le)?|[Cc]alle|[Rr]ua|[Aa]m|[Aa]n|[Ii]n|[Zz]um|[Zz]ur)\.?)(?:[ ][A-Za-z.'-]{1,28}){0,5},? (?:n[.°ºr]{0,3} ?)?\d{1,4}(?:[/-]\d{1,4})?(?: ?(?:bis|ter|[a-zA-Z](?![A-Za-z])))?(?:[ ,]{1,2}(?:\d{1,2}[°ºª] ?\w{0,9}\.?|(?:bte|boite|bus|int|piso|puerta|apt|app|Top|Stiege|esc)\.? ?[A-Za-z0-9]{1,5})){0,3}[ ,\n-]{1,4}(?:[A-Z]{1,2}-)?)$/;

/** A place without a number: a hamlet, an estate, a residence, a box. */
const placeBefore =
  /(?:^|[^a-z0-9])((?:lieu[- ]?dit|residence|res\.|hameau|domaine|lotissement|lot\.|cite|quartier|ferme|chateau|mas|moulin|z[ai]c?|parc|foyer|ehpad|villa|immeuble|batiment|bat\.?)[ .][^!?;:\n]{2,60}[ ,\n-]{1,4}(?:f-)?)$/;

/** What says that an address comes; the place itself is in capitals. */
const cueBefore =
  /(?:adresse?(?: postale| de livraison)?(?: est| c'est| is)?|habite|domicili\w*|demeur\w*|demenag\w*|livre[zr]?|envoye[zr]\w*|courrier|direccion|indirizzo|adres|morada|anschrift|wohne\w*)(?: ?[:,])?(?: (?:au|a|chez|est|moi|in|der|en|na|em|is|c'est|postale|(?:ma|la) carte|suivante)){0,4}[ :\n]{1,3}(?!(?:au|a|chez|est|c'est|is|in) )([a-z0-9][^!?;:\n]{3,60}[ ,\n-]{1,4})$/;

const months =
  /^(?:jan|fev|feb|mar[sc]|avr|apr|mai|may|juin|june?|juil|july?|aout|aug|sept|oct|okt|nov|dec|dez|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|le|the|du|am|vom|on)[a-z]* ?\d/i;
const ofTheBank =
  /(?:agence|branch|(?<![a-z])atm|distributeur|guichet|(?<![a-z])dab|filiale?|sucursal|oficina|kantoor|balcao|succursale)(?![a-z])/;

const continental = (reading: Reading, group: number): void => {
  const { view, lower, hits, groups } = reading;
  const start = groups.start[group] ?? 0;
  const next = nextWord(view.text, groups.end[group] ?? start);
  const isSmall = next >= 97 && next <= 122;
  const isNumberNear = start - (groups.end[group - 1] ?? Number.NEGATIVE_INFINITY) < reach;
  if (!(isSmall ? isNumberNear : isDigit(next) || isLetter(next | 0x20))) return;
  const from = Math.max(0, start - reach);
  codeAndTown.lastIndex = start;
  smallTown.lastIndex = start;
  // A town's capital, or that of a Dutch postcode, is the first letter.
  const isShown = !isSmall && codeAndTown.test(view.text);
  if (!isShown && !(smallTown.test(lower) && /\d/.test(cueBefore.exec(lower.slice(from, start))?.[1] ?? ""))) return;
  const head = view.text.slice(from, start);
  const end = isShown ? codeAndTown.lastIndex : smallTown.lastIndex;
  const isLong = view.text.charCodeAt(start + 4) - 48 < 10 || !/^(?:19|20)\d\d/.test(view.text.slice(start, start + 4));
  const small = lower.slice(from, start);
  const place =
    (/\d/.test(head) ? streetBefore.exec(head)?.[1] : undefined) ??
    placeBefore.exec(small)?.[1] ??
    cueBefore.exec(small)?.[1];
  if (place === undefined || months.test(place) || (!isLong && !/[a-z]{4}/i.test(place))) return;
  if (ofTheBank.test(lower.slice(Math.max(0, start - place.length - 24), start))) return;
  hits.push({ kind: "address", start: start - place.length, end, rule: "address.postcode-and-town" });
};

/** The first character after a postcode and what may follow it. */
const nextWord = (text: string, end: number): number => {
  let at = end;
  while (at < end + 4 && isGap(text.charCodeAt(at))) at++;
  return text.charCodeAt(at);
};

/** A space, a comma, a dash. */
const isGap = (code: number): boolean => code === 32 || code === 44 || code === 45;

/** Royal Mail: area, district, sector, unit, ended by the two letters after a lone digit. */
const postcodeBefore =
  /(?<![a-z0-9])(?:[a-pr-uwyz](?:\d{1,2}|[a-hk-y]\d{1,2}|\d[a-hjks-uw]|[a-hk-y]\d[abehmnprv-y])) ?$/;
const inward = /\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/y;
/** Where the sentence ends and the address begins; anchored, or a head without one is searched again from each character. */
const sentence =
  /^.*(?:[!?:;]\s|(?:[a-z]{4}|\d)\.\s|\n ?\n|(?:regards|wishes|sincerely|thanks|cheers),?\n|post ?code[ :]{1,2}|(?<![a-z])(?:at|to|is|in|address|live|living|moved|from|and|adresse|est)(?= )[ :]*)/is;
const like =
  /\d|[,\n].*[a-z]|(?:cottage|house|farm|lodge|barn|rectory|court|mill|hall|manor|villa|vicarage)(?![a-z])|[a-z] (?:road|street|lane|avenue|close|drive|way|mews|place|gardens?|terrace)(?![a-z])/i;

const british = (reading: Reading, digit: number): void => {
  const { view, lower, hits } = reading;
  if (!isLetter(lower.charCodeAt(digit + 1)) || !isLetter(lower.charCodeAt(digit + 2))) return;
  inward.lastIndex = digit;
  if (!inward.test(lower)) return;
  const outward = postcodeBefore.exec(lower.slice(Math.max(0, digit - 6), digit))?.[0];
  if (outward === undefined) return;
  const code = digit - outward.length;
  const head = view.text.slice(Math.max(0, code - reach), code);
  const skipped = sentence.exec(head)?.[0].length ?? 0;
  const body = head.slice(skipped).replace(/^[^A-Za-z0-9]+/, "");
  if (body.length < 4 || !like.test(body) || ofTheBank.test(head.toLowerCase())) return;
  hits.push({ kind: "address", start: code - body.length, end: inward.lastIndex, rule: "address.british-postcode" });
};
