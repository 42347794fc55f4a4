import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { cards, iban, redacted } from "./cast.ts";

const withPolicy = (policy: Redaction.Policy, text: string, visibility: "public" | "private" = "public"): string =>
  redacted(text, { policy: Redaction.Policy.parse(policy), visibility });

describe("what becomes of a kind", () => {
  test("may differ by visibility", () => {
    const policy: Redaction.Policy = {
      treatments: { phone: { public: "drop", private: "keep-last-4" }, email: "keep" },
    };
    const text = "06 12 34 56 78, anne@exemple.fr";
    expect(withPolicy(policy, text)).toBe("[téléphone], anne@exemple.fr");
    expect(withPolicy(policy, text, "private")).toBe("[téléphone ••••5678], anne@exemple.fr");
  });
  test("may be stricter for cards and IBANs, never looser than the last four", () => {
    expect(withPolicy({ treatments: { card: "drop", iban: "drop" } }, `${cards.visa} et ${iban}`)).toBe(
      "[carte] et [IBAN]",
    );
    expect(Redaction.Policy.safeParse({ treatments: { card: "keep" } }).success).toBe(false);
    expect(Redaction.Policy.safeParse({ treatments: { card: { public: "drop", private: "keep" } } }).success).toBe(
      false,
    );
  });
  test.each(["security-code", "secret", "expiry"])("%s is always removed", (kind) => {
    expect(Redaction.Policy.safeParse({ treatments: { [kind]: "keep-last-4" } }).success).toBe(false);
  });
});

describe("a bank's own patterns", () => {
  const policy: Redaction.Policy = {
    patterns: [{ name: "contract", kind: "customer-number", pattern: "CT-?\\d{6}[A-Z]" }],
  };
  test("are found in any disguise, between characters that are no letter and no digit", () => {
    expect(withPolicy(policy, "voir ct１２３４５６z svp")).toBe("voir [numéro de client] svp");
    expect(withPolicy(policy, "voir XCT123456Z svp")).toBe("voir XCT123456Z svp");
  });
  test.each([
    "\\d+",
    "(a{1,9}){9}",
    "(a|a){8}",
    ".*",
    "a{2,}",
    "(?=a)a{4}",
    "\\1abcd",
    "[^a]{4}",
    "(abcd",
    "abc",
    "a{0,60}b{0,60}",
    "x{99}",
  ])("%s is refused: it could cost more than a constant a character", (pattern) => {
    const parsed = Redaction.Policy.safeParse({ patterns: [{ name: "own", kind: "account", pattern }] });
    expect(parsed.success).toBe(false);
  });
  test.each(["\\d{8}", "[A-Z]{2}\\d{6,10}", "(?:CT|CR)-?\\d{4}", "LOAN \\d{3}/\\d{3}"])("%s is fine", (pattern) => {
    expect(Redaction.Policy.safeParse({ patterns: [{ name: "own", kind: "account", pattern }] }).success).toBe(true);
  });
});

test("the bank's own numbers and addresses stay, however they are written", () => {
  const policy: Redaction.Policy = { allow: ["01 99 00 12 34", "conseil@banque.example", iban] };
  const text = `+33 1 99 00 12 34, CONSEIL@banque.example, ${iban.toLowerCase()}, 06 12 34 56 78`;
  expect(withPolicy(policy, text)).toBe(
    `+33 1 99 00 12 34, CONSEIL@banque.example, ${iban.toLowerCase()}, [téléphone]`,
  );
});

test("a looser policy brings nothing back", () => {
  const strict = withPolicy({}, "joindre au 06 12 34 56 78");
  expect(withPolicy({ treatments: { phone: "keep" } }, strict)).toBe(strict);
});
