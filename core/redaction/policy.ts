import { z } from "zod";
import { type Kind, kinds } from "./kind.ts";

/** What becomes of a finding. The last four of an IBAN come with its country. */
export const Treatment = z.enum(["drop", "keep-last-4", "keep"]);
export type Treatment = z.infer<typeof Treatment>;

export type Visibility = "public" | "private";

const PerVisibility = z.union([Treatment, z.strictObject({ public: Treatment, private: Treatment })]);

/** PCI DSS 4.0.1: 3.3.1 forbids to keep the first list at all, 3.5.1 to keep more than the last four of a card. */
const neverKept: readonly Kind[] = ["security-code", "secret", "expiry"];

const treatments = z
  .partialRecord(z.enum(kinds), PerVisibility)
  .refine((all) => neverKept.every((kind) => worst(all[kind]) === "drop"), "codes and expiry dates are always removed")
  .refine((all) => worst(all.card) !== "keep", "a card number keeps its last four at most");

/** A bank's rules, as data. A change holds for what arrives afterwards: what was removed is gone. */
export const Policy = z.strictObject({ treatments: treatments.default({}) });
export type Policy = z.input<typeof Policy>;

export const treatmentOf = (policy: Policy | undefined, kind: Kind, visibility: Visibility): Treatment => {
  const set = policy?.treatments?.[kind];
  if (set === undefined) return kind === "card" || kind === "iban" ? "keep-last-4" : "drop";
  return typeof set === "string" ? set : set[visibility];
};

const order: readonly Treatment[] = ["drop", "keep-last-4", "keep"];

const worst = (set: z.infer<typeof PerVisibility> | undefined): Treatment => {
  if (set === undefined) return "drop";
  const both = typeof set === "string" ? [set] : [set.public, set.private];
  return order.findLast((treatment) => both.includes(treatment)) ?? "drop";
};
