import { eachMatch } from "./each-match.ts";
import { type Edit, rewrite, type View } from "./view.ts";

const space = /(?<=\d)%20(?=\d)/g;
/** Percentages that stand once, as in "20%2030", are no blank; between fours of digits they are. */
const betweenFours = /(?<=(?:^|\D)(?:\d{4}|[a-z]{2}\d\d))%20(?=\d{4}(?!\d))/;

/** "4970%201012%203456": blanks between digits as an address bar writes them (RFC 3986, 2.1), read as blanks. */
export const readPercentBlanks = (view: View): View => {
  if (!view.lower.includes("%20")) return view;
  const edits: Edit[] = [];
  eachMatch(space, view.lower, ({ index }) => edits.push({ start: index, end: index + 3, piece: " " }));
  const isBlank = edits.length > 1 || (edits.length === 1 && betweenFours.test(view.lower));
  return isBlank ? rewrite(view, edits) : view;
};
