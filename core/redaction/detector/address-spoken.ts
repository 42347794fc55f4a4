import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { isQuiet, type Reading } from "../reading.ts";

const unit = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf)";
const teen = "(?:dix(?:[ -](?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)";
const ten = "(?:vingt|trente|quarante|cinquante|soixante|quatre[ -]vingts?)";
/** The number of a house in words, but "un" and "une", which are articles. */
const number = `(?:(?:${unit}[ -])?cents?(?:[ -](?:${ten}[ -])?(?:${unit}|${teen}))?|${ten}(?:[ -](?:et[ -])?(?:une?|${unit}|${teen}))?|${teen}|${unit})`;
const before = new RegExp(`(?<![a-z-])${number}(?:,? (?:bis|ter|quater))?,? $`);
const longestNumber = 48;

const street =
  /(?:rue|avenue|ave?\.?|boulevard|boul\.?|bd\.?|impasse|allee|chemin|quai|place|square|route|passage)(?![a-z])(?: (?!\d)[a-z0-9][a-z0-9'.-]{0,24}){1,7}?(?:[ ,\n-]{1,4}\d{5}(?!\d)(?:[ ,-]{1,3}[a-z][a-z'-]{1,24})?|(?=[,.;:!?\n)"]|$)|(?= (?:et|est|a|je|depuis|merci|svp|mais|car|pour|chez|dans|que|qui|il|elle|on|nous|vous|c'est)(?![a-z])))/y;
const englishUnit = "(?:one|two|three|four|five|six|seven|eight|nine)";
const englishNumber = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]${englishUnit})?|${englishUnit}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)`;
/** "I live at twelve Baker Street": behind such words alone, as two streets are no house. Their first letters are looked at first. */
const english = new RegExp(
  `(?<= )(?=[efnost])(?<=(?:liv(?:e|ed|ing) at|resid(?:e|ing) at|(?:my )?address(?: is| :|:)|(?:deliver|send|ship)(?:ed)? (?:it )?to|moved to) )${englishNumber},? (?:[a-z][a-z'-]{1,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|place|way|crescent|terrace|gardens?|square|grove|hill|row|mews|walk)(?![a-z])(?:, ?[a-z][a-z' -]{1,24}(?=[.,;\\n!?]|$))?`,
  "g",
);

const cue = /(?:habit|adress|domicil|livr|envo|demeur|resid|loge)[^\n.!?]{0,40}$/;

/** "douze rue Victor Hugo": after a cue or with a postcode as it is, else only where the street has a name in capitals. */
export const atSpokenNumbers = (reading: Reading): void => {
  const { glance, hits, lower, view } = reading;
  eachMatch(english, lower, ({ index, 0: text }) => {
    hits.push({ kind: "address", start: index, end: index + text.length, rule: "address.number-in-words" });
  });
  for (let word = 0; word < glance.words; word++) {
    if (((glance.bits[word] ?? 0) & Family.street) === 0) continue;
    const at = glance.start[word] ?? 0;
    const lead = before.exec(lower.slice(Math.max(0, at - longestNumber), at))?.[0];
    if (lead === undefined || isQuiet(reading, at)) continue;
    street.lastIndex = at;
    const text = street.exec(lower)?.[0].trimEnd();
    if (text === undefined) continue;
    const start = at - lead.length;
    const isCued = cue.test(lower.slice(Math.max(0, start - 60), start)) || /\d{5}/.test(text);
    if (isCued || named.test(view.text.slice(at, at + text.length)))
      hits.push({ kind: "address", start, end: at + text.length, rule: "address.number-in-words" });
  }
};

/** "rue Victor Hugo", "rue de la République". */
const named = /^\S+ (?:(?:de|du|des|la|le|les|l'|d'|de l'|aux?) ?){0,3}[A-Z]/;
