import { expect, test } from "vitest";
import { languageOf } from "#core/classification/language";
import { label as english } from "../../web/inbox/language/en/label.ts";
import { label as french } from "../../web/inbox/language/fr/label.ts";

test("a reason that is no word of the customer's is told in the language of the page", () => {
  const why = languageOf("Meine Überweisung ist nicht angekommen")?.why ?? [];
  expect(why).toHaveLength(1);
  for (const say of [english, french]) expect(say.rules[why[0] ?? ""]).toBeTypeOf("string");
});
