import { labelWords } from "./label/index.ts";
import { rewrite, type View } from "./view.ts";

const folded = labelWords.map((word) => word.normalize("NFKD").replace(/\p{M}/gu, "").replace("’", "'").toLowerCase());

/** Labels as they stand in a folded view: text that was redacted before. */
const labels = new RegExp(
  `\\[(?:${[...new Set(folded)].join("|")})(?: (?:[a-z]{2}\\.\\.|\\.{4})[a-z0-9]{1,4}| hxxps?:[^\\s\\]]{1,500})?\\]`,
  "g",
);

/** What a reader sees of a passage that was removed: one character that is no letter, no digit and no separator. */
export const taken = "\u001a";

/** The view with our own labels read as nothing: their words are no cue, their digits no number. */
export const withoutLabels = (view: View): View => {
  const edits = [...view.lower.matchAll(labels)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    piece: taken,
  }));
  return edits.length === 0 ? view : rewrite(view, edits);
};
