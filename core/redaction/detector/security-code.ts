import { afterCue, beforeCue, type Cue, isCounted } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** CVV, CVC, CID, cryptogramme: three or four digits beside their name. PCI DSS 4.0.1, 3.3.1.2: nothing is kept. */
export const securityCode: Detector = {
  name: "security-code",
  digits: 3,
  families: Family.securityCode,
  detect: (reading) => {
    afterCue(reading, named, ({ start, end }) => {
      if (!isCounted(reading, start, end))
        reading.hits.push({ kind: "security-code", start, end, rule: "security-code.cue" });
    });
    beforeCue(reading, ahead, 3, 4, ({ start, end }) =>
      reading.hits.push({ kind: "security-code", start, end, rule: "security-code.named-after" }),
    );
  },
};

const names =
  "(?:c\\.?v\\.?[vc]\\.?2?|cvn2?|cid|csc|cryptogramm?e?s?(?: visuel)?|crypto(?= ?[:=\\d])|code (?:crypto|cvv|cvc|(?:de )?(?:securite|verification))|(?<=numero de )securite(?! sociale)|security[ _-]?(?:code|number)|" +
  "card (?:verification|security)(?: (?:code|value|number))?|kartenpruf(?:ziffer|nummer)|pruf(?:ziffer|nummer)|sicherheitscode|" +
  "codigo (?:de )?(?:seguridad|seguranca)|codice (?:di )?sicurezza|beveiligingscode|veiligheidscode|" +
  "(?:chiffres?|digits?)(?= ?[:=])|digit (?:security )?(?:code|number)|(?:code|chiffres?|digits?|numbers?)[^0-9\\n.!?]{0,24}(?:(?:au|on the) )?(?:dos|verso|back|arriere|derriere|reverse))(?![a-z])";

const named: Cue = {
  family: Family.securityCode,
  cue: new RegExp(names, "y"),
  filler: /[^0-9\n.!?]{0,42}/y,
  value: /(?:\d{3,4}|\d(?:[ .,-]\d){2,3})(?!\d)/y,
};
const ahead = new RegExp(
  `[ ,:;()-]{1,3}(?:c'?est |est |is |comme |as |for |pour |le |mon |my |the |ma |un |a |, ?){0,3}(?:${names}|(?:au|on the) (?:dos|verso|back)(?![a-z]))`,
  "y",
);
