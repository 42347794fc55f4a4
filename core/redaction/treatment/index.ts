import type { Kind } from "../kind.ts";

/** What becomes of a finding, the strictest first. The last four of an IBAN come with its country. */
export const treatments = ["drop", "keep-last-4", "keep"] as const;
export type Treatment = (typeof treatments)[number];

/**
 * What a bank may choose. PCI DSS 4.0.1: 3.3.1 forbids to keep codes at all, 3.5.1 to keep more than the last four of a
 * card; an expiry date goes with them. What a person marked goes as they said, and a fraudster's link opens nothing.
 */
export const possible = (kind: Kind): readonly Treatment[] => {
  if (kind === "security-code" || kind === "secret" || kind === "expiry" || kind === "personal") return ["drop"];
  return kind === "card" ? ["drop", "keep-last-4"] : treatments;
};

/** Unless the bank says otherwise. */
export const usual = (kind: Kind): Treatment => (kind === "card" || kind === "iban" ? "keep-last-4" : "drop");
