import { firstNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { particle, stop } from "./name.ts";

/** "Karim Benali, né le 12/03/1984", "Sarah Lloyd (DOB 12/03/1984)": whom a date of birth tells of. */
export const nameBeforeBirth: Detector = {
  name: "name-before-birth",
  digits: 0,
  families: Family.birth,
  isOfSentences: true,
  detect: (reading) => {
    for (const { kind, start } of [...reading.hits]) {
      if (kind !== "birth-date") continue;
      const from = Math.max(0, start - reach);
      const between = born.exec(reading.lower.slice(from, start));
      if (between === null) continue;
      const name = nameThatEnds(reading, from, from + between.index);
      if (name !== undefined) reading.hits.push({ kind: "name", ...name, rule: "name.before-birth" });
    }
  },
};

/** A name of five words and the longest way to say that somebody was born. */
const reach = 120;
const born =
  /[ ,(]{1,3}(?:(?:qui |who )?(?:est |is |was |ist )?(?:nee?|ne\(e\)|born|geboren|geb\.|nacid[oa]|nat[oa]|nascid[oa])(?![a-z])[^0-9\n]{0,24}|(?:dob|d\.o\.b\.?|ddn|date of birth|date de naissance|geburtsdatum)[ :]{0,3})$/;
const wordAt = /[A-Za-z\u00c0-\uffef][A-Za-z\u00c0-\uffef'-]{0,30}/g;

/** The words with a capital right before `end`: two, a first name that is known, or one before a comma. */
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
    if (!isName && !(capitals > 0 && particle.test(folded))) break;
    last = index;
    if (!isName) continue;
    start = index;
    capitals++;
    isKnown ||= firstNames.has(folded);
  }
  const isSetApart = /[,(]/.test(reading.lower.slice(end, end + 2));
  const isEnough = start >= 0 && (capitals > 1 || isKnown || isSetApart) && !isQuiet(reading, from + start);
  return isEnough ? { start: from + start, end } : undefined;
};

const namesAtMost = 3;
