import type { Kind } from "../kind.ts";

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

/** Every word that may stand in a label, in whatever language. */
export const labelWords: readonly string[] = [
  ...new Set([words, codes].flatMap((one) => Object.values(one)).flatMap((one) => Object.values(one))),
];

const other = (to: Language): ReadonlyMap<string, string> => {
  const from: Language = to === "fr" ? "en" : "fr";
  const pairs = [words, codes].flatMap((one) =>
    Object.entries(one[from]).map(([kind, word]): [string, string] => [word, one[to][kind as Kind] ?? word]),
  );
  return new Map(pairs.filter(([before, after]) => before !== after));
};
const translations: Readonly<Record<Language, ReadonlyMap<string, string>>> = { fr: other("fr"), en: other("en") };

const anyLabel = new RegExp(`\\[(${labelWords.join("|")})(?=\\]| (?:[A-Z]{2}••|••••|hxxps?:))`, "g");

/** Text as it is kept, with its labels in the reader's language: what an English-speaking bank stored, read in French. */
export const relabel = (text: string, language: Language): string =>
  text.includes("[")
    ? text.replace(anyLabel, (whole, word: string) => `[${translations[language].get(word) ?? whole.slice(1)}`)
    : text;
