import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { iban } from "./cast.ts";

const words = "le la de on at in is my no it es nr ref carte compte order du iban né born juin july".split(" ");
const numbers = [
  "",
  "1",
  "12",
  "24",
  "80",
  "123",
  "2026",
  "45,50",
  "12/03",
  "12/03/2026",
  "06",
  "+33",
  "75002",
  "14h30",
];
const stops = [" ", ", ", ": "];

/** The value with a word and a number before it, and behind it. */
const around = (value: string): string[] =>
  words.flatMap((word) =>
    numbers.flatMap((number) =>
      stops.flatMap((stop) => [`${word} ${number}`.trim() + stop + value, `${value}${stop}${number} ${word}`]),
    ),
  );

const digitsOf = (text: string): string => text.replace(/\D/g, "");
const stillRead = (texts: readonly string[], value: string): string[] =>
  texts.filter((text) => digitsOf(Redaction.redact(text).text).includes(digitsOf(value)));

describe("whatever word and number stand beside it", () => {
  const values = ["4111 1111 1111 1111", "4970101234567893", "5555-5555-5555-4444", "3782 822463 10005", iban];
  test.each([...values, "06 12 34 56 78", "0612345678"])("%s goes", (value) => {
    expect(stillRead(around(value), value)).toEqual([]);
  });
});

test("a British mobile goes whatever number stands beside it, unless that says what else it is", () => {
  const value = "07700 900123";
  const others = /^(?:ref|carte|compte|order|iban|no|nr)/;
  expect(
    stillRead(
      around(value).filter((text) => !others.test(text)),
      value,
    ),
  ).toEqual([]);
});

test("what begins like an IBAN is no card, and a card behind a country's letters is one", () => {
  expect(Redaction.redact("RS35 4111 1111 1111 1111").text).toBe("RS35 [carte ••••1111]");
  expect(Redaction.redact("le 12 4111 1111 1111 1111").text).toBe("le 12 [carte ••••1111]");
});
