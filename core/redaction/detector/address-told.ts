import { afterCue, type Cue } from "../cue.ts";
import { Family } from "../glance.ts";
import { anyOf, sticky } from "../phrase.ts";
import type { Reading } from "../reading.ts";

/**
 * Addresses of any country behind a word that says so: "lives at Skolegyden 99, København K", "my address is 12 Fagradalsbraut
 * 2, Egilsstadir". The street has its capital and its number; towns, a region and a postcode may follow.
 */
export const afterWords = (reading: Reading): void =>
  afterCue(reading, told, ({ start, end }) => {
    if (named.test(reading.view.text.slice(start, end)))
      reading.hits.push({ kind: "address", start, end, rule: "address.told" });
  });

const letter = "[a-z\\u00c0-\\u04ff]";
const words = `${letter}[^\\n,;:!?\\d]{1,36}`;
const told: Cue = {
  family: Family.street,
  cue: sticky(
    `(?<!(?:e-?mail|courriel|mail|ip|mac|web|wallet|bitcoin)(?: |-))${anyOf({
      fr: /adresses?(?: postale)?/,
      en: /address(?:es)?|lives|located/,
      de: /anschrift|wohn(?:e|t|haft)/,
      nl: /adres|woont?/,
    })}(?![a-z])`,
  ),
  filler: sticky(
    `(?:[ :,\\n]|(?<!${letter})(?:is|are|to|at|in|with|here|they|now|est|ist|nu|c'est|the|same|post|mail|following|in der|op de|aan de)(?!${letter})){1,12}`,
  ),
  value: sticky(
    `(?:\\d{1,5} )?${words} \\d{1,5}(?: ?[a-z](?!${letter}))?\\.?(?![\\d/:%€$£]|[.,]\\d)` +
      `(?:(?:, ?| ?\\n[ >]?)(?:apt\\.?|suite|unit|top|${words}) ?\\d{0,6}(?!\\d)){0,4}`,
  ),
};
/** A capital, behind the number if one comes first. */
const named = /^(?:\d{1,5} )?[A-Z\u00c0-\u04ff]/;
