import { isLetter } from "./groups.ts";
import { beginnings } from "./phrase.ts";
import { isQuiet, type Reading } from "./reading.ts";

export type Span = { readonly start: number; readonly end: number; readonly text: string };

/** What stands after a cue: `cue`, `filler` and `value` are sticky and bounded, tried where the family was seen and a digit follows, unless `isDigitless`. */
export type Cue = {
  readonly family: number;
  readonly cue: RegExp;
  readonly filler: RegExp;
  readonly value: RegExp;
  readonly isDigitless?: boolean;
};

export const afterCue = (
  reading: Reading,
  { family, cue, filler, value, isDigitless }: Cue,
  use: (span: Span) => void,
): void => {
  const { lower, glance, groups } = reading;
  if ((glance.families & family) === 0) return;
  let group = 0;
  for (let word = 0; word < glance.words; word++) {
    if (((glance.bits[word] ?? 0) & family) === 0) continue;
    const at = glance.start[word] ?? 0;
    while ((groups.end[group] ?? at + 1) <= at) group++;
    if (!isDigitless && (groups.start[group] ?? Number.POSITIVE_INFINITY) - at > valueReach) continue;
    cue.lastIndex = at;
    if (!cue.test(lower)) continue;
    filler.lastIndex = cue.lastIndex;
    value.lastIndex = filler.test(lower) ? filler.lastIndex : cue.lastIndex;
    const start = value.lastIndex;
    if (!value.test(lower) || isQuiet(reading, start)) continue;
    const end = value.lastIndex;
    use({ start, end, text: lower.slice(start, end) });
  }
};

/** From the start of a cue to the first digit of its value: the longest cue, the longest filler, a month's name. */
const valueReach = 120;

/** What stands before a cue: "123 is my CVV". `lead` ends at the cue; its first group is the value. */
export type Ahead = { readonly family: number; readonly cue: RegExp; readonly lead: RegExp };

export const beforeCue = (reading: Reading, { family, cue, lead }: Ahead, use: (span: Span) => void): void => {
  const { lower, glance, groups } = reading;
  if ((glance.families & family) === 0) return;
  let group = 0;
  for (let word = 0; word < glance.words; word++) {
    if (((glance.bits[word] ?? 0) & family) === 0) continue;
    const at = glance.start[word] ?? 0;
    while ((groups.end[group] ?? at + 1) <= at) group++;
    if (group === 0 || at - (groups.end[group - 1] ?? 0) > betweenAtMost) continue;
    cue.lastIndex = at;
    if (!cue.test(lower)) continue;
    const before = lower.slice(Math.max(0, at - leadReach), at);
    const match = lead.exec(before);
    const text = match?.[1];
    if (match === null || text === undefined) continue;
    const start = at - before.length + match.index + match[0].indexOf(text);
    if (!isQuiet(reading, start)) use({ start, end: start + text.length, text });
  }
};

const leadReach = 72;
const betweenAtMost = 48;

/** `value`, then what people put between it and its name: "123 c'est mon …", "123 (…", "123 is the number of my …". */
export const leadOf = (value: string, between = "carte"): RegExp =>
  new RegExp(
    `(?<![a-z\\d.,/:+-]|\\d )(${value})(?:[ \\t,:;=("')-]|->|(?<![a-z])[ld]'|(?<![a-z])(?:c'?est|c|est|is|was|voila|voici|comme|as|als|como|come|for|pour|le|la|les|mon|ma|my|the|un|a|de|du|of|et|and|` +
      `numero|number|num|no|nr|n°|votre|vos|your|ihre?|dein|su|tu|vostro|tuo|uw|jouw|je|seu|vosso|ist|meine?|es|mi|e|il|mio|mia|mijn|is|o|meu|minha|il est|it's|that's|here's|carte|card|${between})(?![a-z])){1,10}$`,
  );

const unit =
  /^ ?(?:€|\$|£|%|‰|k€|eur|euros?|usd|gbp|chf|dollars?|pounds?|livres?|francs?|fcfa|quid|balles|bucks|points?|pts|miles|ans?|years?|mois|months?|jours?|days?|semaines?|weeks?|heures?|hours?|minutes?|mins?|fois|times|personnes?|clients?|km|kg)(?![a-z])|^ ?h(?:\d|\b)|^:\d\d(?!\d)|^[.,]\d{1,2} ?(?:€|\$|£|eur)/;
const sign = /(?:€|\$|£|eur|usd|gbp|chf) ?$/;
const counting =
  /(?<![a-z])(?:depuis|since|branch|agence|filiale|guichet|pendant|il y a|dans|within|vers|environ|about|around|plus de|moins de|more than|less than|over|under|en|in|by|before|avant|apres|after|seit|desde|dal|sinds|article|section|step|etape|page|erreur|error|fehler|version|ios|android|top|numero vert)[ :]{0,3}$/;

/** An amount, a duration, a percentage, an hour. */
export const isAmount = ({ lower }: Reading, start: number, end: number): boolean =>
  (mayBeUnit(lower, end) && unit.test(lower.slice(end, end + 14))) ||
  (endsSign(besides(lower, start - 1, -1)) && sign.test(lower.slice(Math.max(0, start - 5), start)));

/** The character there, or the next one when it is a space. */
const besides = (lower: string, at: number, step: number): number => {
  const code = lower.charCodeAt(at);
  return code === 32 ? lower.charCodeAt(at + step) : code;
};

/** What stands beside a number, looked at before an expression is: most of it is no unit and no sign. */
const mayBeUnit = (lower: string, end: number): boolean => {
  const at = lower.charCodeAt(end) === 32 ? end + 1 : end;
  const code = lower.charCodeAt(at);
  return isLetter(code) ? unitStarts.has(code, lower.charCodeAt(at + 1)) : code >= 0x80 || unitSigns[code] === 1;
};
const endsSign = (code: number): boolean => code >= 0x80 || signEnds[code] === 1;
const marked = (characters: string): Uint8Array => {
  const table = new Uint8Array(0x80);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return table;
};
const unitSigns = marked("$%:.,");
const unitStarts = beginnings(
  "k k€ eu us gb ch do po li fr fc qu ba bu pt mi an ye mo jo da se we he ho h fo ti pe cl km kg",
);
const signEnds = marked("$rdpf");

/** "… finit par 4821", "ending in 4821", "••4821": what may be said of a card. */
export const isLastFour = ({ lower }: Reading, start: number): boolean =>
  lastFour.test(lower.slice(Math.max(0, start - 28), start));
const lastFour =
  /(?:(?:termin|fini|end(?:s|et|ing|en)?(?![a-z])|acaba|eindig)[a-z]{0,6}(?: (?:par|en|in|with|auf|con|op|em))?(?: (?:les|the|die))?|(?:last|derniers|letzten|ultim[oi]s?|laatste) (?:(?:four|4|quatre|vier|cuatro|quattro)(?: (?:digits|chiffres|ziffern|digitos|cifre|cijfers))?))[ :]{1,2}$|[*•x]{2} ?$/;

/** An amount, or a number that counts or dates something: "since 2019", "section 1234". */
export const isCounted = (reading: Reading, start: number, end: number): boolean =>
  isAmount(reading, start, end) || counting.test(reading.lower.slice(Math.max(0, start - 16), start));

/** "Bought a pin cushion for 1450": its price. */
export const isBought = (lower: string, start: number): boolean =>
  bought.test(lower.slice(Math.max(0, start - boughtReach), start));
const boughtReach = 56;
const bought =
  /(?<![a-z])(?:bought|sold|achete|vendu|gekauft|comprado|compre|comprato|gekocht|comprei)(?![a-z])[^.!?\n]{0,40} (?:for|pour|fur|por|per|voor|a) $/;
