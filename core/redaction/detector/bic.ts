import { afterCue, type Cue } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import type { Detector, Hit, Reading } from "../reading.ts";
import { lengths } from "./iban.ts";

/** Bank identifier codes (ISO 9362): eight or eleven characters, letters then country; beside their cue or an account. */
export const bic: Detector = {
  name: "bic",
  digits: 0,
  cues: () => [named],
  detect: (reading) => {
    if (reading.glance.families & Family.bic)
      afterCue(reading, named, ({ start, end, text }) => {
        const isWritten = /^[A-Z\d ]+$/.test(reading.view.text.slice(start, end)) || /\d/.test(text);
        if (isWritten || (neighbours.has(text.slice(4, 6)) && /^(?:.{8}|.{11})$/.test(text)))
          reading.hits.push({ kind: "bic", start, end, rule: "bic.cue" });
      });
    const { hits } = reading;
    for (let at = 0, { length } = hits; at < length; at++) {
      const { kind, start, end } = hits[at] as Hit;
      if (kind === "iban" || kind === "account") besideAccount(reading, start, end);
    }
  },
};

const reach = 40;
const shape = /(?<![A-Za-z0-9])[A-Z]{4} ?([A-Z]{2}) ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?(?![A-Za-z0-9])/g;

/** In capitals within a few characters of an account, on its line or the next. */
const besideAccount = ({ view, hits }: Reading, start: number, end: number): void => {
  for (const [from, to] of [
    [Math.max(0, start - reach), start],
    [end, Math.min(view.text.length, end + reach)],
  ] as const)
    if (hasFourCapitals(view.text, from, to))
      eachMatch(shape, view.text.slice(from, to), ({ index, 0: text, 1: country = "" }) => {
        if (lengths.has(country.toLowerCase()) && !text.startsWith("IBAN"))
          hits.push({ kind: "bic", start: from + index, end: from + index + text.length, rule: "bic.beside-account" });
      });
};

const hasFourCapitals = (text: string, from: number, to: number): boolean => {
  let capitals = 0;
  for (let at = from; at < to && capitals < 4; at++) {
    const code = text.charCodeAt(at);
    capitals = code >= 65 && code <= 90 ? capitals + 1 : 0;
  }
  return capitals === 4;
};

/** Countries that no ordinary word of eight or eleven letters has in its middle: a cue's small letters are believed. */
const neighbours = new Set("fr gb de es it nl be pt ch lu ie at mc".split(" "));

const named: Cue = {
  isDigitless: true,
  family: Family.bic,
  cue: /(?:bic|swift)(?:[ /-]{1,3}(?:bic|swift))?(?: code)?(?![a-z])/y,
  filler: /[ \t:=.,;°()-]{1,4}(?:(?:c'?est|est|is|code|ist|es|e|le|mon|my|the) ){0,3}/y,
  value: /(?!iban)(?:[a-z]{4} ?[a-z]{2} ?[a-z0-9]{2}(?: ?[a-z0-9]{3,4})?|[a-z]{6,8})(?![a-z0-9])/y,
};
