import { type Ahead, afterCue, beforeCue, type Cue, isCounted, isLastFour, leadOf, type Span } from "../cue.ts";
import { Family } from "../glance.ts";
import { anyOf } from "../phrase.ts";
import type { Detector, Reading } from "../reading.ts";
import { taken } from "../taken.ts";
import { monthAndYear } from "./expiry.ts";

/** CVV, CVC, CID, cryptogramme: three or four digits beside their name. PCI DSS 4.0.1, 3.3.1.2: nothing is kept. */
export const securityCode: Detector = {
  name: "security-code",
  digits: 2,
  families: Family.securityCode,
  cues: () => [named, counted, besideCard, ahead, dateAhead],
  detect: (reading) => {
    const hit = (rule: string, { start, end }: Span): void => {
      reading.hits.push({ kind: "security-code", start, end, rule });
    };
    for (const cue of [named, counted])
      afterCue(reading, cue, (span) => {
        if (isCounted(reading, span.start, span.end)) return;
        hit("security-code.cue", span);
        datedAfter(reading, span.end);
      });
    if (reading.hits.some(({ kind }) => kind === "card"))
      afterCue(reading, besideCard, (span) => {
        if (!isCounted(reading, span.start, span.end)) hit("security-code.beside-card", span);
      });
    afterCue(reading, dated, ({ start, end }) =>
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.before-code" }),
    );
    beforeCue(reading, ahead, (span) => {
      if (!isLastFour(reading, span.start)) hit("security-code.named-after", span);
    });
    beforeCue(reading, dateAhead, ({ start, end }) =>
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.before-code" }),
    );
  },
};

const backs = "dos|verso|back|arriere|derriere|reverse|ruckseite|hinten|atras|dietro|retro|achterop|achterkant|tras";
const figures = "chiffres?|digits?|numbers?|numeros?|ziffern?|zahlen|cifras?|digitos?|cifre|cijfers";
const names = `${anyOf({
  fr: [
    /c\.? ?v\.? ?[vc]\.?[2v]?|ccv2?|cr[yi]pt?og?ramm{0,3}e?s?(?: visuel)?|pictogramme|code (?:crypto|cvv|cvc)/,
    /crypto(?=(?: visuel)?(?: ?[:=]| ?\d| (?:c'?est|est|is)(?: le)? \d))(?: visuel)?/,
    /(?:code|chiffres?) (?:de )?(?:securite|secu|verification)/,
    /derriere(?=(?:,? (?:y a|il y a|ya|c'est|c|j'ai|je lis|on voit|est)(?: (?:ecrit|marque|inscrit|note))?)?(?: ?[:=])? \d{3}(?!\d))/,
    /(?<=(?:numero|num|no|n°|code) (?:de )?)(?:securite|secu(?= (?:carte|cb)))(?! sociale)(?: (?:de la )?carte)?/,
    /verso(?= ?(?:(?:de )?(?:ma |la )?(?:carte|cb) ?)?[:=]? ?\d(?:[ .-]?\d){2}(?!\d))/,
    new RegExp(`(?:code|codigo|codice|${figures})[^0-9\\n.!?]{0,26}(?<![a-z])(?:${backs})`),
  ],
  en: [
    /cvn2?|cv2|cw2?|cid|csc|visual cryptogram|sec(?:urity)?[ _-]?(?:code|number|no)/,
    /card (?:verification|security)(?: (?:code|value|number))?|digit (?:security )?(?:code|number)/,
    /(?:chiffres?|digits?)(?= ?[:=])|security digits?|back of (?:the |my )?(?:card|cc|visa)|signature (?:strip|panel)/,
    new RegExp(
      `(?<=(?:au|on the|at the|al|sul|op de|auf der|no) )(?:${backs})(?:,? (?:j'ai|y a|il y a|c'est|i have|it says|is|steht|hay|pone|c'e|staat|esta))(?= (?:le |marque )?\\d)`,
    ),
    new RegExp(
      `(?<=(?:three|trois|drei|tres|tre|drie) (?:ones? )?(?:on|at|au|auf|al|sul|no|op) (?:the |der |de |la |l'|el )?)(?:${backs})`,
    ),
  ],
  de: /(?:karten)?pruf(?:ziffer|nummer)|sicherheitscode/,
  es: /codigo (?:de )?seguridad/,
  it: /codice (?:di )?sicurezza/,
  nl: /beveiligingscode|veiligheidscode/,
  pt: /codigo (?:de )?seguranca/,
})}(?![a-z])`;

/**
 * What may stand between the name and its code. No more than two passages that were taken out ("cvv [date] [code] 123"),
 * or numbers one after the other would be taken in one reading each.
 */
const beside = `(?:\\.{2,3}|(?<![a-z])n[°or]\\.?|(?!(?<![a-z])[oil]\\d\\d(?![a-z\\d]))[^0-9\\n.!?${taken}]){0,42}`;

/** Apart, glued by dots or spaces, and with a letter that looks like a digit. */
const code = "(?:\\d{3,4}|\\d(?:[ .,-]\\d){2,3}|\\d[ -]\\d\\d|\\d\\d[ -]\\d{1,2}|[oil]\\d\\d|\\d[oil]\\d|\\d\\d[oil])";
const named: Cue = {
  family: Family.securityCode,
  cue: new RegExp(names, "y"),
  filler: new RegExp(`${beside}(?:${taken}${beside}){0,2}`, "y"),
  value: new RegExp(`(?<![a-z])${code}(?![\\da-z])|(?<=[a-z])\\d{3,4}(?!\\d)`, "y"),
};
/** "cvv 12/27 123": the date between the name and its code; the code is beside its name once the date is gone. */
const dated: Cue = {
  family: Family.cvv,
  cue: named.cue,
  filler: /[ :=]{0,3}/y,
  value: /(?:0[1-9]|1[0-2]) ?[/.-] ?(?:20[1-4]\d|[2-4]\d)(?=[ ,;|/&+-]{1,4}(?:et |and )?\d{3,4}(?!\d))/y,
};
/** "cvv 123 / date 02.29". */
const datedAfter = ({ hits, lower }: Reading, from: number): void => {
  dateAfter.lastIndex = from;
  const date = dateAfter.exec(lower)?.[1];
  if (date === undefined) return;
  const end = dateAfter.lastIndex;
  hits.push({ kind: "expiry", start: end - date.length, end, rule: "expiry.after-code" });
};
const dateAfter = new RegExp(
  `[ ,;|/&+-]{1,4}(?:(?:et|and) )?(?:(?:la )?date ?[:=]? ?)(${monthAndYear})(?![/.-]\\d)`,
  "y",
);
/** "les 3 chiffres 123", "three digits: 123". */
const counted: Cue = {
  family: Family.figures,
  cue: new RegExp(
    `(?<=(?<![a-z0-9])(?:(?:3|trois|three|drei|tres|tre|drie) (?:derniers |ultime )?|(?<!last |letzten |laatste )(?:4|quatre|four|vier|quatro|cuatro|quattro) ))(?:${figures})(?![a-z])`,
    "y",
  ),
  filler: /(?: (?:est|are|sont|is|c'est|son|sind|sono|zijn))?[ :=]{1,3}/y,
  value: /(?:\d{3,4}|\d(?:[ .-]\d){2,3})(?!\d|[.,:/-]\d| [a-z0-9])/y,
};
/** "… derrière ya marqué 508", "the short one is 930": in a message that has told a card. */
const besideCard: Cue = {
  family: Family.securityCode,
  cue: new RegExp(`(?:codes?|${backs}|short(?: (?:one|number))?)(?![a-z])`, "y"),
  filler: /[^0-9\n.!?]{1,24}/y,
  value: /(?<![a-z\d])\d{3}(?!\d|[ .,:/-]?\d|[a-z])/y,
};
const ahead: Ahead = {
  family: Family.securityCode,
  cue: new RegExp(
    `(?:${names}|crypto(?= ?(?:[?!.]|$))|(?<=(?:au|on the|le|al|no|sul|op de|auf der) )(?:${backs})(?![a-z]))`,
    "y",
  ),
  lead: leadOf("\\d{3,4}|\\d(?:[ .-]\\d){2,3}|\\d\\d \\d", "ca|au|on|auf|der|al|no|sul|code|codigo|codice"),
};
/** "carte 12/27 cvv …": the month and year that stand before the code. */
const dateAhead: Ahead = {
  family: Family.cvv,
  cue: /(?:c\.?v\.?[vc]\.?2?|cryptogramme)(?![a-z])/y,
  lead: new RegExp(`(?<![\\d/.,-])(${monthAndYear})[ ,;|/&+-]{1,4}(?:et |and |le |code )?$`),
};
