import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as Guard from "#core/guard";

const policy = { ...Guard.defaultPolicy, links: ["banque-lumiere.example"] };
const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../../fixtures/replies/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "");
const kindsIn = (text: string, visibility: "public" | "private", language: "fr" | "en") =>
  Guard.check(text, { visibility, language, policy }).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );

describe.each(["fr", "en"] as const)("replies in %s", (language) => {
  const good = linesOf(`good-${language}`);

  test("there are many of both kinds", () => {
    expect(good.length).toBeGreaterThanOrEqual(100);
    expect(linesOf(`caught-${language}`).length).toBeGreaterThanOrEqual(75);
  });

  test.each(good)("passes untouched: %s", (line) => {
    const isPrivate = line.startsWith("private: ");
    const text = line.replace("private: ", "");
    expect(kindsIn(text, "private", language)).toEqual([]);
    if (!isPrivate) expect(kindsIn(text, "public", language)).toEqual([]);
  });

  test.each(linesOf(`caught-${language}`).map((line) => line.split(" | ")))("is caught: %s: %s", (kind, text = "") => {
    const kinds = kindsIn(text, "public", language).map((found) => found.split(":")[0]);
    expect(kinds).toContain(kind);
  });
});
