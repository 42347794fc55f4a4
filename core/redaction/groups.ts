/**
 * The runs of digits of a text in order, and how each hangs together with the one before: apart, with separators
 * between ("4970 1012", "4970)(1012"), or with a linking word ("4970 puis 1012").
 */
export type Groups = {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly link: readonly Link[];
};

export const Link = { apart: 0, separated: 1, worded: 2 } as const;
export type Link = (typeof Link)[keyof typeof Link];

export const readGroups = (lower: string, quiet?: Uint8Array): Groups => {
  const start: number[] = [];
  const end: number[] = [];
  const link: Link[] = [];
  let isCut = false;
  for (let at = 0; at < lower.length; at++) {
    if (!isDigit(lower.charCodeAt(at))) continue;
    if (quiet?.[at] === 1) {
      while (isDigit(lower.charCodeAt(at + 1))) at++;
      isCut = true;
      continue;
    }
    const from = at;
    while (isDigit(lower.charCodeAt(at + 1))) at++;
    const last = isCut ? undefined : end.at(-1);
    isCut = false;
    link.push(last === undefined ? Link.apart : linkOf(lower, last, from));
    start.push(from);
    end.push(at + 1);
  }
  return { start, end, link };
};

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Digits of the groups [first, last], joined. */
export const digitsOf = (lower: string, groups: Groups, first: number, last: number): string => {
  let digits = "";
  for (let at = first; at <= last; at++) digits += lower.slice(groups.start[at], groups.end[at]);
  return digits;
};

const separatorsAtMost = 5;
const wordsAtMost = 24;
const separators = /^[ \t\n\r.\-/,_|*()[\]:+~\ufffc'\\]+$/;
const words =
  /^[ \t\n,;:.(/-]{1,3}(?:(?:et|and|und|y|e|en) )?(?:puis|ensuite|apres|suivi de|enfin|et|then|after that|followed by|next|and|dann|danach|luego|despues|poi|daarna|dan|depois|tiret|trait|espace|point|slash|dash|space|hyphen|dot|bindestrich|guion|trattino|streepje)[ \t\n,;:.)/-]{1,3}$/;

const linkOf = (lower: string, end: number, start: number): Link => {
  const length = start - end;
  if (length > wordsAtMost) return Link.apart;
  const between = lower.slice(end, start);
  if (length <= separatorsAtMost && separators.test(between)) return Link.separated;
  return words.test(between) ? Link.worded : Link.apart;
};
