import { afterCue, type Cue, isAmount } from "../cue.ts";
import { countDigits, isDigit, isLetter } from "../groups.ts";
import { sticky } from "../phrase.ts";
import type { Reading } from "../reading.ts";
import { taken } from "../taken.ts";

/**
 * Identifiers behind their cue whose groups are parted as nobody prints them: "378\n965\n12", "\"771\" \"021\" …",
 * "2945_6653_8", "157 depois 739 depois 465". One and the same sign all along, but for what stands within a group.
 */
export const partedIds = (
  reading: Reading,
  { family, cue, filler }: Cue,
  use: (start: number, end: number) => void,
): void =>
  afterCue(reading, { family, cue, filler, value: first }, ({ start }) => {
    const end = partedEnd(reading, start);
    if (end > start && !isAmount(reading, start, end)) use(start, end);
  });

const first =
  /[a-z]{0,6}\d|[a-z]{1,6}(?=[^a-z0-9]{1,4}[a-z0-9]{0,4}\d)|(?:[a-z][^a-z0-9]){2}|[a-z]{3,4}(?=[^a-z0-9 ]{1,3}[a-z]{2,4})/y;

const charactersAtMost = 20;
const digitsAtLeast = 5;
const shortest = 7;
const dated = /^(?:\d{1,2}[^\d]\d{1,2}[^\d](?:19|20)\d\d|(?:19|20)\d\d[^\d]\d{1,2}[^\d]\d{1,2})$/;

/** Where the groups end that stand there, or `start` when they are no identifier. */
const partedEnd = ({ lower, view }: Reading, start: number): number => {
  let size = 0;
  let digits = 0;
  let groups = 0;
  let end = start;
  let usual: string | undefined;
  for (let at = start; size < charactersAtMost; ) {
    const to = wordEnd(lower, at);
    const word = lower.slice(at, to);
    if (!isGroup(word, view.text.slice(at, to)) || size + word.length > charactersAtMost) break;
    size += word.length;
    digits += countDigits(word);
    groups++;
    end = to;
    gap.lastIndex = to;
    const between = gap.exec(lower)?.[0] ?? "";
    if (between === "" || (between !== usual && usual !== undefined && !within.has(between))) break;
    if (!within.has(between) || usual === undefined) usual = between;
    at = to + between.length;
  }
  const isLong = groups > 1 && size >= shortest && digits >= digitsAtLeast;
  return isLong && !dated.test(lower.slice(start, end)) ? end : start;
};

const sign = `[^a-z0-9${taken}]`;
const gap = sticky(
  `(?:</?[a-z]{1,4} ?/?>)|${sign}{1,3}(?:(?:puis|then|and then|dann|luego|poi|dan|depois|tiret|dash|espace|space|espacio|spazio|spatie|espaco|leerzeichen|strich|trattino|streepje|guion|hifen)${sign}{1,2}|${sign}{1,3})?(?=[a-z0-9])`,
);
const within: ReadonlySet<string> = new Set(["-", ".", "/", "+"]);

/** Digits, perhaps with letters, or capitals alone; a word of a sentence is none. */
const isGroup = (word: string, written: string): boolean =>
  word.length > 0 && word.length < 11 && (/\d/.test(word) || (word.length < 7 && /^[A-Z]+$/.test(written)));

const wordEnd = (lower: string, from: number): number => {
  let at = from;
  while (isDigit(lower.charCodeAt(at)) || isLetter(lower.charCodeAt(at))) at++;
  return at;
};
