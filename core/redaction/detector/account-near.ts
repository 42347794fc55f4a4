import { coveredBy } from "../covered.ts";
import { isAmount } from "../cue.ts";
import { Family } from "../glance.ts";
import { isDigit, isLetter } from "../groups.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";

/**
 * Long numbers that no other rule knows, in a sentence that speaks of an account or of being a customer, whatever its
 * order: "regardez le 30992817744, c'est mon livret". After all that have a form or a check.
 */
export const accountNear: Detector = {
  name: "account-near",
  digits: 7,
  families: Family.account | Family.customer,
  detect: (reading) => {
    const { groups, hits, lower } = reading;
    let isCovered: ((start: number, end: number) => boolean) | undefined;
    for (let at = 0; at < groups.start.length; at++) {
      const start = groups.start[at] ?? 0;
      const end = groups.end[at] ?? 0;
      if (end - start < 7 || end - start > 12 || !isApart(lower, start, end)) continue;
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
  "comptes?|cptes?|cpt|livrets?|ldds?|pel|accounts?|acct|savings|konto|kontos|cuentas?|conto|conti|rekening(?:en)?|contas?",
);
const customers = word(
  "clients?|cliente|customer|contrats?|contract|dossier|identifiants?|identification|login|adherent|societaire|usager|abonne|kunde|kunden|vertrag|contrato|contratto|klant|complaint|reclamation|prets?|loan|mortgage|policy",
);
const others = word(
  "commandes?|orders?|colis|parcel|tracking|suivi|sire[nt]|tva|vat|tweets?|posts?|tickets?|transactions?|operations?|followers|abonnes|vues|views|tel|telephone|phone|appel[a-z]*|call[a-z]*|isin|bitcoins?|btc",
);

const kindOf = ({ lower }: Reading, start: number, end: number): "account" | "customer-number" | undefined => {
  const left = lower.slice(Math.max(0, start - reach), start);
  const right = lower.slice(end, end + reach);
  const from = Math.max(left.lastIndexOf("\n"), left.lastIndexOf(". "), left.lastIndexOf("! "));
  const to = right.search(/[.!?] |\n/);
  const sentence = `${left.slice(from + 1)} ${to < 0 ? right : right.slice(0, to)}`;
  if (others.test(sentence) || /000$/.test(lower.slice(start, end))) return undefined;
  if (accounts.test(sentence)) return "account";
  return end - start > 7 && customers.test(sentence) ? "customer-number" : undefined;
};
