import { type Ahead, afterCue, beforeCue, type Cue, isAmount, type Span } from "../cue.ts";
import { Family } from "../glance.ts";
import { anyOf, phrase, sticky } from "../phrase.ts";
import type { Detector, Reading } from "../reading.ts";

/**
 * Codes that are named by what was done with them: "j'ai tapé 4821 trois fois", "enter 587705 to confirm". Where the
 * message speaks of a code, a card, a machine or an SMS, and no more than that is a code. PCI DSS 4.0.1, 3.3.1.3.
 */
export const secretTyped: Detector = {
  name: "secret-typed",
  digits: 4,
  families: Family.typing,
  cues: () => [typed, told, asked, sent, sentBy, typedAfter],
  detect: (reading) => {
    const hit = (span: Span): void => {
      if (isOther(reading, span)) return;
      reading.hits.push({ kind: "secret", start: span.start, end: span.end, rule: "secret.typed" });
    };
    for (const cue of [typed, told])
      afterCue(reading, cue, (span) => {
        if (context.test(around(reading, span))) hit(span);
      });
    afterCue(reading, asked, hit);
    afterCue(reading, sent, hit);
    beforeCue(reading, sentBy, hit);
    beforeCue(reading, typedAfter, (span) => {
      if (context.test(around(reading, span))) hit(span);
    });
  },
};

const reach = 120;
const around = ({ lower }: Reading, { start, end }: Span): string =>
  lower.slice(Math.max(0, start - reach), end + reach);

const context = new RegExp(
  `(?<![a-z])${anyOf({
    fr: /codes?|nip|carte|cb|dab|distributeur|automate|machine|guichet|sms|texto|appli|bloque|faux|refuse/,
    en: /pin|card|atm|cash ?machine|otp|wrong|text(?:ed)?|incorrect|passcode|scam(?:mer)?/,
    de: /karte|geldautomat|automat|tan|falsch/,
    es: /codigo|tarjeta|cajero/,
    it: /codice|carta|bancomat/,
    nl: /pas|pincode|geldautomaat/,
    pt: /cartao|multibanco/,
  })}(?![a-z])`,
);

/** A year, an amount, a number to call. */
const isOther = (reading: Reading, { start, end, text }: Span): boolean =>
  /^(?:19|20)\d\d$|000$/.test(text) ||
  (/^3\d{3}$/.test(text) &&
    !/(?<![a-z])(?:code|pin|nip|codigo|codice)(?![a-z])/.test(around(reading, { start, end, text }))) ||
  isAmount(reading, start, end) ||
  toCall.test(reading.lower.slice(Math.max(0, start - 60), start)) ||
  asAmount.test(reading.lower.slice(end, end + 24));
/** "1500 comme montant". */
const asAmount =
  /^ (?:comme|as|als|como|come)(?: (?:the|le|un|an|el|o|il))? (?:montant|amount|somme|betrag|importe|importo|bedrag|valor)/;
const toCall = /(?<![a-z])(?:appel\w*|call\w*|dial\w*|standard|montant|amount|somme|importe|betrag)(?![a-z])/;

const times = anyOf({
  fr: /(?:deux|trois|plusieurs|dix|\d{1,2}) (?:fois|x)|bien|pourtant|toujours|ca|le(?: code)?|mon code|code/,
  en: /(?:two|three|several|\d{1,2}) times|twice|it|in|the(?: code)?|my (?:pin|code)|as/,
  de: /(?:drei|zwei) ?mal|immer/,
  es: /(?:tres|dos) veces|el/,
  it: /(?:tre|due) volte|il/,
  nl: /(?:drie|twee) keer/,
  pt: /(?:tres|duas) vezes|o/,
});
const between = new RegExp(`(?: ${times}(?![a-z])){0,3}(?: ?:)? ?["'(«]? ?`, "y");
/** Not "… sur mon livret", "… in my savings". */
const ended = "(?!\\d|[/:.,-]\\d| ?(?:sur|dans|de|in|into|on|to|towards|auf|en|em|op|fois|times|points?)(?![a-z]))";
const typed: Cue = {
  family: Family.typing,
  cue: phrase({
    fr: /tap(?:es?|er|ant|ais)|saisis?|r?entre|mis/,
    en: /typ(?:ed?|ing)|enter(?:ed|ing)|keyed|put/,
    de: /eingegeben|eingetippt/,
    es: /meti|puse|marque|introduje/,
    it: /digitato|inserito|messo/,
    nl: /ingetoetst|ingevoerd/,
    pt: /digitei|inseri|introduzi/,
  }),
  filler: between,
  value: new RegExp(`(?:\\d{4,6}|\\d{3} \\d{3})${ended}`, "y"),
};
/** Said to somebody: six digits, as banks send them. */
const told: Cue = {
  family: Family.typing,
  cue: phrase({
    fr: /repondu|donne|communique/,
    en: /(?:told|gave|read|sent)(?: (?:him|her|them|back))?|texted(?: me)?/,
  }),
  filler: between,
  value: new RegExp(`(?:\\d{6}|\\d{3} \\d{3})${ended}`, "y"),
};
/** "Enter 587705 to confirm …", as the bank's own message says it. */
const asked: Cue = {
  family: Family.typing,
  cue: phrase({ fr: /saisissez|entrez|tapez/, en: /enter/ }),
  filler: between,
  value: /(?:\d{4,8}|\d{3} \d{3})(?= (?:to|pour|afin) )/y,
};
const says = "(?:dit|disait|indique|says|said|reads|sagt|dice|zegt|diz)";
/** 'Text from you: "847623"', "le sms dit 420239". */
const sent: Cue = {
  family: Family.typing,
  cue: phrase({ fr: /sms|texto/, en: /text|message|msg/ }),
  filler: sticky(`(?:[^0-9\\n.!?]{0,24}?[:=]|(?: (?:que|qui|that))? ${says}) ?["'(]? ?`),
  value: /(?:\d{6}|\d{3} \d{3})(?!\d| ?\d|[/:.,-]\d)/y,
};
/** "J'ai reçu 302512 par SMS", "got 302512 by text". */
const sentBy: Ahead = {
  family: Family.typing,
  cue: phrase({ fr: /sms|texto/, en: /text(?: message)?/ }),
  lead: /(?<![\d.,/:+-]|\d )(?!(?:19|20)\d\d )(\d{4,8}|\d{3} \d{3}) (?:(?:par|by|via|per|por|in an?|dans un|en un|in un|in een|num|as a) )$/,
};
const typedAfter: Ahead = {
  family: Family.typing,
  cue: phrase({ fr: /tape|saisi|rentre/, en: /typed|entered/ }),
  lead: /(?<![\d.,/:+-]|\d )(\d{4}|\d{6}|\d{3} \d{3}),? (?:(?:et|and|puis|then|i|je l'ai|j'ai|l'ai) ){0,3}$/,
};
