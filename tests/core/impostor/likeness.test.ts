import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Impostor from "#core/impostor";

const accounts = [
  { name: "Banque Imaginaire", handle: "@BanqueImaginaire" },
  { name: "Imaginaire Pro", handle: "ImaginairePro" },
];

describe("an author who looks like the bank", () => {
  test.each([
    ["BanqueImaginаire", "same-to-the-eye", "a Cyrillic letter"],
    ["Banque_lmaginaire", "same-to-the-eye", "an l for an I, and a dash"],
    ["Banque1maginaire", "same-to-the-eye", "a digit"],
    ["BanqueIrnaginaire", "same-to-the-eye", "rn for m"],
    ["BanqueImaginairee", "few-letters", "a letter more"],
    ["BanqueImaginiare", "few-letters", "two letters exchanged"],
    ["BanqeImaginare", "few-letters", "two letters less"],
    ["BanqueImaginaire_SAV", "with-a-service", "a service"],
    ["ServiceClientBanqueImaginaire", "with-a-service", "a service before it"],
    ["BanqueImaginaireSupport24", "with-a-service", "a service and digits"],
    ["ImaginairePro_Help", "with-a-service", "another account's"],
  ] as const)("%s: %s (%s)", (handle, why, _what) => {
    expect(Impostor.likenessOf({ handle }, accounts)).toBe(why);
  });

  test("is found by the displayed name alone", () => {
    expect(Impostor.likenessOf({ name: "Bаnque Imaginaire ✅", handle: "jx81922" }, accounts)).toBe("same-name");
    expect(Impostor.likenessOf({ name: "Banque Imaginaire | Assistance" }, accounts)).toBe("with-a-service");
  });
});

describe("nobody else", () => {
  test.each([
    { handle: "BanqueImaginaire", name: "Banque Imaginaire" },
    { handle: "@imaginairepro" },
    { handle: "lea_fontaine", name: "Léa Fontaine" },
    { handle: "banquier_en_colere" },
    { handle: "imagine_dragons_fr" },
    { handle: "BanqueDeTest" },
    { handle: "clientBanqueImaginaireDecu" },
    { name: "Client mécontent de Banque Imaginaire" },
    { handle: "banque" },
    {},
  ])("%o is a customer", (person) => {
    expect(Impostor.likenessOf(person, accounts)).toBeUndefined();
  });

  test("a short name of the bank's makes no impostors of everybody", () => {
    expect(Impostor.likenessOf({ handle: "bim2" }, [{ name: "BIM", handle: "bim" }])).toBeUndefined();
  });
});

test("whatever somebody is called, the answer comes without an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ unit: "grapheme" }), (handle, name) => {
      expect([undefined, ...Impostor.likenesses]).toContain(Impostor.likenessOf({ handle, name }, accounts));
    }),
  );
});
