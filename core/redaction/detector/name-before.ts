import { firstNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { particles, stop } from "./name-word.ts";

/** "Karim Benali, né le 12/03/1984", "Sarah Lloyd (DOB 12/03/1984)", "Karim Benali à l'appareil": names before their cue. */
export const nameBefore: Detector = {
  name: "name-before",
  digits: 0,
  families: Family.birth | Family.name | Family.title,
  isOfSentences: true,
  detect: (reading) => {
    const { glance, hits, lower } = reading;
    for (const { kind, start } of [...hits]) if (kind === "birth-date") take(reading, start, born, "name.before-birth");
    for (let word = 0; word < glance.words; word++) {
      if (((glance.bits[word] ?? 0) & Family.name) === 0) continue;
      const end = glance.end[word] ?? 0;
      if (voices.has(lower.slice(glance.start[word], end))) take(reading, end, calling, "name.before-voice");
    }
  },
};

/** The name, if any, that ends where `cue` begins, which ends at `at`. */
const take = (reading: Reading, at: number, cue: RegExp, rule: string): void => {
  const from = Math.max(0, at - reach);
  const match = cue.exec(reading.lower.slice(from, at));
  const name = match && nameThatEnds(reading, from, from + match.index);
  if (name) reading.hits.push({ kind: "name", ...name, rule });
};

const voices = new Set(["appareil", "apparat"]);
const calling = / ?,? (?:a l'|am )(?:appareil|apparat)$/;
/** A name of five words and the longest way to say that somebody was born. */
const reach = 120;
const born =
  /[ ,(\n]{1,3}(?:(?:qui |who )?(?:est |is |was |ist )?(?:nee?|ne\(e\)|born|geboren|geb\.|nacid[oa]|nat[oa]|nascid[oa])(?![a-z])[^0-9\n]{0,24}|(?:dob|d\.o\.b\.?|ddn|date of birth|date de naissance|geburtsdatum)[ :]{0,3})$/;
const wordAt = /[A-Za-z\u00c0-\uffef][A-Za-z\u00c0-\uffef'-]{0,30}/g;

/** The words with a capital right before `end`: two, a first name that is known, or one that is set apart. */
const nameThatEnds = (
  reading: Reading,
  from: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined => {
  const text = reading.view.text.slice(from, end);
  let last = text.length;
  let start = -1;
  let capitals = 0;
  let isKnown = false;
  for (const { 0: word, index } of [...text.matchAll(wordAt)].reverse()) {
    if (!/^ ?$/.test(text.slice(index + word.length, last)) || capitals > namesAtMost) break;
    const folded = word.toLowerCase();
    const isName = /^[A-Z]/.test(word) && !stop.has(folded);
    if (!isName && !(capitals > 0 && particles.has(folded))) break;
    last = index;
    if (!isName) continue;
    start = index;
    capitals++;
    isKnown ||= firstNames.has(folded);
  }
  const isSetApart = /[,(]|^ (?:a l'|am )/.test(reading.lower.slice(end, end + 5));
  const isEnough = start >= 0 && (capitals > 1 || isKnown || isSetApart) && !isQuiet(reading, from + start);
  return isEnough ? { start: from + start, end } : undefined;
};

const namesAtMost = 3;
