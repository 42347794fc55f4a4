import { expect, test } from "vitest";
import { type CueFamily, cueWords } from "../../../core/redaction/cue-words.ts";
import { detectors } from "../../../core/redaction/detector/index.ts";
import { cues as nameCues } from "../../../core/redaction/detector/name-cue.ts";
import { Family } from "../../../core/redaction/family.ts";
import { alternativesOf, firstWords } from "./first-words.ts";

test("a phrase's first word is its letters up to the first character that is none", () => {
  expect([...firstWords("(?<=x )(?:pin(?:[ -]?code)?|c\\.? ?v|mots? de passe|nat[oa])")].sort()).toEqual([
    "c",
    "cv",
    "mot",
    "mots",
    "nata",
    "nato",
    "pin",
    "pincode",
  ]);
});

test("alternatives are looked for within groups that are all of one", () => {
  expect(alternativesOf("(?:(?:a|b(?:c|d))(?![a-z])|(?:e|[f|]) g)")).toEqual(["a", "b(?:c|d)", "(?:e|[f|]) g"]);
});

const wordsOf = (families: number): ReadonlySet<string> =>
  new Set(
    Object.entries(cueWords)
      .filter(([name]) => (Family[name as CueFamily] & families) !== 0)
      .flatMap(([, words]) => words.split(" ")),
  );

const cued = detectors.flatMap(({ name, cues }) => (cues === undefined ? [] : [{ name, cues: cues() }]));

test.each(cued)("$name: every phrase starts with a cue word of its family, so that it is tried", ({ cues }) => {
  expect(cues.length).toBeGreaterThan(0);
  const unknown = cues.flatMap(({ family, cue }) => {
    const known = wordsOf(family);
    return alternativesOf(cue.source).filter((alternative) => {
      const words = [...firstWords(alternative)];
      return words.length > 0 && !words.some((word) => known.has(word));
    });
  });
  expect(unknown).toEqual([]);
});

test("every word at which a name's phrases are tried is a cue word", () => {
  const known = wordsOf(Family.name | Family.title);
  expect(nameCues.flatMap(({ words }) => words.split(" ")).filter((word) => !known.has(word))).toEqual([]);
});
