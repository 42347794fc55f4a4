import { afterCue, type Cue } from "../cue.ts";
import { Family } from "../glance.ts";
import { countDigits } from "../groups.ts";
import { linking, nationality, numberLabel } from "../naming.ts";
import { anyOf, type Phrases, sticky } from "../phrase.ts";
import type { Detector } from "../reading.ts";

/** Passport numbers beside their cue (ICAO 9303: up to nine letters and digits). */
export const passport: Detector = {
  name: "passport",
  digits: 1,
  families: Family.passport,
  cues: () => [named],
  detect: (reading) =>
    afterCue(reading, named, ({ start, end, text }) => {
      if (countDigits(text) >= (/^[a-z0-9]{9}$/.test(text) ? 3 : 4))
        reading.hits.push({ kind: "passport", start, end, rule: "passport.cue" });
    }),
};

const papers: Phrases = {
  fr: /passeports?/,
  en: /passports?/,
  de: /reisepass|pass(?=-?n)/,
  es: /pasaporte/,
  it: /passaporto/,
  nl: /paspoort/,
  pt: /passaporte/,
  more: /paszport/,
};
const named: Cue = {
  family: Family.passport,
  cue: sticky(`${anyOf(papers)}(?:-?(?:number|nummer|no|nr)\\.?)?(?![a-z])`),
  filler: sticky(
    `(?:[ \\t\\n:=#.,'"()*_\`-]|${numberLabel}|${linking}|${nationality}|(?<![a-z])(?:he|card|and|it's)(?![a-z])|(?:exp(?:ir(?:y|es))?|valid|valable|valide)[a-z' ]{0,16}(?:20[2-4]\\d|\\d\\d/\\d{2,4})(?!\\d)){1,10}`,
  ),
  value:
    /\d\d ?[a-z]{2} ?\d{5}(?![a-z0-9])|(?:[a-z]{1,3}[ -]?)?\d[a-z0-9]{3,10}(?: \d{2,4}){0,3}(?![a-z0-9])|[a-z]{2}[a-z0-9]{6}\d(?![a-z0-9])|[a-z]{2,3}\d{5,8}(?![a-z0-9])/y,
};
