import { isQuiet, type Reading } from "./reading.ts";

export type Span = {
  readonly start: number;
  readonly end: number;
  readonly cueStart: number;
  readonly match: RegExpExecArray;
};

/**
 * The values that stand after a cue: `cue` is global, `filler` (what may stand between) and `value` are sticky and
 * bounded, so a text costs a constant for each of its characters.
 */
export function* afterCue(reading: Reading, cue: RegExp, filler: RegExp, value: RegExp): Generator<Span> {
  const { lower } = reading;
  cue.lastIndex = 0;
  for (let found = cue.exec(lower); found !== null; found = cue.exec(lower)) {
    const cueEnd = found.index + found[0].length;
    if (cueEnd === found.index) cue.lastIndex++;
    filler.lastIndex = cueEnd;
    const start = filler.exec(lower) === null ? cueEnd : filler.lastIndex;
    value.lastIndex = start;
    const match = value.exec(lower);
    if (match === null || isQuiet(reading, start)) continue;
    const resume = cue.lastIndex;
    yield { start, end: start + match[0].length, cueStart: found.index, match };
    cue.lastIndex = resume;
  }
}

/** The values (first group of `pattern`, at its start) that stand before their cue: "123 is my CVV". */
export function* beforeCue(reading: Reading, pattern: RegExp): Generator<Span> {
  for (const match of reading.lower.matchAll(pattern)) {
    const value = match[1] ?? "";
    if (isQuiet(reading, match.index)) continue;
    yield { start: match.index, end: match.index + value.length, cueStart: match.index, match };
  }
}

const unit =
  /^ ?(?:€|\$|£|%|‰|k€|eur|euros?|usd|gbp|chf|dollars?|pounds?|livres?|francs?|fcfa|points?|pts|miles|ans?|years?|mois|months?|jours?|days?|semaines?|weeks?|heures?|hours?|minutes?|mins?|fois|times|personnes?|clients?|km|kg)(?![a-z])|^ ?h(?:\d|\b)|^:\d\d(?!\d)|^[.,]\d{1,2} ?(?:€|\$|£|eur)/;
const sign = /(?:€|\$|£|eur|usd|gbp|chf) ?$/;
const counting =
  /(?<![a-z])(?:depuis|since|pendant|il y a|dans|within|vers|environ|about|around|plus de|moins de|more than|less than|over|under|en|in|by|before|avant|apres|after|seit|desde|dal|sinds|article|section|step|etape|page|erreur|error|fehler|version|ios|android|top|numero vert)[ :]{0,3}$/;

/** An amount, a duration, a percentage, an hour; with "weak" also a year or a number that counts ("since 2019"). */
export const isCounted = (reading: Reading, start: number, end: number, weak?: "weak"): boolean => {
  const { lower } = reading;
  if (unit.test(lower.slice(end, end + 14))) return true;
  const lead = lower.slice(Math.max(0, start - 16), start);
  return sign.test(lead) || (weak === "weak" && counting.test(lead));
};
