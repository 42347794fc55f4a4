/** How addresses are written, over a folded view in small letters. All sticky and bounded. */

const number = "\\d{1,5}(?:[-/]\\d{1,4})?(?: ?(?:bis|ter|quater|[a-f](?![a-z])))?";
const word = "[a-z0-9][a-z0-9'.-]{0,24}";
const part = "[a-z0-9][a-z0-9' .-]{0,28}";
const gap = '(?:[ ,\\n/|("*\ufffc-]{1,5}|\\.{3} ?| ?<br ?/?> ?)';
const town =
  "[a-z][a-z'-]{1,24}(?:[ -](?:sur|sous|les?|la|de|du|des|en|aux?|l'|d'|saint|sainte|st|ste|[a-z][a-z'-]{2,24}(?= ?(?:cedex|[,.;!?)\\n]|$)))){0,4}(?: cedex(?: \\d{1,2})?)?";
const flat =
  "(?:(?:flat|apt\\.?|apartment|unit|suite|ste|appt?\\.?|appartement|app|bat(?:iment)?|esc(?:alier)?|etage|porte|entree|bte|boite|bus|#|floor|piso|puerta|int)\\.? ?(?:n° ?)?[a-z0-9-]{1,6}(?![a-z0-9])|\\d{1,2}(?:er|e|eme|nd|nde)? etage(?: (?:droite|gauche|face))?(?![a-z])|rdc(?![a-z])|rez[- ]de[- ]chaussee(?![a-z]))";

const frenchKinds =
  "rue|avenue|av\\.?|ave\\.?|boulevard|boul\\.?|bd\\.?|bld\\.?|impasse|allees?|chemin|che?\\.|quai|cours|place|pl\\.|square|route|rte\\.?|residence|lotissement|passage|sentier|faubourg|fbg|esplanade|promenade|hameau|ruelle|villa|voie|rond[- ]point|lieu[- ]dit|r\\.|sq\\.|cite|montee|traverse|venelle|chaussee|parvis|mail|clos|domaine|rocade|sente|cour|galerie|cote";
const englishKinds =
  "street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|close|court|ct\\.?|place|pl\\.?|way|boulevard|blvd\\.?|crescent|terrace|gardens?|square|sq\\.?|grove|hill|park|row|mews|walk|parkway|pkwy\\.?|circle|cir\\.?|highway|hwy\\.?|green|rise|view|wharf|yard|quay";
/** Royal Mail: area, district, sector, unit. */
const postcode =
  "(?:gir ?0aa|[a-pr-uwyz](?:\\d{1,2}|[a-hk-y]\\d{1,2}|\\d[a-hjks-uw]|[a-hk-y]\\d[abehmnprv-y]) ?\\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])";
/** "SW1A 2A": a letter was forgotten. */
const cutPostcode = "[a-z]{1,2}\\d[a-z\\d]? \\d[a-z](?![a-z0-9])";
const zip = "(?:[a-z]{2} \\d{5}(?:-\\d{4})?|\\d{5}(?:-\\d{4})?)(?!\\d)";

/** "…, Le Bourg, 24200 …": a hamlet or a building between the street and the postcode. */
const locality = "(?<=[,\\n-] {0,2})[a-z][a-z' -]{2,28}(?=[,\\n])";
const lastWords = "(?:[ ,\\n]{1,3}[a-z][a-z'.-]{1,24}){0,5}";
const end = '(?=[,.;:!?\\n)"]|$)';
const sentence =
  "(?= (?:et|est|a|je|depuis|merci|svp|mais|car|pour|chez|dans|que|qui|il|elle|on|nous|vous|c'est|and|please)(?![a-z]))";

export const french = new RegExp(
  `${number},? {0,2}(?:${frenchKinds})(?![a-z])(?: (?!\\d{5})${word}){0,7}?` +
    `(?:(?:${gap}(?:${flat}|bp ?\\d{1,5}|${locality})){0,3}${gap}(?:(?:f-?)?\\d{2}[ .]?\\d{3}(?!\\d)(?:[ ,-]{1,3}${town})?|\\d{4,6}(?!\\d)[ ,-]{1,3}(?!(?:euros?|eur|francs?)(?![a-z]))${town})|${end}|${sentence})`,
  "y",
);

export const english = new RegExp(
  `\\d{1,6}[a-z]?,? (?:[nsew]\\.? )?(?:(?!\\d{1,5} |mb way)${word} ){1,4}?(?:${englishKinds})(?![a-z])` +
    `(?: (?:north|south|east|west|n|s|e|w|n[ew]|s[ew])(?![a-z]))?(?:,? ${flat})?` +
    `(?:${lastWords}(?:[ ,\\n/|(*"\ufffc-]{1,4}|<br ?/?>)(?:${postcode}|${cutPostcode})|(?:[,\\n]{1,2} ?${part}){0,3}[ ,\\n]{1,3}(?:${postcode}|${zip}|${cutPostcode})|, ?${town}(?=[.,\\n!?]|$))?`,
  "y",
);

const germanStreet = `[a-z][a-z.-]{1,28}(?: (?:strasse|str\\.?))? \\d{1,4} ?(?:[a-z](?![a-z]))?(?![0-9])`;
const germanTown = `${gap}(?:\\d{5}|\\d{4} ?[a-z]{2}|(?:[ab]-)?\\d{4})(?![0-9a-z])(?: ${town})?`;
export const german = new RegExp(`${germanStreet}(?:${germanTown})?`, "y");
export const germanInTown = new RegExp(`${germanStreet}(?:${germanTown})(?<=[a-z])`, "y");

export const southern = new RegExp(
  `(?:calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|carrer|camino|ronda|via|viale|piazza|corso|largo|vicolo|rua|praca|travessa|estrada)` +
    `(?: ${word}){1,6}?,? ?(?:n(?:[°º]|um(?:ero)?\\.?) ?)?\\d{1,4}(?![\\d.])(?:/[a-z\\d]{1,3}(?![a-z\\d]))?` +
    `(?:,? ?(?:\\d{1,2}[°ºª]|piso \\d{1,2}[°ºª]?|bajo|entresuelo|atico|(?:primer|segundo|tercer) piso|piano (?:terra|\\d)|scala [a-z0-9]|r/c|rc|puerta [a-z0-9]|int\\.? ?\\d{1,3}|(?:\\d{1,2}[°ºª]? ?)?(?:izq|dcha|der|esq|dir|dto)\\.?(?:da|uierda|echa|uerdo|eito)?(?![a-z])|[a-z](?![a-z]))){0,3}` +
    `(?:${gap}(?:\\d{5}|\\d{4}-\\d{3})(?!\\d)(?: ${town}(?: \\(?[a-z]{2}\\)?(?![a-z]))?)?)?`,
  "y",
);

/** "Résidence les Oliviers, bât. B, appt 12, " before the number of the house, each part ended by a comma or a line. */
export const buildingBefore =
  /(?:(?:(?:(?<![a-z])(?:residence|res\.|batiment|bat\.?|immeuble|imm\.?|appartement|appt?\.?|apt\.?|escalier|esc\.?|entree|porte|lot(?:issement)?|z[ai]c?|lieu[- ]dit|hameau|domaine|clos|chez|c\/o|ground floor flat|(?:first|second|top) floor flat|flat|apartment|unit|floor|[\w ]{2,20} (?:house|court|cottage|lodge|mill))(?![a-z])|\d{1,2}(?:e|er|eme|ere|st|nd|rd|th)? (?:etage|floor))[^,\n;:!?]{0,32})[,\n] {0,2}){1,4}$/;

export const box = new RegExp(
  `(?:(?<=(?<![a-z])p\\.? ?o\\.? ?)box|bp|cs|tsa|boite postale|postfach|apartado|caixa postal|casella postale|postbus) ?\\d{1,6}(?!\\d)(?:${gap}(?:\\d{5}|\\d{4} ?[a-z]{2})(?![a-z\\d])(?: ${town})?)?`,
  "y",
);

/** Before the number of the house. */
export const flatBefore = new RegExp(
  `(?:(?<![a-z])${flat}[ ,\\n]{1,3}|(?<=(?:address|live|living|adresse|habite)(?: is| at| au| est)? )\\d{1,4} )$`,
);

/** A British postcode alone, after its name. */
export const postcodeAfter = new RegExp(
  `(?:post ?code|postal code|address|adresse|zip)[ a-z:=]{0,12}(?<![a-z])(${postcode})`,
  "y",
);
