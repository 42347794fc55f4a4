import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { anyOf } from "../phrase.ts";
import type { Detector, Hit, Reading } from "../reading.ts";

/** Links quoted as a fraudster's ("SMS reçu avec …", "phishing: …"): removed. */
export const evidence: Detector = {
  name: "evidence",
  digits: 0,
  families: Family.evidence,
  detect: (reading) => {
    if ((reading.glance.families & Family.stop) === 0) return;
    eachMatch(links, reading.lower, ({ index: start, 0: text }) => {
      if (!isSaid(reading, start - reach, start)) return;
      const end = start + text.replace(/[.,;:!?)]+$/, "").length;
      const kept = unclickable(reading.view.text.slice(start, end));
      reading.hits.push({ kind: "link", start, end, rule: "link.evidence", kept });
    });
  },
};

const endings = "com|net|org|info|fr|co|uk|eu|xyz|top|site|online|shop|me|link|click|app|io|ru|cn";
const links = new RegExp(
  "(?:https?:\\/\\/|www\\.)[^\\s<>\"')\\]]{1,300}|" +
    `(?<![a-z0-9@.-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:${endings})\\/[^\\s<>"')\\]]{1,300}`,
  "g",
);

/** "hxxps://exemple(.)com/a": nobody opens it by mistake, and it says where it led. */
export const unclickable = (link: string): string =>
  `hxxp${/^https:/i.test(link) ? "s" : ""}://${link.replace(/^https?:\/\//i, "")}`
    .replace(/\./g, "(.)")
    .replace(/[[\]]/g, "");

const reach = 100;

/** Whether a word like "SMS" or "phishing" starts between the two places. */
const isSaid = ({ glance }: Reading, from: number, to: number): boolean => {
  for (let word = firstWordAfter(glance, from); word < glance.words && (glance.start[word] ?? 0) < to; word++)
    if ((glance.bits[word] ?? 0) & Family.evidence) return true;
  return false;
};

/** By halves: a text may have many. */
const firstWordAfter = ({ start, words }: Reading["glance"], place: number): number => {
  let low = 0;
  let high = words;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The phones and links that stand near such words, or that somebody says to have been called from. The writer's own are not. */
export const asEvidence = (reading: Reading): readonly Hit[] => {
  if (!reading.hits.some(isQuotable)) return reading.hits;
  return reading.hits.map((hit) => (isQuotable(hit) && isQuoted(reading, hit) ? { ...hit, isEvidence: true } : hit));
};

const isQuotable = ({ kind }: Hit): boolean => kind === "phone" || kind === "link";

const isQuoted = (reading: Reading, { end, kind, start }: Hit): boolean => {
  const before = reading.lower.slice(Math.max(0, start - reach), start);
  const isTheirs =
    isSaid(reading, start - reach, end + reach) ||
    callsAfter.test(reading.lower.slice(end, end + reach)) ||
    called.test(before);
  return isTheirs && !(kind === "phone" && own.test(before));
};

/** "Call me on", "mon numéro est le": how to reach who writes. */
const own = new RegExp(
  `\\b${anyOf({
    fr: [
      /(?:r?appel|contact|ecri|telephon|joign)(?:er?|ez|vez|re)(?:[ -](?:moi|nous))|joignable|mes coordonnees/,
      /me (?:joindre|rappeler|contacter|telephoner)|mon (?:num(?:ero)?|tel(?:ephone)?|portable|mobile|fixe)/,
    ],
    en: [
      /(?:call|ring|text|reach|contact|phone) (?:me|us)|reached/,
      /my (?:own |new )?(?:number|phone|mobile|cell|landline)/,
    ],
  })}\\b[^.!?;\\n]{0,40}$`,
);

/** Before a number: "ce numéro m'a appelé :", "reçu un appel du", "called by", "this number called me:". */
const called = new RegExp(
  `\\b${anyOf({
    fr: [
      /(?:appel|coup de fil|message|texto|mms|whatsapp)s? (?:recus? )?(?:du|de|depuis le|provenant du|venant du)(?: numero)?/,
      /(?:appele|contacte|harcele|demarche|rappele)e?s? par(?: le)?(?: numero)?/,
      /numeros? (?:qui )?(?:m['’ ]?a|m['’ ]?ont|nous a|vient de m['’ ]?|vient de me) ?(?:appele|contacte|ecrit|harcele)[a-z]*/,
    ],
    en: [
      /(?:called|rung|phoned|texted|contacted|messaged) (?:(?:me|us) )?(?:by|from|on behalf of)/,
      /(?:call|text|message|voicemail)s? (?:received )?from/,
      /numbers? (?:that |which )?(?:just |has |have |keeps? )*(?:called|calling|texted|rang|phoned|contacted|messaged)/,
    ],
  })}\\b[^.!?;\\n]{0,30}$`,
);

/** Behind it: "06 … m'a appelé", "020 … keeps calling me". */
const callsAfter =
  /^[^.!?;\n\d]{0,15}\b(?:m['’ ]?(?:a|ont) (?:appele|contacte|ecrit|harcele)|(?:called|rang|texted|phoned|messaged|contacted|keeps (?:calling|texting|ringing)|is calling) (?:me|us)|claim(?:s|ed|ing) to be)/;
