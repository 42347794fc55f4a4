import fc from "fast-check";
import { expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { cards, iban } from "./cast.ts";
import { anyCard } from "./disguise.ts";

const texts = (messages: readonly string[], options?: Redaction.ThreadOptions): readonly string[] =>
  Redaction.redactThread(messages, options).map(({ text }) => text);

test("a card in four messages is removed from each, the last four stay in the last", () => {
  expect(texts(["ma carte est 4970", "1012", "3456", "7893 voilà"])).toEqual([
    "ma carte est [carte]",
    "[carte]",
    "[carte]",
    "[carte ••••7893] voilà",
  ]);
});

test("chatter between two pieces does not save them, and the lone code after goes too", () => {
  expect(texts(["here is my card", "4970 1012", "oops sent too early", "3456 7893", "123"])).toEqual([
    "here is my card",
    "[carte]",
    "oops sent too early",
    "[carte ••••7893]",
    "[cryptogramme]",
  ]);
});

test("a card in two to four pieces is never readable", () => {
  const cut = fc.uniqueArray(fc.integer({ min: 2, max: 13 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anyCard, cut, (card, places) => {
      const number = card.replace(/ /g, "");
      const bounds = [0, ...places.toSorted((one, two) => one - two), number.length];
      const parts = bounds.slice(1).map((end, at) => number.slice(bounds[at], end));
      if (parts.some((part) => part.length < 2)) return;
      const left = texts(["voici ma carte", ...parts])
        .join(" ")
        .replace(/••••\d{4}/g, "");
      expect([parts, left.replace(/\D/g, "")]).toEqual([parts, ""]);
    }),
    { numRuns: 200 },
  );
});

test("a code alone is taken after a card, in words of the thread or in what is remembered of it", () => {
  expect(texts([`carte ${cards.visa}`, "12/27", "123"])).toEqual([
    "carte [carte ••••5556]",
    "[date d’expiration]",
    "[cryptogramme]",
  ]);
  expect(texts(["ma [carte ••••5556]", "et 123 merci"])).toEqual(["ma [carte ••••5556]", "et [cryptogramme] merci"]);
  expect(texts(["123"], { cardSeen: true })).toEqual(["[cryptogramme]"]);
  expect(texts(["123"])).toEqual(["123"]);
});

test("an IBAN cut between two messages is removed from both", () => {
  expect(texts([`mon iban ${iban.slice(0, 12)}`, iban.slice(12)])).toEqual(["mon iban [IBAN]", "[IBAN FR••0104]"]);
});

test("dates, amounts and hours of several messages are no card", () => {
  const messages = ["j'ai payé 4500 € le 12/03/2024", "à 10h30", "puis 230 € le 13/03/2024", "vous répondez quand ?"];
  expect(texts(messages)).toEqual(messages);
});

test("numbers of sentences that happen to make a card together are none", () => {
  // 500 501 502 503 504 506: eighteen digits of Maestro's range, with a valid check digit.
  const dispatches = ["50, carton 0", "50, carton 1", "50, carton 2", "50, carton 3", "50, carton 4", "50, carton 6"];
  const said = dispatches.map((numbers) => `Envoi ${numbers}, toujours pas de carte reçue.`);
  expect(texts(said)).toEqual(said);
});

test("a thread that was redacted before stays as it is", () => {
  const once = texts(["ma carte est 4970", "10123456", "7893", "12/27", "cvv 123"]);
  expect(texts(once)).toEqual(once);
});

const splits = ["4-4-4-4", "8-8", "4-12", "12-4", "6-10", "4-4-8", "8-4-4", "5-5-6", "10-6", "7-9"];
const dictations: readonly (readonly [string, (piece: string, at: number, count: number) => string])[] = [
  ["nothing else", (piece) => piece],
  ["a cue in the first", (piece, at) => (at === 0 ? `ma carte ${piece}` : piece)],
  [
    "words around",
    (piece, at, count) => (at === 0 ? `my card is ${piece}` : at === count - 1 ? `${piece} voilà` : piece),
  ],
  ["dots", (piece, at) => (at === 0 ? `card: ${piece}...` : `...${piece}`)],
  ["ordinals", (piece, at) => `${["début", "ensuite", "puis", "fin"][at] ?? ""} ${piece}`],
  ["every digit apart", (piece) => [...piece].join(" ")],
  ["keycaps", (piece, at) => (at === 0 ? "carte " : "") + [...piece].map((digit) => `${digit}\ufe0f\u20e3`).join("")],
  ["its number of how many", (piece, at, count) => `(${at + 1}/${count}) ${piece}`],
  ["a list's number", (piece, at) => `${at + 1}) ${piece}`],
  ["a line of its own", (piece, at) => (at === 0 ? `mon numéro de carte bancaire :\n${piece}` : piece)],
];

const cut = (number: string, split: string): readonly string[] => {
  const ends = split
    .split("-")
    .map((_, at, sizes) => sizes.slice(0, at + 1).reduce((sum, size) => sum + Number(size), 0));
  return ends.map((end, at) => number.slice(ends[at - 1] ?? 0, end));
};

test.each(dictations)("a card over several messages, with %s, is readable in none", (_, dictate) => {
  for (const number of [cards.visa, cards.french, cards.mastercard])
    for (const split of splits) {
      const pieces = cut(number, split);
      const written = pieces.map((piece, index) => dictate(piece, index, pieces.length));
      for (const messages of [written, [written[0] ?? "", "oups envoyé trop tôt", ...written.slice(1)]]) {
        const texts = Redaction.redactThread(messages).map(({ text }) =>
          text.replace(/\[[^\]]*\]|^\(?\d(?:\/\d)?\)/g, ""),
        );
        expect([split, texts.filter((text) => /\d/.test(text.normalize("NFKD")))]).toEqual([split, []]);
      }
    }
});

test("pieces that say which they are, two digits at a time, and a code that was forgotten go too", () => {
  expect(texts(["les 4 premiers 4970", "ensuite 1012", "puis 3456", "et pour finir 7893"]).join(" ")).not.toMatch(
    /4970|1012|3456/,
  );
  expect(texts(["1ere partie: 49701012", "2eme partie: 34567893"]).join(" ")).not.toMatch(/\d{8}/);
  expect(texts(["1/2 49701012", "2/2 34567893"]).join(" ")).not.toMatch(/\d{8}/);
  expect(texts(["49", "70", "10", "12", "34", "56", "78", "93"]).join("")).toBe(
    `${"[carte]".repeat(7)}[carte ••••7893]`,
  );
  expect(texts([`carte ${cards.visa}`, "oups j'avais oublié : 482"])[1]).toBe("oups j'avais oublié : [cryptogramme]");
});

test("what is left of other cards is no piece of one", () => {
  const messages = ["ma carte se terminant par 6626 est bloquée", "et celle-ci : *7477", "depuis 2024", "en 2025"];
  expect(texts(messages)).toEqual(messages);
});

test("the end of a card that is told in order is a piece of it, when the check says so", () => {
  const told = ["ma carte commence par 4970", "ensuite 1012", "puis 3456", "et finit par 7893"];
  expect(texts(told).join(" ")).not.toMatch(/4970|1012|3456/);
  const other = ["ma carte commence par 4970", "ensuite 1012", "puis 3456", "et finit par 7894"];
  expect(texts(other)[3]).toBe("et finit par 7894");
});

test("an IBAN in four characters a message goes, whatever its pieces look like alone", () => {
  const pieces = texts(["mon iban", ...(iban.match(/.{1,4}/g) ?? [])]);
  expect(pieces.slice(1)).toEqual(["[IBAN]", "[IBAN]", "[IBAN]", "[IBAN]", "[IBAN]", "[IBAN]", "[IBAN FR••0104]"]);
  // The second half alone is an identifier by its check.
  expect(texts(["iban FR76123456789012", "345678901 04"])).toEqual(["iban [IBAN]", "[IBAN FR••0104]"]);
});

test("a phone in words over two messages goes", () => {
  expect(texts(["mon tel zéro six douze", "trente-quatre cinquante-six soixante-dix-huit"])).toEqual([
    "mon tel [téléphone]",
    "[téléphone]",
  ]);
});

test("tickets in a row are no card", () => {
  // 4821 4822 4823 4824: sixteen digits of Visa's range, with a valid check digit.
  const tickets = ["ticket 4821", "ticket 4822", "ticket 4823", "ticket 4824"];
  expect(texts(tickets)).toEqual(tickets);
});
