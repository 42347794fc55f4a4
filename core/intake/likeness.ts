/**
 * What stays of a redacted text wherever a platform has been at it: links become one sign, for X replaces them by its own
 * ("How links are shortened"); the handles X puts before a reply go, and so do differences of blanks and of composed
 * letters. Two texts with the same likeness say the same.
 */
export const likenessOf = (text: string): string =>
  text
    .normalize("NFC")
    .replace(leadingHandles, "")
    .replace(codeLabels, codeSign)
    .replace(links, linkSign)
    .replace(/\s+/gu, " ")
    .trim();

const leadingHandles = /^(?:\s*@\w{1,50})+(?=\s|$)/u;

/**
 * A link, our own label of one, or a bare address, which X makes a link of too. An address begins where its first label does, so
 * that a line of dashes is read once.
 */
const links =
  /\[(?:lien|link)[^[\]]*\]|\bh(?:tt|xx)ps?:\/\/[^\s)\]]*[^\s)\].,;:!?]|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/[^\s)\]]*[^\s)\].,;:!?])?(?![\p{L}\p{N}@])/giu;

/** What stands for a code of the secure page, in either language. */
const codeLabels = /\[(?:code à usage unique|single-use code)\]/gu;
const codeSign = "\u{1f511}";

const linkSign = "\u{1f517}";
