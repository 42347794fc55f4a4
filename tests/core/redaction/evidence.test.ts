import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { redacted } from "./cast.ts";

const quoted = (text: string): readonly Redaction.Evidence[] =>
  Redaction.evidenceIn(text, Redaction.redact(text).found);
const valuesIn = (text: string): readonly string[] => quoted(text).map(({ value }) => value);

describe("a fraudster's number or link", () => {
  test("is removed from the text and told apart, a link so that it opens nothing", () => {
    const text = "SMS reçu du 06 99 00 12 34 : votre colis sur https://colis-suivi.example.com/x, arnaque !";
    expect(redacted(text)).toBe("SMS reçu du [téléphone] : votre colis sur [lien], arnaque !");
    expect(quoted(text)).toEqual([
      { kind: "phone", value: "06 99 00 12 34" },
      { kind: "link", value: "hxxps://colis-suivi(.)example(.)com/x" },
    ]);
  });

  test.each([
    ["Ce numéro m'a appelé : 06 99 00 12 34, il disait être de la banque", "06 99 00 12 34"],
    ["j'ai reçu un appel du 0699001234 hier soir", "0699001234"],
    ["J'ai été appelée par le 06.99.00.12.34", "06.99.00.12.34"],
    ["This number called me: 020 7946 0018", "020 7946 0018"],
    ["I was called from +44 20 7946 0018 this morning", "+44 20 7946 0018"],
    ["020 7946 0018 keeps calling me about my card", "020 7946 0018"],
    ["Le 06 99 00 12 34 m'a contacté au sujet de mon compte", "06 99 00 12 34"],
    ["phishing from \u{ff10}6 99 00 12\u200b 34", "06 99 00 12 34"],
  ])("%s", (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
    expect(redacted(text)).not.toContain(value);
  });

  test.each([
    "rappelez moi au 06 12 34 56 78",
    "victime d'une fraude, appelez-moi au 06 12 34 56 78",
    "Arnaque par SMS. Mon numéro est le 06 12 34 56 78",
    "I was scammed, please call me on 020 7946 0018",
    "fraud on my account, my mobile is 07700 900123",
    "je suis joignable au 06 12 34 56 78 pour cette fraude",
    "mon mari est au 06 12 34 56 78",
  ])("the writer's own number is nobody's evidence: %s", (text) => {
    expect(valuesIn(text)).toEqual([]);
    expect(redacted(text)).toMatch(/\[téléphone\]/);
  });

  test("a link that nobody calls a fraud stays", () => {
    const plain = "voir https://banque.example/aide et twitter.com/banque/status/1712345678901234567";
    expect(redacted(plain)).toBe(plain);
    expect(valuesIn(plain)).toEqual([]);
  });

  test("what a link says of its victim is no evidence", () => {
    const link = "https://faux.example.com/4111111111111111/r?mail=marie@exemple.fr&carte=4970101234567890#06";
    expect(valuesIn(`phishing reçu : ${link}`)).toEqual(["hxxps://faux(.)example(.)com/…/r"]);
  });

  test("a card, a code or an address beside it is none", () => {
    const text =
      "Arnaque SMS : ils ont ma carte 4111 1111 1111 1111, code 123, marie@exemple.fr, FR76 3000 6000 0112 3456 7890 189";
    expect(valuesIn(text)).toEqual([]);
  });
});
