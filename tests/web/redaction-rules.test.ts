import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Redaction from "#core/redaction";
import { possible, treatments } from "#core/redaction/treatment";
import { kinds } from "../../core/redaction/kind.ts";
import type { Rules } from "../../web/inbox/data/bank/api.ts";
import { offered, treatmentIn, unusable, withTreatment } from "../../web/inbox/pages/redaction/rules-model.ts";
import { linesOf } from "../../web/inbox/ui/lines.ts";

const sides = ["public", "private"] as const;
const choice = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(...sides))
  .chain(([kind, side]) => fc.tuple(fc.constant(kind), fc.constant(side), fc.constantFrom(...possible(kind))));

describe("what a bank keeps of each kind", () => {
  test("what was chosen last is what is shown, the engine takes it, and nothing else is touched", () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 12 }), choice, (before, [kind, side, treatment]) => {
        const first = before.reduce<Rules>((rules, [...chosen]) => withTreatment(rules, ...chosen), {});
        const rules = withTreatment(first, kind, side, treatment);
        expect(treatmentIn(rules, kind, side)).toBe(treatment);
        for (const each of kinds)
          for (const other of sides)
            if (each !== kind || other !== side)
              expect([each, other, treatmentIn(rules, each, other)]).toEqual([
                each,
                other,
                treatmentIn(first, each, other),
              ]);
        expect(Redaction.Policy.safeParse(rules).success).toBe(true);
      }),
    );
  });

  test("a kind that is treated as usual is not named", () => {
    const kept = withTreatment({}, "phone", "private", "keep");
    expect(kept.treatments).toEqual({ phone: { public: "drop", private: "keep" } });
    expect(withTreatment(kept, "phone", "private", "drop").treatments).toEqual({});
    expect(withTreatment({}, "iban", "public", "keep-last-4").treatments).toEqual({});
  });

  test("codes and what a person marked are never offered to stand, a card keeps four digits at most", () => {
    for (const kind of ["security-code", "secret", "expiry", "personal", "link"] as const)
      expect(offered(kind, "drop")).toEqual(["drop"]);
    expect(offered("card", "drop")).not.toContain("keep");
    expect(offered("name", "drop")).toEqual(["drop", "keep"]);
    expect(offered("name", "keep-last-4")).toEqual([...treatments]);
  });

  test("the text shows what was chosen for the place where it stands", () => {
    const policy = withTreatment({}, "phone", "private", "keep");
    const message = "appelez-moi au 06 12 34 56 78";
    expect(Redaction.redact(message, { policy, visibility: "private" }).text).toBe(message);
    expect(Redaction.redact(message, { policy, visibility: "public" }).text).not.toContain("56 78");
  });
});

describe("what may stand", () => {
  test("is one a line, each once", () => {
    expect(linesOf(" 01 99 00 12 34 \n\ncontact@banque.example\n01 99 00 12 34\n")).toEqual([
      "01 99 00 12 34",
      "contact@banque.example",
    ]);
  });

  test("has three characters at least", () => {
    expect(unusable(["12", "123", "x".repeat(201)])).toEqual(["12", "x".repeat(201)]);
  });
});
