import { isAmount } from "../cue.ts";
import { isDigit, isLetter, Link, shapeOf } from "../groups.ts";
import { isInternational, isNeighbour } from "../numbering-plan.ts";
import { before, type Detector, isAlone, miss, type Reading } from "../reading.ts";
import { cue, cueAfter, otherNumber } from "./phone-cue.ts";

/** Phone numbers: candidates are found here, numbering plans decide (ITU-T E.164, national plans). */
export const phone: Detector = {
  name: "phone",
  digits: 6,
  detect: (reading) => {
    const { groups } = reading;
    for (let first = 0; first < groups.start.length; first++) {
      const found = longest(reading, first);
      if (found === undefined) continue;
      const { start, end } = edges(reading, first, found.last);
      reading.hits.push({ kind: "phone", start, end, rule: found.rule });
      first = found.last;
    }
  },
};

type Candidate = {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly lead: Lead;
};
/** The 48 characters before, and whether they say that a phone number comes. */
type Lead = { readonly text: string; readonly isCue: () => boolean };
type Found = { readonly last: number; readonly rule: string };

const most = 17;

const longest = (reading: Reading, first: number): Found | undefined => {
  const { groups, lower } = reading;
  const start = groups.start[first] ?? 0;
  let found: Found | undefined;
  let lead: Lead | undefined;
  let digits = "";
  for (let last = first; last < groups.start.length; last++) {
    if (last > first && groups.link[last] === Link.apart) break;
    if (last > first && isBroken(reading, last, digits.length) && !isGoingOn(reading, first, last, digits.length))
      break;
    if (digits.length === 10 && isNext(reading, last)) break;
    const end = groups.end[last] ?? 0;
    digits += lower.slice(groups.start[last], end);
    if (digits.length > most) break;
    if (digits.length < 6) continue;
    lead ??= leadOf(before(reading, start, 48));
    const rule = ruleOf(reading, { digits, first, last, start, end, lead });
    if (rule !== undefined) found = { last, rule };
  }
  return found;
};

const leadOf = (text: string): Lead => {
  let known: boolean | undefined;
  return { text, isCue: () => (known ??= cue.test(text)) };
};

/** "06 94 31 68 72 / 07 67 55 54 85": another number that is dialled within the country. */
const isNext = ({ groups, lower }: Reading, at: number): boolean =>
  lower.charCodeAt(groups.start[at] ?? 0) === zero &&
  / [/|,;&-] ?$|^ ?[/|,;&] /.test(lower.slice(groups.end[at - 1], groups.start[at]));

/** Separators that never stand within a phone number, and the end of a row of cells; a comma does between pairs. */
const isBroken = ({ groups, lower }: Reading, at: number, digits: number): boolean => {
  const end = groups.end[at - 1] ?? 0;
  const start = groups.start[at] ?? 0;
  const before = end - (groups.start[at - 1] ?? 0);
  const isBegun = before === 4 && lower.charCodeAt(groups.start[at - 1] ?? 0) === zero;
  const isPaired = digits < 10 && (groups.end[at] ?? 0) - start < 3 && (before < 3 || isBegun);
  for (let place = end; place < start; place++) {
    const code = lower.charCodeAt(place);
    // "06:12:34:56:78" has one between pairs and nothing else.
    if ((code === colon || code === tilde || code === equals) && !(isPaired && start === end + 1)) return true;
    if (code === bar && lower.indexOf("\n", end) < start && lower.indexOf("\n", end) > 0) return true;
    const next = lower.charCodeAt(place + 1);
    if ((code === space && next === plus) || (!isPaired && code === comma && next === space)) return true;
  }
  return false;
};

/** "0 , 4 , 7 , …", "912 = 070 = 023": behind a cue, parted by one and the same sign all along. */
const isGoingOn = (reading: Reading, first: number, at: number, digits: number): boolean => {
  if (digits > 12 || (at === first + 1 && digits > 8)) return false;
  const sign = between(reading, at);
  return (
    /^ ?[,:=~+]{1,2}\.? ?$/.test(sign) &&
    sign === between(reading, first + 1) &&
    cue.test(before(reading, reading.groups.start[first] ?? 0, 48))
  );
};
const between = ({ groups, lower }: Reading, at: number): string => lower.slice(groups.end[at - 1], groups.start[at]);

const [space, bracket, plus, comma, dash, slash, zero, colon, equals, bar, tilde] = [
  32, 40, 43, 44, 45, 47, 48, 58, 61, 124, 126,
] as const;

const ruleOf = (reading: Reading, candidate: Candidate): string | undefined => {
  const { start, end } = candidate;
  // Looked at first: it costs less than the plans, which only somebody who asks why still wants to know then.
  const why =
    (isAmount(reading, start, end) && !isGermanVerb(reading, candidate)) || arePrices(reading, candidate)
      ? "an amount"
      : isDateLike(reading, candidate)
        ? "a date"
        : isGlued(reading, candidate)
          ? "part of a longer code"
          : undefined;
  if (why !== undefined && reading.misses === undefined) return undefined;
  const rule = planOf(reading, candidate);
  if (rule === undefined || why === undefined) return rule;
  miss(reading, rule, start, end, why);
  return undefined;
};

/** "Rufen Sie mich unter 0176 … an": no years. */
const isGermanVerb = ({ lower }: Reading, { digits, end, lead }: Candidate): boolean =>
  digits.length > 7 && /ruf/.test(lead.text) && /^[ \n]{1,2}an(?![a-z])/.test(lower.slice(end, end + 5));

const planOf = (reading: Reading, candidate: Candidate): string | undefined => {
  const { digits, lead, start, end } = candidate;
  const isLong = digits.length >= 7;
  if (digits.length === 8 && begun.test(lead.text)) return "phone.cue";
  if (isAfterPlus(reading.lower, start)) {
    if (/[+a-z0-9]\+ ?\(?$/.test(lead.text) && !gluedCue.test(lead.text)) return undefined;
    return digits.length >= 8 || (isLong && lead.isCue()) || isAlone(reading, start, end)
      ? "phone.international"
      : undefined;
  }
  const isAbroad = digits.startsWith("00") && isInternational(digits.slice(2));
  if (isAbroad && isFirst(reading, candidate)) return "phone.international";
  const isFrench = isDialledInFrance(digits);
  if (isFrench && isFrenchShape(reading, candidate)) return "phone.french";
  if (isLong && isCued(reading, candidate))
    return isAbroad ? "phone.international" : isFrench ? "phone.french" : "phone.cue";
  return isAmerican(reading, candidate) ? "phone.american" : neighbour(reading, candidate);
};

/** Nothing before it belongs to the same number. */
const isFirst = (reading: Reading, { first, lead }: Candidate): boolean =>
  reading.groups.link[first] === Link.apart || isBroken(reading, first, 10) || / [/|,;-] ?$/.test(lead.text);

/** "+33 6", "+(33) 6". */
const isAfterPlus = (lower: string, start: number): boolean => {
  const before = lower.charCodeAt(start - 1);
  return before === plus || ((before === space || before === bracket) && lower.charCodeAt(start - 2) === plus);
};

/** "mon 06 c'est …": the rest of the number stands apart. */
const begun = /(?<![a-z])(?:mon|le|sur le|au|mon numero en) 0[1-79](?: c'?est| est|,| ?[:=])[ :]{0,3}(?:le )?$/;

const isCued = ({ lower }: Reading, { lead, end }: Candidate): boolean =>
  (lead.isCue() && !otherNumber.test(lead.text)) || (mayLink(lower, end) && cueAfter.test(lower.slice(end, end + 40)));

/** A space, a comma or a bracket, then a first letter of "c'est", "est", "is", "my", "to", "pour": what `cueAfter` begins with. */
const mayLink = (lower: string, end: number): boolean => {
  let at = end;
  while (at < end + 3 && " ,(-".includes(lower[at] ?? "x")) at++;
  return "bcdefhimotpw".includes(lower[at] ?? " ");
};

/** 0, a digit from 1 to 9, four pairs (Arcep); as written: in pairs, 4-2-2-2, 4-3-3, 3-3-2-2, one by one… */
const isDialledInFrance = (digits: string): boolean =>
  (digits.length === 10 && digits.charCodeAt(0) === zero && digits.charCodeAt(1) !== zero) ||
  (digits.length === 11 && digits.startsWith("33") && digits.charCodeAt(2) !== zero);
const shapes = new Set(
  "10 11 2-2-2-2-2 2-8 4-2-2-2 4-3-3 4-6 3-3-2-2 3-3-4 2-4-4 1-1-1-1-1-1-1-1-1-1 1-3-3-3 1-1-2-2-2-2 2-3-2-1-2 5-5 2-1-2-2-2-2 1-2-2-2-2 2-3-3-3 2-3-2-3 2-2-6 2-2-2-4".split(
    " ",
  ),
);
/** Said in ones and twos, "zéro sept cinquante-six zéro zéro …", they fall as they do. */
const isFrenchForm = (shape: string): boolean => shapes.has(shape) || /^[12](?:-[12]){5,8}$/.test(shape);
const isFrenchShape = (reading: Reading, { first, last, start, end, lead }: Candidate): boolean => {
  if (isAlone(reading, start, end)) return true;
  const { groups, lower } = reading;
  const shape = shapeOf(groups, first, last);
  if (!isFrenchForm(shape)) return false;
  const isListed =
    shape === "5-5"
      ? groups.link[last + 1] === Link.separated
      : last - first === 4 && (listed.test(lower.slice(start, end)) || drawn.test(lead.text));
  return !isListed || lead.isCue();
};
/** "les 06, 12, 14, 18 et 21 décembre", "06/12 14/12 18": days. */
const listed = /^\d\d(?:(?:, \d\d){3} (?:et|and|und|y|e|en) \d\d|\/\d\d(?: \d\d\/\d\d)? \d\d(?:\/\d\d)?)$/;
/** "loto : 06 12 34 41 49", "tailles 06 08 10 12 14". */
const drawn = /(?:loto|millions|tirages?|tailles?|pointures?|departements?|gagnants?|sizes?)[ :]{1,3}$/;

/** North American: area 2–9, an exchange that does not begin with 0, in 3-3-4 with separators other than a space alone, or the area in brackets. */
const american = /^(?:\([2-9]\d\d\) ?[1-9]\d\d[-. ]?\d{4}|(?:1[-. ])?[2-9]\d\d([-.])[1-9]\d\d\1\d{4})$/;
const isAmerican = ({ lower }: Reading, { digits, start, end }: Candidate): boolean =>
  (digits.length === 10 || digits.length === 11) &&
  (american.test(lower.slice(lower[start - 1] === "(" ? start - 1 : start, end)) ||
    (/^1?[2-9]\d\d[2-9]\d{6}$/.test(digits) && mayExtend(lower, end) && extension.test(lower.slice(end, end + 22))));

const neighbour = (reading: Reading, { digits, first, last, start, end, lead }: Candidate): string | undefined => {
  const { groups } = reading;
  if (isFarAway(reading, digits, first, last) && isAlone(reading, start, end)) return "phone.alone";
  if (!digits.startsWith("0") || digits.startsWith("000")) return undefined;
  const isLinked = groups.link.slice(first + 1, last + 1).every((link) => link === Link.separated);
  if (first < last && digits.length >= 7 && digits.length <= 12 && isLinked && isAlone(reading, start, end))
    return "phone.alone";
  if (digits.length < 9) return undefined;
  if (isBritishMobile(reading, first, last, digits) && !otherNumber.test(lead.text)) return "phone.national";
  const isWhole = groups.link[first] === Link.apart && (groups.link[last + 1] ?? Link.apart) === Link.apart;
  const isShaped =
    first === last ? /^0[1237]\d{9}$/.test(digits) : last - first < 4 && /^[2-5]/.test(shapeOf(groups, first, last));
  return isWhole && isShaped && !otherNumber.test(lead.text) && isNeighbour(digits) ? "phone.national" : undefined;
};

/** Mobile numbers of the Philippines and Turkey, as they are dialled there. */
const isFarAway = ({ groups }: Reading, digits: string, first: number, last: number): boolean =>
  digits.length === 11
    ? /^0[59]/.test(digits)
    : digits.length === 10 && digits.startsWith("5") && shapeOf(groups, first, last) === "3-3-2-2";

/** Ofcom, numbers beginning 07: as written, 5-6 or 5-3-3, whatever numbers stand beside it. */
const isBritishMobile = ({ groups }: Reading, first: number, last: number, digits: string): boolean =>
  /^07[1-57-9]\d{8}$/.test(digits) && last > first && /^5-(?:6|3-3)$/.test(shapeOf(groups, first, last));

/** "33,20 8,83 99,00": each has its cents; or two short numbers, "3175 et 1027". */
const arePrices = ({ groups, lower }: Reading, { first, last, start, end }: Candidate): boolean =>
  last > first &&
  ((last - first < 8 && prices.test(lower.slice(start, end))) ||
    (groups.link[last] === Link.worded && shapeOf(groups, first, last) === "4-4"));
const prices = /^\d{1,5}[.,]\d\d(?: [+-]?\d{1,5}[.,]\d\d){1,4}$/;

const isDateLike = ({ groups, lower }: Reading, { first, last, start, end }: Candidate): boolean =>
  last - first > 1 &&
  last - first < 6 &&
  partsDate(lower.charCodeAt(groups.end[first] ?? 0)) &&
  /^(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d\d\2\d\d)(?!\d)/.test(
    lower.slice(start, end),
  );

/** A dash, a full stop or a slash. */
const partsDate = (code: number): boolean => code >= dash && code <= slash;

/** "whatsapp+33612345678". */
const gluedCue =
  /(?:tel|phone|mob(?:ile)?|gsm|app|sms|call|num(?:ero)?|portable|handy|movil|nummer|cell(?:ulare)?)\+ ?\(?$/;

/** Directly beside letters or other digits; "tel0612…", "…x123" and what is glued to it on both sides are not. */
const isGlued = ({ lower }: Reading, { lead, start, end }: Candidate): boolean => {
  const before = lower.charCodeAt(start - 1);
  const isJoined = isWord(before) || (joining.has(before) && isWord(lower.charCodeAt(start - 2)));
  if (isJoined) {
    if (before === slash && /(?:\.me|whatsapp\.com)\/$/.test(lead.text)) return false;
    if (!/(?:tel|t|phone|mob|gsm|p|appelez|portable)\.?$/.test(lead.text)) return true;
    if (/(?:tel|phone|mob|gsm|appelez|portable)\.?$/.test(lead.text) && isLetter(lower.charCodeAt(end))) return false;
  }
  const after = lower.charCodeAt(end);
  const isFollowed = isWord(after) || (after === dash && isWord(lower.charCodeAt(end + 1)));
  return isFollowed && !/^(?:x|ext|svp|-(?:office|fax|mobile|home|work|cell)(?![a-z]))/.test(lower.slice(end, end + 9));
};

const isWord = (code: number): boolean => isDigit(code) || isLetter(code);
const joining: ReadonlySet<number> = new Set([..."-/._"].map((one) => one.charCodeAt(0)));

/** With the plus and the opening bracket before, and the extension after. */
const edges = (
  { groups, lower }: Reading,
  first: number,
  last: number,
): { readonly start: number; readonly end: number } => {
  const start = groups.start[first] ?? 0;
  const end = groups.end[last] ?? 0;
  const before = lower.charCodeAt(start - 1);
  const mayLead = before === plus || before === bracket || before === space;
  const lead = mayLead ? (leading.exec(lower.slice(Math.max(0, start - 7), start + 1))?.[1]?.length ?? 0) : 0;
  const tail = mayExtend(lower, end) ? (extension.exec(lower.slice(end, end + 22))?.[0].length ?? 0) : 0;
  return { start: start - lead, end: end + tail };
};

/** The plus as a sign or, before a country's code, as a word. */
const leading = /(\+ ?\(?|\(\+? ?|(?<![a-z])plus (?=[1-9]))\d$/;
const extension = /^ {0,2},? ?(?:ext(?:ension)?\.?|x|poste|int\.?|#)[ :]{0,2}\d{1,7}(?!\d)/;
const mayExtend = (lower: string, end: number): boolean => {
  let at = end;
  while (at < end + 4 && " ,".includes(lower[at] ?? "x")) at++;
  return "expi#".includes(lower[at] ?? " ");
};
