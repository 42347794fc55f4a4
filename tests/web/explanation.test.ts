import { expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { redaction as en } from "../../web/inbox/language/en/redaction.ts";
import { redaction as fr } from "../../web/inbox/language/fr/redaction.ts";

/** A near miss of each kind, and no more. */
const near = [
  ["suivi 4970101234567891", "Luhn fails, no cue"],
  ["suivi 9970101234567892", "no issuer's range, no cue"],
  ["FR76 3000 6000 0112 3456 7890 188 hier", "mod 97 fails, no cue"],
  ["colis 123456782 perdu", "a weak check, and other words beside it"],
] as const;

test.each(near)("why %s stays is said in both languages", (text, why) => {
  expect(Redaction.redact(text).found).toEqual([]);
  expect(Redaction.explain(text).missed.map((each) => each.why)).toContain(why);
  expect([fr.whys[why], en.whys[why]].every((words) => (words ?? "").length > 20)).toBe(true);
});

test("no reason is told of that no rule gives", () => {
  const given = near.map(([, why]) => why).toSorted();
  expect(Object.keys(fr.whys).toSorted()).toEqual(given);
  expect(Object.keys(en.whys).toSorted()).toEqual(given);
});
