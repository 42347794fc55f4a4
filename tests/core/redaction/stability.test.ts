import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { isLuhn } from "../../../core/redaction/checksum.ts";
import { hasIssuer } from "../../../core/redaction/issuer.ts";
import { cards, iban, rib } from "./cast.ts";
import { anyCard, anyDigits, anyTricks } from "./disguise.ts";

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

const assertStable = (text: string): void => {
  const once = Redaction.redact(text).text;
  expect(Redaction.redact(once).text).toBe(once);
};

test("numbers one after the other behind one name are read once and for all", () => {
  for (const text of ["cvv 000, 000, 000, 000, 000, 000, 000", "cvv 12/27 [cryptogramme] 123"]) assertStable(text);
  expect(Redaction.redact("cvv 12/27 123", { language: "en" }).text).toBe("cvv [expiry date] [security code]");
  expect(Redaction.redact("cvv 12/27, 3 ans déjà").text).toBe("cvv 12/27, 3 ans déjà");
});

test("redacting twice changes nothing", () => {
  fc.assert(fc.property(message, assertStable), { numRuns: 1500 });
});

const disguised = fc
  .tuple(fc.oneof(anyCard, fc.integer({ min: 9, max: 23 }).chain(anyDigits), fc.constant("06 12 34 56 78")), anyTricks)
  .map(([number, [first, second]]) => second.apply(first.apply(number)));

test("redacting disguised numbers twice changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(disguised, pieces), { minLength: 1, maxLength: 6 }), (all) =>
      assertStable(all.join(" ")),
    ),
    {
      numRuns: 1500,
    },
  );
});

/** As a reader sees it: digits of any shape, nothing invisible; without the links, handles and tags that a rule keeps. */
const shown = (text: string): string =>
  [...text.replace(/(?:https?:|www\.)\S+|[@#]\w+/g, " ")]
    .map((one) => Redaction.fold(one.codePointAt(0) ?? 0))
    .join("");

/** A run that goes on in letters is a longer code, or a number with letters that look like digits: it was read as that. */
const assertNoCard = (text: string): void => {
  for (const [run] of shown(Redaction.redact(text).text).matchAll(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu)) {
    const isWeak = /^[568]/.test(run) && run.length < 16;
    if (run.length > 12 && run.length < 20 && !isWeak)
      expect([run, isLuhn(run) && hasIssuer(run)]).toEqual([run, false]);
  }
};

test("outside of links no run of digits that is a card is left", () => {
  fc.assert(fc.property(message, assertNoCard), { numRuns: 1500 });
});

test("nor is one where disguised numbers follow each other", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(disguised, pieces), { minLength: 1, maxLength: 6 }), (all) =>
      assertNoCard(all.join(" ")),
    ),
    { numRuns: 1500 },
  );
});

const odd = [
  "\ud83d",
  "\udc00",
  "\udc00\ud83d",
  "\0",
  "\u202e",
  "\u2067",
  "\u200f",
  "مرحبا ",
  "שלום ",
  "&#99999999;",
  "&#x110000;",
  "&#x;",
  "&#0;",
  "&bogus;",
  "&;",
];

test.each(odd)("%j survives beside a card and hides none", (mark) => {
  const text = `${mark}carte ${cards.visa} ${mark}`;
  expect(Redaction.redact(text).text).toBe(`${mark}carte [carte ••••5556] ${mark}`);
  const within = `carte 4000${mark}0566${mark}5566${mark}5556`;
  if (!/[\w؀-ۿ֐-׿]/.test(mark)) expect(Redaction.redact(within).text).not.toContain("5566");
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

test.each([
  "one two ",
  "quatre vingt ",
  "4B7S ",
  "4l ",
  "FR76 ",
  "carte 4 ",
  "Mme Dupont ",
  "a@b.fr ",
  "&amp;",
  "@",
  "sms http://a.fr/b ",
  "l 4 ",
])("a million characters of %j are read", (unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  expect(Redaction.redact(text).text.length).toBeGreaterThan(0);
});

/**
 * Characters handed to regular expressions, as far as each attempt got; characters read one by one and cut out; members
 * of lists that were visited.
 */
const workOf = (text: string): number => {
  let work = 0;
  const restore = [
    counting(RegExp.prototype, "exec", (pattern, [input]) => {
      const from = pattern.sticky || pattern.global ? pattern.lastIndex : 0;
      return (result) => {
        const match = result as RegExpExecArray | null;
        if (match === null) return 1 + (pattern.sticky ? 1 : String(input).length - from);
        return 1 + match.index + match[0].length - from;
      };
    }),
    counting(String.prototype, "charCodeAt", () => () => 1),
    counting(String.prototype, "slice", () => (result) => String(result).length),
    ...(["some", "every", "find", "filter", "map", "flatMap", "reduce", "forEach", "entries"] as const).map((name) =>
      counting(Array.prototype, name, (list) => () => list.length),
    ),
  ];
  try {
    Redaction.redact(text);
  } finally {
    for (const undo of restore) undo();
  }
  return work;

  function counting<T extends object, K extends keyof T>(
    prototype: T,
    name: K,
    costOf: (self: T, input: readonly unknown[]) => (result: unknown) => number,
  ): () => void {
    const original = prototype[name] as (...input: unknown[]) => unknown;
    prototype[name] = function counted(this: T, ...input: unknown[]) {
      const cost = costOf(this, input);
      const result = original.apply(this, input);
      work += cost(result);
      return result;
    } as T[K];
    return () => {
      prototype[name] = original as T[K];
    };
  }
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
      "l 4 ",
      "sms http://a.fr/b ",
      "code 4821 au 06 12 34 56 78 ",
      "ni1 ",
      "&amp;4",
      "𝟒",
      "75001 Paris ",
      "mdp: a1b2 ",
      cards.visa,
      `${cards.visa} `,
      `${iban} `,
    ],
    ...[
      "sort code 20-00-00 ",
      "s/c 20-00-00 a/c 55779911 ",
      "SW1A 1AA ",
      "Nom\tIBAN\n",
      "192.168.1.1 ",
      "DOB: 03/07/1990\n",
    ],
    ...[
      "dos 123 ",
      "le 4821 pin ",
      "carte 12/27 ",
      "12/27 123 ",
      "cryptogrmme 12 ",
      "j'ai fait 4821 au dab ",
      "1 2 3 cvv ",
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
