import { rewrite, type View } from "./view.ts";

/** The view with O read as 0 and l, I, | as 1 where they stand among digits: "4S70 1O12" keeps its S, not its O. */
export const readLookalikes = (view: View): View => {
  if (!beside.test(view.lower)) return view;
  const edits = [...view.lower.matchAll(amongDigits)]
    .filter(([token]) => /[oil|]/.test(token))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      piece: match[0].replace(/o/g, "0").replace(/[il|]/g, "1"),
    }));
  return edits.length === 0 ? view : rewrite(view, edits.flatMap(single));
};

/** What makes a closer look worth it: a lookalike that touches a digit, or stands alone before one. */
const beside = /[0-9][oil|](?![a-z]{2})|(?<![a-z])[oil|]{1,4}[ .-]?[0-9]/;

/** A token of digits and lookalikes with a digit in it, or lookalikes alone between groups of digits. */
const amongDigits =
  /(?<![a-z0-9|])(?![il]{2}\d)(?:(?=[oil|]{0,18}\d)[0-9oil|]{2,19}|(?<=\d[ .-]{1,2})(?:o{1,4}|[il])(?=[ .-]{1,2}\d))(?![a-z0-9])/g;

/** Letter by letter, so that every digit keeps its own place in the source. */
const single = ({ start, piece }: { readonly start: number; readonly piece: string }) =>
  [...piece].map((one, at) => ({ start: start + at, end: start + at + 1, piece: one }));
