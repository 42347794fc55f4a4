import { describe, expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

describe("what is told by where it stands", () => {
  test("cells under the heads of a table, between tabs, bars or semicolons", () => {
    const row = ["name: Siobhan Hughes", "birth-date: 18th June 1948", "phone: 07491 506615"];
    expect(found("Name\tDOB\tPhone\nSiobhan Hughes\t18th June 1948\t07491 506615")).toEqual(row);
    expect(found("| Name | DOB | Phone |\n| Siobhan Hughes | 18th June 1948 | 07491 506615 |")).toEqual(row);
    expect(found("name,date of birth,phone\nSiobhan Hughes,18th June 1948,07491 506615")).toEqual(row);
    expect(found("hello Name;DOB;Phone\nSiobhan Hughes;18th June 1948;07491 506615")).toEqual(row);
    expect(found("Nombre\tDNI\tTeléfono\nMontse García Pérez\t19112474a\t659-570-032")).toEqual([
      "name: Montse García Pérez",
      "national-id: 19112474a",
      "phone: 659-570-032",
    ]);
    expect(found("Nome\tCognome\tNato il\nSalvatore\tDe Luca\t11.06.2002\nGiulia\tLo Presti\t12.07.2001")).toEqual([
      "name: Salvatore",
      "name: De Luca",
      "birth-date: 11.06.2002",
      "name: Giulia",
      "name: Lo Presti",
      "birth-date: 12.07.2001",
    ]);
  });

  test("a label and its value a line", () => {
    expect(found("Bénéficiaire;Camille Petitjean\nMontant;250,00")).toEqual(["name: Camille Petitjean"]);
    expect(found("| Nom | Karim Le Goff |\n| Motif | carte perdue |")).toEqual(["name: Karim Le Goff"]);
    expect(found("Phone:\n780 6326\n\nWeb:\nnone")).toEqual(["phone: 780 6326"]);
  });

  test("an answer under its question, whoever speaks", () => {
    expect(found("Agent: And the expiry date?\nMe: 05/28\nAgent: thanks")).toEqual(["expiry: 05/28"]);
    expect(found("[14:03] Conseiller : et la date de validité ?\n[14:04] Client : février 2028 svp")).toEqual([
      "expiry: février 2028",
    ]);
    expect(found("Agent: Please confirm the sort code\nCustomer: 58-26-54 thanks")).toEqual(["account: 58-26-54"]);
    expect(found("votre numéro de client ?\n44719028")).toEqual(["customer-number: 44719028"]);
    expect(found("les 3 chiffres au dos ?\nmoi : 859")).toEqual(["security-code: 859"]);
  });

  test("a number alone under the name of who writes", () => {
    expect(found("Distinti saluti,\nFederica Lo Presti\n333 191 4734")).toEqual([
      "name: Federica Lo Presti",
      "phone: 333 191 4734",
    ]);
  });

  test("the name above an address or a number", () => {
    expect(found("Sylvain Lefèvre\n149 avenue Jean Jaurès\n44000 Nantes")[0]).toBe("name: Sylvain Lefèvre");
    expect(found("Nathalie Le Goff\nTél : 06 12 34 56 78")[0]).toBe("name: Nathalie Le Goff");
    expect(found("Carte perdue\nTél : 06 12 34 56 78")).toEqual(["phone: 06 12 34 56 78"]);
  });

  test.each([
    "Nom\tMontant\nFrais de tenue\t12,50",
    "Produit | Taux | Durée\nPEL | 2,25 % | 48 mois",
    "Date\tLibellé\tMontant\n12/03/2024\tCARTE LECLERC\t45,10",
    "quelle est la date ?\ndemain",
    "vous avez reçu mon code ?\noui hier",
    "Can you tell me the phone number?\nno answer since 2023",
    "Branch | Hours\nLeeds | 9:30-16:30",
    "Horaires :\n9h-12h30",
    "quand avez-vous reçu le code ?\n14h30",
    "la date du rendez-vous ?\n12/24",
    "Ville | Horaires\nLyon | 9h-12h",
    "Dossier | Date\nouvert | 12/03/2024",
    "Adresse | introuvable",
    "Bonjour,\nma carte ?\n\nMerci",
  ])("what is no person's stays: %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

test.each([
  ["code PIN oublié je crois que c'était 1331 ou 7833", ["secret: 1331", "secret: 7833"]],
  ["mon compte 24967905, je répète 12118562721", ["account: 24967905", "account: 12118562721"]],
  ["compte n° 24967905 fermé hier. 24967905 !", ["account: 24967905", "account: 24967905"]],
])("what was found once is found again: %s", (text, values) => {
  expect(found(text)).toEqual(values);
});

test.each([
  ["Vorname: Ayşe\nNachname: von Arnim", ["name: Ayşe", "name: von Arnim"]],
  ["Nombre: Íñigo\nApellidos: Ibáñez Soto", ["name: Íñigo", "name: Ibáñez Soto"]],
  ["Voornaam: Femke\nAchternaam: van den Berg", ["name: Femke", "name: van den Berg"]],
  ["first name: Harry, surname: O'Brien", ["name: Harry", "name: O'Brien"]],
  ["nom : de La Tour", ["name: de La Tour"]],
  ["mi chiamo Matteo Lo Presti", ["name: Matteo Lo Presti"]],
  ["compte joint au nom de Camille Benali et Fatou Petitjean", ["name: Camille Benali", "name: Fatou Petitjean"]],
  ["titular da conta: Inês dos Santos", ["name: Inês dos Santos"]],
  ["Ehegatte Stefan Vogel", ["name: Stefan Vogel"]],
  ["t.n.v. Daan de Vries", ["name: Daan de Vries"]],
  ["auf den Namen Heike Schröder", ["name: Heike Schröder"]],
  ["Grazie, Salvatore De Luca", ["name: Salvatore De Luca"]],
  ["Kind regards,\nGareth Patel 🙏", ["name: Gareth Patel"]],
])("a name by its label, in seven languages: %s", (text, values) => {
  expect(found(text)).toEqual(values);
});

test.each([
  "j'appelle de Lyon",
  "Gracias Banco",
  "Grazie Mille",
  "Obrigado pela Ajuda",
  "danke Ihnen",
  "mon conjoint et moi",
  "surname spelled wrong",
])("no name: %s", (text) => {
  expect(redacted(text)).toBe(text);
});
