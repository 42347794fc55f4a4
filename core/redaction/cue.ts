import { isQuiet, type Reading } from "./reading.ts";

export type Span = { readonly start: number; readonly end: number; readonly text: string };

/** What stands after a cue: `cue`, `filler` and `value` are sticky and bounded, tried where the family was seen. */
export type Cue = { readonly family: number; readonly cue: RegExp; readonly filler: RegExp; readonly value: RegExp };

export const afterCue = (reading: Reading, { family, cue, filler, value }: Cue, use: (span: Span) => void): void => {
  const { lower, glance } = reading;
  for (let word = 0; word < glance.words; word++) {
    if (((glance.bits[word] ?? 0) & family) === 0) continue;
    cue.lastIndex = glance.start[word] ?? 0;
    if (!cue.test(lower)) continue;
    filler.lastIndex = cue.lastIndex;
    value.lastIndex = filler.test(lower) ? filler.lastIndex : cue.lastIndex;
    const start = value.lastIndex;
    if (!value.test(lower) || isQuiet(reading, start)) continue;
    const end = value.lastIndex;
    use({ start, end, text: lower.slice(start, end) });
  }
};

/** A run of `least` to `most` digits that `pattern` (sticky, from the run on) finds before its cue: "123 is my CVV". */
export const beforeCue = (
  reading: Reading,
  pattern: RegExp,
  least: number,
  most: number,
  use: (span: Span) => void,
): void => {
  const { lower, groups } = reading;
  for (let at = 0; at < groups.start.length; at++) {
    const start = groups.start[at] ?? 0;
    const end = groups.end[at] ?? 0;
    if (end - start < least || end - start > most || /[\d.,/:-]/.test(lower[start - 1] ?? "")) continue;
    pattern.lastIndex = end;
    if (pattern.test(lower)) use({ start, end, text: lower.slice(start, end) });
  }
};

const unit =
  /^ ?(?:€|\$|£|%|‰|k€|eur|euros?|usd|gbp|chf|dollars?|pounds?|livres?|francs?|fcfa|points?|pts|miles|ans?|years?|mois|months?|jours?|days?|semaines?|weeks?|heures?|hours?|minutes?|mins?|fois|times|personnes?|clients?|km|kg)(?![a-z])|^ ?h(?:\d|\b)|^:\d\d(?!\d)|^[.,]\d{1,2} ?(?:€|\$|£|eur)/;
const sign = /(?:€|\$|£|eur|usd|gbp|chf) ?$/;
const counting =
  /(?<![a-z])(?:depuis|since|pendant|il y a|dans|within|vers|environ|about|around|plus de|moins de|more than|less than|over|under|en|in|by|before|avant|apres|after|seit|desde|dal|sinds|article|section|step|etape|page|erreur|error|fehler|version|ios|android|top|numero vert)[ :]{0,3}$/;

/** An amount, a duration, a percentage, an hour. */
export const isAmount = ({ lower }: Reading, start: number, end: number): boolean =>
  unit.test(lower.slice(end, end + 14)) || sign.test(lower.slice(Math.max(0, start - 5), start));

/** An amount, or a number that counts or dates something: "since 2019", "section 1234". */
export const isCounted = (reading: Reading, start: number, end: number): boolean =>
  isAmount(reading, start, end) || counting.test(reading.lower.slice(Math.max(0, start - 16), start));
