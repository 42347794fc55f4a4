import { countrySpecs } from "ibantools";
import { expect, test } from "vitest";
import { lengths } from "../../../../core/redaction/detector/iban.ts";
import { found, iban, ibans, redacted } from "../cast.ts";

test("an IBAN keeps its country and last four", () => {
  expect(redacted(`sur le ${iban} svp`)).toBe("sur le [IBAN FR••0104] svp");
});

test.each([
  ...ibans,
  "fr76 1234 5678 9012 3456 7890 104",
  "FR76.1234.5678.9012.3456.7890.104",
  "FR76 12345 67890 12345678901 04",
  "F R 7 6 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 0 4",
  "FR76 1234 5678 9012\n3456 7890 104",
  "FR76 I234 5678 9OI2 3456 789O IO4",
])("%s is found without a cue", (written) => {
  expect(found(`refund to ${written} please`)).toEqual([`iban: ${written}`]);
});

test("the word before an IBAN is no bank identifier", () => {
  expect(redacted("IBAN FR 76 12345 67890 12345678901 04")).toBe("IBAN [IBAN FR••0104]");
  expect(redacted("BIC IBAN FR76 12345 67890 12345678901 04")).toBe("BIC IBAN [IBAN FR••0104]");
});

test("a wrong key is a typing error beside a cue, another number elsewhere", () => {
  expect(found("mon IBAN FR76 1234 5678 9012 3456 7890 105")).toEqual(["iban: FR76 1234 5678 9012 3456 7890 105"]);
  expect(found("FR76 1234 5678 9012 3456 7890 105 ?")).toEqual([]);
});

test("lengths agree with the registry", () => {
  for (const [country, { chars }] of Object.entries(countrySpecs))
    if (chars) expect([country, lengths.get(country.toLowerCase())]).toEqual([country, chars]);
});

test("O for 0 is read in the check digits and beside a bank's letters", () => {
  expect(found("virer sur luO7/2915/4675/O159/4648 svp")).toEqual(["iban: luO7/2915/4675/O159/4648"]);
  expect(found("IE6O OLIZ 99OO OOOO O1OO 11")).toEqual(["iban: IE6O OLIZ 99OO OOOO O1OO 11"]);
  expect(found("flight BA1287 cancelled can I claim")).toEqual([]);
});
