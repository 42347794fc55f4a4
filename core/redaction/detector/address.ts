import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";

/** Postal addresses: French and British (and American) streets with number, and the usual form of five neighbours. */
export const address: Detector = {
  name: "address",
  digits: 1,
  detect: (reading) => {
    if (reading.glance.families & Family.street || /strasse|str\.|straat|weg|platz|laan/.test(reading.lower))
      for (const [rule, pattern] of patterns) all(reading, pattern, rule);
  },
};

const all = (reading: Reading, pattern: RegExp, rule: string): void => {
  for (const match of reading.lower.matchAll(pattern)) {
    if (isQuiet(reading, match.index) || isMeant(reading, match, rule) === false) continue;
    reading.hits.push({ kind: "address", start: match.index, end: match.index + match[0].trimEnd().length, rule });
  }
};

const number = "\\d{1,5}(?:[-/]\\d{1,4})?(?: ?(?:bis|ter|quater|[a-f](?![a-z])))?";
const word = "[a-z\\u00c0-\\uffff0-9][a-z\\u00c0-\\uffff'.-]{0,24}";
const town = `[a-z\\u00c0-\\uffff][a-z\\u00c0-\\uffff'-]{1,24}(?:[ -](?:(?:sur|sous|les?|la|de|du|en|aux?|d'|l'|saint|st|ste|[a-z\\u00c0-\\uffff][a-z\\u00c0-\\uffff'-]{2,24}(?= ?(?:cedex|[,.\\n]|$))))){0,4}(?: cedex(?: \\d{1,2})?)?`;
const gap = "[ ,\\n-]{1,4}";

const french =
  "rue|avenue|av\\.?|ave\\.?|boulevard|boul\\.?|bd\\.?|bld\\.?|impasse|allees?|chemin|che?\\.|quai|cours|place|pl\\.|square|route|rte\\.?|residence|lotissement|passage|sentier|faubourg|fbg|esplanade|promenade|hameau|ruelle|villa|voie|rond[- ]point|lieu[- ]dit";
const english =
  "street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|close|court|ct\\.?|place|pl\\.?|way|boulevard|blvd\\.?|crescent|terrace|gardens?|square|sq\\.?|grove|hill|park|row|mews|walk|parkway|pkwy\\.?|circle|cir\\.?|highway|hwy\\.?|green|rise|view|wharf|yard|quay";
const postcode =
  "(?:gir ?0aa|[a-pr-uwyz](?:\\d{1,2}|[a-hk-y]\\d|[a-hk-y]\\d\\d|\\d[a-hjks-uw]|[a-hk-y]\\d[abehmnprv-y]) ?\\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])";
const american = "(?:[a-z]{2} \\d{5}(?:-\\d{4})?|\\d{5}(?:-\\d{4})?)(?!\\d)";
const part = "[a-z0-9\\u00c0-\\uffff][a-z0-9\\u00c0-\\uffff' .-]{0,28}";
const flat =
  "(?:(?:flat|apt\\.?|apartment|unit|suite|ste|appt?\\.?|appartement|app|bat(?:iment)?|esc(?:alier)?|etage|#|floor|piso|int)\\.? ?(?:n° ?)?[a-z0-9-]{1,6}[ ,\\n]{1,3})";

const patterns: readonly (readonly [string, RegExp])[] = [
  [
    "address.french",
    new RegExp(
      `(?<![\\d.,/€$])${flat}{0,2}${number},? {0,2}(?:${french})(?![a-z])(?: (?!${number}\\b|\\d{5})${word}){0,7}?(?:${gap}(?:${flat}|bp ?\\d{1,5}[ ,\\n]{1,3}){0,2}(?:f-?)?\\d{5}(?!\\d)(?:[ ,]{1,3}${town})?|(?=[,.;!?\\n)]|$)|(?= (?:et|est|a|je|depuis|merci|svp|mais|car|pour|chez|dans)(?![a-z])))`,
      "g",
    ),
  ],
  [
    "address.english",
    new RegExp(
      `(?<![\\d.,/£€$])${flat}?\\d{1,6}[a-z]?,? (?:[nsew]\\.? )?(?:(?!${number}\\b)[a-z0-9\\u00c0-\\uffff][a-z0-9\\u00c0-\\uffff'.-]{0,24} ){1,4}?(?:${english})(?![a-z])(?: (?:north|south|east|west|n|s|e|w|n[ew]|s[ew])(?![a-z]))?(?:,? ${flat.replace("[ ,\\\\n]{1,3})", "(?![a-z0-9]))")})?(?:(?:[,\\n]{1,2} ?${part}){0,3}(?:[ ,\\n]{1,3})(?:${postcode}|${american})|, ?${town}(?=[.\\n!?]|$))?`,
      "g",
    ),
  ],
  [
    "address.postcode",
    new RegExp(
      `(?<=(?:post ?code|postal code|address|adresse|live (?:at|in)|based in|zip)[ a-z:=]{0,12})${postcode}`,
      "g",
    ),
  ],
  [
    "address.german",
    new RegExp(
      `(?<![a-z0-9])[a-z\\u00c0-\\uffff][a-z\\u00c0-\\uffff.-]{1,28}(?: ?(?:strasse|str\\.)|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|gracht|kade|dijk|singel|dreef) \\d{1,4} ?[a-z]?(?![a-z0-9])(?:${gap}(?:\\d{5}|\\d{4} ?[a-z]{2}|(?:[ab]-)?\\d{4})(?![0-9a-z])(?: ${town})?)?`,
      "g",
    ),
  ],
  [
    "address.southern",
    new RegExp(
      `(?<![a-z0-9])(?:calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|carrer|camino|ronda|via|viale|piazza|corso|largo|vicolo|rua|praca|travessa|estrada)(?: ${word}){1,6}?,? ?(?:n(?:[°º]|um(?:ero)?\\.?) ?)?\\d{1,4}(?![\\d.])(?:,? ?(?:\\d{1,2}[°ºª]|piso \\d{1,2}[°ºª]?|puerta [a-z0-9]|int\\.? ?\\d{1,3}|[a-z](?![a-z]))){0,3}(?:${gap}(?:\\d{5}|\\d{4}-\\d{3})(?!\\d)(?: ${town})?)?`,
      "g",
    ),
  ],
  ["address.box", /(?<![a-z])(?:p\.? ?o\.? ?box|bp|boite postale|postfach|apartado) ?\d{1,6}(?!\d)/g],
];

/** Words that are a street as often as something else: "1 place de concert", "2 cours", "3 way". */
const ambiguous = /^[^a-z]*(?:place|cours|passage|route|square|villa|voie|promenade|chemin|che)(?![a-z])/;
const cue =
  /(?:habit|adress|address|domicil|livr|envo|demeur|situe|live|living|send|deliver|ship|located|moved|wohn|vivo|woon)[^\n]{0,40}$/;

const isMeant = (reading: Reading, match: RegExpExecArray, rule: string): boolean => {
  const [text] = match;
  const lead = reading.lower.slice(Math.max(0, match.index - 60), match.index);
  const ends = /\d{5}|\d[a-z]{2}$/.test(text.replace(/^\d+/, ""));
  if (ends || cue.test(lead)) return true;
  const shown = reading.view.text.slice(match.index, match.index + text.length);
  const isNamed = /[ '][A-Z]/.test(shown.replace(/^\d+ ?/, " ").slice(1)) || /^\d+\w*,? [A-Z]/.test(shown);
  if (rule === "address.french")
    return !ambiguous.test(text.replace(/^\d+/, ""))
      ? text.split(" ").length > 2
      : isNamed && text.split(" ").length > 2;
  if (rule === "address.english") return isNamed;
  if (rule === "address.southern") return isNamed;
  return true;
};
