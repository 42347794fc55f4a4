import fc from "fast-check";
import { expect, test } from "vitest";
import * as Handoff from "#core/handoff";

const code = fc
  .uint8Array({ minLength: 24, maxLength: 24 })
  .map((bytes) => Handoff.codeFrom(bytes))
  .filter((each) => each !== undefined);

test("a code has no sign that is taken for another, no vowel, and always a digit and a letter", () => {
  fc.assert(
    fc.property(code, (each) => {
      expect(each).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/);
      expect(each).toMatch(/\d/);
      expect(each).toMatch(/[A-Z]/);
    }),
  );
});

test("every sign of a code is as likely as another", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 252; byte += 1) {
    const sign = Handoff.codeFrom(Uint8Array.from([byte, 0, 8, 8, 8, 8, 8, 8]))?.[0] ?? "";
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  expect(counts.size).toBe(28);
  expect(new Set(counts.values())).toEqual(new Set([9]));
  // Bytes that would favour some signs make no code by themselves.
  expect(Handoff.codeFrom(new Uint8Array(24).fill(255))).toBeUndefined();
});

test("a code is read however it is typed, and nothing else is taken for one", () => {
  fc.assert(
    fc.property(code, (each) => {
      const shown = Handoff.showCode(each);
      for (const typed of [
        each,
        shown,
        shown.toLowerCase(),
        ` ${each.slice(0, 2)} ${each.slice(2)} `,
        shown.replace("-", "–"),
      ]) {
        expect(Handoff.readCode(typed)).toBe(each);
      }
    }),
  );
  for (const typed of ["", "ABCD-EFGH", "12345678", "BCDFGHJK", "B2C3D4F", "B2C3D4F5G6", "é2c3d4f5"]) {
    expect(Handoff.readCode(typed)).toBeUndefined();
  }
});

test("what is kept of a text holds neither its codes nor its links, and the codes are told", () => {
  const token = "A".repeat(43);
  const text = `Votre lien https://messages.banque.example/secure/lumiere/l/${token} ne marche pas, le code b2cd-7xyz non plus.`;
  const { codes, text: kept } = Handoff.concealed(text, "fr");
  expect(codes).toEqual(["B2CD7XYZ"]);
  expect(kept).toBe("Votre lien [lien vers la page sécurisée] ne marche pas, le code [code à usage unique] non plus.");
  const ordinary = "Rendez-vous le 12-2026 au guichet 4321, dossier AB-2024, carte 4111 1111 1111 1111";
  expect(Handoff.concealed(ordinary, "fr")).toEqual({ codes: [], text: ordinary });
});

test.each([
  "Mon IBAN : FR76 9999 8002 0777 0001 2345 605",
  "sent to DE39 9999 9999 0012 3456 78",
  "GB29-NWBK-6016-1331-9268-19",
  "numéro 2345 67BC 8923 4455",
])("the head of a longer number is no code, and is left for redaction to find: %s", (text) => {
  expect(Handoff.concealed(text, "fr")).toEqual({ codes: [], text });
});

test.each(Handoff.languages)(
  "what is kept of an offer in %s gets its secrets when it is sent, and an echo loses them again",
  (language) => {
    for (const purpose of Handoff.purposes) {
      const words = Handoff.offerWords({ bank: "Banque Imaginaire", host: "banque.example", purpose }, language);
      expect(Handoff.isOffering(words)).toBe(true);
      const kept = Handoff.keptWords(words, language);
      const link = Handoff.linkOf("https://messages.banque.example", "lumiere", "b".repeat(43));
      const sent = Handoff.sentWords(kept, language, { code: "B2CD7XYZ", link });
      expect(sent).toContain("B2CD-7XYZ");
      expect(sent).toContain(link);
      expect(sent.indexOf("B2CD-7XYZ")).toBeLessThan(sent.indexOf(link));
      expect(Handoff.concealed(sent, language)).toEqual({ codes: ["B2CD7XYZ"], text: kept });
    }
    expect(Handoff.invitation(language)).not.toMatch(/https?:|\{|www/);
  },
);
