import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { isLuhn } from "../../../core/redaction/checksum.ts";
import { hasIssuer } from "../../../core/redaction/issuer.ts";
import { cards, iban, rib } from "./cast.ts";
import { anyCard, anyDigits } from "./disguise.ts";

const pieces = fc.oneof(
  anyCard,
  fc.integer({ min: 3, max: 24 }).chain(anyDigits),
  fc.constantFrom(
    ...[
      "carte ",
      "cvv ",
      "mon code ",
      "IBAN ",
      "tel ",
      "je m'appelle ",
      "Karim Benali ",
      "né le ",
      "12/03/1985 ",
      "12 rue de la Paix, 75002 Paris ",
    ],
    ...[
      "exp 12/27 ",
      "@banque ",
      "#fail ",
      "anne@exemple.fr ",
      "https://exemple.fr/a/1712345678901234567 ",
      "mdp: Soleil75 ",
      "\n",
      " ",
      ", ",
      " - ",
    ],
    ...[
      "[carte ••••1111]",
      "[mot de passe] ",
      "[IBAN FR••2606]",
      "\u202e",
      "\ud83d",
      "\udc00",
      "\0",
      "&#99999999;",
      "&#x;",
      "&nbsp;",
      "5️⃣",
      "؀",
      "١٢٣",
    ],
    ...[
      iban,
      rib,
      "quatre vingt ",
      "seven ",
      "double oh ",
      "contrat n° CRD-",
      "06 12 34 56 78",
      "+44 20 7946 0958",
      "account ",
    ],
  ),
  fc.string({ maxLength: 6, unit: "binary" }),
);
const message = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(""));

test("redacting twice changes nothing", () => {
  fc.assert(
    fc.property(message, (text) => {
      const once = Redaction.redact(text).text;
      expect(Redaction.redact(once).text).toBe(once);
    }),
    { numRuns: 1500 },
  );
});

test("outside of links no run of digits that is a card is left", () => {
  fc.assert(
    fc.property(message, (text) => {
      const left = Redaction.redact(text)
        .text.replace(/[\p{M}\p{Cf}]/gu, "")
        .replace(/(?:https?:|www\.)\S+|[@#]\w+/g, " ")
        .match(/(?<!\p{N})\d{13,19}(?!\p{N})/gu);
      for (const run of left ?? [])
        if (!/^[568]/.test(run) || run.length > 15) expect([run, isLuhn(run) && hasIssuer(run)]).toEqual([run, false]);
    }),
    { numRuns: 1500 },
  );
});

test("findings are in order, apart, within the text, and everything else is as it was", () => {
  fc.assert(
    fc.property(message, (text) => {
      const { found, marks, text: out } = Redaction.redact(text);
      let at = 0;
      let place = 0;
      for (const [index, { start, end }] of found.entries()) {
        const mark = marks[index];
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(out.slice(place, mark?.start)).toBe(text.slice(at, start));
        at = end;
        place = mark?.end ?? 0;
      }
      expect(out.slice(place)).toBe(text.slice(at));
    }),
    { numRuns: 800 },
  );
});

test("no pair of surrogates is cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), anyCard, (text, card) => {
      expect(Redaction.redact(`${text}${card}${text}`).text.isWellFormed()).toBe(`${text}${text}`.isWellFormed());
    }),
    { numRuns: 300 },
  );
});

test.each(["one two ", "quatre vingt ", "4B7S ", "4l ", "FR76 ", "carte 4 ", "Mme Dupont ", "a@b.fr ", "&amp;", "@"])(
  "a million characters of %j are read",
  (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(Redaction.redact(text).text.length).toBeGreaterThan(0);
  },
);

/** Characters handed to regular expressions: what each attempt may look at, as far as it got. */
const workOf = (text: string): number => {
  const original = RegExp.prototype.exec;
  let work = 0;
  RegExp.prototype.exec = function counted(this: RegExp, input: string) {
    const from = this.sticky || this.global ? this.lastIndex : 0;
    const result = original.call(this, input);
    work += 1 + (result ? result.index + result[0].length - from : this.sticky ? 1 : input.length - from);
    return result;
  };
  try {
    Redaction.redact(text);
  } finally {
    RegExp.prototype.exec = original;
  }
  return work;
};

describe("work grows no faster than the text", () => {
  const units = [
    ...[
      "4",
      "4 ",
      "4-",
      "4 - . ",
      " ",
      "a",
      "a@",
      "a.",
      "@",
      "+3 ",
      "FR76 ",
      "A1",
      "\n",
      "1:",
      "Jean Dupont ",
      "4\u200b",
      "5️⃣",
      "(",
      "&#",
      "&amp;",
    ],
    ...[
      "carte ",
      "carte 4",
      "cvv ",
      "code 12 ",
      "pin ",
      "mr ",
      "Mme ",
      "zéro ",
      "one two ",
      "ni1 ",
      "rue 1 ",
      "1 rue ",
      "né le ",
      "http://",
      "a.b@c.d ",
      "[carte ••••1111]",
    ],
    ...[
      "06 12 ",
      "12/",
      "4000x",
      "4000 y ",
      "05S6 ",
      "mille ",
      "A B C ",
      "12 rue ",
      "O0",
      "l1 ",
      "x.fr/",
      "password ",
      "at dot ",
      cards.visa,
      `${cards.visa} `,
      `${iban} `,
    ],
  ];
  test.each(units)("%j over and over", (unit) => {
    const count = Math.ceil(4000 / unit.length);
    const half = workOf(unit.repeat(count));
    const whole = workOf(unit.repeat(count * 2));
    expect(whole).toBeLessThanOrEqual(half * 2.2 + 2000);
  });
});

test("a megabyte of number words is read to its end", () => {
  const text = "one two ".repeat(125_000);
  expect(Redaction.redact(`${text}mon code pin 4821`).text).not.toContain("4821");
});
