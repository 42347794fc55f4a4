import { Family } from "./family.ts";
import type { Glance } from "./glance.ts";
import { type Edit, rewrite, type View } from "./view.ts";

/**
 * Long cue words with one slip: a letter missing, written twice or not, two of them exchanged, a vowel for another. Each
 * is a cue word that is read as the right one. Short words are left out, because their slips are words too.
 */
const intended =
  "cryptogramme cryptogram expiration expire expires expiry securite security password confidentiel chiffres chiffre derriere identifiant account naissance validite verification contrasena";

/** Slips that are words of their own, and forms that the phrases know. */
const words = new Set("validate expired expirer securities chiffre empire".split(" "));

const vowels = "aeiouy";

const slipsOf = (word: string): readonly string[] => {
  const slips: string[] = [];
  for (let at = 1; at < word.length; at++) {
    const [head, letter = "", tail] = [word.slice(0, at), word[at], word.slice(at + 1)];
    slips.push(head + tail, head + letter + letter + tail);
    if (at + 1 < word.length) slips.push(head + (word[at + 1] ?? "") + letter + word.slice(at + 2));
    if (vowels.includes(letter)) for (const vowel of vowels) slips.push(head + vowel + tail);
  }
  return slips.filter((slip) => slip !== word);
};

const right: ReadonlyMap<string, string> = new Map(
  intended.split(" ").flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const)),
);

export const misspelt = (known: ReadonlySet<string>): readonly string[] =>
  [...right.keys()].filter((slip) => !known.has(slip) && !words.has(slip));

/** The view with the words that the glance calls misspelt as they were meant. */
export const readMisspelt = (view: View, seen: Readonly<Glance>): View => {
  const edits: Edit[] = [];
  for (let word = 0; word < seen.words; word++) {
    if (((seen.bits[word] ?? 0) & Family.spelling) === 0) continue;
    const start = seen.start[word] ?? 0;
    const end = seen.end[word] ?? 0;
    const piece = right.get(view.lower.slice(start, end));
    if (piece !== undefined) edits.push({ start, end, piece });
  }
  return edits.length === 0 ? view : rewrite(view, edits);
};
