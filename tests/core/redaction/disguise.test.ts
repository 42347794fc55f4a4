import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iban, isHidden } from "./cast.ts";
import { anyCard, compositions, hidden, separators, shapes, type Trick } from "./disguise.ts";

const sentences = [
  ["Bonjour, ma carte ", " a été avalée, que faire ?"],
  ["Hi, my card ", " was declined again"],
  ["svp bloquez ", " je l'ai perdue"],
  ["", " is the one that got cloned I think"],
] as const;

const isFound = (written: string): boolean =>
  sentences.every(([before, after]) =>
    isHidden(`${before}${written}${after}`, before.length, before.length + written.length),
  );

const assertFound = (number: fc.Arbitrary<string>, tricks: readonly Trick[], numRuns: number): void => {
  fc.assert(
    fc.property(number, (card) => {
      const written = tricks.reduce((text, trick) => trick.apply(text), card);
      expect([written, isFound(written)]).toEqual([written, true]);
    }),
    { numRuns },
  );
};

describe("a card is found", () => {
  test.each([...separators, ...hidden, ...shapes])("$name", (trick) => assertFound(anyCard, [trick], 20));

  test.each(compositions.map(([first, second]) => [first.name, second.name, first, second] as const))(
    "%s, then %s",
    (_, __, first, second) => assertFound(anyCard, [first, second], 2),
  );

  test.each(shapes.filter(({ name }) => !/words/.test(name)))("linked by puis, then $name", (shape) => {
    const linked = separators.filter(({ name }) => /linked/.test(name));
    for (const link of linked) assertFound(anyCard, [link, shape], 2);
  });

  test("half in words", () => {
    const english = shapes.find(({ name }) => name === "English words");
    fc.assert(
      fc.property(anyCard, (card) => {
        const written = `${card.slice(0, 9)} ${english?.apply(card.slice(9).trim())}`;
        expect([written, isFound(written)]).toEqual([written, true]);
      }),
      { numRuns: 20 },
    );
  });

  test("in French pairs", () => {
    const written =
      "quarante-neuf soixante-dix dix douze trente-quatre cinquante-six soixante-dix-huit quatre-vingt-treize";
    expect(isFound(written)).toBe(true);
  });
});

describe("an IBAN is found", () => {
  const grouped = iban.replace(/(.{4})(?=.)/g, "$1 ");
  const apart = separators.filter(({ name }) => !/puis|then|brackets|pairs|threes/.test(name));
  const shown = shapes.filter(({ name }) => !/words/.test(name));
  test.each(
    apart.flatMap((separator) =>
      [...hidden, ...shown].map((shape) => [separator.name, shape.name, separator, shape] as const),
    ),
  )("%s, %s", (_, __, separator, shape) => {
    const written = shape.apply(separator.apply(grouped));
    expect([written, isHidden(`refund to ${written} please`, 10, 10 + written.length)]).toEqual([written, true]);
  });
  test("in small letters", () =>
    expect(isHidden(`mon iban ${grouped.toLowerCase()}`, 9, 9 + grouped.length)).toBe(true));
});

describe("a French phone is found", () => {
  const shown = shapes.filter(({ name }) => !/l for one/.test(name));
  const apart = separators.filter(({ name }) => !/puis|then|brackets|threes|, /.test(name));
  test.each(
    apart.flatMap((separator) => shown.map((shape) => [separator.name, shape.name, separator, shape] as const)),
  )("%s, %s", (_, __, separator, shape) => {
    const written = shape.apply(separator.apply("06 12 34 56 78"));
    const lead = "rappelez moi au ";
    expect([written, isHidden(lead + written, lead.length, lead.length + written.length)]).toEqual([written, true]);
  });
});
