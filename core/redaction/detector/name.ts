import { firstNames, leadingNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { calling, cues, cuesAt, type Need, onThePhone, titles } from "./name-cue.ts";
import { articles, particles, stop } from "./name-word.ts";

/** A person's name given by the writer, by its cue: "je m'appelle …", "au nom de …", "regards, …", "Mme …". */
export const name: Detector = {
  name: "name",
  digits: 0,
  families: Family.name | Family.title,
  isOfSentences: true,
  cues: () => cues.map(({ pattern }) => ({ family: Family.name | Family.title, cue: pattern })),
  detect: (reading) => {
    const { glance, lower } = reading;
    for (let word = 0; word < glance.words; word++) {
      if (((glance.bits[word] ?? 0) & (Family.name | Family.title)) === 0) continue;
      const at = glance.start[word] ?? 0;
      for (const { pattern, rule, needs } of cuesAt(lower.slice(at, glance.end[word]))) {
        pattern.lastIndex = at;
        if (!pattern.test(lower)) continue;
        const start = pattern.lastIndex;
        const end = nameEnd(reading, start, needs);
        if (end <= start || isQuiet(reading, start)) continue;
        const isLabelled = rule === "name.given" || rule === "name.holder";
        const all = isLabelled ? withFirstName(reading, end) : end;
        reading.hits.push({ kind: "name", start, end: all, rule });
        if (isLabelled) another(reading, all, rule);
        break;
      }
    }
  },
};

/** "Name: Yilmaz, Heike": the end of the first name behind the surname, or of the surname. */
const withFirstName = ({ view }: Reading, end: number): number => {
  surnameFirst.lastIndex = end;
  const first = surnameFirst.exec(view.text)?.[1];
  return first !== undefined && firstNames.has(first.toLowerCase()) ? end + first.length + 2 : end;
};
const surnameFirst = /, ([A-Z][A-Za-z]{1,20})(?![A-Za-z])/y;

/** "Karim Benali et Sarah Lloyd": whoever shares it. */
const another = (reading: Reading, from: number, rule: string): void => {
  joined.lastIndex = from;
  if (!joined.test(reading.lower)) return;
  const start = joined.lastIndex;
  const end = nameEnd(reading, start, "known");
  if (end > start) reading.hits.push({ kind: "name", start, end, rule });
};
const joined = /,? (?:et|and|und|y|e|en|&|\/|ou|or) (?:de )?/y;

const title = new RegExp(`${titles} `, "iy");
const startsTitle = (code: number): boolean => "mdhfrs".includes(String.fromCharCode(code | 0x20));
const wordAt = /[A-Za-z\u00c0-\uffef][A-Za-z\u00c0-\uffef'-]{0,30}/y;
const wordsAtMost = 5;

/** The end of the name that starts at `start`, or `start` when there is none. */
const nameEnd = (reading: Reading, start: number, needs: Need): number => {
  const { text } = reading.view;
  let end = start;
  let words = 0;
  let known = false;
  let capitals = 0;
  let at = start;
  title.lastIndex = at;
  if (startsTitle(text.charCodeAt(at)) && title.test(text)) at = title.lastIndex;
  const isTitled = at > start;
  const begin = at;
  while (words < wordsAtMost) {
    wordAt.lastIndex = at;
    const written = wordAt.exec(text)?.[0];
    if (written === undefined) break;
    const word = written.endsWith("'s") ? written.slice(0, -2) : written;
    const folded = word.toLowerCase();
    const isCapital = isCapitalAt(text, at) || (word.startsWith("d'") && isCapitalAt(word, 2));
    if (
      particles.has(folded) &&
      (words > 0 || at > begin || isFirst(reading, at, needs, isCapital && !articles.has(folded)))
    ) {
      // Part of the name only when a capitalised word follows.
    } else if (isCapital && !stop.has(folded)) {
      capitals++;
      words++;
      end = at + word.length;
    } else if (
      needs === "any" &&
      !isCapital &&
      !stop.has(folded) &&
      (words > 0 ? known && words < 3 : firstNames.has(folded))
    ) {
      words++;
      end = at + word.length;
    } else break;
    if (firstNames.has(folded) || (folded.includes("-") && firstNames.has(/^[a-z]{2,}(?=-)/.exec(folded)?.[0] ?? "")))
      known = true;
    at = at + word.length;
    if (text[at] === "." && word.length <= 2 && isCapital) at++;
    parting.lastIndex = at;
    if (text[at] === " " && text[at + 1] !== "/" && text[at + 1] !== " ") at++;
    else if (known && words === 1 && parting.test(text)) at = parting.lastIndex;
    else break;
  }
  if (end === start) return start;
  return isEnough(reading, start, end, { needs, words, known, capitals, isTitled }) ? end : start;
};

/** "Karim_Benali", "Karim.Benali", "Karim / Benali", or the surname alone on the last line. */
const parting = /(?:[_.]| \/ | {2,3})(?=[A-Z][A-Za-z'-])|\n(?=[A-Z][A-Za-z'-]{1,24}[.,!]?$)/y;

const isCapitalAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
};

/** A particle that a name starts with: "Le Goff", after a title or a colon in small letters too. */
const isFirst = ({ lower, view }: Reading, at: number, needs: Need, isName: boolean): boolean => {
  if (!ofWholeNames.has(needs)) return false;
  if (isName) return true;
  const isGiven =
    needs === "capital"
      ? capitalised.test(view.text.slice(Math.max(0, at - 16), at)) ||
        dutchTitle.test(lower.slice(Math.max(0, at - 10), at))
      : /[:=|] ?$/.test(lower.slice(Math.max(0, at - 2), at));
  return isGiven && firstParticles.test(view.text.slice(at, at + 16));
};
const ofWholeNames: ReadonlySet<Need> = new Set<Need>(["any", "capital", "known", "two", "titlecase"]);
/** "Mme de Villiers", "mevrouw de Vries"; "a monsieur de Lyon" is anybody. */
const capitalised = /(?<![A-Za-z])[A-Z][a-z]{0,11}\.? ?$/;
const dutchTitle = /(?<![a-z])(?:mevr(?:ouw)?|mw|meneer|dhr)\.? $/;
const firstParticles =
  /^(?:d[eui]|von|van|zu|vom|del|della|ter|ten|le|el|al|ben|bin)(?: (?:la|den|der|las|los|les|'t))? [A-Z]/i;

type Found = {
  readonly needs: Need;
  readonly words: number;
  readonly known: boolean;
  readonly capitals: number;
  readonly isTitled: boolean;
};

const isEnough = (reading: Reading, start: number, end: number, found: Found): boolean => {
  const { needs, words, known, capitals, isTitled } = found;
  const rest = reading.lower.slice(end, end + 24);
  if (needs === "any" || needs === "capital") return capitals > 0 || known;
  if (isTitled && capitals > 0) return true;
  if (needs === "titlecase")
    return (known && capitals > 0) || (capitals > 0 && /^[A-Z][a-z]/.test(reading.view.text.slice(start, end)));
  if (needs === "addressed")
    return words === 1 && leadingNames.has(reading.lower.slice(start, end)) && addressedEnd.test(rest);
  if (needs === "two") return capitals >= 2 || (known && capitals > 0 && calling.test(rest));
  if (needs === "sure")
    return (known && (capitals >= 2 || calling.test(rest))) || (capitals >= 1 && onThePhone.test(rest));
  if (needs === "known") return (known && capitals > 0) || (capitals >= 2 && words >= 2);
  return (known || capitals >= 2 || isLastLine(reading, start, rest)) && lineEnd.test(rest);
};

/** "Hi Emma, …", "Salut Karim !". */
const addressedEnd = /^ ?(?:[,!?.\n]|$)/;

const lineEnd =
  /^[ .,!\ufffc]*(?:(?:merci|svp|stp|thanks|pls|please|danke|bitte|gracias|por favor|grazie|per favore|bedankt|aub|obrigad[oa])[ .!\ufffc]*)?(?:$|\n)/;

/** Alone on its line after a closing formula. */
const isLastLine = ({ lower }: Reading, start: number, rest: string): boolean =>
  /[,\n.]\s*$/.test(lower.slice(Math.max(0, start - 4), start)) && /^[ .!]*$/.test(rest);
