import { afterCue, type Cue, type Span } from "../cue.ts";
import { Family } from "../glance.ts";
import { anyOf, phrase } from "../phrase.ts";
import { before, type Detector } from "../reading.ts";

/** Expiry of a card beside its cue: month and year, never a day. PCI DSS 4.0.1, 3.2.1: kept only as long as needed. */
export const expiry: Detector = {
  name: "expiry",
  digits: 2,
  families: Family.expiry,
  cues: () => [named, ofCard],
  detect: (reading) => {
    const hit = ({ start, end }: Span): void => {
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.cue" });
    };
    afterCue(reading, named, (span) => {
      if (!offered.test(before(reading, span.start, 48))) hit(span);
    });
    if (reading.hits.some(({ kind }) => kind === "card")) afterCue(reading, ofCard, hit);
  },
};

/** "Promo valable jusqu'au 03/12": a day and its month. */
const offered = new RegExp(
  `(?<![a-z])${anyOf({
    fr: /promos?|promotion|offres?|soldes|bons?/,
    en: /offers?|deal/,
    de: /angebot|gutschein/,
    es: /oferta/,
    it: /offerta/,
    nl: /aanbieding/,
  })}(?![a-z])`,
);

const month =
  "(?:jan|fev|feb|mar|apr|avr|mai|may|jui|jun|jul|aou|aug|sep|oct|okt|nov|dec|dez|ene|ago|dic|gen|giu|lug|set|ott|abr|maa|mrt|out)";
/** 12/27, 03-29, 0428, 3/2027, novembre 2027. */
export const monthAndYear: string =
  "(?:(?:0[1-9]|1[0-2]|[1-9](?=[ /.|-]))(?: ?[/.|-] ?| )?(?:20[1-4]\\d|[1-4]\\d)|" +
  `${month}[a-z]{0,8}\\.? ?(?:20[1-4]\\d|[2-4]\\d))(?!\\d)`;
const named: Cue = {
  family: Family.expiry,
  cue: phrase({
    fr: [
      /jusqu'(?:en|a fin|fin)|date de fin(?: de validite)?|(?:fin de )?validite|ech(?=[ .:]{1,3}\d)\.?|echeance|valable|perimee?|termin(?:e|ant) (?:le|en|fin)/,
      /exp(?:\.|ire[sd]?|iration|irant|irera)?/,
    ],
    en: /good thru|expir(?:y|ing)|valid(?: ?(?:thru|until|till|to|through))?/,
    de: /ablauf(?:datum)?|gultig(?: bis)?|lauft(?: ab)?/,
    es: /expira(?:n|ra)?|caduca|caducidad|cad(?=[.: ]{1,3}\d)\.?|vence|vencimiento|valid[oa] (?:ate|hasta|fino)/,
    it: /scade|scadenza/,
    nl: /vervalt|vervaldatum|geldig(?: tot)?/,
    pt: /validade/,
  }),
  filler: new RegExp(`[^0-9\\n.!?]{0,24}?(?=\\d|(?<![a-z])${month})`, "y"),
  value: new RegExp(`${monthAndYear}(?![/.-]\\d| ?(?:€|eur|h\\d|%))`, "y"),
};
/** "…, la date c'est 01/30": in a message that has told a card. */
const ofCard: Cue = {
  family: Family.expiry,
  cue: /date(?![a-z])/y,
  filler: /(?:[ :=]|c'est|cest|est|is|le){1,6}/y,
  value: named.value,
};
