import { afterCue, type Cue } from "../cue.ts";
import { Family } from "../glance.ts";
import { countDigits } from "../groups.ts";
import type { Detector } from "../reading.ts";

/** Passport numbers beside their cue (ICAO 9303: up to nine letters and digits). */
export const passport: Detector = {
  name: "passport",
  digits: 2,
  families: Family.passport,
  detect: (reading) =>
    afterCue(reading, named, ({ start, end, text }) => {
      if (countDigits(text) >= 4) reading.hits.push({ kind: "passport", start, end, rule: "passport.cue" });
    }),
};

const named: Cue = {
  family: Family.passport,
  cue: /(?:passports?|passeports?|pasaporte|passaporto|reisepass|paspoort|passaporte|paszport|pass(?=-?n))(?:-?(?:number|nummer|no|nr)\.?)?(?![a-z])/y,
  filler:
    /(?:[ \t:=#.,'"()-]|n°|(?<![a-z])(?:numero|number|num|no|nr|nummer|est|is|c'est|es|ist|e(?!\d)|he|le|francais|britannique|british|card|my|mon|and|it's|of)(?![a-z])){1,10}/y,
  value:
    /\d\d ?[a-z]{2} ?\d{5}(?![a-z0-9])|(?:[a-z]{1,3}[ -]?)?\d[a-z0-9]{3,10}(?: \d{2,4}){0,3}(?![a-z0-9])|[a-z]{2,3}\d{5,8}(?![a-z0-9])/y,
};
