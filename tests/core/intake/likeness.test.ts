import { expect, test } from "vitest";
import * as Intake from "#core/intake";

const same = [
  ["a shortened link", "Tout est sur https://banque.example/aide?q=1.", "Tout est sur https://t.co/aB3."],
  ["a bare address", "Voyez banque.example/aide, merci", "Voyez https://t.co/aB3, merci"],
  ["a link in brackets", "(https://banque.example/aide)", "(https://t.co/aB3)"],
  ["a link that is labelled", "Pas ce lien : [lien hxxps://faux.example]", "Pas ce lien : https://t.co/aB3"],
  ["handles before a reply", "Bonjour Irma", "@irma_imaginaire @banque Bonjour Irma"],
  ["blanks", "Bonjour,\n\nmerci  ", "Bonjour, merci"],
  ["composed letters", "re\u0301ponse", "r\u00e9ponse"],
] as const;

test.each(same)("%s changes nothing of what a text says", (_, sent, echoed) => {
  expect(Intake.likenessOf(echoed)).toBe(Intake.likenessOf(sent));
});

const different = [
  ["other words", "Votre carte est prête", "Votre carte est bloquée"],
  ["a handle inside", "Écrivez à @banque demain", "Écrivez à demain"],
  ["a link that is missing", "Tout est là : https://banque.example", "Tout est là :"],
  ["an amount", "Il reste 10.50 euros", "Il reste 11.50 euros"],
] as const;

test.each(different)("%s makes it another text", (_, sent, echoed) => {
  expect(Intake.likenessOf(echoed)).not.toBe(Intake.likenessOf(sent));
});

test.each(["-", "a-", "[lien "])("a row of %o without an end is read once", (piece) => {
  const row = piece.repeat(400_000 / piece.length);
  expect(Intake.likenessOf(row)).toBe(row.trim());
});
