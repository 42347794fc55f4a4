/**
 * The runs of digits of a text in order, and how each hangs together with the one before: apart, with separators
 * between ("4970 1012", "4970)(1012"), or with a linking word ("4970 puis 1012").
 */
export type Groups = {
  readonly start: number[];
  readonly end: number[];
  readonly link: Link[];
  /** How many digits the longest chain of linked runs has. */
  longest: number;
  /** A run touches a letter. */
  isMixed: boolean;
  /** Chains of more runs than a message has, from where to where. */
  readonly floods: (readonly [number, number])[];
  /** Bit n: there is a run of n digits. */
  runs: number;
};

export const Link = { apart: 0, separated: 1, worded: 2 } as const;
export type Link = (typeof Link)[keyof typeof Link];

export const readGroups = (lower: string, quiet?: Uint8Array): Groups => {
  const groups: Groups = { start: [], end: [], link: [], longest: 0, isMixed: false, runs: 0, floods: [] };
  let chain = 0;
  let first = 0;
  let last = -1;
  for (let at = nextDigit(lower, 0); at >= 0; at = nextDigit(lower, at)) {
    const from = at;
    while (isDigit(lower.charCodeAt(++at)));
    const link = last < 0 || quiet?.[from] === 1 ? Link.apart : linkOf(lower, last, from);
    if (link === Link.apart) {
      removeFlood(groups, first);
      first = groups.start.length;
      chain = 0;
    }
    last = quiet?.[from] === 1 ? -1 : at;
    if (last < 0) continue;
    chain += at - from;
    groups.runs |= 1 << Math.min(at - from, 31);
    if (chain > groups.longest) groups.longest = chain;
    if (isLetter(lower.charCodeAt(from - 1)) || isLetter(lower.charCodeAt(at))) groups.isMixed = true;
    groups.link.push(link);
    groups.start.push(from);
    groups.end.push(at);
  }
  removeFlood(groups, first);
  return groups;
};

/** No message has so many runs in a chain: a table was pasted, or someone tries how long we read. It goes as a whole. */
const flood = 120;

const removeFlood = (groups: Groups, first: number): void => {
  const { start, end, link, floods } = groups;
  if (start.length - first <= flood) return;
  floods.push([start[first] ?? 0, end.at(-1) ?? 0]);
  start.length = first;
  end.length = first;
  link.length = first;
};

const digit = /[0-9]/g;
/** A regular expression scans ten times faster than a loop. */
const nextDigit = (lower: string, from: number): number => {
  digit.lastIndex = from;
  return digit.test(lower) ? digit.lastIndex - 1 : -1;
};

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => code >= 97 && code <= 122;

/** Digits of the groups [first, last], joined. */
export const digitsOf = (lower: string, groups: Groups, first: number, last: number): string => {
  let digits = "";
  for (let at = first; at <= last; at++) digits += lower.slice(groups.start[at], groups.end[at]);
  return digits;
};

/** How many digits each of the groups [first, last] has: "4-4-4-4". */
export const shapeOf = (groups: Groups, first: number, last: number): string => {
  let shape = String((groups.end[first] ?? 0) - (groups.start[first] ?? 0));
  for (let at = first + 1; at <= last; at++) shape += `-${(groups.end[at] ?? 0) - (groups.start[at] ?? 0)}`;
  return shape;
};

const separatorsAtMost = 5;
const wordsAtMost = 28;
const isSeparator = new Uint8Array(0x80);
for (const one of " \t\n\r.-/,_|*()[]:+~'\"\\;=><&#") isSeparator[one.charCodeAt(0)] = 1;
const emoji = 0xfffc;
const words =
  /[ \t\n,;:.(/-]{1,3}(?:(?:et|and|und|y|e|en) )?(?:puis|ensuite|apres|suivi de|(?:pour )?(?:finir|enfin)|et|(?:les )?(?:derniers|suivants)|(?:the )?last(?: four)?|finally|second half|(?:finit|se termine) par|ends (?:with|in)|then|after that|followed by|next|and|dann|danach|luego|despues|poi|daarna|dan|depois|tiret|trait|espace|point|slash|dash|space|hyphen|dot|bindestrich|guion|trattino|streepje)[ \t\n,;:.)/-]{1,3}(?=\d)|[ \t\n]{0,2}<br ?\/?>[ \t\n]{0,2}(?=\d)/y;

/** What stands between fours of digits and nowhere else: "4000 x 0566", "{4000}{0566}", "5566 y 5556", "… et finit par …". */
const betweenFours =
  /(?:[ "{}!?]{1,4}|[ ,]{0,2}(?:x|et|and|und|y|e|en)[ ,]{0,2}|[ ,.;:]{1,3}(?:(?:et|and|puis|then|und|y|e|en) )?(?:(?:les? )?(?:derniers?|suivants?)(?: chiffres)?|(?:the )?(?:last|next)(?: (?:four|digits|half))?|(?:the )?second half|(?:la )?suite(?: c'est)?|(?:finit|termine|se termine) (?:par|en)|ends? (?:in|with)|termina (?:en|em|con)|endet (?:mit|auf)|finisce con|eindigt op)[ :=]{1,3})(?=\d)/y;

const isBetweenFours = (lower: string, end: number, start: number): boolean => {
  for (let at = end - 5; at < end; at++) if (isDigit(lower.charCodeAt(at)) !== at > end - 5) return false;
  for (let at = start; at < start + 4; at++) if (!isDigit(lower.charCodeAt(at))) return false;
  betweenFours.lastIndex = end;
  return betweenFours.test(lower) && betweenFours.lastIndex === start;
};

const linkOf = (lower: string, end: number, start: number): Link => {
  if (start - end > wordsAtMost) return Link.apart;
  for (let at = end; at < start; at++) {
    const code = lower.charCodeAt(at);
    if (code < 0x80 ? isSeparator[code] === 1 : code === emoji) continue;
    words.lastIndex = end;
    const isLinked = (words.test(lower) && words.lastIndex === start) || isBetweenFours(lower, end, start);
    return isLinked ? Link.worded : Link.apart;
  }
  return start - end <= separatorsAtMost ? Link.separated : Link.apart;
};
