/** More words make no search narrower that a person would type. */
const mostWords = 8;

/** Without accents and capitals: "repondre" finds "Répondre". */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Letters and digits of a folded text, one blank between words. */
export const plain = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();

/** What is looked for: the beginnings of words. */
export const wordsOf = (asked: string): readonly string[] =>
  [...new Set(plain(asked).split(" "))].filter(Boolean).slice(0, mostWords);

/** Whether every word begins one of the texts' words, whichever text that is. */
export const matches = (words: readonly string[], texts: readonly (string | undefined)[]): boolean => {
  const all = ` ${texts.map((text) => plain(text ?? "")).join(" ")}`;
  return words.every((word) => all.includes(` ${word}`));
};

const around = 60;

/** The piece of a text in which the first of the words stands; undefined where none does. */
export const excerptOf = (words: readonly string[], text: string): string | undefined => {
  const pieces = text.split(/(?<=[^\p{L}\p{N}_])(?=[\p{L}\p{N}_])/u);
  let start = 0;
  for (const piece of pieces) {
    if (words.some((word) => plain(piece).startsWith(word))) return cut(text, start);
    start += piece.length;
  }
  return undefined;
};

const cut = (text: string, at: number): string => {
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + 2 * around);
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
};
