import { coveredBy } from "../covered.ts";
import { isAmount } from "../cue.ts";
import { isDigit, isLetter } from "../groups.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";

/**
 * Long numbers that no other rule knows, in a sentence that speaks of an account or of being a customer, whatever its
 * order: "regardez le 30992817744, c'est mon livret". After all that have a form or a check.
 */
export const accountNear: Detector = {
  name: "account-near",
  digits: 6,
  detect: (reading) => {
    const { groups, hits, lower } = reading;
    let isCovered: ((start: number, end: number) => boolean) | undefined;
    for (let at = 0; at < groups.start.length; at++) {
      const start = groups.start[at] ?? 0;
      const end = groups.end[at] ?? 0;
      if (end - start < 6 || end - start > 12 || !isApart(lower, start, end)) continue;
      isCovered ??= coveredBy(hits);
      if (isCovered(start, end) || isQuiet(reading, start) || isAmount(reading, start, end)) continue;
      const kind = kindOf(reading, start, end);
      if (kind !== undefined) hits.push({ kind, start, end, rule: `${kind}.near` });
    }
  },
};

/** No letter, sign or digit hangs on it. */
const isApart = (lower: string, start: number, end: number): boolean => {
  const before = lower.charCodeAt(start - 1);
  const behind = lower.charCodeAt(end);
  if (isLetter(before) || isLetter(behind) || glue.includes(lower[start - 1] ?? " ")) return false;
  return !isDigit(lower.charCodeAt(start - 2)) && !isDigit(lower.charCodeAt(end + 1));
};
const glue = "#@+-/.,_*•";

const reach = 100;
const word = (phrases: string): RegExp => new RegExp(`(?<![a-z])(?:${phrases})(?![a-z])`);
const accounts = word(
  "comptes?|cptes?|cpt|livrets?|ldds?|pel|accounts?|acct|savings|isas?|konto|kontos|cuentas?|conto|conti|rekening(?:en)?|contas?",
);
const customers = word(
  "clients?|cliente|c[ou]st[ou]mer|contrats?|contract|dossier|identifiants?|identification|login|log in|adherent|societaire|usager|abonne|sinistre|titulaire|assure|kunden?(?:nummer|nr|kennung)?|vertrags?(?:nummer|nr)?|contrato|contratto|klant(?:nummer|nr)?|complaint|reclamation|prets?|credit|loan|mortgage|policy|member(?:ship)?|agreement|mandate|user ?(?:name|id)|crn|cin|online banking|internet banking|usuario|utente|utilizador|titolare|titular|pratica|prestito|mutuo|prestamo|emprestimo|kredit|darlehen|lening|hypotheek|polis|poliza|polizza|apolice",
);
/** "Numéro", "number": that a number of less digits is no count. */
const labels = word(
  "numeros?|num|no|n|numbers?|nr|[a-z]{4,9}nummer|[a-z]{4,9}nr|nummer|id|identifiants?|ref|reference|codice|codigo",
);
const others = word(
  "commandes?|orders?|colis|parcel|tracking|suivi|sire[nt]|tva|vat|tweets?|posts?|tickets?|transactions?|operations?|virements?|transfers?|followers|abonnes|vues|views|tel|telephone|phone|appel[a-z]*|call[a-z]*|isin|bitcoins?|btc",
);

const kindOf = ({ lower }: Reading, start: number, end: number): "account" | "customer-number" | undefined => {
  const sentence = sentenceOf(lower, start, end);
  if (others.test(sentence) || /000$/.test(lower.slice(start, end))) return undefined;
  const isLong = end - start > 7;
  if (accounts.test(sentence)) return isLong || end - start > 6 || labels.test(sentence) ? "account" : undefined;
  return customers.test(sentence) && (isLong || labels.test(sentence)) ? "customer-number" : undefined;
};

/** With the line above, when it may have been the question. */
const sentenceOf = (lower: string, start: number, end: number): string => {
  const left = lower.slice(Math.max(0, start - reach), start);
  const right = lower.slice(end, end + reach);
  const line = left.lastIndexOf("\n");
  const isAnswer = line > 0 && left.length - line < answerAtMost;
  const from = Math.max(
    isAnswer ? left.lastIndexOf("\n", line - 1) : line,
    left.lastIndexOf(". "),
    left.lastIndexOf("! "),
  );
  const to = right.search(/[.!?] |\n/);
  return `${left.slice(from + 1)} ${to < 0 ? right : right.slice(0, to)}`;
};
const answerAtMost = 24;
