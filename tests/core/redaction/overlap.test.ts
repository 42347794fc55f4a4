import { expect, test } from "vitest";
import { redact } from "#core/redaction";

test.each([
  ["le code SMS n’arrive jamais au 06 39 98 77 03", "le code SMS n’arrive jamais au [téléphone]"],
  ["code reçu par SMS 483920, tel 06 39 98 77 03", "code reçu par SMS [code secret], tel [téléphone]"],
  ["le compte BE52 9990 1234 5695 à mes parents", "le compte [IBAN BE••5695] à mes parents"],
])("two rules over one passage leave one label and the words around it: %s", (text, expected) => {
  expect(redact(text).text).toBe(expected);
});
