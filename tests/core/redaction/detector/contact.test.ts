import metadata from "libphonenumber-js/min/metadata";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

test.each([
  "06 12 34 56 78",
  "06.12.34.56.78",
  "06-12-34-56-78",
  "06/12/34/56/78",
  "0612345678",
  "0612 34 56 78",
  "+33612345678",
  "+33 (0)6 12 34 56 78",
  "0033 6 12 34 56 78",
  "+44 20 7946 0958",
  "+49 30 1234567",
  "07700 900123",
  "(0161) 496 0000",
  "(415) 555-0132",
])("phone without a cue: %s", (written) => {
  expect(found(`voici ${written} merci`)).toEqual([`phone: ${written}`]);
});

test.each([
  ["joignable au 6 12 34 56 78", "6 12 34 56 78"],
  [
    "ring me on oh seven seven double oh nine hundred one two three please",
    "oh seven seven double oh nine hundred one two three",
  ],
  [
    "appelez le zéro six douze trente-quatre cinquante-six soixante-dix-huit",
    "zéro six douze trente-quatre cinquante-six soixante-dix-huit",
  ],
  ["mi móvil es 612 345 678", "612 345 678"],
  ["o meu telemóvel é 912 345 678", "912 345 678"],
  ["mon gsm 0470 12 34 56", "0470 12 34 56"],
  ["bel mij op 06-12345678", "06-12345678"],
])("phone beside its cue: %s", (text, value) => {
  expect(found(text)).toEqual([`phone: ${value}`]);
});

test.each([
  "appelez le 17 ou le 112, ou le 3639",
  "le 12/03/2024 10 h",
  "+33% de frais en un an",
  "virement de 0612345678 €",
  "version 12.4.1 sur iOS 17.2",
  "tracking RM123456785GB says delivered",
  "000-45-6789",
  "401-023-2138",
])("%s stays", (text) => {
  expect(redacted(text)).toBe(text);
});

test.each([
  ["écrire à anne.petit@exemple.fr svp", "anne.petit@exemple.fr"],
  ["email anne.petit(at)libero.it", "anne.petit(at)libero.it"],
  ["correo {anne.petit} chez moi: anne36 AT sapo.pt", "anne36 AT sapo.pt"],
  ["mail: anne.petit arobase exemple point fr", "anne.petit arobase exemple point fr"],
  ["anne (at) exemple [dot] com", "anne (at) exemple [dot] com"],
  ["write to sarah at outlook dot com", "sarah at outlook dot com"],
  ["anne @ exemple . fr", "anne @ exemple . fr"],
  ["anne&#64;exemple.fr", "anne&#64;exemple.fr"],
])("e-mail: %s", (text, value) => {
  expect(found(text)).toEqual([`email: ${value}`]);
});

test("handles, tags and a sentence with at and point stay", () => {
  for (const text of ["@MaBanque répondez #honteux", "at this point in time I am at a loss", "c'est à 20 h @ Lyon"])
    expect(redacted(text)).toBe(text);
});

test("every country's example is found after a plus, and after 00", () => {
  const { country_calling_codes: codes } = metadata;
  for (const [country, national] of Object.entries(examples)) {
    const [code] = Object.entries(codes).find(([, countries]) => countries.some((one) => one === country)) ?? [];
    // The shortest plans of islands are left: a plus and seven digits are rarely a phone.
    if (code === undefined || `${code}${national}`.length < 8) continue;
    for (const written of [`+${code}${national}`, `00${code}${national}`])
      expect([country, found(`voici ${written} merci`)]).toEqual([country, [`phone: ${written}`]]);
  }
});

test.each([
  ["mail anne.petit(a)gmail.com", "anne.petit(a)gmail.com"],
  ["mail anne.petit-arobase-gmail.com", "anne.petit-arobase-gmail.com"],
  ["mon mail anne_petit chez gmail point com", "anne_petit chez gmail point com"],
  ["my email: anne petit at gmail dot com", "anne petit at gmail dot com"],
  ["meine E-Mail ist anne.petit at gmail dot com", "anne.petit at gmail dot com"],
])("%s", (text, address) => {
  expect(found(text)).toEqual([`email: ${address}`]);
});

test("a provider that is talked about is no address", () => {
  for (const text of ["je suis chez orange point de vente de Lyon", "option (a) ou (b), point com"])
    expect(redacted(text)).toBe(text);
});

test("a number whose first pair is named apart", () => {
  expect(found("mon 06 c'est 12 34 56 78")).toEqual(["phone: 12 34 56 78"]);
  expect(redacted("mon 06 c'est cassé")).toBe("mon 06 c'est cassé");
});

test.each([
  ["lives at 18 Třebčínská 860, Horka nad Moravou", "18 Třebčínská 860, Horka nad Moravou"],
  ["Jo had given me his address: Skolegyden 99, København K", "Skolegyden 99, København K"],
  ["livrez au 39 allée des Tilleuls à 97400 Saint-Denis", "39 allée des Tilleuls à 97400 Saint-Denis"],
  ["Rue : 103 avenue Victor Hugo\nVille : 06300 Nice", "103 avenue Victor Hugo\nVille : 06300 Nice"],
  ["c'est le 153, avenue Foch 76600 Le Havre svp", "153, avenue Foch 76600 Le Havre"],
])("an address with the town behind it, wherever it is: %s", (text, value) => {
  expect(found(text)).toEqual([`address: ${value}`]);
});

test.each([
  "during 2024 you charged me 12 times",
  "transferring 500 to my son",
  "mijn verzekering 12345 is stopgezet",
  "Sitzplatz 12 im Zug",
  "via sms 3 times a day",
  "my address is wrong in 2 places",
])("a word that ends like a street is none: %s", (text) => {
  expect(redacted(text)).toBe(text);
});

test("an address read backwards from its postcode ends where a paragraph does", () => {
  expect(redacted("Complaint 4852964\n\nPlease answer.\n\nRegards,\n12 Elm Grove, Leeds, LS6 3BN")).toBe(
    "Complaint 4852964\n\nPlease answer.\n\nRegards,\n[adresse]",
  );
});
