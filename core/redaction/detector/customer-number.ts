import { afterCue, type Cue, isCounted } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** Customer, contract, loan and file numbers beside their cue; identifiers of online banking. */
export const customerNumber: Detector = {
  name: "customer-number",
  digits: 3,
  families: Family.customer,
  detect: (reading) =>
    afterCue(reading, named, ({ start, end, text }) => {
      const digits = text.replace(/\D/g, "").length;
      if (digits < 4 || /^(?:19|20)\d\d$/.test(text) || isDate.test(text) || isCounted(reading, start, end)) return;
      reading.hits.push({ kind: "customer-number", start, end, rule: "customer-number.cue" });
    }),
};

const things =
  "clients?|clientes?|customers?|contrats?|contract|dossiers?|prets?|loan|credit agreement|abonnes?|abonnement|adherents?|adhesion|societaires?|police|policy|sinistre|claim|" +
  "identifiants?|login|user ?(?:id|name)|user|utilisateur|member(?:ship)?|id|matricule|usager|allocataire|portefeuille|emprunt|hypotheque|mortgage|livret|assure|" +
  "kunden(?:nummer|nr)|vertrags?(?:nummer|nr)?|darlehen|contratto|contrato|cliente|klant(?:nummer)?|contractnummer|prestito|prestamo|emprestimo|lening|reference client";
const named: Cue = {
  family: Family.customer,
  cue: new RegExp(
    `(?:${things})(?: (?:de |of |d')?(?:pret|client|loan|credit|contrat|assurance|immo(?:bilier)?))?(?![a-z])`,
    "y",
  ),
  filler:
    /(?:[ \t:=#.'"()-]|n°|(?<![a-z])(?:numero|number|num|no|nr|nummer|id|code|est|is|le|c'est|es|ist|e|reference|ref|de|of|bancaire|internet|client|personnel|web|customer)(?![a-z])){1,12}/y,
  value:
    /(?=[a-z0-9-]{0,12}\d)[a-z]{0,8}[-/.]?\d{1,20}(?:[ .\-/]?(?:\d{1,12}|[a-z]{1,3}\d{0,12})(?![a-z])){0,5}(?![a-z0-9]|[.,:]\d|h\b)/y,
};
const isDate = /^\d{1,4}[./ -]\d{1,2}[./ -]\d{2,4}$/;
