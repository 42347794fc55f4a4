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

/** "# kind", then whole messages in which ⟦⟧ stand around what has to go. */
const messages = read("whole.txt")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "))
  .map((line) => line.replaceAll("⏎", "\n"));

test.each(messages)("what is marked is gone: %s", (message) => {
  const [first = "", ...parts] = message.split(/[⟦⟧]/);
  let text = first;
  const spans: { readonly start: number; readonly end: number }[] = [];
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  expect(spans.length).toBeGreaterThan(0);
  for (const { start, end } of spans)
    expect([text.slice(start, end), isHidden(text, start, end)]).toEqual([text.slice(start, end), true]);
});

test("what customers of a bank write every day stays as it is", () => {
  const altered = read("ordinary.txt")
    .split("\n")
    .filter((message) => redacted(message) !== message);
  expect(altered).toEqual([]);
});
