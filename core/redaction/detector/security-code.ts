import { type Ahead, afterCue, beforeCue, type Cue, isCounted, isLastFour, leadOf, type Span } from "../cue.ts";
import { isCountedBefore } from "../free.ts";
import { Family } from "../glance.ts";
import { anyOf } from "../phrase.ts";
import { before, type Detector, type Reading } from "../reading.ts";
import { taken } from "../taken.ts";
import { monthAndYear } from "./expiry.ts";

/** CVV, CVC, CID, cryptogramme: three or four digits beside their name. PCI DSS 4.0.1, 3.3.1.2: nothing is kept. */
export const securityCode: Detector = {
  name: "security-code",
  digits: 1,
  families: Family.securityCode,
  cues: () => [named, counted, besideCard, ahead, given, dateAhead],
  detect: (reading) => {
    const hit = (rule: string, { start, end }: Span): void => {
      if (isCountedBefore(reading.lower, start)) return;
      reading.hits.push({ kind: "security-code", start, end, rule });
    };
    for (const cue of [named, counted])
      afterCue(reading, cue, (span) => {
        if (isCounted(reading, span.start, span.end) && !isThere(reading, span)) return;
        if (span.text.length === 4 && fourLast.test(before(reading, span.start, 40))) return;
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
    beforeCue(reading, given, (span) => {
      if (!isCounted(reading, span.start, span.end)) hit("security-code.given", span);
    });
    beforeCue(reading, ahead, (span) => {
      if (!isLastFour(reading, span.start)) hit("security-code.named-after", span);
    });
    beforeCue(reading, dateAhead, ({ start, end }) =>
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.before-code" }),
    );
  },
};

/** "Au dos il y a 281": there is, not ago. */
const isThere = ({ lower }: Reading, { start, end }: Span): boolean =>
  lower.slice(Math.max(0, start - 7), start) === "il y a " && !/^ ?[a-z0-9€%]/.test(lower.slice(end, end + 2));

/** "Les 4 derniers chiffres : 9053": of the card's number. */
const fourLast =
  /(?:(?:4|quatre|four|vier|cuatro|quattro) (?:derniers|last|letzten|ultim[oa]s?|ultime|laatste)|(?:derniers|last|letzten|ultim[oa]s|ultime|laatste) (?:4|quatre|four|vier|cuatro|quattro)) (?:chiffres|digits|ziffern|cifras|digitos|cifre|cijfers)[^\d\n]{0,12}$/;

const backs =
  "dos|verso|back|arriere|derriere|reverse|behind|ruckseite|hinten|atras|detras|reverso|dorso|dietro|retro|achterop|achterkant|tras";
/** Where American Express prints its four. */
const fronts = "devant|on the front|vorne|delante|davanti|voorop|na frente";
/** What a card is called behind the word for its back. */
const itsCard =
  "(?: (?:(?:de|of|van|der|della|da|do|del|di) )?(?:(?:la|ma|the|my|de|mijn|meiner|mi|mia|meu) )?(?:carte|cb|card|karte|tarjeta|carta|kaart|pas|cartao)(?: (?:bleue|bancaire|visa|de credit))?)?";
/** "j'ai répondu", "I told him": how somebody tells what stands there. */
const telling =
  "y a|il y a|ya|c'est|c|est|on voit|je lis|j'ai(?: (?:repondu|dit|donne|mis|tape))?|i (?:have|said|gave|put)|i told (?:him|her|them)|it says|says|is|steht|hay|pone|c'e|staat|esta|les? di(?:je)?";
const figures = "chiffres?|digits?|numbers?|numeros?|ziffern?|zahlen|cifras?|digitos?|cifre|cijfers";
const names = `${anyOf({
  fr: [
    /c\.? ?v\.? ?[vc]\.?[2v]?|ccv2?|cr[yi]pt?og?ramm{0,3}e?s?(?: visuel)?|pictogramme|code (?:crypto|cvv|cvc)/,
    /(?<!portefeuille |wallet )crypto(?: visuel(?![a-z])|(?=\.? ?[:=]| ?\d| (?:c'?est|est|is)(?: le)? \d))/,
    /(?:code|chiffres?|numeros?) (?:de )?(?:securite|secu|verification)(?! sociale)/,
    /derriere(?=(?:,? (?:y a|il y a|ya|c'est|c|j'ai|je lis|on voit|est)(?: (?:ecrit|marque|inscrit|note))?)?(?: ?[:=])? \d{3}(?!\d))/,
    /(?<=(?:numero|num|no|n°|code) (?:de )?)(?:securite|secu(?= (?:carte|cb)))(?! sociale)(?: (?:de la )?carte)?/,
    /verso(?= ?(?:(?:de )?(?:ma |la )?(?:carte|cb) ?)?[:=]? ?\d(?:[ .-]?\d){2}(?!\d))/,
    new RegExp(`(?:code|codigo|codice|${figures})[^0-9\\n.!?]{0,26}(?<![a-z])(?:${backs})`),
    new RegExp(`(?<=(?<![a-z0-9])(?:4|quatre|four|vier|cuatro|quattro|quatro) )(?:${figures}) (?:${fronts})`),
  ],
  en: [
    /cvn2?|cv2|cw2?|cid|csc|(?:vcc|vvc|ccv|cvs)(?= (?:code|is)| ?[:=]? ?\d{3}(?!\d))|visual cryptogram|sec(?:urity)?[ _-]?(?:code|number|no)/,
    /card (?:verification|security)(?: (?:code|value|number))?|digit (?:security )?(?:code|number)/,
    /(?:chiffres?|digits?)(?= ?[:=])|security (?:digits?|figures?)|securit[ey](?= ?[:=-] ?\d{3}(?!\d))|(?:back|reverse) code|back of (?:the |my )?(?:card|cc|visa)|signature (?:strip|panel)|bande de signature/,
    new RegExp(
      `(?<=(?:au|on the|at the|al|sul|op de|auf der|no) )(?:${backs})${itsCard}(?:,? (?:${telling}))(?= (?:le |marque )?\\d)`,
    ),
    new RegExp(
      `(?<=(?:three|trois|drei|tres|tre|drie) (?:ones? )?(?:on|at|au|auf|al|sul|no|op) (?:the |der |de |la |l'|el )?)(?:${backs})`,
    ),
  ],
  more: [
    new RegExp(
      `(?:${backs})${itsCard}(?:,? (?:next to|near|under|by|a cote de|pres de|sous|neben|unter|bajo|sotto|naast) [a-z' ]{3,20})?,? (?:${telling})(?: (?:ecrit|marque|inscrit|note|escrito|scritto|written|geschreven))?(?= ?:? ?\\d{3}(?!\\d| ?\\d| [a-z]))`,
    ),
    new RegExp(
      `(?:(?<=(?:on the|au|al|sul|op de|auf der|no) )(?:${backs})|hinten|achterop|achter op (?:de|mijn) (?:kaart|pas))(?= ?[:=(]? ?\\d{3}(?!\\d| ?\\d| [a-z]))`,
    ),
    new RegExp(
      `(?<=(?:on the|au|al|sul|op de|auf der) )(?:${backs})${itsCard},? [a-z' ]{0,24}(?= ?: ?\\d{3}(?!\\d| ?\\d| [a-z]))`,
    ),
  ],
  de: [
    /(?:karten)?pruf-?(?:ziffern?|nummer|nr)\.?|sicherheits(?:code|nummer|ziffern?)|(?:drei|vier)stellige[rnms]? (?:code|nummer|zahl|sicherheitscode|pruf[a-z]{5,7})/,
    new RegExp(
      `(?:ruckseite|achterkant|reverse|reverso|dorso|verso)${itsCard}(?:,? (?:${telling}))?(?= ?[:=]? ?\\d{3}(?!\\d| ?\\d))`,
    ),
  ],
  es: /(?:codigo|clave|numeros?|cifras?|digitos?) (?:de )?seguridad(?! social)/,
  it: /(?:codice|numeri|cifre) (?:di )?sicurezza/,
  nl: /(?:beveiligings|veiligheids)(?:code|cijfers|nummer)/,
  pt: /(?:codigo|numeros?|digitos?) (?:de )?seguranca(?! social)/,
})}(?![a-z])`;

/** "It wants the 3-digit code. Mine's 902", "CVV ? alors c'est 563": the next sentence is about it. */
const mine =
  "(?:(?:alors|donc|et|so|then|well|ok) )?(?:c'est |it's |it is |: ?)?\\d{3,4}(?![\\da-z]| ?\\d| [a-z])|" +
  "mine(?:'s| is)|(?:le mien|moi)(?:,? c'est| est)|meine[rs]? ist|(?:el mio|la mia|il mio|o meu) (?:es|e)|de mijne is";

/**
 * What may stand between the name and its code. No more than two passages that were taken out ("cvv [date] [code] 123"),
 * or numbers one after the other would be taken in one reading each.
 */
const beside = `(?:\\.{2,3}|(?<![a-z])n[°or]\\.?|(?!(?<![a-z])[oil]\\d\\d(?![a-z\\d]))[^0-9\\n.!?${taken}]|[.!?] ?(?=(?:${mine})(?![a-z]))){0,42}`;

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
  const match = dateAfter.exec(lower);
  const date = match?.[1] ?? match?.[2];
  if (date === undefined) return;
  const end = dateAfter.lastIndex;
  hits.push({ kind: "expiry", start: end - date.length, end, rule: "expiry.after-code" });
};
const dateAfter = new RegExp(
  `[ ,;|/&+-]{1,4}(?:(?:et|and|y|e|und|en) )?(?:(?:(?:la |the )?(?:date|fin|exp[a-z]{0,8}|val[a-z]{0,6}|fecha|cad[a-z]{0,7}|scad[a-z]{0,4}) ?[.:=]{0,2} ?(?:le |is |est )?)(${monthAndYear})|((?:0[1-9]|1[0-2])[/-](?:20[2-4]\\d|[2-4]\\d)))(?![/.-]?\\d)`,
  "y",
);
/** "les 3 chiffres 123", "three digits: 123". */
const counted: Cue = {
  family: Family.figures,
  cue: new RegExp(
    `(?<=(?<![a-z0-9])(?:(?:3|trois|three|drei|tres|tre|drie) (?:derniers |ultime |ultimos |petits |little |small |security )?|(?<!last |letzten |laatste )(?:4|quatre|four|vier|quatro|cuatro|quattro) ))(?:${figures})(?![a-z])`,
    "y",
  ),
  filler: /(?:,? (?:est|are|sont|ce sont|is|c'est|son|sind|sono|zijn|sao|they(?:'re| are)))?[ :=]{1,3}/y,
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
    `(?:${names}|crypto(?= ?(?:[?!.]|$))|(?<=(?:au|(?:on|off|from) the|le|al|del|dal|no|sul|op de|auf der) )(?:${backs})(?![a-z])|code a (?:3|trois) chiffres(?![a-z]))(?! ?[:=]? ?\\d{3}(?!\\d))`,
    "y",
  ),
  lead: leadOf(
    "\\d{3,4}|\\d(?:[ .-]\\d){2,3}|\\d\\d \\d",
    "ca|au|on|off|from|auf|der|al|del|dal|no|sul|code|codigo|codice|en|in|el|im|dans|nel|champ|case|field|feld|campo|normal|valide?|real|vrai|right|correct",
  ),
};
/** "J'ai envoyé 293 quand il a demandé le cryptogramme": handed over before it is named. */
const given: Ahead = {
  family: Family.cvv,
  cue: /(?:c\.?v\.?[vc]\.?2?|cryptogramm?e)(?![a-z])/y,
  lead: /(?<![a-z])(?:envoye|donne|dit|repondu|mis|tape|saisi|entre|gave|sent|told (?:him|her|them)|typed|entered|put|said|puse|di|dato|detto|messo|gegeben|eingegeben|gegeven|ingevuld|dei|disse) (\d{3}),? [^0-9\n.!?]{1,40}$/,
};
/** "carte 12/27 cvv …": the month and year that stand before the code. */
const dateAhead: Ahead = {
  family: Family.cvv,
  cue: /(?:c\.?v\.?[vc]\.?2?|cryptogramme)(?![a-z])/y,
  lead: new RegExp(`(?<![\\d/.,-])(${monthAndYear})[ ,;|/&+-]{1,4}(?:et |and |le |code )?$`),
};
