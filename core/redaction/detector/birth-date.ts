import { afterCue, type Cue } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** Dates of birth beside their cue, in figures or with the month's name. */
export const birthDate: Detector = {
  name: "birth-date",
  digits: 2,
  families: Family.birth,
  detect: (reading) => {
    for (const cue of [named, born])
      afterCue(reading, cue, ({ start, end }) =>
        reading.hits.push({ kind: "birth-date", start, end, rule: "birth-date.cue" }),
      );
  },
};

const month =
  "(?:jan(?:v|uar[yi]?|vier)?|fev(?:r(?:ier)?|ereiro)?|feb(?:r(?:uar[yi]?|ero|uari)?|braio)?|mar(?:s|ch|zo|co|t)?|maerz|marz|maart|mrt|avr(?:il)?|apr(?:il[e]?)?|abr(?:il)?|mai|may[o]?|mei|maggio|maio|juin|jun[ei]?|junio|junho|juni|giugno|juil(?:let)?|jul[yi]?|julio|julho|juli|luglio|aout|aug(?:ust(?:us)?)?|ago(?:sto)?|sep(?:t(?:em(?:b(?:re|er)|bro))?)?|sett(?:embre)?|setembro|septiembre|oct(?:ob(?:re|er))?|okt(?:ober)?|ottobre|out(?:ubro)?|nov(?:em(?:b(?:re|er)|bro))?|noviembre|dec(?:em(?:b(?:re|er)))?|dez(?:em(?:ber|bro))?|dic(?:iembre|embre)?)(?![a-z])";
const value = new RegExp(
  `(?:(?:0?[1-9]|[12]\\d|3[01])(?: ?[/.\\-, ] ?)(?:0?[1-9]|1[0-2])(?: ?[/.\\-, ] ?)(?:(?:19|20)\\d\\d|\\d\\d)|` +
    `(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\\d|3[01])[/.-](?:(?:19|20)\\d\\d|\\d\\d)|` +
    `(?:19|20)\\d\\d[/. -](?:0?[1-9]|1[0-2])[/. -](?:0?[1-9]|[12]\\d|3[01])|` +
    `(?:0?[1-9]|[12]\\d|3[01]|premier)(?:er|st|nd|rd|th|\\.)?[ -]?(?:de |of )?${month}\\.?(?:,? ?(?:de |del )?-?(?:(?:19|20)\\d\\d|\\d\\d))?|` +
    `${month}\\.? (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?:,? ?(?:19|20)\\d\\d)?|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d)(?!\\d)`,
  "y",
);
const named: Cue = {
  family: Family.birth,
  cue: /(?:date de naissance|naissance|ddn|d\.?o\.?b\.?|date of birth|birth ?da(?:y|te)|born|geboren|geburts(?:datum|tag)|geb\.|fecha de nacimiento|nacid[oa]|nat[oa](?= (?:il|a|in|l))|data di nascita|geboortedatum|nascid[oa]|data de nascimento|anniversaire|fodselsdato)(?![a-z])/y,
  filler: new RegExp(`[^0-9\\n]{0,40}?(?=\\d|premier|(?<![a-z])${month})`, "y"),
  value,
};
const born: Cue = { family: Family.birth, cue: /n(?:e|ee|e\(e\)) (?:le|un)(?![a-z])/y, filler: /[ :]{0,4}/y, value };
