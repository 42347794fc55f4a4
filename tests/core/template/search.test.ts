import { expect, test } from "vitest";
import { search } from "#core/template/search";

const items = [
  { name: "Horaires d’ouverture", text: "Nos agences", topic: "opening-hours" },
  { name: "Carte perdue", text: "Faites opposition, l’agence est fermée", topic: "lost-card" },
];
const names = (query: string) => search(items, query).map(({ name }) => name);

test("every word begins a word, whatever its accents; a name comes before a text", () => {
  expect(names("hor ouv")).toEqual(["Horaires d’ouverture"]);
  expect(names("fermee")).toEqual(["Carte perdue"]);
  expect(names("agence")).toEqual(["Horaires d’ouverture", "Carte perdue"]);
  expect(names("raires")).toEqual([]);
  expect(names(" ")).toHaveLength(2);
  expect(search(items, "oppo")).toHaveLength(1);
});
