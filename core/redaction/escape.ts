import { eachMatch } from "./each-match.ts";
import { type Edit, rewrite, type View } from "./view.ts";

/** "%2520" was escaped twice. */
const space = /(?<=[a-z\d])%(?:25)?20(?=[a-z\d])/g;
/** Percentages that stand once, as in "20%2030", are no blank; between fours of digits they are. */
const betweenFours = /(?<=(?:^|\D)(?:\d{4}|[a-z]{2}\d\d))%(?:25)?20(?=\d{4}(?!\d))/;
/** A tag of a forum's markup between two runs of digits or beside one. */
const forumTag = /\[\/?(?:b|i|u|s|code|quote|center|left|right)\]/g;
/** Characters one by one, as an address bar ("%34%39") or a program ("\u0034\u0039") writes them. */
const characters = /(?:%[2-7][0-9a-f]){6,64}|(?:\\u00[2-7][0-9a-f]){6,64}|(?:\\x[2-7][0-9a-f]){6,64}/g;
/** A break or a blank that a program wrote down, "\n" or "\u00a0"; a dash, "%2D", or the plus of a phone, "%2B". */
const breaks =
  /(?<=\d)(?:\\(?:[nrt]|u00(?:20|a0|2d)|xa0)|%(?:2[bde]|0[ad]|c2%a0|e2%80%[89a-f]\d)(?=\d{2,6}(?!\d))|=20(?=\d{2,6}(?!\d)))(?=\d)|(?<=\d\d)%2f(?=\d\d)|%2b(?=\d{8})/g;
const escaped = /%[2-7][0-9a-f]%[2-7]|\\[unrtx]|\d%(?:2[bdef]|0[ad]|c2|e2)|\d=20\d|%2b\d/;

/**
 * What stands between digits, or for digits, as addresses and programs write it, read as what it means:
 * "4970%201012%203456" (RFC 3986, 2.1), "4970\n1012" and "\u0034" with the backslash written out (RFC 8259, 7).
 */
export const readEscapes = (view: View): View => {
  const { lower } = view;
  const hasPercent = lower.includes("%");
  const hasTag = lower.includes("[/");
  if (!hasPercent && !hasTag && !lower.includes("=20") && !lower.includes("\\")) return view;
  const edits: Edit[] = [];
  if (hasTag)
    eachMatch(forumTag, lower, ({ index, 0: tag }) =>
      edits.push({ start: index, end: index + tag.length, piece: " " }),
    );
  if (hasPercent && /%(?:25)?20/.test(lower)) {
    const { length } = edits;
    eachMatch(space, lower, ({ index, 0: text }) => edits.push({ start: index, end: index + text.length, piece: " " }));
    if (edits.length === length + 1 && !betweenFours.test(lower)) edits.pop();
  }
  if (escaped.test(lower)) {
    eachMatch(breaks, lower, ({ index, 0: text }) =>
      edits.push({
        start: index,
        end: index + text.length,
        piece: signs.get(text.slice(-2)) ?? " ",
      }),
    );
    eachMatch(characters, lower, ({ index, 0: text }) => {
      const width = text.startsWith("%") ? 3 : text.startsWith("\\x") ? 4 : 6;
      for (let at = 0; at < text.length; at += width)
        edits.push({ start: index + at, end: index + at + width, piece: characterOf(text.slice(at, at + width)) });
    });
  }
  edits.sort((one, two) => one.start - two.start);
  return edits.length === 0 ? view : rewrite(view, edits);
};

const signs: ReadonlyMap<string, string> = new Map([
  ["2d", "-"],
  ["2b", "+"],
  ["2f", "/"],
]);

const characterOf = (text: string): string => String.fromCharCode(Number.parseInt(text.slice(-2), 16));
