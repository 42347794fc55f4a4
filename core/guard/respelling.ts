import { isForm, keyWords, longestForm, secretWords } from "./dictionary.ts";
import { undisguised } from "./disguise.ts";
import { isNegation } from "./negation.ts";
import { type Edit, type Reading, readingOf, respelled, rewritten } from "./reading.ts";
import { fold } from "./word.ts";

/**
 * The same text as somebody reads it who wants to: words whose letters are hidden, parted, doubled or digits are those of the rules
 * that they look like. Other words stay as they are written. None where nothing is hidden.
 */
export const respellingOf = (text: string): Reading | undefined => {
  let reading = respelled(readingOf(text), starred, ({ 0: written }) => unstarred(fold(written)));
  reading = undisguised(reading);
  reading = respelled(reading, /(?<![\p{L}\p{N}])[lIO](?=\d(?![\p{L}\p{N}]))/gu, ({ 0: one }) =>
    one === "O" ? "0" : "1",
  );
  reading = respelled(reading, tokens, ({ 0: written }) => plainOf(fold(written)));
  reading = respelled(reading, tokens, ({ 0: written }) => partsOf(fold(written)));
  reading = joinParts(reading);
  return reading.text === text ? undefined : reading;
};

const tokens = /[\p{L}\p{N}\p{M}]{3,40}/gu;

/** Digits that are drawn like letters; 1 is read as either. */
const digits: readonly Readonly<Record<string, string>>[] = ["i", "l"].map((one) => ({
  "0": "o",
  "1": one,
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
}));

/** Words in which signs stand for letters, as many as are hidden: "passw*rd". */
const starred = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]*(?:[*#•][\p{L}\p{M}]*)+(?![\p{L}\p{N}*#•])/gu;

const unstarred = (written: string): string | undefined => {
  const hidden = written.replace(/[^*#•]/g, "").length;
  if (hidden * 2 > written.length) return undefined;
  const like = new RegExp(`^${written.replace(/[*#•]/g, ".")}$`);
  return [...keyWords].find((word) => like.test(word));
};

/** "c0de", "pa55word", "cooode", "kode", "pasword". */
const plainOf = (word: string): string | undefined => {
  if (!/\p{L}/u.test(word) || isForm(word) || isNegation({ text: word })) return undefined;
  if (!/\d\D|\D\d|(.)\1\1/.test(word)) return soundingLike(word);
  const lettered = digits.map((letters) => word.replace(/\d/g, (digit) => letters[digit] ?? digit));
  const tries = lettered.flatMap((each) => [
    each,
    ...["$1", "$1$1"].map((once) => each.replace(/(.)\1{2,}/g, once)),
    each.replace(/(.)\1+/g, "$1"),
  ]);
  return tries.find((each) => isForm(each)) ?? lettered.map(soundingLike).find((each) => each !== undefined);
};

/** Another spelling of what is heard the same, the last e or not: "kode", "k0d", "codde", "cryptograme". */
const soundingLike = (word: string): string | undefined => {
  const sound = soundOf(word);
  return soundingSecrets.get(sound) ?? (/[aeiou\d]$/.test(sound) ? undefined : soundingSecrets.get(`${sound}e`));
};

const soundOf = (word: string): string =>
  word
    .replaceAll(/qu?|ck|c(?![ehiy])/g, "k")
    .replaceAll("ph", "f")
    .replaceAll("z", "s")
    .replaceAll("y", "i")
    .replaceAll(/(.)\1+/g, "$1");

/** Shorter ones are heard in too many words. */
const shortestHeard = 4;
const soundingSecrets: ReadonlyMap<string, string> = new Map(
  [...secretWords].flatMap((word) => (word.length >= shortestHeard ? [[soundOf(word), word] as const] : [])),
);

/** "motdepasse", "votrecodepin": words without the spaces between them, one of them at least of those that matter. */
const partsOf = (word: string): string | undefined => {
  if (word.length < 6 || isForm(word)) return undefined;
  const ways: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - longestForm); start < end && ways[end] === undefined; start += 1) {
      const [before, part] = [ways[start], word.slice(start, end)];
      if (before !== undefined && (part.length > 1 || part === "a") && isForm(part)) ways[end] = [...before, part];
    }
  }
  const parts = ways[word.length];
  return parts?.some((part) => keyWords.has(part)) ? parts.join(" ") : undefined;
};

/** "co de", "pass-word", "crypto gramme": pieces of a word that matters. */
const joinParts = (reading: Reading): Reading => {
  const pieces = [...reading.text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
    text: fold(written),
  }));
  const edits: Edit[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    for (let count = mostPieces; count > 1; count -= 1) {
      const row = pieces.slice(at, at + count);
      const [first, last] = [row[0], row.at(-1)];
      const word = row.map(({ text }) => text).join("");
      if (first === undefined || last === undefined || row.length < count || !keyWords.has(word)) continue;
      if (!secretWords.has(word) && row.every(({ text }) => isForm(text))) continue;
      const between = row.slice(1).map(({ from }, index) => reading.text.slice(row[index]?.to, from));
      if (!between.every((gap) => gapInWord.test(gap))) continue;
      edits.push({ from: first.from, to: last.to, word });
      at += count - 1;
      break;
    }
  }
  return rewritten(reading, edits);
};

const mostPieces = 4;
/** One or two signs; neither an apostrophe nor what ends a sentence or a clause. */
const gapInWord = /^[^'’\n?!,:;]{1,2}$/;
