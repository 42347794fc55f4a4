import { expect, test } from "vitest";
import { found, redacted, rib } from "../cast.ts";

test("a RIB is found by its key, in one run or as it is printed", () => {
  expect(found(`voici ${rib}`)).toEqual([`account: ${rib}`]);
  expect(found("voici 12345 67890 12345678901 04")).toEqual(["account: 12345 67890 12345678901 04"]);
  expect(found("voici 12345 67890 12345678901 05")).toEqual([]);
});

test.each([
  ["sort code 99-00-11 account 55779911", ["account: 99-00-11", "account: 55779911"]],
  ["acc no 31926819", ["account: 31926819"]],
  ["numéro de compte 00010123456", ["account: 00010123456"]],
  ["Kontonummer 532013000", ["account: 532013000"]],
  ["customer number 4471902", ["customer-number: 4471902"]],
  ["contrat n°CRD-2291834", ["customer-number: CRD-2291834"]],
  ["dossier de prêt PR20231187", ["customer-number: PR20231187"]],
  ["mon identifiant est 88120034", ["customer-number: 88120034"]],
  ["BIC ZZZZFRPPXXX", ["bic: ZZZZFRPPXXX"]],
])("%s", (text, values) => {
  expect(found(text)).toEqual(values);
});

test.each([
  "mon compte est débité de 15000 €",
  "account opened in 2019, closed 01/02/2023",
  "2 contrats depuis 2020",
  "référence du formulaire : CERFA 2042",
  "swift transfers are slow",
])("%s stays", (text) => {
  expect(redacted(text)).toBe(text);
});
