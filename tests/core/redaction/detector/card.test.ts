import { expect, test } from "vitest";
import * as Redaction from "#core/redaction";

const redacted = (text: string): string => Redaction.redact(text).text;

test("a card keeps its last four and nothing else", () => {
  expect(redacted("ma carte 4000 0566 5566 5556 est bloquée")).toBe("ma carte [carte ••••5556] est bloquée");
});

test("a mistyped card is still a card beside its cue", () => {
  expect(redacted("numéro de carte : 4000 0566 5566 5557")).toBe("numéro de carte : [carte ••••5557]");
});
