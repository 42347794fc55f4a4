import { type Ahead, afterCue, beforeCue, type Cue, isCounted, leadOf } from "../cue.ts";
import { Family } from "../glance.ts";
import { countDigits } from "../groups.ts";
import { anyOf, type Phrases, phrase, sticky } from "../phrase.ts";
import type { Detector, Reading } from "../reading.ts";

/** Customer, contract, loan and file numbers beside their cue; identifiers of online banking. */
export const customerNumber: Detector = {
  name: "customer-number",
  digits: 3,
  families: Family.customer,
  cues: () => [named, ahead],
  detect: (reading) => {
    afterCue(reading, named, ({ start, end, text }) => {
      const digits = countDigits(text);
      const isOther =
        isYear.test(text) ||
        hasPeriod.test(text) ||
        isDate.test(text) ||
        isCounted(reading, start, end) ||
        isPeriod(reading, end);
      if (digits < 4 || isOther) return;
      reading.hits.push({ kind: "customer-number", start, end, rule: "customer-number.cue" });
    });
    beforeCue(reading, ahead, ({ start, end, text }) => {
      if (countDigits(text) < 5 || isDate.test(text) || isCounted(reading, start, end)) return;
      reading.hits.push({ kind: "customer-number", start, end, rule: "customer-number.named-after" });
    });
  },
};

/** "pret de 200000 sur 20 ans": what was taken ends in a period. */
const hasPeriod = /^\d{4,7} (?:sur|over|en|auf|su|em|for|pour)(?: |$)/;
const isYear = /^(?:19|20)\d\d(?:$| [a-z])/;
/** "loan of 15000 over 5 years": an amount without its currency. */
const isPeriod = ({ lower }: Reading, end: number): boolean =>
  /^ (?:over|sur|uber|auf|en|a|su|over|em) \d/.test(lower.slice(end, end + 10));

const things: Phrases = {
  fr: [
    /credit (?:immo(?:bilier)?|conso(?:mmation)?|auto|renouvelable)(?=[ :n°o.]{1,6}\d{8})/,
    /(?:pel|ldds?|lep|cel|pea)(?=[ :n°o.]{1,6}\d{7})|clients?|contrats?|dossiers?|prets?|abonnes?|abonnement|adherents?/,
    /adhesion|societaires?|police|sinistre|identifiants?|utilisateur|matricule|usager|allocataire|portefeuille|emprunt/,
    /hypotheque|livret(?: [ab])?|assure|reference client/,
    /credit(?= ?n(?:[°o]|um))|(?<=(?:numero|num|n°) (?:de )?)credit/,
  ],
  en: [
    /customers?|cust|contract|loan|credit agreement|policy|claim|login|user ?(?:id|name)|user|member(?:ship)?|id|mortgage/,
  ],
  de: /(?:kunden|kredit)-?(?:nummer|nr)\.?|vertrags?(?:-?(?:nummer|nr)\.?)?|darlehen(?:s-?(?:nummer|nr)\.?)?/,
  es: /clientes?|contrato|prestamo/,
  it: /utente|polizza|mutuo|contratto|prestito/,
  nl: /klant(?:nummer)?|klantnr|contractnummer|polis(?:nummer)?|lening(?:nummer)?|hypotheek/,
  pt: /apolice|emprestimo/,
};
const between: Phrases = {
  fr: [
    /numero|num|id|code|est|le|c'est|reference|ref|de|bancaire|internet|client|personnel|national|c|connexion/,
    /(?:d')?acces|en ligne/,
  ],
  en: /number|no|is|of|web|customer|online/,
  de: /nr|nummer|ist/,
  es: /es/,
  it: /e/,
};
const named: Cue = {
  family: Family.customer,
  cue: sticky(
    `${anyOf(things)}(?: (?:de |of |d')?(?:pret|client|loan|credit|contrat|assurance|immo(?:bilier)?))?(?![a-z])`,
  ),
  filler: sticky(`(?:[ \\t:=#.'"()-]|n[°º]|(?<![a-z])n\\.|(?<![a-z])${anyOf(between)}(?![a-z])){1,12}`),
  value:
    /(?=[a-z0-9-]{0,12}\d)[a-z]{0,8}[-/.]?\d{1,20}(?:[ .\-/]?(?:\d{1,12}|[a-z]{1,3}\d{0,12})(?![a-z])){0,5}(?![a-z0-9]|[.,:]\d|h\b)/y,
};
const isDate = /^\d{1,4}[./ -]\d{1,2}[./ -]\d{2,4}$/;
const ahead: Ahead = {
  family: Family.customer,
  cue: phrase({
    fr: /client|contrats?|dossier|sinistre|police|identifiant/,
    en: /customer|contract|policy|user id|(?:membership|loan) number/,
    de: /kunden(?:nummer|nr)|vertrags?nummer/,
    es: /cliente|contrato/,
    it: /contratto/,
    nl: /klantnummer/,
  }),
  lead: new RegExp(leadOf("[a-z]{0,4}-?\\d{5,12}").source),
};
