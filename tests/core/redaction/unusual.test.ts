import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { redacted } from "./cast.ts";

/** What people tell in ways that no form foresees: text, kind, what must not be readable any more. */
const told: readonly (readonly [string, Redaction.Kind, string])[] = [
  ["ma carte 4970%201012%203456%207890 svp", "card", "1012"],
  ["https://exemple.fr/?q=4111%201111%201111%201111", "card", "4111"],
  ["IBAN FR76%203000%206000%200112%203456%207890%20189", "iban", "3000"],
  ["rappelez le 06%2012%2034%2056%2078", "phone", "34"],
  ["J'habite douze rue Victor Hugo", "address", "douze rue Victor Hugo"],
  ["mon adresse : vingt-deux bis avenue Foch", "address", "avenue Foch"],
  ["au trente et un boulevard Voltaire", "address", "Voltaire"],
  ["livrez cent quatre rue des lilas, 75020 Paris", "address", "lilas"],
  ["I live at twenty-four Acacia Avenue", "address", "Acacia"],
  ["je suis né en mars 1985", "birth-date", "mars 1985"],
  ["née en août 2004", "birth-date", "2004"],
  ["born in March 1985", "birth-date", "1985"],
  ["I was born in nineteen ninety", "birth-date", "ninety"],
  ["dob: nineteen ninety", "birth-date", "ninety"],
  ["born nineteen ninety two", "birth-date", "ninety"],
  ["year of birth: nineteen eighty-four", "birth-date", "eighty"],
  ["je suis née en 1985", "birth-date", "1985"],
  ["les 12 premiers chiffres sont 497010123456 et les 4 derniers 7890", "card", "497010123456"],
  ["les 12 premiers : 4970 1012 3456, les 4 derniers 7890", "card", "1012"],
  ["The first 12 digits are 411111111111 and the last 4 are 1111", "card", "411111111111"],
  ["last four 1111, the first 12 are 4111 1111 1111", "card", "4111 1111 1111"],
  ["account number ending 4821 full 31926819", "account", "31926819"],
  ["my account ending in 4821 in full: 31926819", "account", "31926819"],
  ["my MAC is 001A2B3C4D5E", "ip", "001A2B3C4D5E"],
  ["adresse MAC : a4b1c2d3e4f5", "ip", "a4b1c2d3e4f5"],
  ["ΑΦΜ 094259216", "national-id", "094259216"],
  ["ο ΑΦΜ μου είναι 094259216", "national-id", "094259216"],
];

describe("what is told in an unusual way is found", () => {
  test.each(told)("%s", (text, kind, secret) => {
    expect(Redaction.redact(text).found.map((each) => each.kind)).toContain(kind);
    expect(redacted(text)).not.toContain(secret);
  });
});

describe("what looks like it stays", () => {
  test.each([
    "remise de 20%20 euros",
    "hausse de 5%2025 et 3%2026",
    "https://exemple.fr/nos%20offres%20de%202025/1712345678901234567",
    "il y a deux rue barrées",
    "deux cours Python par semaine",
    "une rue Victor Hugo existe dans chaque ville",
    "trois places de concert",
    "un square, deux rues, un quai",
    "two High Street banks have closed",
    "one Way or another I will leave",
    "je suis client depuis mars 1985",
    "mon fils, né en mars dernier",
    "votre banque est née en 1985",
    "la banque née en mars 1828",
    "since nineteen ninety we bank here",
    "customer since nineteen eighty-four",
    "une application née en 2019",
    "les 12 premiers jours de mars et les 4 derniers de mai",
    "commande 123456789012, les 4 derniers chiffres de la carte : 4821",
    "les 4 derniers chiffres 4821",
    "my account number ending 4821 is blocked",
    "account ending in 4821",
    "code produit 001A2B3C4D5E",
    "j'ai un Mac, modèle de 2019",
    "Big Mac 12 euros",
    "ΑΦΜ 12",
  ])("%s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});
