import fc from "fast-check";
import * as Redaction from "#core/redaction";
import { isHidden } from "../core/redaction/cast.ts";
import { anyCard, hidden, separators, shapes, type Trick } from "../core/redaction/disguise.ts";

type Figure = { readonly figure: string; readonly value: number; readonly unit: string; readonly note?: string };

const seed = 20_261_123;
const messages = 20_000;
/** The middle of so many runs: a first one warms up. */
const runs = 7;

/** Speed on a bank's day and on texts made to be slow, and how many disguised cards are found. */
export async function* run(): AsyncIterable<Figure> {
  const clean = bankDay(0);
  const usual = bankDay(0.12);
  const telling = bankDay(1);
  yield {
    figure: "messages a second, 12 % with something to remove",
    value: perSecond(usual),
    unit: "1/s",
    note: noteOf(usual),
  };
  yield { figure: "messages a second, nothing to remove", value: perSecond(clean), unit: "1/s", note: noteOf(clean) };
  yield {
    figure: "messages a second, all with something to remove",
    value: perSecond(telling),
    unit: "1/s",
    note: noteOf(telling),
  };
  for (const [name, unit] of megabytes) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    yield { figure: `a megabyte of ${name}`, value: round(median(() => Redaction.redact(text))), unit: "ms" };
  }
  yield share(
    "disguised cards found, one trick",
    [...separators, ...hidden, ...shapes].map((trick) => [trick]),
  );
  yield share(
    "disguised cards found, two tricks",
    separators.flatMap((separator) => [...hidden, ...shapes].map((other) => [separator, other])),
  );
}

const megabytes = [
  [
    "ordinary messages",
    "Bonjour, mon virement de 250 € n'est pas arrivé depuis mardi, pouvez-vous vérifier ? Merci d'avance. ",
  ],
  ["messages with a card", "Hello, my card 4000 0566 5566 5556 was charged twice, call me on 07700 900123 please. "],
  ["digits", "4"],
  ["digits apart", "4 "],
  ["spaces", " "],
  ["at signs", "a@"],
  ["keycaps", "4\ufe0f\u20e3"],
  ["zero-width characters", "4\u200b"],
  ["number words", "quatre vingt deux "],
  ["English number words", "one two "],
  ["beginnings of IBAN", "FR76 "],
  ["houses", "12 rue "],
  ["e-mail addresses", "a.b@c.d "],
  ["signs alone", "@"],
  ["titles", "Mme "],
  ["identifiers", "ni1 "],
  ["letters that look like digits", "4l "],
  ["a fraud's links", "sms http://a.fr/b "],
  ["cue words", "carte code compte "],
  ["whole addresses", "12 rue de la République, 69002 Lyon "],
  ["British postcodes", "SW1A 1AA "],
  ["sort codes", "sort code 20-00-00 account 55779911 "],
  ["heads of a table", "Nom\tPrénom\tIBAN\tTéléphone\n"],
  ["names without a cue", "Jean Dupont "],
  ["births", "DOB: 03/07/1990 "],
  ["closing formulas", "Regards "],
] as const;

const openings = ["Bonjour,", "Hello,", "svp", "@banque", "Hi there,", ""];
const matters = [
  "mon virement de 250 € n'est pas arrivé depuis mardi",
  "I was charged a fee of £12.50 on 3 March and nobody answers",
  "l'application plante sur iOS 17.2 quand je valide",
  "what is the exchange rate for dollars this week",
  "je souhaite augmenter le plafond de ma carte à 3000 euros",
  "my new card has still not arrived after two weeks",
  "l'agence est fermée le samedi 24/12, où aller ?",
  "why was my transfer declined, the account has enough money",
];
const tellings = [
  "ma carte 4000 0566 5566 5556 exp 12/27",
  "rappelez moi au 06 12 34 56 78",
  "IBAN FR76 1234 5678 9012 3456 7890 104",
  "write to anne.petit@exemple.fr",
  "je m'appelle Karim Benali, né le 12/03/1985",
  "my account number 31926819, sort code 99-00-11",
  "j'habite 12 rue de la République, 69002 Lyon",
  "le code reçu est 482913",
];
const closings = ["Merci d'avance.", "Please help!!", "C'est honteux.", "Thanks", ""];

/** Messages of 60 to 280 characters, a share of them with something to remove. */
const bankDay = (telling: number): readonly string[] => {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? "";
  return Array.from({ length: messages }, () => {
    const parts = [
      pick(openings),
      pick(matters),
      ...(next() < telling ? [pick(tellings)] : []),
      pick(matters),
      pick(closings),
    ];
    return parts.filter((part) => part !== "").join(" ");
  });
};

const noteOf = (texts: readonly string[]): string =>
  `${texts.length} messages of ${Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)} characters`;

const perSecond = (texts: readonly string[]): number => {
  const milliseconds = median(() => {
    for (const text of texts) Redaction.redact(text);
  });
  return Math.round((texts.length / milliseconds) * 1000);
};

const median = (work: () => void): number => {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(1).sort((one, two) => one - two)[Math.floor(runs / 2)] ?? 0;
};

const round = (value: number): number => Math.round(value * 10) / 10;

const share = (figure: string, compositions: readonly (readonly Trick[])[]): Figure => {
  const written = compositions.flatMap((tricks) =>
    fc.sample(anyCard, { numRuns: 5, seed }).map((card) => tricks.reduce((text, trick) => trick.apply(text), card)),
  );
  const found = written.filter((card) => isHidden(`svp bloquez ${card} je l'ai perdue`, 12, 12 + card.length)).length;
  return { figure, value: round((found / written.length) * 100), unit: "%", note: `${written.length} numbers` };
};
