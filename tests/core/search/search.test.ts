import { expect, test } from "vitest";
import * as Search from "#core/search";

test("words are found whatever their accents and capitals, from their beginning", () => {
  const words = Search.wordsOf("Réclam VIREMENT");
  expect(Search.matches(words, ["Ma reclamation", "un virement de trop"])).toBe(true);
  expect(Search.matches(words, ["Ma réclamation"])).toBe(false);
  expect(Search.matches(Search.wordsOf("clamation"), ["Ma réclamation"])).toBe(false);
});

test("a handle, an id and a name are words like others", () => {
  expect(Search.matches(Search.wordsOf("@lea_fontaine"), ["lea_fontaine"])).toBe(true);
  expect(Search.matches(Search.wordsOf("O'Brien"), ["Sean O’Brien"])).toBe(true);
});

test("an excerpt shows where the word stands, and none where it does not", () => {
  const text = `${"avant ".repeat(40)}mon virement est perdu ${"après ".repeat(40)}`;
  const excerpt = Search.excerptOf(Search.wordsOf("virement"), text);
  expect(excerpt).toContain("mon virement est perdu");
  expect(excerpt?.length).toBeLessThan(200);
  expect(Search.excerptOf(Search.wordsOf("absent"), text)).toBeUndefined();
});
