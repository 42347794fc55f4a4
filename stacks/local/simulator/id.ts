import { createHash, randomInt } from "node:crypto";

/** X counts from here (4 November 2010, in milliseconds of the epoch); the time is in the upper 42 bits of an id. */
const xEpoch = 1_288_834_974_657;

/** An id as X makes them: 64 bits, more than a number can hold, ordered by time. `at` in milliseconds. */
export const newId = (at: number): string =>
  ((BigInt(Math.max(at, xEpoch) - xEpoch) << 22n) | BigInt(randomInt(2 ** 22))).toString();

/** The id of a person, the same for the same words in every run: 18 digits. */
export const idOf = (...words: readonly string[]): string =>
  (
    10n ** 17n +
    (createHash("sha256").update(words.join("\n")).digest().readBigUInt64BE() % (9n * 10n ** 17n))
  ).toString();
