import type { Glance } from "./glance.ts";
import { beginnings } from "./phrase.ts";
import { taken } from "./taken.ts";

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

export const readGroups = (lower: string, seen: Readonly<Glance>, quiet?: Uint8Array): Groups => {
  const groups = noGroups();
  let first = 0;
  let last = -1;
  for (let run = 0; run < seen.runs; run++) {
    const start = seen.runStart[run] ?? 0;
    const end = seen.runEnd[run] ?? 0;
    if (quiet?.[start] === 1) {
      last = -1;
      continue;
    }
    const link = last < 0 ? Link.apart : linkOf(lower, last, start);
    if (link === Link.apart) {
      removeFlood(groups, first);
      first = groups.start.length;
    }
    last = end;
    groups.start.push(start);
    groups.end.push(end);
    groups.link.push(link);
  }
  removeFlood(groups, first);
  measure(groups, lower);
  return groups;
};

const noGroups = (): Groups => ({ start: [], end: [], link: [], longest: 0, isMixed: false, runs: 0, floods: [] });

const measure = (groups: Groups, lower: string): void => {
  let chain = 0;
  for (let at = 0; at < groups.start.length; at++) {
    const start = groups.start[at] ?? 0;
    const end = groups.end[at] ?? 0;
    chain = (groups.link[at] === Link.apart ? 0 : chain) + end - start;
    if (chain > groups.longest) groups.longest = chain;
    groups.runs |= 1 << Math.min(end - start, 31);
    groups.isMixed ||= isLetter(lower.charCodeAt(start - 1)) || isLetter(lower.charCodeAt(end));
  }
};

/** The groups without the chains that lie whole within one of the spans, which are in order: nothing weaker looks at them. */
export const unclaimed = (groups: Groups, lower: string, spans: readonly Span[]): Groups => {
  const left = { ...noGroups(), floods: groups.floods };
  const { length } = groups.start;
  let span = 0;
  for (let first = 0, last = 0; first < length; first = ++last) {
    while (last + 1 < length && groups.link[last + 1] !== Link.apart) last++;
    const start = groups.start[first] ?? 0;
    const end = groups.end[last] ?? 0;
    while ((spans[span]?.end ?? end) < end) span++;
    if ((spans[span]?.start ?? end) <= start) continue;
    for (let at = first; at <= last; at++) {
      left.start.push(groups.start[at] ?? 0);
      left.end.push(groups.end[at] ?? 0);
      left.link.push(groups.link[at] ?? Link.apart);
    }
  }
  measure(left, lower);
  return left;
};

type Span = { readonly start: number; readonly end: number };

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

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => code >= 97 && code <= 122;

export const countDigits = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) count++;
  return count;
};

/** The last group that starts before `place`, or -1; by halves, because a text may have many. */
export const groupBefore = ({ start }: Groups, place: number): number => {
  let low = 0;
  let high = start.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

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

/** Equal groups with a shorter last one: "4-4-4-4", "3-3-3-2". */
export const isEven = (shape: string): boolean => {
  const sizes = shape.split("-").map(Number);
  const [size = 0] = sizes;
  return sizes.every((one, at) => (at < sizes.length - 1 ? one === size : one <= size));
};

const separatorsAtMost = 8;
const wordsAtMost = 28;
/** With the attributes of a tag. */
const tagsAtMost = 120;
const isSeparator = tableOf(" \t\n\r.-/,_|*()[]{}:+~'\"\\;=><&#`^");
// Control characters are shown as nothing; the one that stands for what was taken out is none.
for (let code = 0; code < 0x20; code++) if (code !== taken.charCodeAt(0)) isSeparator[code] = 1;
const emoji = 0xfffc;

const gap = "[ \\t\\n,;:.()/_|*-]";
const and = "(?:et|and|und|y|e|en)";
/** Between any two runs. */
const general =
  `${gap}{0,3}(?:(?:puis|then)${gap}{0,3}){1,2}|${gap}{1,3}(?:${and} )?(?:(?:puis|ensuite|apres)(?: il y a| c'est| encore)?|encore|suivi de|(?:pour )?(?:finir|enfin)|et(?: aussi| enfin)?|infine|por ultimo|por fim|tot slot|zuletzt|finalement|e?uh+|heu+|h?um+|virgule|comma|stroke|(?:les )?(?:derniers|suivants)|(?:the )?last(?: four)?|finally|second half|(?:finit|se termine) par|ends (?:with|in)|` +
  "then|after that|followed by|next|and(?: also| finally)?|(?:an, ?)?dann|danach|luego|despues|poi|dopo|daarna|dan|depois|a seguir|tiret|trait|espace|point|slash|dash|space|hyphen|dot|bindestrich|guion|trattino|streepje)" +
  `${gap}{1,3}|(?:[ \\t\\n]{0,2}(?:</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,80})?/?>|<!--[^<>]{0,16}-->)){1,4}[ \\t\\n]{0,2}`;
const ordinals =
  "(?:deux|trois|quatr)ieme|dernier|second|third|fourth|zweite[rn]?|dritte[rn]?|vierte[rn]?|segundo|tercero|cuarto";
/** Between fours of digits and nowhere else: "4000 x 0566", "4000 ! 0566", "5566 y 5556", "… et finit par …". */
const betweenFours =
  `[ "!?]{1,4}| ?\\([a-z ,.!:]{2,20}\\) ?|[ ,]{0,2}(?:x|${and})[ ,]{0,2}|[ ,.;:]{1,3}(?:(?:${and}|puis|then) )?(?:(?:les? )?(?:derniers?|suivants?)(?: chiffres)?|(?:the )?(?:last|next)(?: (?:four|digits|half))?|(?:the )?second half|` +
  `(?:la )?suite(?: c'est)?|(?:(?:le|la|the) )?(?:${ordinals})(?: (?:quatre|four|4|groupe|group|bloc|block|partie|part|serie|set))?(?: (?:c'?est|is))?|alors|donc|voila|bon|ok|plus|barre|(?:(?:et )?la )?fin(?: c'?est)?|(?:au |le |the |al |no )?(?:milieu|middle|medio|mezzo|midden|mitte|meio|final|fine|einde|ende|fim|end)|(?:euh )?(?:attendez|attends)|wait|hold on|moment(?: bitte)?|espera|aspetta|wacht|espere|(?:finit|termine|se termine) (?:par|en)|ends?(?: (?:in|with))?|termina (?:en|em|con)|endet (?:mit|auf)|finisce con|eindigt op)[ :=]{1,3}`;
/** What links two runs of digits when it is no separator; the group says that they have to be fours. */
const linking = new RegExp(`(?:${general}|(${betweenFours}))(?=\\d)`, "y");
/** First characters of what links, behind at most four separators; of words the first two letters. */
const starts = tableOf("!?");
const startsOfWords = beginnings(
  "pu th et an un y e en ap af su po fi le la se fo ne da lu de es ti tr sp sl do hy bi gu st br x te ei op qu dr zw vi a cu in zu eu uh he hu um co al vo bo ok pl ba mi me no at wa ho mo pa we",
);
const startsWithin = 4;

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x80);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return table;
}

const linkOf = (lower: string, end: number, start: number): Link => {
  if (start - end > wordsAtMost && (lower[end] !== "<" || start - end > tagsAtMost)) return Link.apart;
  for (let at = end; at < start; at++) {
    const code = lower.charCodeAt(at);
    if (code < 0x80 ? isSeparator[code] === 1 : code === emoji) continue;
    const mayLink =
      at - end <= startsWithin &&
      (isLetter(code) ? startsOfWords.has(code, lower.charCodeAt(at + 1)) || isTag(lower, at) : starts[code] === 1);
    return mayLink && isLinked(lower, end, start) ? Link.worded : Link.apart;
  }
  return start - end <= separatorsAtMost ? Link.separated : Link.apart;
};

/** "<b>", "</b>", "(attention)": a letter behind the bracket that opens. */
const isTag = (lower: string, at: number): boolean =>
  lower[at - 1] === "<" || lower[at - 1] === "(" || (lower[at - 1] === "/" && lower[at - 2] === "<");

/** "puis", " et ", "<br>". */
const shortestWord = 4;

const isLinked = (lower: string, end: number, start: number): boolean => {
  if (start - end < shortestWord && !isBetweenFours(lower, end, start)) return false;
  linking.lastIndex = end;
  const match = linking.exec(lower);
  return match !== null && (match[1] === undefined || isBetweenFours(lower, end, start));
};

/** A run of four ends at `end`, one of four or more starts at `start`. */
const isBetweenFours = (lower: string, end: number, start: number): boolean => {
  for (let at = end - 5; at < end; at++) if (isDigit(lower.charCodeAt(at)) !== at > end - 5) return false;
  for (let at = start; at < start + 4; at++) if (!isDigit(lower.charCodeAt(at))) return false;
  return true;
};
