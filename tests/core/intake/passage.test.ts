import fc from "fast-check";
import { expect, test } from "vitest";
import * as Intake from "#core/intake";
import * as Redaction from "#core/redaction";

const kept = (text: string): Intake.Piece => ({ id: "m_1", ...Redaction.redact(text, { language: "fr" }) });
const passages = (...words: string[]): Intake.Passages => ({ words, kind: "name", language: "fr" });

test("a range over a label takes what stands on both sides of it, and leaves the label", () => {
  const message = kept("Zoé 4111 1111 1111 1111 Ximun");
  const range = { start: 0, end: message.text.length };
  expect(Intake.passagesIn(message, range)).toEqual(["Zoé", "Ximun"]);
  expect(Intake.withoutPassages(message, passages("Zoé", "Ximun"), range).text).toBe("[nom] [carte ••••1111] [nom]");
});

test("a range never cuts a character in two", () => {
  const message = kept("a𝒵oé b");
  const [words] = Intake.passagesIn(message, { start: 2, end: 5 });
  expect(words).toBe("𝒵oé");
});

test("words too short to be anybody's go only where they were marked", () => {
  const message = kept("il y a 37 ans, 37 fois");
  expect(Intake.withoutPassages(message, passages("37"), { start: 7, end: 9 }).text).toBe("il y a [nom] ans, 37 fois");
});

test("whatever is taken out is gone as a word, every mark is a label, and a second time changes nothing", () => {
  const word = fc.constantFrom(
    "Zéphyrine",
    "zéphyrine",
    "Ximun",
    "(Ximun)",
    "a.b*c",
    "4111 1111 1111 1111",
    "le",
    "💳",
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, fc.subarray(["Zéphyrine", "Ximun", "a.b*c"]), (written, words) => {
      const once = Intake.withoutPassages(kept(written), passages(...words));
      for (const each of words) expect(once.text.toLowerCase()).not.toContain(each.toLowerCase());
      for (const { start, end } of once.marks) expect(once.text.slice(start, end)).toMatch(/^\[[^[\]]+\]$/);
      expect(Intake.withoutPassages(once, passages(...words))).toBe(once);
    }),
  );
});
