import { describe, expect, test } from "vitest";
import { cards, found, redacted } from "./cast.ts";

/** What stands beside a cue and is nobody's stays; the nearest sentence that tells something of somebody does not. */
describe.each<readonly [string, readonly string[], readonly (readonly [string, string])[]]>([
  [
    "a code that anybody would try",
    [
      "il faut le code 1234 par défaut",
      "le code par défaut est 0000 c'est pas très sécurisé",
      "the default code is 0000, not very secure",
      "everyone uses 1234 as a PIN lol",
      "tout le monde met 0000 ou 1234 en code, cotisation carte 45 €",
    ],
    [
      ["mon code est 0000 par défaut", "0000"],
      ["le code par défaut est 4821", "4821"],
      ["my PIN is 1234 like everyone", "1234"],
      ["le code est 1234", "1234"],
    ],
  ],
  [
    "the code of an error",
    [
      "« Erreur technique (code 9001) » toute la journée",
      "internal error, code 90012",
      "erreur de connexion code 4012",
    ],
    [
      ["erreur avec mon code 4821", "4821"],
      ["erreur : le code de ma carte 4821 est refusé", "4821"],
    ],
  ],
  [
    "a password that is not told",
    ["mot de passe : chut", "password: shhh", "mdp : perdu", "password: rejected"],
    [
      ["mot de passe : chaton", "chaton"],
      ["password: chutney", "chutney"],
    ],
  ],
  [
    "what lets somebody into a country",
    [
      "mon visa pour les USA expire en 10/27",
      "my US visa expires in 10/27",
      "mon visa étudiant finit en 08/2026",
      "my work visa runs out 08/2026",
      "mi visado caduca en 10/27",
      "il visto scade in 10/27",
      "mein Visum läuft ab 10/27",
      "titre de séjour jusqu'en 09/2026",
      "railcard valid to 03/26 bought with my visa",
    ],
    [
      ["ma visa pour les achats expire en 10/27", "10/27"],
      ["my visa expires 10/27", "10/27"],
      ["le visa étudiant, bref ma carte expire en 10/27", "10/27"],
    ],
  ],
  [
    "what else ends",
    [
      "dernière échéance 03/2031 youpi",
      "mon crédit finit en 09/2029",
      "carte gratuite jusqu'en 03/2030",
      "free until 03/2030",
    ],
    [
      ["échéance 03/31", "03/31"],
      ["ma carte gratuite expire en 10/27", "10/27"],
      ["ma carte de crédit finit en 09/2029", "09/2029"],
    ],
  ],
  [
    "the month of a contract",
    ["contrat 01/27 renouvelé", "échéance du prêt 05/2026, je peux la reporter ?", "contract 01/27 renewed"],
    [
      ["contrat n° 01/27", "01/27"],
      ["contrat 01/2745", "01/2745"],
    ],
  ],
  [
    "the identifier of a payment or a machine",
    ["transaction id 00012345 failed", "terminal id 00451278 offline"],
    [
      ["my id 00012345", "00012345"],
      ["user id 00012345", "00012345"],
    ],
  ],
  [
    "money on an account",
    [
      "compte épargne 22950 plafond",
      "compte épargne 10000 max rémunéré",
      "business account at 120000",
      "compte pro à 120000 de CA",
      "compte titres : 25000 investis en 2021",
      "savings account max 10000, can I open two?",
    ],
    [
      ["compte épargne 22951", "22951"],
      ["compte épargne n° 10000", "10000"],
      ["compte 1200045 plafond", "1200045"],
      ["savings account 229501", "229501"],
    ],
  ],
  [
    "money lent",
    ["prêt étudiant 15 000, différé de 36 mois", "préstamo de 15000 a 5 años denegado"],
    [
      ["prêt étudiant 15 043 112", "15 043 112"],
      ["préstamo 15043112", "15043112"],
    ],
  ],
  [
    "the birth of what is no person",
    [
      "the bank was born in 2015",
      "the app was born in 2019",
      "la caisse est née en mars 1990",
      "Born in 2015, this bank",
    ],
    [
      ["she was born in 2015", "2015"],
      ["I was born in 1985, the bank knows", "1985"],
      ["banque : née en mars 1985", "1985"],
    ],
  ],
  [
    "the form of a sort code",
    ["what's the sort code format, 00-00-00?", "example sort code 12-34-56 in your help page"],
    [
      ["sort code 12-34-56", "12-34-56"],
      ["for example my sort code 20-34-56", "20-34-56"],
    ],
  ],
  [
    "an amount in a sentence that speaks of a code",
    [
      "code de sécurité demandé à chaque achat de plus de 30 euros, avant c'était 150",
      "security code asked every time over 30 quid, used to be 150",
      "cvv not asked for 100 quid at the shop?",
      "code de sécurité pas demandé pour 100 balles",
      "après 3 mises à jour (8.1, 8.2 et 8.2.1) le code par empreinte ne marche plus",
    ],
    [
      ["cvv changé, avant c'était 150", "150"],
      ["cvv 150 quidditch", "150"],
      ["security code asked for 30 quid: 150", "150"],
      ["mon code est 8.1.8.2", "8.1.8.2"],
    ],
  ],
])("%s", (_, ordinary, told) => {
  test.each(ordinary)("%s stays", (text) => {
    expect(redacted(text)).toBe(text);
  });

  test.each(told)("not so %s", (text, value) => {
    expect(redacted(text)).not.toContain(value);
  });
});

describe("opening hours behind a phone", () => {
  test.each([
    ["To report a lost card, call +33 1 99 00 12 34, 24/7", "+33 1 99 00 12 34"],
    ["lost card: +44 20 7946 0958, 24/7", "+44 20 7946 0958"],
    ["Carte perdue ? +33 1 99 00 12 34 24h/24 7j/7", "+33 1 99 00 12 34"],
  ])("%s", (text, phone) => {
    expect(found(text)).toEqual([`phone: ${phone}`]);
  });

  test("are no part of a card", () => {
    const [card] = [cards.visa.replace(/(\d{4})(?=\d)/g, "$1 ")];
    expect(found(`ma carte ${card}, 24/7 bloquée`)).toEqual([`card: ${card}`]);
    expect(found(`ma carte +${card} bloquée`)).toEqual([`card: ${card}`]);
  });

  test("the way to pay of a country is no street", () => {
    expect(redacted("saldo de 21 euros, 3 vezes. MB WAY limite 750 por operação?")).toBe(
      "saldo de 21 euros, 3 vezes. MB WAY limite 750 por operação?",
    );
  });
});
