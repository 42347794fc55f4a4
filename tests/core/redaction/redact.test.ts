import { expect, expectTypeOf, test } from "vitest";
import * as Redaction from "#core/redaction";
import { relabel } from "#core/redaction/label";
import { cards, redacted } from "./cast.ts";

test("offsets are UTF-16 into the input, marks into the output", () => {
  const text = `😀 carte ${cards.visa}`;
  const { found, marks, text: out } = Redaction.redact(text);
  expect(found).toEqual([{ kind: "card", start: 9, end: 25, rule: "card.number", kept: "5556" }]);
  expect(marks.map(({ start, end }) => out.slice(start, end))).toEqual(["[carte ••••5556]"]);
});

test("labels are in the reader's language", () => {
  const text = "né le 12/03/1985, 06 12 34 56 78";
  expect(redacted(text)).toBe("né le [date de naissance], [téléphone]");
  expect(redacted(text, { language: "en" })).toBe("né le [date of birth], [phone]");
});

test("what was kept in one language is read in the other", () => {
  const words = "4111 1111 1111 1111, IBAN FR7630006000011234567890189, call 06 12 34 56 78, password: Soleil!42";
  const [french, english] = (["fr", "en"] as const).map((language) => Redaction.redact(words, { language }).text);
  if (french === undefined || english === undefined) throw new Error("nothing was redacted");
  expect(french).not.toBe(english);
  expect(relabel(french, "en")).toBe(english);
  expect(relabel(english, "fr")).toBe(french);
  expect(relabel(english, "en")).toBe(english);
  expect(relabel("[card] in brackets, [card games], [carte", "fr")).toBe("[carte] in brackets, [card games], [carte");
});

test("a display name stays, numbers and addresses in it go", () => {
  const field = { field: "name" } as const;
  expect(redacted("Mme Karim Benali", field)).toBe("Mme Karim Benali");
  expect(redacted("@karim_benali_92", field)).toBe("@karim_benali_92");
  expect(redacted("Karim 06 12 34 56 78 karim@exemple.fr", field)).toBe("Karim [téléphone] [e-mail]");
});

test("every string of a structure passes, and the shape stays", () => {
  const event = {
    id: 7,
    quoted: { text: `carte ${cards.visa}`, alt: null },
    files: ["scan 06 12 34 56 78.pdf"],
    seen: true,
  };
  const clean = Redaction.redactDeep(event);
  expect(clean).toEqual({
    id: 7,
    quoted: { text: "carte [carte ••••5556]", alt: null },
    files: ["scan [téléphone].pdf"],
    seen: true,
  });
  expectTypeOf(clean.quoted.text).toEqualTypeOf<Redaction.Redacted>();
});

test("a plain string is not a redacted one", () => {
  expectTypeOf<string>().not.toExtend<Redaction.Redacted>();
  expectTypeOf<Redaction.Redacted>().toExtend<string>();
});

test("what was looked at and left is explained", () => {
  const { fired, missed } = Redaction.explain("suivi 4000056655665557, tel 0612345678");
  expect(fired).toEqual([{ kind: "phone", rule: "phone.french", value: "0612345678" }]);
  expect(missed).toEqual([{ rule: "card.number", value: "4000056655665557", why: "Luhn fails, no cue" }]);
});

test.each([
  ["https://pay.example/?card=4000056655665556&x=1", "https://pay.example/?card=[carte ••••5556]&x=1"],
  ["https://wa.me/33612345678", "https://wa.me/[téléphone]"],
  ["https://anne:secret9@exemple.fr/", "https://[mot de passe]@exemple.fr/"],
])("what a link says of a person goes: %s", (text, out) => {
  expect(redacted(text)).toBe(out);
});
