import { expect, test } from "vitest";
import * as Entity from "#core/entity";
import * as Sla from "#core/sla";

const bank: Entity.Entity = {
  id: "aubepine",
  name: "Banque Aubépine",
  languages: ["fr", "en"],
  timeZone: "Europe/Paris",
  accounts: [],
  teams: [{ id: "social", name: "Social" }],
  slaPolicies: [Sla.defaultPolicy],
  automaticAnswers: {
    urgent: { fr: "Appelez le 01 99 00 12 34.", en: "Call +33 1 99 00 12 34." },
    outsideHours: { fr: "Nous répondons {opensAt}.", en: "We answer from {opensAt}." },
  },
};
const fridayNight = "2026-03-20T20:00:00.000Z";
const fridayNoon = "2026-03-20T12:00:00.000Z";
const answer = (now: string, isUrgent: boolean, language?: string, entity = bank) =>
  Entity.automaticAnswer(entity, { isUrgent, language, now });

test("a closed bank says when it opens, in the customer's language and the bank's own time", () => {
  expect(answer(fridayNight, false, "en")).toEqual({
    reason: "outside-hours",
    text: "We answer from Monday 23 March at 09:00.",
    opensAt: "2026-03-23T08:00:00.000Z",
  });
  expect(answer(fridayNight, false, "fr")?.text).toBe("Nous répondons lundi 23 mars à 09:00.");
});

test("an open bank says nothing by itself, save to an emergency", () => {
  expect(answer(fridayNoon, false, "fr")).toBeUndefined();
  expect(answer(fridayNoon, true, "fr")).toEqual({ reason: "urgent", text: "Appelez le 01 99 00 12 34." });
  expect(answer(fridayNight, true, "en")?.reason).toBe("urgent");
});

test("a language the bank does not speak gets its first one; without approved words nothing is said", () => {
  expect(answer(fridayNight, true, "pt")?.text).toContain("Appelez");
  const { automaticAnswers: _, ...silent } = bank;
  expect(answer(fridayNight, true, "fr", silent)).toBeUndefined();
  expect(
    answer(fridayNight, false, "en", { ...bank, automaticAnswers: { outsideHours: { fr: "…" } } }),
  ).toBeUndefined();
});
