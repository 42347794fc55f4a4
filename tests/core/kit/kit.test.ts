import { expect, test } from "vitest";
import * as Kit from "#core/kit";

const charter = { version: 1, fr: "Nous restons courtois.", en: "We stay courteous." };
const kit: Kit.Kit = { ...Kit.emptyKit, charter };
const training = { id: "fraud", title: { fr: "Fraude", en: "Fraud" }, validDays: 30 };
const now = "2026-11-25T09:00:00.000Z";

test("a bank without a charter asks nobody to accept one", () => {
  expect(Kit.hasAccepted(Kit.emptyKit, Kit.newcomer("camille"))).toBe(true);
  expect(Kit.hasAccepted(kit, Kit.newcomer("camille"))).toBe(false);
});

test("other words of the charter are another version, and everybody accepts it anew", () => {
  const standing = { ...Kit.newcomer("camille"), charter: { version: 1, at: now } };
  expect(Kit.hasAccepted(kit, standing)).toBe(true);
  const revised = Kit.revise(kit, { ...kit, charter: { ...charter, fr: "Nous signons." } });
  expect(revised.charter?.version).toBe(2);
  expect(Kit.hasAccepted(revised, standing)).toBe(false);
});

test("a change of something else leaves the charter's version", () => {
  expect(Kit.revise(kit, { ...kit, trainings: [training] })).toMatchObject({ version: 1, charter: { version: 1 } });
});

test("what was learned holds as long as it says", () => {
  const standing = (at: string) => ({ ...Kit.newcomer("camille"), trainings: { fraud: at } });
  expect(Kit.learned(training, standing("2026-11-01T09:00:00.000Z"), now)).toMatchObject({ state: "valid" });
  expect(Kit.learned(training, standing("2026-10-01T09:00:00.000Z"), now)).toMatchObject({ state: "expired" });
  expect(Kit.learned(training, Kit.newcomer("camille"), now)).toEqual({ state: "missing" });
});
