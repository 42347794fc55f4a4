import { expect, test } from "vitest";
import type * as Intake from "#core/intake";
import { isProofAlone } from "../../../functions/workers/ingest/proof.ts";

const saying = (text: string): Intake.Inbound => ({ text, proofs: ["hash"] }) as unknown as Intake.Inbound;

test("a message is a code alone with its label and signs, and not with a word beside it", () => {
  expect(isProofAlone(saying("[code à usage unique] !"))).toBe(true);
  expect(isProofAlone(saying("[code à usage unique] voilà"))).toBe(false);
});

test("a row of brackets without an end is read once", () => {
  expect(isProofAlone(saying("[".repeat(400_000)))).toBe(true);
});
