import { expect, test } from "vitest";
import * as Guard from "#core/guard";

const now = "2026-11-25T09:00:00.000Z";
const promise = Guard.check("Je vous garantis une réponse.", { visibility: "public" });
const plain = {
  findings: [],
  visibility: "public",
  isProbation: false,
  isCrisis: false,
  hasChangedLocks: false,
  isHolding: false,
  dueAt: null,
  now,
} as const;
const reasons = (changes: Partial<Parameters<typeof Guard.reviewReasonsOf>[0]>) =>
  Guard.reviewReasonsOf({ ...plain, ...changes });

test("an ordinary reply has one pair of eyes", () => expect(reasons({})).toEqual([]));

test("probation, a promise in public, changed locked words and a crisis have two", () => {
  expect(reasons({ isProbation: true })).toEqual(["probation"]);
  expect(reasons({ findings: promise })).toEqual(["public-promise"]);
  expect(reasons({ findings: promise, visibility: "private" })).toEqual([]);
  expect(reasons({ hasChangedLocks: true })).toEqual(["locked-text"]);
  expect(reasons({ isCrisis: true, isProbation: true })).toEqual(["probation", "crisis"]);
});

test("a holding reply leaves alone in the last fifteen minutes, and not before", () => {
  const holding = { isProbation: true, isHolding: true } as const;
  expect(reasons({ ...holding, dueAt: "2026-11-25T09:15:00.000Z" })).toEqual([]);
  expect(reasons({ ...holding, dueAt: "2026-11-25T09:15:01.000Z" })).toEqual(["probation"]);
  expect(reasons({ ...holding, dueAt: "2026-11-25T08:00:00.000Z" })).toEqual([]);
  expect(reasons({ isProbation: true, dueAt: "2026-11-25T09:10:00.000Z" })).toEqual(["probation"]);
});

test("of changed words only what they say anew is read again", () => {
  const read = (text: string) => ({ text, findings: Guard.check(text, { visibility: "public" }) });
  const before = read("Je vous garantis une réponse.");
  const kinds = (text: string) => Guard.newlyFound(read(text), before).map(({ kind }) => kind);
  expect(kinds("Bonjour, je vous  GARANTIS une réponse !")).toEqual([]);
  expect(kinds("Je vous garantis une réponse. Bonne journée.")).toEqual([]);
  expect(kinds("Nous vous rappelons demain.")).toEqual([]);
  expect(kinds("Je vous garantis une réponse, et je vous promets un geste.")).toEqual(["promise", "promise"]);
});

test("the same words that promise something else promise anew", () => {
  const read = (text: string) => ({ text, findings: Guard.check(text, { visibility: "public" }) });
  const before = read("Bonjour, je vous promets un geste commercial.");
  const kinds = (text: string) => Guard.newlyFound(read(text), before).map(({ kind }) => kind);
  expect(kinds("Bonjour, je vous promets un remboursement rapide.")).toEqual(["promise"]);
  expect(kinds("Bonsoir. Je vous promets un geste commercial, cordialement.")).toEqual(["promise"]);
  expect(kinds("Bonsoir. Je vous promets un geste commercial.\nCordialement")).toEqual([]);
});
