import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import type { Detector, Hit, Reading } from "../reading.ts";

/** Links quoted as a fraudster's ("SMS reçu avec …", "phishing: …"): removed, or kept in a form nobody can click. */
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

const links =
  /(?:https?:\/\/|www\.)[^\s<>"')\]]{1,300}|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|info|fr|co|uk|eu|xyz|top|site|online|shop|me|link|click|app|io|ru|cn)\/[^\s<>"')\]]{1,300}/g;

/** "hxxps://exemple(.)com/a": nobody opens it by mistake, and it says where it led. */
const unclickable = (link: string): string =>
  `hxxp${/^https:/i.test(link) ? "s" : ""}://${link.replace(/^https?:\/\//i, "")}`
    .replace(/\./g, "(.)")
    .replace(/[[\]]/g, "");

const reach = 100;

/** Whether a word like "SMS" or "phishing" starts between the two places. */
const isSaid = ({ glance }: Reading, from: number, to: number): boolean => {
  for (let word = 0; word < glance.words; word++) {
    const at = glance.start[word] ?? 0;
    if ((glance.bits[word] ?? 0) & Family.evidence && at > from && at < to) return true;
  }
  return false;
};

/** The phones and links that stand near such words. */
export const asEvidence = (reading: Reading): readonly Hit[] =>
  reading.glance.families & Family.evidence
    ? reading.hits.map((hit) => {
        const isQuoted = hit.kind === "phone" || hit.kind === "link";
        return isQuoted && isSaid(reading, hit.start - reach, hit.end + reach) ? { ...hit, isEvidence: true } : hit;
      })
    : reading.hits;
