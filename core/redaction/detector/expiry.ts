import { type Ahead, afterCue, beforeCue, type Cue, leadOf, type Span } from "../cue.ts";
import { Family } from "../glance.ts";
import { anyOf, phrase } from "../phrase.ts";
import { before, type Detector, type Reading } from "../reading.ts";

/** Expiry of a card beside its cue: month and year, never a day. PCI DSS 4.0.1, 3.2.1: kept only as long as needed. */
export const expiry: Detector = {
  name: "expiry",
  digits: 2,
  families: Family.expiry,
  cues: () => [named, later, ofCard, ahead],
  detect: (reading) => {
    const hit = ({ start, end }: Span): void => {
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.cue" });
      codeAfter(reading, end);
    };
    afterCue(reading, named, (span) => {
      const ahead = before(reading, span.start, 48);
      if (!offered.test(ahead) && !isOfElse(ahead) && !(isDayAndMonth.test(span.text) && due.test(ahead))) hit(span);
    });
    afterCue(reading, later, hit);
    beforeCue(reading, ahead, ({ start, end }) =>
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.named-after" }),
    );
    if (reading.hits.some(({ kind }) => kind === "card")) afterCue(reading, ofCard, hit);
  },
};

/** "Exp 06/31, code 883": the three digits of the back, behind the date. */
const codeAfter = ({ hits, lower }: Reading, from: number): void => {
  codeBehind.lastIndex = from;
  const code = codeBehind.exec(lower)?.[1];
  if (code === undefined) return;
  const end = codeBehind.lastIndex;
  hits.push({ kind: "security-code", start: end - code.length, end, rule: "security-code.after-expiry" });
};
const codeBehind =
  /[ ,;|/&+-]{1,4}(?:(?:et|and|y|und|e|en) )?(?:(?:le|the|el|il|der) )?(?:code|codigo|codice)[ :=]{1,3}(\d{3})(?!\d|[ .,-]?\d|[a-z])/y;

/** "Promo valable jusqu'au 03/12", "mon passeport expire en 03/29": what else lasts, unless a card is named after it. */
const offered = new RegExp(
  `(?<![a-z])${anyOf({
    fr: /promos?|promotion|offres?|soldes|bons?|bail|(?:derniere|prochaine) echeance|(?:mon|un|le|ce) credit|garantie|passe?port|permis|(?:mon|un|le) visa (?:pour|touristique)|contrat|pret|assurance|abonnement|travaux|taux|essai|livret|cheques?|billets?/,
    en: /offers?|deal|rate|term|trial|lease|warranty|licen[cs]e|loan|mortgage|insurance|subscription|contract|guarantee|vouchers?|cheques?|tickets?/,
    de: /angebot|gutschein|reisepass|ausweis|vertrag|kredit|garantie/,
    es: /oferta|pasaporte|contrato|prestamo|garantia|recibo|plazo/,
    it: /offerta|passaporto|contratto|prestito|garanzia|bolletta|rata/,
    nl: /aanbieding|paspoort|contract|lening|garantie/,
  })}(?![a-z])(?![\\s\\S]*(?<![a-z])(?:cartes?|cb|cards?|karte|tarjeta|carta|pas|crypto[a-z]*|cvv|cvc)(?![a-z]))`,
);

/** The date that follows is of a permit or of what is free until then, not of a card. */
export const isOfElse = (ahead: string): boolean => permit.test(ahead) || free.test(ahead);
const free =
  /(?<![a-z])(?:gratuite?s?|offerte?s?|free|gratis|kostenlos|gratuit[oa]) (?:jusqu|until|till|to|bis|hasta|fino|tot|ate)[a-z' ]{0,12}$/;
/** "Mon visa pour les USA", "mi visado", "student visa": what lets somebody in, unless a card is named after it. */
const permit = new RegExp(
  `(?<![a-z])${anyOf({
    fr: /visa (?:touristique|etudiant|schengen|americain|canadien|de (?:travail|tourisme|sejour|long sejour))|(?:titre|carte) de sejour|navigo/,
    en: /(?:usa?|uk|american|canadian|australian|chinese|indian|schengen|student|work(?:ing)?|tourist|travel|visitor|entry|spouse|family|residence) visa|residence permit|(?:rail|travel) ?card/,
    de: /visum|aufenthaltstitel/,
    es: /visado/,
    it: /(?:il|mio) visto/,
    pt: /meu visto/,
    more: /visa (?:pour|for) (?:l[ae]s? |l'|the )?(?:usa?|etats[ -]unis|amerique|america|states|uk|canada|chine|china|inde|india|australie|australia|russie|russia|bresil|brazil|japon|japan|thailande|thailand|vietnam|turquie|turkey|egypte|egypt|dubai)/,
  })}(?![a-z])(?![\\s\\S]*(?<![a-z])(?:cartes?|cb|cards?|karte|tarjeta|carta|pas|crypto[a-z]*|cvv|cvc)(?![a-z]))`,
);

/** "Échéance du 05/11", "la rata scade il 05/11": the day and month of what is due. */
const due = /(?:echeance|ech\.?|vence|vencimiento|scade|scadenza)[\s\S]{0,24}$/;
const isDayAndMonth = /^\d\d?[/.-](?:0[1-9]|1[0-2])$/;

const month =
  "(?:jan|fev|feb|mar|apr|avr|mai|may|jui|jun|jul|aou|aug|sep|oct|okt|nov|dec|dez|ene|ago|dic|gen|giu|lug|set|ott|abr|maa|mrt|mag|mei|out)";
/** 12/27, 03-29, 0428, 3/2027, novembre 2027. */
export const monthAndYear: string =
  "(?:(?:0[1-9]|1[0-2]|[1-9](?=[ /.|-]))(?: ?[/.|-] ?| )?(?:20[1-4]\\d|[1-4]\\d)|" +
  `${month}[a-z]{0,8}\\.? ?(?:d[eo] |del |of )?(?:20[1-4]\\d|[2-4]\\d))(?!\\d)`;
const named: Cue = {
  family: Family.expiry,
  cue: phrase({
    fr: [
      /jusqu'(?:a|au)(?= (?:0[1-9]|1[0-2])\/(?:2[6-9]|3\d|20[2-4]\d)(?!\d))|date (?:au recto|sur le (?:recto|devant)|sur (?:la|ma) (?:carte|cb)|inscrite|dessus|imprimee|marquee)|date(?=[^\d\n]{1,12}(?:0[1-9]|1[0-2])\/\d\d(?:\d\d)?[^\d\n]{1,12}(?:code|cvv|cvc|crypto[a-z]*)[^\d\n]{1,4}\d{3}(?!\d))/,
      /jusqu'(?:en|a fin|fin)|date de fin(?: de validite)?|(?:fin de )?validite|ech(?=[ .:]{1,3}\d)\.?|echeance|valable|valides?(?= (?:encore )?(?:jusqu|en|a fin|fin|\d))(?: encore)?(?: jusqu'(?:au|a|en))?|perimee?|termin(?:e|ant) (?:le|en|fin)|fini(?:t|ssant) (?:le|en|fin)(?= (?:\d\d?[/.-]\d\d|[a-z]{3,9} 20[2-4]\d))/,
      /exp(?:\.|i(?= ?[:=]? ?\d)|iree?[sd]?|iration|irant|irera)?|val(?:\.(?=[ :]{0,2}\d)|(?=[ :]{1,2}(?:0[1-9]|1[0-2])[/.-]\d\d))/,
    ],
    en: /good (?:thru|until|till|to)|ran out(?: (?:in|on))?|date on (?:the |my )?(?:front|card)|(?<=end )date|runs? out(?: (?:in|on))?|expir(?:y|ing)|valid(?: ?(?:thru|until|till|to|through))?/,
    de: /gilt (?:noch )?bis|ablauf(?:datum)?|verfall(?:s?datum)?|gultig(?:keit(?:sdatum)?)?(?: bis)?|lauft(?: ab)?/,
    es: /expira(?:n|ra)?|caduca|caducidad|cad(?=[.: ]{1,3}\d)\.?|vence|vencimiento|valid[oa] (?:ate|hasta|fino)/,
    it: /scade|scadenza|scad(?=[.: ]{1,3}\d)\.?/,
    nl: /vervalt|verloopt(?: (?:in|op))?|vervaldatum|geldig(?:heid)?(?: tot| t\/m)?/,
    pt: /validade/,
  }),
  filler: new RegExp(`[^0-9\\n.!?]{0,24}?(?=\\d|(?<![a-z])${month})`, "y"),
  value: new RegExp(`${monthAndYear}(?![/.-]\\d| ?(?:€|eur|h\\d|%))`, "y"),
};
/** "Elle expire dans 2 mois (04/31)": how long it lasts stands before the date. */
const later: Cue = {
  family: Family.expiry,
  cue: phrase({
    fr: /exp(?:ire[sd]?|irera)/,
    en: /expires|expiring|runs out/,
    de: /lauft(?: ab)?/,
    es: /caduca|vence/,
    it: /scade/,
    nl: /vervalt|verloopt/,
    pt: /expira/,
  }),
  filler:
    /(?: (?:dans|in|en|tra|over|em))? (?:\d{1,2}|un|deux|trois|a|two|three) (?:mois|semaines?|jours?|months?|weeks?|days?|monate?n?|wochen|meses|mesi|maanden|weken)[ ,]{0,2}\(? ?(?:en |le |in |on )?/y,
  value: named.value,
};
/** "12/27 c'est la date sur ma carte", "05/31 expiry". */
const ahead: Ahead = {
  family: Family.expiry,
  cue: phrase({
    fr: /date (?:d'exp(?:iration)?|de (?:fin|validite)|sur (?:la|ma) (?:carte|cb))|expiration|validite|echeance/,
    en: /expir(?:y|ation)(?: date)?|exp(?: date)?/,
    de: /ablaufdatum|verfallsdatum|gultigkeit/,
    es: /caducidad|vencimiento/,
    it: /scadenza/,
    nl: /vervaldatum/,
    pt: /validade/,
  }),
  lead: leadOf("(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:20[2-4]\\d|[2-4]\\d)(?![/.-]?\\d)", "date|fecha|data|datum"),
};
/** "…, la date c'est 01/30": in a message that has told a card. */
const ofCard: Cue = {
  family: Family.expiry,
  cue: /date(?: (?:de )?fin)?(?![a-z])/y,
  filler: /(?:[ :=]|c'est|cest|c(?![a-z])|est|is|le){1,6}/y,
  value: named.value,
};
