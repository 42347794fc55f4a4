import fc from "fast-check";
import { stdnum } from "stdnum";
import { expect, test } from "vitest";
import { checksByLength } from "../../../../core/redaction/detector/national-check.ts";
import { found } from "../cast.ts";

test.each([
  ["NIR", "voilà 1 85 05 99 123 456 07 merci", "1 85 05 99 123 456 07"],
  ["numéro fiscal", "mon dossier, 30 99 999 999 103", "30 99 999 999 103"],
  ["NINO", "it is AB 12 34 56 C", "AB 12 34 56 C"],
  ["DNI", "el 87654321X", "87654321X"],
  ["NIE", "el X-7654321-J", "X-7654321-J"],
  ["codice fiscale", "ecco ZZZZZZ90A01Z999I", "ZZZZZZ90A01Z999I"],
  ["registre national", "c'est 90.01.01-001.23", "90.01.01-001.23"],
  ["PESEL", "to 90010100122", "90010100122"],
  ["AHV", "ist 756.9999.0000.17", "756.9999.0000.17"],
  ["Steuer-ID", "das 99 123 456 783", "99 123 456 783"],
])("%s is known by its format and check", (_, text, value) => {
  expect(found(text)).toEqual([`national-id: ${value}`]);
});

test.each([
  ["passeport n° 12AB34567", "passport: 12AB34567"],
  ["BSN 999999012", "national-id: 999999012"],
  ["ma CNI 880692310285", "national-id: 880692310285"],
  ["NHS number 999 000 1112", "national-id: 999 000 1112"],
  ["mein Personalausweis L01X00T47", "national-id: L01X00T47"],
  ["permis de conduire 14AA00002", "national-id: 14AA00002"],
])("beside its cue it needs no check: %s", (text, value) => {
  expect(found(text)).toEqual([value]);
});

test("a weak check is believed only when the message is nothing else", () => {
  expect(found("999 000 1111")).toEqual(["national-id: 999 000 1111"]);
  expect(found("9990001111")).toEqual(["national-id: 9990001111"]);
  expect(found("colis 9990001111 perdu")).toEqual([]);
});

const oracles = [
  [9, "nl.bsn", stdnum.NL?.bsn],
  [11, "pl.pesel", stdnum.PL?.pesel],
  [11, "no.fodselsnummer", stdnum.NO?.fodselsnummer],
  [13, "ro.cnp", stdnum.RO?.cnp],
  [13, "ch.ahv", stdnum.CH?.ssn],
] as const;

test.each(oracles)("%i digits: what another implementation takes for %s, ours does", (length, name, other) => {
  const checks = checksByLength.get(length)?.filter((one) => one.name === name) ?? [];
  const born = fc.date({ min: new Date("1950-01-01"), max: new Date("1999-12-31"), noInvalidDate: true });
  let valid = 0;
  fc.assert(
    fc.property(born, fc.integer({ min: 0, max: 999_999 }), (date, serial) => {
      const [year, month, day] = date.toISOString().slice(2, 10).split("-");
      const written = name === "no.fodselsnummer" ? `${day}${month}${year}` : `${year}${month}${day}`;
      const lead = name === "ro.cnp" ? "1" : name === "ch.ahv" ? "756" : "";
      const stem = `${lead}${written}${String(serial).padStart(6, "0")}`.slice(0, length - 2);
      for (let end = 0; end < 100; end++) {
        const id = stem + String(end).padStart(2, "0");
        if (id.length !== length || other?.validate(id).isValid !== true) continue;
        valid++;
        expect([id, checks.some((check) => check.holds(id))]).toEqual([id, true]);
      }
    }),
    { numRuns: 60 },
  );
  expect(valid).toBeGreaterThan(0);
});

test.each([
  ["an Austrian number in two groups", "5128 180672", "5128 180672"],
  ["a Romanian one with its sex apart", "to 1 721202 122122 ok", "1 721202 122122"],
  ["an Estonian one with its sex apart", "here 3 890714 6325 ok", "3 890714 6325"],
  ["a French one from before the key", "c'est le 2 75 11 13 938 738 merci", "2 75 11 13 938 738"],
  ["a Corsican one from before the key", "c'est le 2 75 11 2A 938 738 merci", "2 75 11 2A 938 738"],
  ["a Danish one, which has no check any more", "210299-3537", "210299-3537"],
  ["a Latvian one that tells no birthday", "320782-68843", "320782-68843"],
  ["the papers of France that have letters", "25NX94204", "25NX94204"],
  ["a Finnish one without a letter", "here 120651-4752 ok", "120651-4752"],
  ["a Spanish one whose letter looks like a digit", "33074916L", "33074916L"],
  ["a German one whose letter looks like a digit", "53251149L798", "53251149L798"],
  ["a Greek one in two groups", "here 250182 99849 ok", "250182 99849"],
])("%s is an identifier", (_, text, value) => {
  expect(found(text)).toEqual([`national-id: ${value}`]);
});

test.each(["rdv le 15.11.26 à 16h32", "rdv le 15 11 26 à 16h", "1700559980669", "12-345-6789", "111 111 111"])(
  "%s is none",
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test.each([
  ["a day and month that no Czech number has", "9171234567"],
  ["a Czech number of nine digits of the time when it had ten", "532123456"],
  ["a birthday that has yet to come", "310136-5123"],
  ["a check that holds in groups nobody writes", "11-22-12345-12"],
  ["a Slovenian check in Korean groups", "051102-9234110"],
  ["a company's number without its groups", "12222234567"],
  ["counting to nine", "123456789"],
])("%s is no identifier", (_, text) => {
  expect(found(text)).toEqual([]);
});

test("a company's number is one in its groups", () => {
  expect(found("12 222 234 567")).toEqual(["national-id: 12 222 234 567"]);
});
