import * as z from "zod";
import { kinds } from "./kind.ts";
import { patternFault } from "./pattern/index.ts";
import { possible, type Treatment, treatments } from "./treatment/index.ts";

const AnyTreatment = z.enum(treatments);
const PerVisibility = z.union([AnyTreatment, z.strictObject({ public: AnyTreatment, private: AnyTreatment })]);

const Treatments = z
  .partialRecord(z.enum(kinds), PerVisibility)
  .refine(
    (all) => kinds.every((kind) => possible(kind).includes(worst(all[kind]))),
    "codes and expiry dates are always removed, and a card number keeps its last four at most",
  );

const OwnPattern = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  kind: z.enum(kinds),
  pattern: z
    .string()
    .max(200)
    .superRefine((pattern, context) => {
      const fault = patternFault(pattern);
      if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
    }),
});

/**
 * A bank's rules, as data: what is kept of each kind and where, its own numbers' patterns (matched without regard to
 * case between characters that are no letter and no digit), and what may stand: its public numbers, accounts and
 * addresses, compared by letters and digits alone. A change holds for what arrives afterwards: what was removed is gone.
 */
export const Policy = z.strictObject({
  treatments: Treatments.default({}),
  patterns: z.array(OwnPattern).max(50).default([]),
  allow: z.array(z.string().min(3).max(200)).max(2000).default([]),
});
export type Policy = z.input<typeof Policy>;

function worst(set: z.infer<typeof PerVisibility> | undefined): Treatment {
  if (set === undefined) return "drop";
  const both = typeof set === "string" ? [set] : [set.public, set.private];
  return treatments.findLast((treatment) => both.includes(treatment)) ?? "drop";
}
