import { describe, expect, test } from "vitest";
import { isAmount } from "../../../core/redaction/cue.ts";
import { beginnings } from "../../../core/redaction/phrase.ts";
import { type Reading, startReading } from "../../../core/redaction/reading.ts";
import { cards, redacted } from "./cast.ts";

/** What stands beside a number is told by its first two letters first: none of these may be overlooked. */
const units =
  "€ $ £ % ‰ k€ eur euro euros usd gbp chf dollar dollars pound pounds livre livres franc francs fcfa point points pts miles an ans year years mois month months jour jours day days semaine semaines week weeks heure heures hour hours minute minutes min mins fois times personne personnes client clients km kg h";

const reading = (text: string): Reading => {
  const read = startReading(text, undefined, true);
  if (read === undefined) throw new Error("not read");
  return read;
};

test.each(units.split(" "))("1234 %s is an amount", (unit) => {
  expect(isAmount(reading(`1234 ${unit} de`), 0, 4)).toBe(true);
});

test.each(["1234 hier", "1234 kontakt", "1234 erreurs", "1234 car"])("%s is none", (text) => {
  expect(isAmount(reading(text), 0, 4)).toBe(false);
});

const links =
  "puis|ensuite|apres|suivi de|pour finir|enfin|et|les derniers|suivants|the last|last four|finally|second half|finit par|se termine par|ends with|then|after that|followed by|next|and|dann|danach|luego|despues|poi|daarna|dan|depois|tiret|trait|espace|point|slash|dash|space|hyphen|dot|bindestrich|guion|trattino|streepje|and then|x|y|e|la suite|la suite c'est|derniers chiffres|the next digits|termine par|termina en|endet mit|finisce con|eindigt op";

describe("what links the pieces of a number", () => {
  test.each(links.split("|"))("4000 0566 5566 %s 5556 is one card", (link) => {
    expect(redacted(`carte 4000 0566 5566 ${link} 5556 merci`)).toBe("carte [carte ••••5556] merci");
  });

  test("other words part them", () => {
    expect(redacted(`le 4000 du 0566 au 5566 chez 5556`)).toBe("le 4000 du 0566 au 5566 chez 5556");
    expect(redacted(`carte ${cards.visa} svp`)).toBe("carte [carte ••••5556] svp");
  });
});

test("a word of one letter begins a phrase only before what is no letter", () => {
  const { has } = beginnings("y puis");
  const starts = (text: string): boolean => has(text.charCodeAt(0), text.charCodeAt(1));
  expect(["y 4", "y", "y4", "pu", "ye", "pa", "up"].map(starts)).toEqual([true, true, true, true, false, false, false]);
});
