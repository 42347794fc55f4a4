import type { Kind } from "./kind.ts";
import { rewrite, type View } from "./view.ts";

export type Language = "fr" | "en";

/** What stands in the sentence instead of the value, in the reader's language: "[carte ••••1111]", "[IBAN FR••2606]". */
export const label = (kind: Kind, rule: string, language: Language, kept?: string): string => {
  const word = (rule.startsWith("secret.password") ? undefined : codes[language][kind]) ?? words[language][kind];
  if (kept === undefined) return `[${word}]`;
  return kind === "iban" || kind === "link" ? `[${word} ${kept}]` : `[${word} ••••${kept}]`;
};

/** A secret that is no password. */
const codes: Readonly<Record<Language, Readonly<Partial<Record<Kind, string>>>>> = {
  fr: { secret: "code secret" },
  en: { secret: "secret code" },
};

const words: Readonly<Record<Language, Readonly<Record<Kind, string>>>> = {
  fr: {
    card: "carte",
    "security-code": "cryptogramme",
    expiry: "date d’expiration",
    secret: "mot de passe",
    iban: "IBAN",
    account: "numéro de compte",
    bic: "BIC",
    "customer-number": "numéro de client",
    "national-id": "numéro d’identité",
    passport: "numéro de passeport",
    phone: "téléphone",
    email: "e-mail",
    address: "adresse",
    "birth-date": "date de naissance",
    name: "nom",
    ip: "adresse IP",
    crypto: "adresse crypto",
    link: "lien",
    personal: "donnée personnelle",
  },
  en: {
    card: "card",
    "security-code": "security code",
    expiry: "expiry date",
    secret: "password",
    iban: "IBAN",
    account: "account number",
    bic: "BIC",
    "customer-number": "customer number",
    "national-id": "identity number",
    passport: "passport number",
    phone: "phone",
    email: "e-mail",
    address: "address",
    "birth-date": "date of birth",
    name: "name",
    ip: "IP address",
    crypto: "crypto address",
    link: "link",
    personal: "personal data",
  },
};

const folded = [words, codes]
  .flatMap((one) => Object.values(one))
  .flatMap((one) => Object.values(one))
  .map((word) => word.normalize("NFKD").replace(/\p{M}/gu, "").replace("’", "'").toLowerCase());

/** Labels as they stand in a folded view: text that was redacted before. */
const labels = new RegExp(
  `\\[(?:${[...new Set(folded)].join("|")})(?: (?:[a-z]{2}\\.\\.|\\.{4})[a-z0-9]{1,4}| hxxps?:[^\\s\\]]{1,500})?\\]`,
  "g",
);

/** What a reader sees of a passage that was removed: one character that is no letter, no digit and no separator. */
export const taken = "\u001a";

/** The view with our own labels read as nothing: their words are no cue, their digits no number. */
export const withoutLabels = (view: View): View => {
  const edits = [...view.lower.matchAll(labels)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    piece: taken,
  }));
  return edits.length === 0 ? view : rewrite(view, edits);
};
