import { isLuhn } from "../checksum.ts";
import { digitsOf, Link } from "../groups.ts";
import { hasIssuer } from "../issuer.ts";
import { after, before, type Detector, type Reading } from "../reading.ts";

/**
 * Card numbers: 12–19 digits, Luhn, an issuer's range; beside a cue word also with a typing error. Whole runs and
 * separator-aligned groups only; windows inside a longer run are tried beside a cue alone, because a sliding window
 * turns one long number in ten into a card. PCI DSS 4.0.1, 3.4.1 and 3.5.1: at most the last four may stay.
 */
export const card: Detector = {
  name: "card",
  digits: 12,
  detect: (reading) => detectCards(reading),
};

const detectCards = (reading: Reading): void => {
  const { groups } = reading;
  for (let first = 0; first < groups.start.length; ) {
    let last = first;
    while (last + 1 < groups.start.length && groups.link[last + 1] !== Link.apart) last++;
    readChain(reading, first, last);
    first = last + 1;
  }
};

const cue =
  /carte|\bcb\b|\bcb$|\bcc\b|\bcc$|card|visa|master|maestro|amex|american express|\bpan\b|karte|tarjeta|\bcarta\b|cartao|kaart|\bpas\b|diners|discover|\bjcb\b|unionpay|bancaire|debit|credit|卡/;
const reference =
  /(?:\bref\b|refer|dossier|command|\border|ticket|transact|virement|operation|tracking|suivi|colis|factur|invoice|\bid\b|serial|serie|contrat|imei|compte|account|iban|\brib\b|konto|cuenta|conto|siret|siren)[^.!?\n]{0,24}$/;
const cueReach = 48;

const readChain = (reading: Reading, first: number, last: number): void => {
  for (let start = first; start <= last; start++) {
    const end = longestCard(reading, start, first, last);
    if (end >= start) {
      keepLastFour(reading, start, end);
      start = end;
    }
  }
};

/** The last group of the longest card that starts with the group `start`, or -1. */
const longestCard = (reading: Reading, start: number, first: number, last: number): number => {
  const { groups, lower } = reading;
  let found = -1;
  let digits = "";
  for (let end = start; end <= last; end++) {
    digits += lower.slice(groups.start[end], groups.end[end]);
    if (digits.length > 19) break;
    if (digits.length >= 12 && isCard(reading, digits, start, end, start === first && end === last)) found = end;
  }
  return found;
};

const isCard = (reading: Reading, digits: string, start: number, end: number, whole: boolean): boolean => {
  const at = reading.groups.start[start] ?? 0;
  const shaped = isShaped(reading, start, end);
  if ((!whole && !shaped) || isAfterCountry(reading, start))
    return hasCue(reading, at) && isLuhn(digits) && hasIssuer(digits);
  if (isLuhn(digits)) {
    if (hasIssuer(digits)) return /^[56]/.test(digits) && digits.length < 16 ? hasCue(reading, at) : true;
    if (digits.length === 15 && isAlone(reading, start, end)) return true;
    return whole && digits.length === 16 && !digits.startsWith("0") && !reference.test(before(reading, at, cueReach));
  }
  if (isAlone(reading, start, end) && sizesOf(reading, start, end) === "4-4-4-4") return true;
  if (digits.length >= 12 && isCalledCard(reading, at) && (whole || shaped)) return !isAmount(reading, end);
  const typed = digits.length >= 13 && !digits.startsWith("0") && (whole || shaped);
  return typed && hasCue(reading, at) && !reference.test(before(reading, at, cueReach)) && !isAmount(reading, end);
};

/** "RS35 2600 0560 …": the digits of an account that starts with a country, mistyped or too long. */
const isAfterCountry = ({ groups, lower }: Reading, start: number): boolean => {
  const at = groups.start[start] ?? 0;
  return (
    groups.link[start] === Link.separated && /(?<![a-z0-9])[a-z]{2} ?\d\d ?$/.test(lower.slice(Math.max(0, at - 7), at))
  );
};

const isAlone = ({ groups, lower }: Reading, start: number, end: number): boolean =>
  !/[a-z0-9]/.test(lower.slice(0, groups.start[start])) && !/[a-z0-9]/.test(lower.slice(groups.end[end]));

const hasCue = (reading: Reading, at: number): boolean => cue.test(before(reading, at, cueReach));

/** "my credit card 060…": nothing between but a colon or "number is". */
const isCalledCard = (reading: Reading, at: number): boolean =>
  /(?:carte|card|karte|tarjeta|carta|cartao|kaart|\bcb|visa|mastercard)[ :=n°o.]{1,4}(?:(?:numero|number|no|num|est|is|c'est|bancaire|de credit|bleue) ?:? ?){0,2}$/.test(
    before(reading, at, 36),
  );

const isAmount = (reading: Reading, end: number): boolean =>
  /^ ?(?:€|eur|\$|£|usd|%)/.test(after(reading, reading.groups.end[end] ?? 0, 5));

/** One run, equal groups with a shorter last one, or the groupings printed on cards: 4-6-5, 4-6-4. */
const isShaped = (reading: Reading, start: number, end: number): boolean => {
  const sizes = sizesOf(reading, start, end).split("-").map(Number);
  const [size = 0] = sizes;
  if (sizes.length === 1 || /^4,6,[45]$/.test(sizes.join())) return true;
  return sizes.every((one, at) => (at < sizes.length - 1 ? one === size : one <= size));
};

const sizesOf = ({ groups }: Reading, start: number, end: number): string => {
  const sizes: number[] = [];
  for (let at = start; at <= end; at++) sizes.push((groups.end[at] ?? 0) - (groups.start[at] ?? 0));
  return sizes.join("-");
};

const keepLastFour = (reading: Reading, start: number, end: number): void => {
  const { groups, lower } = reading;
  const kept = digitsOf(lower, groups, start, end).slice(-4);
  reading.hits.push({
    kind: "card",
    start: groups.start[start] ?? 0,
    end: groups.end[end] ?? 0,
    rule: "card.number",
    kept,
  });
};
