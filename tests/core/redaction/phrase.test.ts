import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isHidden, redacted } from "./cast.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/redaction/${name}`, import.meta.url), "utf8").trimEnd();

/** "# kind", then phrases with {} where the value stands, then "= value" lines; ⏎ is a line's end. */
const blocks = read("phrases.txt")
  .replaceAll("⏎", "\u2028")
  .split("\n\n")
  .map((block) => {
    const [title = "", ...lines] = block.split("\n").map((line) => line.replaceAll("\u2028", "\n"));
    return {
      kind: title.slice(2),
      phrases: lines.filter((line) => !line.startsWith("= ")),
      values: lines.filter((line) => line.startsWith("= ")).map((line) => line.slice(2)),
    };
  });

const missed = (phrase: string, values: readonly string[]): readonly string[] => {
  const start = phrase.indexOf("{}");
  return values.filter(
    (value) =>
      !isHidden(
        phrase.replace("{}", () => value),
        start,
        start + value.length,
      ),
  );
};

test.each(blocks)("$kind are found in every phrase, however they are written", ({ phrases, values }) => {
  expect(phrases.length).toBeGreaterThan(3);
  expect(values.length).toBeGreaterThan(3);
  const left = phrases.flatMap((phrase) => missed(phrase, values).map((value) => [phrase, value]));
  expect(left).toEqual([]);
});

test("what customers of a bank write every day stays as it is", () => {
  const altered = read("ordinary.txt")
    .split("\n")
    .filter((message) => redacted(message) !== message);
  expect(altered).toEqual([]);
});
