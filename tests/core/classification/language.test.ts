import { describe, expect, test } from "vitest";
import { languageOf } from "#core/classification/language";

describe("the language", () => {
  test.each([
    ["fr", "carte bloquée svp"],
    ["fr", "bsr g pa recu mon chequier"],
    ["fr", "RDV possible samedi ?"],
    ["fr", "Plafond ?"],
    ["en", "card blocked pls"],
    ["en", "anyone?"],
    ["en", "Where is my refund"],
    ["de", "Meine Überweisung ist nicht angekommen"],
    ["es", "No me funciona la tarjeta, ¿qué hago?"],
    ["it", "Buongiorno, non riesco a entrare nel conto"],
    ["nl", "Mijn pas werkt niet meer"],
    ["pt", "Perdi o meu cartão, o que faço?"],
  ])("is %s: %s", (language, text) => {
    expect(languageOf(text)?.value).toBe(language);
  });

  test("says which words told it", () => {
    expect(languageOf("bonjour, ma carte")?.why).toEqual(["bonjour", "ma", "carte"]);
    expect(languageOf("Meine Überweisung ist nicht angekommen")?.why).toEqual(["its letters"]);
  });

  test.each(["", "👍", "12345", "ok", "https://example.org/bonjour", "[carte ••••4821]"])(
    "is left open for '%s'",
    (text) => {
      expect(languageOf(text)).toBeUndefined();
    },
  );
});
