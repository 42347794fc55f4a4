import { afterCue, type Cue } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** Bank identifier codes (ISO 9362) beside their cue: eight or eleven characters, letters then country. */
export const bic: Detector = {
  name: "bic",
  digits: 0,
  families: Family.bic,
  detect: (reading) =>
    afterCue(reading, named, ({ start, end, text }) => {
      if (/^[A-Z\d ]+$/.test(reading.view.text.slice(start, end)) || /\d/.test(text))
        reading.hits.push({ kind: "bic", start, end, rule: "bic.cue" });
    }),
};

const named: Cue = {
  family: Family.bic,
  cue: /(?:bic|swift)(?:[ /-]{1,3}(?:bic|swift))?(?: code)?(?![a-z])/y,
  filler: /[ \t:=.,;°()-]{1,4}(?:(?:est|is|code|ist|es) ){0,2}/y,
  value: /(?:[a-z]{4} ?[a-z]{2} ?[a-z0-9]{2}(?: ?[a-z0-9]{3,4})?|[a-z]{6,8})(?![a-z0-9])/y,
};
