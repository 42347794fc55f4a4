import { describe, expect, test } from "vitest";
import * as Directory from "#core/directory";

const place = (id: string, name: string, alsoCalled: string[] = [], kind: "branch" | "expert" = "branch") => ({
  id,
  kind,
  name,
  alsoCalled,
  teamId: "branches",
});
const directory: Directory.Directory = {
  version: 1,
  people: [
    { audience: "press", handles: ["@LeCourrierDuSoir"], teamId: "press" },
    { audience: "employee", handles: ["marie.b"], teamId: "hr" },
  ],
  places: [
    place("tilleuls", "Agence des Tilleuls", ["Les Tilleuls"]),
    place("port-neuf", "Port-Neuf"),
    place("loans", "Port-Vieux", [], "expert"),
  ],
  names: [],
};

describe("the bank's directory", () => {
  test("knows people by their handle, however it is written", () => {
    expect(Directory.audienceOf("lecourrierdusoir", directory)).toMatchObject({ audience: "press", teamId: "press" });
    expect(Directory.audienceOf("@Marie.B", directory)).toMatchObject({ audience: "employee", teamId: "hr" });
    expect(Directory.audienceOf("@somebody", directory)).toBeUndefined();
    expect(Directory.audienceOf(undefined, directory)).toBeUndefined();
  });

  test("finds the branch that a text names, and none where it names two, or an expert", () => {
    expect(Directory.branchIn("Les Tilleuls sont ouverts le samedi ?", directory)?.id).toBe("tilleuls");
    expect(Directory.branchIn("l'agence de port neuf est fermée", directory)?.id).toBe("port-neuf");
    expect(Directory.branchIn("Port-Neuf ou Les Tilleuls ?", directory)).toBeUndefined();
    expect(Directory.branchIn("Port-Vieux, c'est ouvert ?", directory)).toBeUndefined();
  });

  test("has each list and each place once, and handles without spaces", () => {
    const refuses = (changes: object) => !Directory.Directory.safeParse({ ...directory, ...changes }).success;
    expect(refuses({})).toBe(false);
    expect(refuses({ people: [directory.people[0], directory.people[0]] })).toBe(true);
    expect(refuses({ places: [place("a", "A"), place("a", "B")] })).toBe(true);
    expect(refuses({ people: [{ audience: "press", handles: ["le courrier"], teamId: "press" }] })).toBe(true);
  });
});
