import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { redacted } from "./cast.ts";

/** Kind, text, and what must not be readable any more; beside each the family of the trick. */
const disguised: readonly (readonly [string, Redaction.Kind, string, string])[] = [
  ["digits by how often they come", "card", "ma carte 4 9 7 0 1 3 fois le 2 3 4 4 5 6 6 4 5 6", "3 fois le 2"],
  ["digits by how often they come", "card", "my card is 4 9 7 0 4x5 0 2 3 1 2x8 6 7", "4x5"],
  ["digits by how often they come", "phone", "tel 0 6 2 fois 9 5 2 fois 8 1 0 1", "2 fois 8"],
  [
    "number words of one piece",
    "card",
    "ma carte quatreneufseptzéroundeuxtroisquatrecinqsixseptneufhuitdeuxunneuf",
    "quatreneuf",
  ],
  ["number words of one piece", "phone", "mon portable : zérosixdouzetrentequatrecinquantesixsoixantedixhuit", "douze"],
  ["number words among digits", "phone", "mon natel : 078485neuf8cinq9", "485"],
  ["a list", "card", "1er bloc : 4970, 2e bloc : 1012, 3e bloc : 3456, 4e bloc : 7893", "1012"],
  ["a list", "card", "mi tarjeta a) 4970 b) 1012 c) 3456 d) 7893", "3456"],
  ["a list", "card", "premier groupe 4970\ndeuxième groupe 1012\ntroisième groupe 3456\nquatrième groupe 7893", "3456"],
  ["letters for digits", "card", "ma carte A97O 1OI2 EAS6 T89E", "A97O"],
  ["letters for digits", "phone", "joignable sur le 07 90 24 S4 3l", "S4"],
  ["letters between digits", "card", "the number is 4x9x7x0x1x0x1x2x3x4x5x6x7x8x9x3", "4x9x7"],
  ["letters between digits", "card", "la tarjeta es 4970(x)1012(x)3456(x)7893", "1012"],
  ["letters between digits", "phone", "06x12x71x82x42 pour me joindre", "71"],
  ["Chinese numerals", "card", "ma carte 四九七〇一〇一二三四五六七八九三", "四九七"],
  ["escaped twice", "card", "ma carte 4970%25201012%25203456%25207893", "1012"],
  ["tags of a forum", "card", "carte [b]4970[/b] [b]1012[/b] [b]3456[/b] [b]7893[/b]", "3456"],
  ["a word in brackets", "card", "mi tarjeta 4970 1012 (ojo) 3456 7893", "3456"],
  [
    "words mistyped",
    "card",
    "ma carte quattre neuff set zéro un zéro un deux trois quattre sinq six set huit neuff trois",
    "quattre",
  ],
  [
    "linked in words",
    "iban",
    "mon IBAN FR76 espace 3000 espace 6000 espace 0112 espace 3456 espace 7890 espace 189",
    "3000",
  ],
  ["one sign all along", "phone", "rufen Sie mich unter 0 , 1 , 7 , 6 , 8 , 6 , 2 , 5 , 4 , 1 , 4 , 8 an", "4 , 8"],
  ["one sign all along", "phone", "mijn nummer is 06113 = 15268", "15268"],
  ["no sign", "email", "mon mail c'est lea.silva%40orange.fr", "lea.silva"],
  ["no sign", "email", "email me at lea.leroy🐒orange.fr", "lea.leroy"],
  ["no sign", "email", "mon mail c'est m.martin /at/ libero.it", "martin"],
  ["no sign", "email", "la mia mail è petersmithchiocciolafreepuntofr", "peter"],
  ["no sign", "email", "email : roux tiret ana chez ziggo point nl", "ana"],
  ["ornament around the sign", "email", "email me at **peter.benali**@**ziggo.nl**", "benali"],
  ["ornament around the sign", "email", "réponse sur petit-ines\n@\ngmail.com", "ines"],
  ["no full stop", "email", "email me at tom99 at sfr fr", "tom99"],
  [
    "signs between number words",
    "card",
    "my card is four + nine + seven + zero + one + zero + one + two + three + four + five + six + seven + eight + nine + three",
    "four",
  ],
  [
    "linked number words",
    "phone",
    "Handy: null dann eins dann sieben dann sechs dann sieben dann sechs dann eins dann sechs dann vier dann drei dann eins",
    "sieben",
  ],
  ["labels with signs", "card", "[1] 4970 [2] 1012 [3] 3456 [4] 7893", "1012"],
  ["labels with signs", "card", "1️⃣ 4970\n2️⃣ 1012\n3️⃣ 3456\n4️⃣ 7893", "3456"],
  ["any tag between", "card", 'carta 4970</font><font color="red">1012</font><font color="red">3456<wbr>7893', "1012"],
  ["a break escaped", "card", "stolen card 4970%0A1012%0A3456%0A7893", "1012"],
  ["l among groups is no strewn letter", "card", "ma carte 2223-050l-080l-0002 svp", "2223"],
  ["words strewn", "phone", "rappelez au 07 lol 17 lol 07 lol 42 lol 76 svp", "17"],
  ["words strewn", "card", "faites opposition sur 4970-x-1012-x-3456-x-7893", "1012"],
  ["no sign", "email", "mail : ndurand, arobase, gmx.de", "ndurand"],
  ["no sign", "email", "E-Mail: emma_bianchi%40orange%2Efr", "bianchi"],
  ["groups as nobody prints them", "national-id", "CNP {24} {10} {41} {93} {81} {08} {1}", "93"],
  ["groups as nobody prints them", "national-id", "NISS **6403** **1533** **694**", "1533"],
  ["groups as nobody prints them", "national-id", "mijn BSN is 3\n4\n6\n3\n4\n7\n3\n0\n0", "4\n7"],
  ["groups as nobody prints them", "national-id", 'SVNR: "771" "021" "034" "6"', "021"],
  ["groups as nobody prints them", "national-id", "o meu NIF é 157 depois 739 depois 465", "739"],
  ["groups as nobody prints them", "national-id", "NISS : 550...806...028...33", "806"],
  ["a date in pieces", "birth-date", "date de naissance : 1-5-0-3-1-9-8-0", "1-9-8"],
  ["a date in pieces", "birth-date", "je suis né le 15|10|1980", "1980"],
  ["a street and its town apart", "address", "mon adresse est 8 place du Marché (67000 Strasbourg)", "67000"],
  ["a name in pieces", "name", "je m'appelle Sophie_Girard", "Girard"],
];

describe("what is disguised is found", () => {
  test.each(disguised)("%s: %s, %s", (_, kind, text, secret) => {
    expect(Redaction.redact(text).found.map((each) => each.kind)).toContain(kind);
    expect(redacted(text)).not.toContain(secret);
  });
});

describe("what looks like it stays", () => {
  test.each([
    "J'ai payé 3 fois 25 € et 2 fois 30 €",
    "deux fois deux euros et trois fois cinq euros",
    "1er virement : 150 €, 2e virement : 250 €, 3e : 350 €",
    "1) ouvrir l'appli 2) cliquer sur virement 3) attendre 20 minutes",
    "4x100 5x200 6x50 3x20",
    "E3 A4 T7 S5 B8 Z2 G9 ce sont mes bornes",
    "2019/2020/2021/2022",
    "42,90 - 88,90 - 73,90 - 43,90",
    "les 06, 12, 14, 18 et 21 décembre",
    "06/12 14/12 18/12 21/12",
    "loto : 06 12 34 41 49",
    "codes postaux 06000 13001 83000 84000",
    "j'étais chez Yahoo point de vente Lyon",
    "paiement @ 10h chez carrefour.fr",
    "je suis client chez Orange point final.",
    "le 4000 du 0566 au 5566 chez 5556",
    "un client sur deux, un appel sur trois, sept jours sur sept",
    "malheureusement extraordinairement incompréhensible",
  ])("%s", (text) => expect(redacted(text)).toBe(text));
});
