import * as Channel from "#core/channel";
import * as Guard from "#core/guard";
import { type Exercise, isWritten, type Way } from "./exercise.ts";

export type Attempt = {
  readonly way: Way;
  readonly text: string;
  /** What the trainee practises in. */
  readonly language: "fr" | "en";
};

/** What the bank would read an answer by. `numbers`: approved ones, as they are said. */
export type Bank = Pick<Guard.Surroundings, "policy" | "hosts" | "redaction"> & { readonly numbers: readonly string[] };

export const shortcomings = ["way", "empty", "too-long", "words", "number"] as const;
export type Shortcoming = (typeof shortcomings)[number];

export type Judgement = {
  readonly isPassed: boolean;
  readonly shortcomings: readonly Shortcoming[];
  readonly findings: readonly Guard.Finding[];
};

/** How an answer would have done. Read by the same guard as a real one; what it would only warn of is not passed either. */
export const judge = (exercise: Exercise, { language, text, way }: Attempt, bank: Bank): Judgement => {
  const isRight = way === exercise.right;
  if (!isWritten(way)) return judgementOf(isRight ? [] : ["way"], []);
  const { numbers, ...surroundings } = bank;
  const { channel, visibility } = exercise;
  const findings = Guard.check(text, { ...surroundings, visibility, language });
  const { limit, used } = Channel.countText(channel, text);
  const wrong: Record<Shortcoming, boolean> = {
    way: !isRight,
    empty: text.trim() === "",
    "too-long": used > limit,
    words: findings.length > 0,
    number: exercise.needsNumber === true && isRight && !givesOne(text, numbers),
  };
  return judgementOf(
    shortcomings.filter((each) => wrong[each]),
    findings,
  );
};

const judgementOf = (found: readonly Shortcoming[], findings: readonly Guard.Finding[]): Judgement => ({
  isPassed: found.length === 0,
  shortcomings: found,
  findings,
});

const givesOne = (text: string, numbers: readonly string[]): boolean => {
  const digits = digitsOf(text);
  return numbers.length === 0 || numbers.some((number) => digits.includes(digitsOf(number)));
};

const digitsOf = (text: string): string => text.replace(/\D/g, "");
