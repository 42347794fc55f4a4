import { afterCue } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** Bank identifier codes (ISO 9362) beside their cue: eight or eleven characters, letters then country. */
export const bic: Detector = {
  name: "bic",
  digits: 0,
  families: Family.bic,
  detect: (reading) => {
    for (const { start, end } of afterCue(reading, cue, filler, value))
      if (/^[A-Z\d ]+$/.test(reading.view.text.slice(start, end)) || /\d/.test(reading.lower.slice(start, end)))
        reading.hits.push({ kind: "bic", start, end, rule: "bic.cue" });
  },
};

const cue = /(?<![a-z])(?:bic|swift)(?:[ /-]{1,3}(?:bic|swift))?(?: code)?(?![a-z])/g;
const filler = /[ \t:=.,;°()-]{1,4}(?:(?:est|is|code|ist|es) ){0,2}/y;
const value = /[a-z]{4} ?[a-z]{2} ?[a-z0-9]{2}(?: ?[a-z0-9]{3,4})?(?![a-z0-9])|[a-z]{6,8}(?![a-z0-9])/y;
