/** Longer messages are read this far: what they are about has been said by then. */
const readCharacters = 5_000;

/** Labels that redaction leaves, such as [carte ••••4821]: they are our words, not the customer's. */
const redactionLabels = /\[[^[\]\n]{1,60}\]/g;
const links = /https?:\/\/\S+/g;
const wordsAndEmoji = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu;

/** The words of a text, folded, and its emoji, in order. Apostrophes and hyphens part words. */
export const wordsOf = (text: string): readonly string[] => fold(ownText(text)).match(wordsAndEmoji) ?? [];

/** What the customer wrote, without links and the labels of redaction. */
export const ownText = (text: string): string =>
  text.slice(0, readCharacters).replace(redactionLabels, " ").replace(links, " ");

/** Without capitals, accents and stretched letters: `Mérciiii` is `merci`. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/(\p{L})\1{2,}/gu, "$1");

export const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
