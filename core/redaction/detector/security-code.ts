import { afterCue, beforeCue, isCounted } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** CVV, CVC, CID, cryptogramme: three or four digits beside their name. PCI DSS 4.0.1, 3.3.1.2: nothing is kept. */
export const securityCode: Detector = {
  name: "security-code",
  digits: 3,
  families: Family.code,
  detect: (reading) => {
    for (const { start, end } of afterCue(reading, cue, /[^0-9\n.!?]{0,42}/y, value))
      if (!isCounted(reading, start, end, "weak"))
        reading.hits.push({ kind: "security-code", start, end, rule: "security-code.cue" });
    for (const { start, end } of beforeCue(reading, ahead))
      reading.hits.push({ kind: "security-code", start, end, rule: "security-code.named-after" });
  },
};

const names =
  "c\\.?v\\.?[vc]\\.?2?|cvn2?|cid|csc|cryptogramm?e?s?(?: visuel)?|crypto(?= ?[:=\\d])|code crypto|code (?:de )?securite|security[ _-]?code|" +
  "card verification(?: (?:code|value|number))?|kartenpruf(?:ziffer|nummer)|pruf(?:ziffer|nummer)|sicherheitscode|" +
  "codigo (?:de )?seguridad|codice (?:di )?sicurezza|beveiligingscode|veiligheidscode|codigo (?:de )?seguranca";
const back =
  "(?:(?:3|trois|three|4|quatre|four) |les |the )?(?:derniers? |last |petits )?(?:3 |4 )?(?:chiffres?|digits?|numbers?|numeros?)[^0-9\\n.!?]{0,24}(?:dos|verso|back|arriere|derriere|reverse)";

const cue = new RegExp(`(?<![a-z])(?:${names}|${back})(?![a-z])`, "g");
const value = /(?:\d{3,4}|\d(?:[ .,-]\d){2,3})(?![\d])/y;
const ahead = new RegExp(
  `(?<![\\d.,/:-])(\\d{3,4})[ ,:;()-]{1,3}(?:c'?est |est |is |comme |as |for |pour |le |mon |my |the |ma |un |a |, ?){0,3}(?:${names})(?![a-z])`,
  "g",
);
