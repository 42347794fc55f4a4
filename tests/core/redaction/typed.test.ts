import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { isHidden } from "./cast.ts";

/** As keyboards, programs and people of seven languages put it down; what must be gone stands in ⟦ ⟧. */
const typed: readonly string[] = [
  // Tens with their units, one word or several.
  "meine Karte ⟦neunundvierzig siebzig zehn zwölf vierunddreißig sechsundfünfzig achtundsiebzig dreiundneunzig⟧",
  "mi tarjeta ⟦cuarenta y nueve setenta diez doce treinta y cuatro cincuenta y seis setenta y ocho noventa y tres⟧",
  "la mia carta ⟦quarantanove settanta dieci dodici trentaquattro cinquantasei settantotto novantatré⟧",
  "mijn kaart ⟦negenenveertig zeventig tien twaalf vierendertig zesenvijftig achtenzeventig drieënnegentig⟧",
  "o meu cartão ⟦quarenta e nove setenta dez doze trinta e quatro cinquenta e seis setenta e oito noventa e três⟧",
  "bitte sperren ⟦49 siebzig 10 zwölf 34 sechsundfünfzig 78 dreiundneunzig⟧",
  "mi móvil es ⟦sesenta once doce trece⟧ 14",
  "my card ⟦sixty twelve eighty-eight eighty-eight eighty-eight eighty-eight eighty-eight⟧ ⟦82⟧",
  // What is said once and meant twice.
  "ma carte ⟦4 9 7 0 double 0 1 2 triple 4 5 6 7 8 5⟧",
  "ma carte ⟦quatre neuf sept zéro deux fois zéro un deux trois fois quatre cinq six sept huit cinq⟧",
  "Karte ⟦vier neun sieben null doppel null eins zwei dreifach vier fünf sechs sieben acht fünf⟧",
  "numéro client ⟦trois sept huit deux huit sept quatre sept⟧",
  // Letters and digits each apart.
  "NI number ⟦C E 8 7 0 8 8 3 C⟧",
  "mon NIF ⟦1 2 3 4 5 6 7 8⟧",
  "my IBAN is ⟦G B five two Z Z Z Z nine nine nine nine nine nine one two three four five six seven eight⟧",
  // As programs write it.
  "carte ⟦4970\\n1012\\n3456\\n7893⟧",
  "carte ⟦4970\\u00a01012\\u00a03456\\u00a07893⟧",
  "carte ⟦%34%39%37%30%31%30%31%32%33%34%35%36%37%38%39%33⟧",
  "carte ⟦\\u0034\\u0039\\u0037\\u0030\\u0031\\u0030\\u0031\\u0032\\u0033\\u0034\\u0035\\u0036\\u0037\\u0038\\u0039\\u0033⟧",
  "carte ⟦4970%2D1012%2D3456%2D7893⟧",
  "carte <b>⟦4970</b> <b>1012</b> <b>3456</b> <b>7893⟧</b>",
  "carte `⟦4970` `1012` `3456` `7893⟧`",
  "carte ⟦4970^1012^3456^7893⟧",
  "<b>⟦FR76</b><b>1234</b><b>5678</b><b>9012</b><b>3456</b><b>7890</b><b>104⟧</b>",
  "mon compte **⟦FR76** **1234** **5678** **9012** **3456** **7890** **104⟧**",
  // Told in order, said again.
  "carte, d'abord ⟦4970⟧, deuxième groupe ⟦1012⟧, troisième groupe ⟦3456⟧, quatrième groupe ⟦7893⟧",
  "first four ⟦4970⟧ second four ⟦1012⟧ third four ⟦3456⟧ last four ⟦7893⟧",
  "ma carte ⟦4970⟧ et ⟦1012⟧ et aussi ⟦3456⟧ et enfin ⟦7893⟧",
  "la CB c'est ⟦4970 1012 3457⟧ pardon ⟦3456 7893⟧",
  "⟦4970101234567893⟧⟦5200828282828210⟧",
  "ça commence par ⟦FR76⟧ puis ⟦1234⟧ puis ⟦5678⟧ puis ⟦9012⟧ puis ⟦3456⟧ puis ⟦7890⟧ et à la fin ⟦104⟧",
  // Typing errors beside their name.
  "mon IBAN ⟦FR761234567890123456789010⟧",
  "mon IBAN ⟦FR76 1234 5678 9012 3456 7890 1045⟧",
  "⟦FR7712345678901234567890104⟧ c'est mon compte",
  "monibanest⟦FR7612345678901234567890104⟧svp",
  "🇫🇷 ⟦7612345678901234567890104⟧",
  // Phones.
  "⟦06:12:34:56:78⟧ c'est mon portable",
  "mon tel ⟦07=62=60=49=70⟧ merci",
  "mon tel ⟦07`62`60`49`70⟧",
  "tel⟦0695383914⟧merci",
  "whatsapp⟦+32470123456⟧",
  "rappelez moi au ⟦plus 33 6 31 07 80 31⟧",
  "my Polish mobile ⟦512 345 672⟧",
  // Addresses of mail.
  "mon mail ⟦jean@@exemple.fr⟧",
  "mon mail ⟦jean@exemple..fr⟧",
  "mon mail ⟦jean@gmail;com⟧",
  "mon mail ⟦jean@\ngmail.com⟧",
  "mon mail ⟦jean_at_exemple_dot_com⟧",
  "mon mail ⟦jean arobaz exemple point fr⟧",
  'mail ⟦jean "at" exemple.com⟧',
  "mon mail ⟦d u p o n t arobase exemple point fr⟧",
  "⟦jean@exemple.fr⟧ ou ⟦jean arobase exemple point com⟧",
  // Identifiers with their name behind.
  "⟦9743356360⟧ (NIP)",
  "⟦GUM417196⟧ (dowód osobisty)",
  "⟦9951280475⟧ (SVNR)",
  // Identifiers of other countries, by their check or their name.
  "numer dowodu ⟦GUM417196⟧",
  "moj OIB je: ⟦71966462022⟧",
  "bilhete de identidade ⟦932370943PE9⟧",
  "j'ai le ⟦110101197202257226⟧ comme numéro chinois",
  "le ⟦015-341-955 26⟧ de mon père",
  "le CPF ⟦210.492.540-15⟧ ou ⟦210.492.540-15⟧ tout seul",
  "le ⟦20-83754619-3⟧ argentin",
  "son ⟦22.070.423-8⟧ au Chili",
  "his ⟦M448465(2)⟧ in Hong Kong",
  "СНИЛС ⟦01534195526⟧",
  "ИНН ⟦717316005780⟧",
  "주민등록번호 ⟦490216-1915725⟧",
  "NIN ⟦176850266014169436⟧",
  "carte nationale marocaine ⟦LO497018⟧",
  "paspoort ⟦NXA3KR5L6⟧",
  "⟦P<FRADUPONT<<JEAN<PIERRE<<<<<<<<<<<<<<<<<<<<⟧\n⟦12AB345676FRA8503124M2803124<<<<<<<<<<<<<<06⟧",
  // Hesitation and other words between the groups.
  "ma CB ⟦4970⟧ euh ⟦1012⟧ euh ⟦3456⟧ euh ⟦7893⟧",
  "lost card ⟦4970⟧ uh ⟦1012⟧ uh ⟦3456⟧ uh ⟦7893⟧",
  "ma carte ⟦4970⟧ virgule ⟦1012⟧ virgule ⟦3456⟧ virgule ⟦7893⟧",
  "tarjeta ⟦4970⟧ luego ⟦1012⟧ luego ⟦3456⟧ y por último ⟦7893⟧",
  "carta ⟦4970⟧ poi ⟦1012⟧ poi ⟦3456⟧ e infine ⟦7893⟧",
  "le début ⟦4970 1012⟧, la fin ⟦3456 7893⟧, c'est ma carte",
  "card begins ⟦4970 1012⟧ and ends ⟦3456 7893⟧",
  'carte ⟦4970⟧<span style="color:red">⟦1012⟧</span>⟦3456⟧<b class="x">⟦7893⟧</b>',
  "ma CB ⟦4970⟧&bull;⟦1012⟧&bull;⟦3456⟧&bull;⟦7893⟧",
  "#CB⟦4970 1012 3456 7893⟧",
  "num ⟦0612, puis 34, puis 56, puis 78⟧",
  "appelez⟦0612345678⟧svp",
  "viber://chat?number=⟦%2B33612345678⟧",
  "mon NIF\n⟦192514377⟧",
  "numéro fiscal **⟦1392931976717⟧**",
  "ЕГН:\n⟦9007154046⟧",
  "⟦paul arobas gmail⟧ pour me joindre",
  "⟦claire (chiocciola) libero.it⟧",
  "mon e-mail ⟦paul@yahoopointcom⟧",
  "⟦jdupont 92 arobase exemple point fr⟧",
  // Wallets and machines.
  "envoyé vers ⟦TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC⟧",
  "envoyé vers ⟦LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1⟧",
  "envoyé vers ⟦ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9⟧",
  "my solana wallet ⟦7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV⟧",
  "mon ip ⟦82[.]64[.]12[.]201⟧",
];

test.each(typed)("%s", (marked) => {
  const text = marked.replace(/[⟦⟧]/g, "");
  let at = 0;
  for (const [index, part] of marked.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1) expect([part, isHidden(text, at, at + part.length)]).toEqual([part, true]);
    at += part.length;
  }
});

describe("what resembles it stays", () => {
  test.each([
    "once bitten, twice shy, three times lucky",
    "I paid once, two refunds, three calls",
    "deux fois par jour, trois fois par semaine, quatre fois par mois",
    "cinquante y penser, soixante sans y penser",
    "virements de 100, 200, 300, 400, 700 et 1000 euros",
    "le distributeur est à 48.85506, 2.37361",
    "numéro de suivi 29692019483544",
    "| date | montant |\n| 12/11/2025 | 45,06 |\n| 13/11/2025 | 12,41 |",
    "I work at Amazon dot com",
    "I bought it at Amazon dot com",
    "je ne réponds plus 2 fois sur 3",
    "C:\\new\\2024\\10\\rapport",
    "remise 20%30 puis 5%40",
    "30 % et 40 %, soit 70 %",
    "envoyé vers TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeD",
    "le lot 12345-1234567-1 est un autre que celui-là",
    "le 20-83754619-4 du catalogue",
    "Holiday Inn 75011",
    "client depuis 1998, puis 2004, 2010 et 2020",
    "places 12 13 14 15 16 17 18 19",
    "45,90 12,50 33,20 8,83 99,00 ça fait beaucoup",
    "-45,90 -12,50 +1500,00 -3,68",
    "charged 12.99, 12.99, 12.99 and 12.83",
    "signed up at example dot com yesterday",
    "numéros 3175 et 1027 injoignables",
    "mon frère et mes 3 enfants, bon, 2 alors, 1 plus 1",
    "le match 🇫🇷 3-1 🇧🇪",
  ])("%s", (text) => {
    expect(Redaction.redact(text).text).toBe(text);
  });
});
