import { isOneLetterAway } from "./typo.ts";
import { wordsOf } from "./word.ts";

/** Shorter names are too near to other words for a typing error to count. */
const typoLetters = 5;

/**
 * The bank's names that a text writes, right, with one letter wrong, or run together: for listening, where nobody is
 * tagged. `names` holds the names, with the nicknames and misspellings the bank has met.
 */
export const namesIn = (text: string, names: readonly string[]): readonly string[] => {
  const words = wordsOf(text);
  return names.filter((name) => {
    const wanted = wordsOf(name);
    const whole = wanted.join("");
    const runs = words.flatMap((word, start) => [word, words.slice(start, start + wanted.length).join("")]);
    return runs.some((run) => run === whole || (whole.length >= typoLetters && isOneLetterAway(run, whole)));
  });
};
