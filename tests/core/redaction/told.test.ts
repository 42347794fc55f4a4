import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { found, isHidden, redacted } from "./cast.ts";

/** A message, and what must be gone of it. */
type Told = readonly [message: string, ...values: readonly string[]];

const left = (message: string, values: readonly string[]): readonly string[] =>
  values.filter((value) => {
    const start = message.indexOf(value);
    return start < 0 || !isHidden(message, start, start + value.length);
  });

const groups: Readonly<Record<string, readonly Told[]>> = {
  "a title and a name that begins with a particle": [
    ["Bonjour, Mme de La Tour-Vernay attend", "La Tour-Vernay"],
    ["le compte de M. de Vaugirel", "Vaugirel"],
    ["M. d'Estrevelle a appelé", "d'Estrevelle"],
    ["Herr von Grauenfels wartet", "Grauenfels"],
    ["Dr. van der Meulenaar called", "Meulenaar"],
  ],
  "a first name that is known and its surname": [
    ["Sophie Delattre m'a répondu hier", "Sophie Delattre"],
    ["j'ai tout envoyé à Jean-Marc Vasseur", "Jean-Marc Vasseur"],
    ["remboursement pour Thomas DUPOND toujours pas là", "Thomas DUPOND"],
    ["Gareth Hopkins here, any update?", "Gareth Hopkins"],
    ["still no call from Priya M. Nair", "Priya M. Nair"],
    ["KARIM BENALI - dossier bloqué", "KARIM BENALI"],
  ],
  "a name by who is meant": [
    ["je soussigné Loup Kervella demande", "Loup Kervella"],
    ["je voudrais parler à Awen Tregarec", "Awen Tregarec"],
    ["ma conseillère c'était Maelig Prigent", "Maelig Prigent"],
    ["I spoke to Idunn Fairclough in Leeds", "Idunn Fairclough"],
    ["mijn zoon Ruben is ziek", "Ruben"],
    ["a minha mulher Zulmira Moutinho", "Zulmira Moutinho"],
    ["Awen Tregarec <a.tregarec@example.org>", "Awen Tregarec"],
    ["virement vers Awen Tregarec FR7612345678901234567890104", "Awen Tregarec"],
    ["> Le 3 mars, Awen Tregarec a écrit :", "Awen Tregarec"],
    ["On 3 March Idunn Fairclough wrote:", "Idunn Fairclough"],
    ["4000 0566 5566 5556 12/29 AWEN TREGAREC", "AWEN TREGAREC"],
    ["4000 0566 5566 5556 08/30 407 RUBEN VAN DER MEER", "RUBEN VAN DER MEER"],
  ],
  "a code by what was done with it": [
    ["j'ai tapé trois fois 0214 au dab", "0214"],
    ["i keep typing 7728 and it says wrong pin", "7728"],
    ["carte avalée après 8869 tapé 3x", "8869"],
    ["le code, jai mis 0139 et refusé", "0139"],
    ["j'ai répondu 617 115 au sms", "617 115"],
    ["enter 587705 to confirm payment of £459.00", "587705"],
    ['text from you: "847623"', "847623"],
    ["165287 est votre code pour valider l'achat", "165287"],
    ["452164 is your verification code", "452164"],
    ["Agent: read me the code. Me: 473829", "473829"],
    ["he wanted the six digits so i said 822328", "822328"],
  ],
  "security codes and dates beside a card": [
    ["4000 0566 5566 5556/10.30/274", "10.30", "274"],
    ["💳 4000 0566 5566 5556\n📅 1130\n🔐 408", "1130", "408"],
    ["carte 4000056655665556. date fin 03.27. derrière 365", "03.27", "365"],
    ["la date c 06-31 et derriere ya marqué 508, carte n° 4000056655665556", "06-31", "508"],
    ["long number 4000 0566 5566 5556 and the short one is 930", "930"],
    ["ccv 645", "645"],
    ["back of card says 877", "877"],
    ["derrière y a écrit 835", "835"],
    ["valide jusqu'au 05 28", "05 28"],
    ["les chiffres de sécurité 472", "472"],
    ["signature strip 468", "468"],
  ],
  "expiry in other words": [
    ["carte expirée 03/28", "03/28"],
    ["elle expire dans 2 mois (04/2031)", "04/2031"],
    ["it runs out in March 2028", "March 2028"],
    ["pas verloopt 04-28", "04-28"],
    ["val. 09/2027", "09/2027"],
    ["date d'expi 03/30", "03/30"],
    ["expiry on card 06 31, code 883", "06 31", "883"],
  ],
  "passwords that look like nothing else": [
    ["mot de passe oublié, l'ancien était Chouette_78", "Chouette_78"],
    ["mdp provisoire reçu par courrier = B@teau77 invalide", "B@teau77"],
    ["j'ai mis Chouette_78 comme mot de passe", "Chouette_78"],
    ["user 136 240 265 / M0nP@ss", "M0nP@ss"],
  ],
  "days of birth": [
    ["Sophie Delattre, 14.02.1989, Lyon", "14.02.1989"],
    ["né(e) : 22.03.1972", "22.03.1972"],
    ["née 4 août 2004 à Metz", "4 août 2004"],
    ["Maëlle Prigent (07/03/1968)", "07/03/1968"],
    ["Geb: 2 juli 1995", "2 juli 1995"],
    ["fecha de nacimiento 2 de enero de 1993", "2 de enero de 1993"],
    ["data de nascimento 11 de janeiro de 1954", "11 de janeiro de 1954"],
    ["data di nascita 3 gennaio 1960", "3 gennaio 1960"],
  ],
  "numbers of files": [
    ["case QM-510304 has been open 5 weeks", "QM-510304"],
    ["expediente VAR8944/70 sin respuesta", "VAR8944/70"],
    ["dossiernummer WAS1564/43", "WAS1564/43"],
    ["usuario C50780876 clave", "C50780876"],
    ["num cli C20394595", "C20394595"],
    ["cliente chez vous (n° C75775248)", "C75775248"],
  ],
  "addresses around a flat, and forces abroad": [
    [
      "74 Fagradalsbraut 2\n Apt. 12\n Egilsstadir\n Iceland 18487",
      "74 Fagradalsbraut 2\n Apt. 12\n Egilsstadir\n Iceland 18487",
    ],
    ["I'm at 33 Harjukuja 54, Suite 318, Oulu", "33 Harjukuja 54, Suite 318"],
    ["PSC 7580, Box 2412\nAPO AA 63571", "PSC 7580, Box 2412\nAPO AA 63571"],
    ["22 Canning Street, Liverpool L8 7NP", "L8 7NP"],
  ],
  "phones by what they are for": [
    ["079 4650 2145-Office\n505 498 8487-Fax", "079 4650 2145", "505 498 8487"],
    ["They're not answering at 78 651 450", "78 651 450"],
    ["bizum al 91 130 91 09", "91 130 91 09"],
    ["09171234567", "09171234567"],
  ],
  "addresses of mail with a bracket": [["sophie.delattre(at)web.de", "sophie.delattre(at)web.de"]],
};

describe.each(Object.entries(groups))("%s", (_, told) => {
  test.each(told)("%s", (message, ...values) => {
    expect(left(message, values)).toEqual([]);
  });
});

/** A card over several messages, told with words between. */
test.each([
  ["la mia carta inizia con 4000 0566", "e finisce con 5566 5556"],
  ["c'est 4000 0566 puis je vous donne le reste", "le reste : 5566 5556"],
  ["my card number starts 4000 0566", "then 5566", "and ends 5556"],
  ["début de la carte 4000", "suite 0566", "suite 5566", "fin 5556 voilà"],
  ["voilà ma carte 4000 0566 5566 55", "oups il manque 56 à la fin"],
])("%s, … is no card that can be read", (...messages) => {
  const rest = Redaction.redactThread(messages)
    .map(({ text }) => text.replace(/\[[^\]]*\]/g, "").replace(/\D/g, ""))
    .join("");
  expect(rest).toBe("");
});

test("numbers that are not a card's stay, over several messages too", () => {
  const messages = ["ma carte finit par 4821", "et l'autre par 1234", "il reste 4567 sur mon compte"];
  expect(Redaction.redactThread(messages).map(({ text }) => text as string)).toEqual(messages);
});

/** Alone in a message; the second of each fails the check that its issuer publishes. */
const abroad: readonly (readonly [rule: string, valid: string, invalid: string])[] = [
  ["br.cpf", "111.444.777-35", "111.444.777-15"],
  ["br.cnpj", "11.444.777/0001-61", "11.444.777/0001-62"],
  ["in.aadhaar", "2341 2341 2346", "2341 2341 2345"],
  ["sg.nric", "S1234567D", "S1234567E"],
  ["za.id", "9202204720083", "9202204720084"],
  ["au.abn", "53 004 085 616", "53 004 085 618"],
  ["ca.sin", "130 692 544", "130 692 545"],
  ["th.id", "1101700207030", "1101700207031"],
];

test.each(abroad)("%s is known by its check when nothing else is said", (rule, valid, invalid) => {
  expect(found(valid).map((one) => one.split(": ")[0])).toEqual(["national-id"]);
  expect(found(invalid).some((one) => one.startsWith("national-id"))).toBe(false);
  expect(rule).toMatch(/^[a-z]{2}\./);
});

test.each(["ABBPM4567S", "27ABCDE1234F1Z5", "QZX1234567", "QZ123457", "M123A4567"])(
  "%s is one when nothing else is said",
  (value) => {
    expect(found(value)).toEqual([`national-id: ${value}`]);
  },
);

test.each([
  "my Aadhaar number is 400123456787",
  "TFN 123 456 789",
  "meu CPF é 12345678901",
  "mi CURP es GOMC900514HDFRRL08",
  "NRIC S9108268C",
  "my PAN number is ABBPM4567S",
])("%s: a cue is enough", (message) => {
  expect(redacted(message)).not.toMatch(/\d{4}/);
});

test.each([
  "merci Camille, c'est réglé",
  "votre agence de la place Jean Jaurès est fermée",
  "j'habite près du lycée Victor Hugo",
  "achat chez Yves Rocher refusé",
  "Julien de Sogenal et Camille du Crédit Mutuel m'ont rappelé",
  "un monsieur de Lyon et Mme de la comptabilité",
  "Jean Louis David, coiffeur : débité deux fois",
  "My Morgan Stanley account and an order from Massimo Dutti",
  "closed on Martin Luther King Day",
  "paid at Jamie Oliver restaurant and Paul Bakery",
  "Julie Martin Immobilier attend un dossier",
  "Thomas Cook refund still missing",
  "la carte finit par 4821",
  "tapé 3 fois sans succès",
  "j'ai mis 1500 sur mon livret",
  "I put 2000 into my savings",
  "on me dit d'appeler le 3639",
  "mot de passe refusé sur iPhone15",
  "in case 3 cards are lost",
  "100 points offerts",
  "Bonjour Sophie Je voudrais un rendez-vous",
])("%s stays", (message) => {
  expect(redacted(message)).toBe(message);
});
