import { expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

test.each([
  ["j'habite 12 rue de la République, 69002 Lyon", "12 rue de la République, 69002 Lyon"],
  ["envoyez au 4 bis impasse des Lilas\n44300 Nantes", "4 bis impasse des Lilas\n44300 Nantes"],
  ["livrez 3 place du Marché 67000 STRASBOURG", "3 place du Marché 67000 STRASBOURG"],
  ["I live at 10 Acacia Avenue, London SW1A 2AA", "10 Acacia Avenue, London SW1A 2AA"],
  ["send it to 221B Baker St, NW1 6XE", "221B Baker St, NW1 6XE"],
  ["ich wohne Hauptstraße 12, 10115 Berlin", "Hauptstraße 12, 10115 Berlin"],
  ["vivo en Calle Mayor 15, 28001 Madrid", "Calle Mayor 15, 28001 Madrid"],
  ["ik woon op Damstraat 12, 1012 JL Amsterdam", "Damstraat 12, 1012 JL Amsterdam"],
])("address: %s", (text, value) => {
  expect(found(text)).toEqual([`address: ${value}`]);
});

test.each([
  ["né le 12/03/1985 à Lyon", "12/03/1985"],
  ["date de naissance : 12 mars 1985", "12 mars 1985"],
  ["born on 12 March 1985", "12 March 1985"],
  ["DOB 1985-03-12", "1985-03-12"],
  ["geboren am 12.03.1985", "12.03.1985"],
])("date of birth: %s", (text, value) => {
  expect(found(text)).toEqual([`birth-date: ${value}`]);
});

test.each([
  ["je m'appelle Karim Benali et je suis client", "Karim Benali"],
  ["je m'appelle karim benali", "karim benali"],
  ["Cordialement, Mme Lefèvre", "Mme Lefèvre"],
  ["my name is Sarah O'Connor", "Sarah O'Connor"],
  ["Regards,\nPriya Patel", "Priya Patel"],
  ["account holder Tom Smith", "Tom Smith"],
  ["ich heiße Hans Müller", "Hans Müller"],
  ["me llamo Ana García", "Ana García"],
])("name: %s", (text, value) => {
  expect(found(text)).toEqual([`name: ${value}`]);
});

test.each([
  "Dear Sir or Madam",
  "merci Madame la conseillère",
  "je suis à Lyon, en agence",
  "the name on my card is wrong",
  "j'ai acheté 2 places de concert, 3 cours de yoga",
  "10 minutes de route, 2 avenues plus loin",
  "I was born to queue",
  "Thanks Revolut",
])("%s stays", (text) => {
  expect(redacted(text)).toBe(text);
});

test.each([
  ["a greeting calls a first name", "Hi Freddy, I'm contacting you", ["Freddy"]],
  [
    "a list of first names goes as a whole",
    "There were Layla, Ottokar, James et Erika.",
    ["Layla", "Ottokar", "James", "Erika"],
  ],
  ["a surname stands before its first name in a field", "Name: Yilmaz, Heike", ["Yilmaz, Heike"]],
  ["a surname begins with Le or De", "mon mari (Inès Le Gall)", ["Inès Le Gall"]],
  ["a Dutch one after its title", "mevrouw de Vries belde", ["de Vries"]],
  ["somebody is paid", "cheque payable to Poppy Okonkwo", ["Poppy Okonkwo"]],
  ["somebody is added as something", "please add Laila Hansen as a beneficiary", ["Laila Hansen"]],
  ["a question asks for it", "Bot: What's the name on the account? User: Kelli Carrasquill", ["Kelli Carrasquill"]],
  ["an address is made of it", "contacts: Satya Nadella satya@example.com", ["Satya Nadella"]],
  ["the sender of a mail", "From: Xavi Quontar\nSubject: card", ["Xavi Quontar"]],
  [
    "it is said again",
    "je suis Carla Esposito, merci de rappeler Mme Esposito. Carla",
    ["Carla Esposito", "Esposito", "Carla"],
  ],
  ["it stands above an address", "> Oline Mikaelsen\n> 12 rue des Lilas, 44000 Nantes", ["Oline Mikaelsen"]],
])("a name is told where %s", (_, text, names) => {
  expect(found(text).filter((one) => one.startsWith("name"))).toEqual(names.map((name) => `name: ${name}`));
});

test.each([
  "agences de Nancy, Metz et Strasbourg",
  "les cartes Visa, Mastercard et Amex",
  "Hello Bank, répondez",
  "payment to Amazon Prime taken twice",
  "call me Monday at 10",
  "M. Martin habite rue Saint-Martin",
])("what is called like a person stays: %s", (text) => {
  expect(redacted(text).match(/\[nom\]/g)?.length ?? 0).toBe(text.startsWith("M. ") ? 1 : 0);
});
