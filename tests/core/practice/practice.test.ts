import { describe, expect, test } from "vitest";
import * as Kit from "#core/kit";
import * as Practice from "#core/practice";
import * as Redaction from "#core/redaction";

const exercise = (id: string): Practice.Exercise => {
  const found = Practice.exercises.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
};
const bank = { numbers: ["01 99 00 12 34"], redaction: { allow: ["01 99 00 12 34"] } };
type Attempt = Parameters<typeof Practice.judge>[1];
const judge = (id: string, way: Attempt["way"], text = "", language: Attempt["language"] = "fr") =>
  Practice.judge(exercise(id), { way, text, language }, bank);

describe("an answer to an invented customer", () => {
  test("is passed when the way is right and the words could leave", () => {
    expect(judge("thanks", "answer", "Merci, toute l’équipe est ravie !").isPassed).toBe(true);
    expect(judge("spam", "no-answer").isPassed).toBe(true);
    expect(judge("own-payment", "secure-page").isPassed).toBe(true);
    expect(judge("despair", "colleague").isPassed).toBe(true);
    expect(judge("lost-card", "answer", "Faites opposition au 01.99.00.12.34, jour et nuit.").isPassed).toBe(true);
  });

  test("is not passed on another way, however well it is said", () => {
    expect(judge("card-in-public", "answer", "Bonjour, regardons cela.").shortcomings).toEqual(["way"]);
    expect(judge("despair", "no-answer").shortcomings).toEqual(["way"]);
  });

  test("is read by the guard as a real one, and what it would only warn of is not passed", () => {
    const asked = judge("lost-card", "answer", "Donnez-nous votre code secret.");
    expect(asked.shortcomings).toEqual(["words", "number"]);
    expect(asked.findings.map(({ kind }) => kind)).toContain("asks-secret");
    const promised = judge("anger", "private-message", "Écrivez-nous en privé : vous serez remboursé, c’est garanti.");
    expect(promised.findings.map(({ kind }) => kind)).toContain("promise");
    expect(promised.isPassed).toBe(false);
  });

  test("says something, and fits its channel", () => {
    expect(judge("hours", "answer", "  ").shortcomings).toEqual(["empty"]);
    expect(judge("thanks", "answer", "Merci à vous ! ".repeat(30)).shortcomings).toEqual(["too-long"]);
  });
});

test("an exercise shows no number of anybody, in either language, and tells why", () => {
  for (const { author, id, message, why } of Practice.exercises) {
    for (const text of [message.fr, message.en, author]) {
      expect(Redaction.redact(text, { visibility: "public" }).text, id).toBe(text);
    }
    expect(Math.min(why.fr.length, why.en.length), id).toBeGreaterThan(30);
  }
  expect(new Set(Practice.exercises.map(({ id }) => id)).size).toBe(Practice.exercises.length);
});

test("every way is the right one somewhere, so that none is learned by heart", () => {
  expect(new Set(Practice.exercises.map(({ right }) => right))).toEqual(new Set(Practice.ways));
});

test("what was passed before practice was last finished is practised anew", () => {
  const training: Kit.Training = { id: "practice", title: { fr: "A", en: "A" }, validDays: 365, byPractice: true };
  const at = (day: number) => `2026-11-${day}T09:00:00.000Z`;
  const standing = { ...Kit.newcomer("yanis"), practised: { thanks: at(10), hours: at(12) } };
  expect(Practice.passedIn(standing, training)).toEqual(["thanks", "hours"]);
  expect(Practice.passedIn({ ...standing, trainings: { practice: at(11) } }, training)).toEqual(["hours"]);
  const all = Practice.exercises.map(({ id }) => id);
  expect([Practice.isFinished(all), Practice.isFinished(all.slice(1))]).toEqual([true, false]);
  expect([Practice.isNew(Kit.newcomer("yanis")), Practice.isNew({ ...standing, trainings: { fraud: at(1) } })]).toEqual(
    [true, false],
  );
});
