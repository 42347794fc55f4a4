import { readFileSync } from "node:fs";
import fc from "fast-check";
import tlds from "tlds" with { type: "json" };
import { describe, expect, test } from "vitest";
import * as Guard from "#core/guard";

const policy = { ...Guard.defaultPolicy, links: ["banque-lumiere.example"] };
const kindsIn = (text: string) => Guard.check(text, { visibility: "public", policy }).map(({ kind }) => kind);

/** "kind or language | text", with \n and \u{…} as in a string. */
const linesOf = (name: string): readonly (readonly [string, string])[] =>
  readFileSync(new URL(`../../fixtures/replies/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [first = "", ...rest] = line.split(" | ");
      return [first, written(rest.join(" | "))];
    });
const written = (line: string): string =>
  line.replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|([n\\]))/gi, (_, long?: string, short?: string, sign?: string) =>
    sign === undefined ? String.fromCodePoint(Number.parseInt(long ?? short ?? "", 16)) : sign === "n" ? "\n" : sign,
  );

describe("what must not leave, however it is written", () => {
  const attacks = linesOf("attacks");
  test("there are many, of every kind", () => {
    expect(attacks.length).toBeGreaterThanOrEqual(150);
    expect(new Set(attacks.map(([kind]) => kind)).size).toBe(6);
  });
  test.each(attacks)("%s: %j", (kind, text) => expect(kindsIn(text)).toContain(kind));
});

describe("what banks really answer", () => {
  const innocent = linesOf("innocent");
  test("there is much of it", () => expect(innocent.length).toBeGreaterThanOrEqual(300));
  test.each(innocent)("passes in %s: %j", (language, text) => {
    const findings = Guard.check(text, { visibility: "public", policy, language });
    expect(findings.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([]);
  });
});

const asking = [
  ["Envoyez-nous votre ", "code"],
  ["Merci de nous communiquer votre mot de ", "passe"],
  ["Donnez-nous le ", "cryptogramme"],
  ["Please send us your ", "password"],
  ["We need your ", "pin"],
] as const;
const spelt = (sign: string) => (word: string) => [...word].join(sign);
/** Ways to hide a word from a rule and not from a reader. */
const disguises: readonly ((word: string) => string)[] = [
  ...[" ", ".", "-", "_", "*", "/", " - ", "\n", "\u00a0", "\u200b", "\u2060", "\u00ad", "🔒", "\u0336"].map(spelt),
  (word) => word.toUpperCase(),
  (word) => word.replaceAll("o", "0").replaceAll("i", "1").replaceAll("e", "3").replaceAll("s", "5"),
  (word) => word.replaceAll("o", "о").replaceAll("e", "е").replaceAll("a", "а").replaceAll("p", "р"),
  (word) => word.replace(/[aeiou]/, (letter) => letter.repeat(5)),
  (word) => `**${word.slice(0, 1)}**${word.slice(1)}`,
  (word) => [...word].map((letter) => String.fromCodePoint(0x1d400 + letter.charCodeAt(0) - 0x41 - 6)).join(""),
  (word) => [...word].map((letter) => String.fromCodePoint(0x24d0 + letter.charCodeAt(0) - 0x61)).join(""),
  (word) => [...word].map((letter) => String.fromCodePoint(0xff41 + letter.charCodeAt(0) - 0x61)).join(""),
  (word) => `\u202e${[...word].toReversed().join("")}\u202c`,
];

test("whatever hides it, a secret that is asked for is found, and where it stands", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...asking),
      fc.constantFrom(...disguises),
      fc.constantFrom("", " svp", ".", " 🙏", ", merci"),
      ([before, word], hide, after) => {
        const text = before + hide(word) + after;
        const found = Guard.check(text, { visibility: "public", policy }).find(({ kind }) => kind === "asks-secret");
        expect(found, text).toBeDefined();
        expect(found?.end).toBeGreaterThan(before.length);
        expect(found?.end).toBeLessThanOrEqual(before.length + hide(word).length);
      },
    ),
    { numRuns: 500 },
  );
});

const point = fc.constantFrom("[.]", "(.)", "{dot}", "(dot)", " (point) ", "\u3002", "．", "\u2024", ".");
const name = fc.stringMatching(/^[a-z]{4,14}$/);

test("a host under any ending there is is a link off the list, however its point is written", () => {
  fc.assert(
    fc.property(name, point, fc.constantFrom(...tlds.filter((tld) => tld.length > 1)), (host, dot, ending) => {
      expect(kindsIn(`Voyez ${host}${dot}${ending}`)).toContain("link");
      expect(kindsIn(`Voyez https://${host}.${ending}/a`)).toContain("link");
    }),
    { numRuns: 500 },
  );
});

test("a host that the bank knows is one, however its point is written, and what only looks like it is not", () => {
  fc.assert(
    fc.property(name, point, (below, dot) => {
      expect(kindsIn(`Voyez ${below}.banque-lumiere${dot}example`)).toEqual([]);
      expect(kindsIn(`Voyez banque-lumiere.example${dot}${below}.com`)).toContain("link");
    }),
  );
});

test.each([
  "Bonjour, merci de votre message. Nous transmettons votre demande à votre agence.",
  "Hello, thank you for your message. We never ask for your password.",
])("signs that nobody sees and emphasis make no finding of innocent words: %s", (text) => {
  fc.assert(
    fc.property(fc.constantFrom("\u200b", "\u00ad", "\u2060"), fc.nat(text.length), (sign, at) => {
      expect(kindsIn(text.slice(0, at) + sign + text.slice(at))).toEqual([]);
    }),
  );
  expect(kindsIn(text.replace(/\p{L}+/gu, (word) => `**${word}**`))).toEqual([]);
});

test.each(["votre code ", "a b ", "a.", "c🔒", "evil.com ", "a-", " point ", "\u202ea", "&#65;", "1.2."])(
  "a text of one thing over and over is read in one go: %j",
  (piece) => {
    const text = piece.repeat(5_000);
    for (const { end, start } of Guard.check(text, { visibility: "public", policy })) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(10_000);
    }
  },
);
