import { leadingNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { particles, stop } from "./name-word.ts";

/**
 * "Sophie Delattre m'a répondu", "paid to Jean DUPONT": a first name that is known and a surname, each with its capital,
 * without a cue. Streets, places and shops that are called so stay.
 */
export const nameKnown: Detector = {
  name: "name-known",
  digits: 0,
  families: Family.title,
  isOfSentences: true,
  detect: (reading) => {
    const { glance, hits, lower } = reading;
    let done = 0;
    for (let word = 0; word < glance.words; word++) {
      if (((glance.bits[word] ?? 0) & Family.title) === 0) continue;
      const at = glance.start[word] ?? 0;
      const behind = glance.end[word] ?? 0;
      if (at < done || !leadingNames.has(lower.slice(at, behind))) continue;
      const mark = lower.charCodeAt(behind);
      if (mark === comma) done = listed(reading, at);
      if (mark !== space) continue;
      const start = at - compoundBefore(reading, at);
      const end = surnameEnd(reading, start, behind);
      if (end === start || isQuiet(reading, start)) continue;
      // "Louis David" is no name in "Jean Louis David" either.
      done = end;
      if (!isElse(reading, start, end)) hits.push({ kind: "name", start, end, rule: "name.known" });
    }
  },
};

const space = 32;
const comma = 44;

/** "Layla, Harry, Ottokar et Erika": three with their capitals, most of them known. The end of the list, or 0. */
const listed = ({ hits, lower, view }: Reading, at: number): number => {
  const { text } = view;
  const start = at - (itemsBefore.exec(text.slice(Math.max(0, at - listReach), at))?.[0].length ?? 0);
  items.lastIndex = start;
  const list = items.exec(text)?.[0];
  if (list === undefined) return 0;
  const names = [...list.matchAll(item)];
  const known = names.filter(({ 0: name }) => leadingNames.has(name.toLowerCase())).length;
  if (known < 2 || known * 2 < names.length || names.some(({ 0: name }) => stop.has(name.toLowerCase()))) return 0;
  if (isOfPlace(lower, start)) return 0;
  for (const { 0: name, index } of names)
    hits.push({ kind: "name", start: start + index, end: start + index + name.length, rule: "name.listed" });
  return start + list.length;
};
const listReach = 120;
const itemsBefore = /(?<![A-Za-z])(?:[A-Z][a-z'-]{1,20}, ){1,5}$/;
const items =
  /[A-Z][A-Za-z'-]{1,20}(?:, [A-Z][A-Za-z'-]{1,20}){1,11}(?:,? (?:and|et|und|y|e|en|ou|or|&) [A-Z][A-Za-z'-]{1,20}|, [A-Z][A-Za-z'-]{1,20})/y;
const item = /[A-Z][A-Za-z'-]{1,20}/g;

/** "Jean-" before "Marc". */
const compoundBefore = ({ view }: Reading, at: number): number =>
  view.text[at - 1] !== "-"
    ? 0
    : (/(?<![A-Za-z-])[A-Z][A-Za-z]{1,14}-$/.exec(view.text.slice(Math.max(0, at - 16), at))?.[0].length ?? 0);

const wordAt = /[A-Z][A-Za-z\u00c0-\uffef'-]{0,30}|[a-z]{1,4}'?(?=[ A-Z])/y;
const wordsAtMost = 5;
/** Whose firm or town follows as often: "Julien de Sogenal", "Camille du Crédit Mutuel". */
const from: ReadonlySet<string> = new Set(["de", "du", "des", "la", "le", "d'"]);
/** In capitals all over, a name is told from a sentence by what stands around it. */
const apart = /(?:^|[\n,:;|(/•>-] ?)$/;
const ended = /^ ?(?:$|[\n,;:|)(/.•<-]|\d)/;

/** The end of the surname behind the first name, or `start` when there is none. */
const surnameEnd = ({ lower, view }: Reading, start: number, behind: number): number => {
  const { text } = view;
  if (!isCapital(text.charCodeAt(start))) return start;
  const isLoud = /^[A-Z-]+$/.test(text.slice(start, behind));
  let end = start;
  let at = behind + 1;
  for (let words = 0; words < wordsAtMost; words++) {
    wordAt.lastIndex = at;
    const written = wordAt.exec(text)?.[0];
    if (written === undefined) break;
    const word = written.endsWith("'s") ? written.slice(0, -2) : written;
    const folded = word.toLowerCase();
    const isName = isCapital(word.charCodeAt(0));
    const leads =
      isName &&
      folded !== "la" &&
      particles.has(folded) &&
      isCapital(text.charCodeAt(at + word.length + 1)) &&
      text[at + word.length] === " ";
    if (isName && !leads && word.length > 1 && (stop.has(folded) || (isLoud && /[a-z]/.test(word)))) break;
    if (!isName && (!particles.has(folded) || (words === 0 && from.has(folded)))) break;
    at += word.length;
    const isInitial = word.length === 1;
    if (isName && !isInitial && !leads) end = at;
    if (isInitial && text[at] === ".") at++;
    if (text[at] === " ") at++;
    else if (!word.endsWith("'")) break;
  }
  if (end === start || lower.slice(behind + 1, end).length < 2) return start;
  const isApart = apart.test(lower.slice(Math.max(0, start - 2), start)) && ended.test(lower.slice(end, end + 2));
  return isLoud && !isApart ? start : end;
};

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** A place or a company: by the word before, by the word behind, or because everybody knows it. */
const isElse = ({ lower, view }: Reading, start: number, end: number): boolean => {
  const text = lower.slice(start, end);
  if (isFamous(text) || suffix.test(text) || suffix.test(lower.slice(end, end + 16))) return true;
  // What tells a place ends in a space.
  if (lower.charCodeAt(start - 1) !== space) return false;
  if (isOfPlace(lower, start)) return true;
  const previous = /([A-Z][a-z\u00c0-\uffef]{2,20}) $/.exec(view.text.slice(Math.max(0, start - 22), start))?.[1];
  return (
    previous !== undefined && !stop.has(previous.toLowerCase()) && !isSentenceStart(lower, start - previous.length)
  );
};

/** By the first two words, or three. */
const isFamous = (text: string): boolean => {
  const words = text.replaceAll("-", " ");
  const second = endOfWord(words, words.indexOf(" ") + 1);
  return famous.has(words.slice(0, second)) || famous.has(words.slice(0, endOfWord(words, second + 1)));
};
const endOfWord = (words: string, from: number): number => {
  const end = words.indexOf(" ", from);
  return end < 0 ? words.length : end;
};

/** A word before says that a street, a school or a shop is called so. */
export const isOfPlace = (lower: string, start: number): boolean =>
  place.test(lower.slice(Math.max(0, start - 28), start));

const isSentenceStart = (lower: string, at: number): boolean =>
  /(?:^|[.!?\n:,>] ?)$/.test(lower.slice(Math.max(0, at - 3), at - 1));

const place =
  /(?<![a-z])(?:rues?|avenue|ave?|boulevard|bd|bld|places?|pl|quai|cours|allees?|impasse|chemin|square|pont|metro|gare|station|arret|tram|lycee|college|ecole|universite|fac|hopital|clinique|chu|agence|stade|aeroport|airport|parc|theatre|musee|prix|fondation|institut|maison|groupe|magasin|boutique|parfumerie|salon|restaurant|cafe|hotel|galerie|centre|quartier|residence|saint|st|st\.|ste|street|road|school|hospital|shop|store|brand|via|viale|corso|piazza|calle|plaza|rua|praca|[a-z]{3,20}strasse|cabinet|etude|societe|ets|entreprise|boulangerie|garage|pharmacie|bar|marque|chez)(?: (?:de|du|des|la|le|les|d'|of|the))? $/;
const kinds =
  "street|st|rd|ave|place|road|lane|avenue|square|station|line|airport|park|bridge|hospital|school|college|university|stadium|museum|hotel|bank|city|county|beach|ltd|limited|plc|inc|llc|corp|gmbh|ag|sa|sas|sarl|srl|spa|bv|nv|immobilier|immo|assurances?|patrimoine|consulting|group|groupe|avocats?|notaires?|strasse|platz|weg|allee|restaurants?|bakery|shops?|stores?|outlet|boutiques?|coiffure|coiffeurs?|opticiens?|day";
const suffix = new RegExp(`^ ?(?:& co|&|et cie|and co|${kinds})(?![a-z])| (?:${kinds})$`);

/** People a street is called after, and shops. */
const famous: ReadonlySet<string> = new Set(
  (
    "paul valery,victor hugo,jean jaures,jean moulin,jean mermoz,jules ferry,jules verne,emile zola,charles de,marie curie,pierre curie,louis pasteur,leon blum,leon gambetta,georges pompidou,georges clemenceau,francois mitterrand,simone veil,jean medecin,anatole france," +
    "martin luther,pierre fabre,yves rocher,louis vuitton,hugo boss,paul smith,ted baker,tommy hilfiger,jack daniels,calvin klein,ralph lauren,michael kors,thomas cook,john lewis,john deere,charles schwab,edward jones,raymond james,william hill,fred perry,laura ashley," +
    "marc jacobs,christian dior,christian louboutin,nina ricci,kate spade,harvey nichols,alain afflelou,alain ducasse,jacques dessange,franck provost,jean louis david,jean paul gaultier,guy hoquet,stephane plaza,paul bocuse,eric kayser,marie blachere,marie claire,eric bompard,julien d'orcel," +
    "claudie pierlot,jean lapierre,patrick roger,pierre herme,pierre marcolini,charles tyrwhitt,charlie hebdo,leon de,leroy merlin,george foreman,mark up,marks spencer,sam sung,rosa parks,alexander mcqueen,vivienne westwood,oscar de,giorgio armani,emporio armani,tom tailor,jack jones," +
    "jack wolfskin,jim beam,johnnie walker,robert half,michael page,philip morris,philipp plein,peter pan,harry potter,mickey mouse,santa claus,max mara,carolina herrera,pedro del,adolfo dominguez,luisa spagnoli,peter kaiser,paul hartmann,carl zeiss,frank green,billy idol,jesus christ," +
    "morgan stanley,massimo dutti,tom ford,steve madden,ernst young,grant thornton,jamie oliver,peter rabbit,peter jones,david jones,robert dyas,paul frank,phillip lim,jimmy choo,jo malone,bobbi brown,tory burch,karl lagerfeld,anne klein," +
    "daniel wellington,daniel hechter,pierre cardin,guy degrenne,guy laroche,thierry mugler,yves saint,yves delorme,roger gallet,roger vivier,jacques vabre,gerard darel,maurice lacroix,henri maire,michel augustin," +
    "ben jerry,uncle ben,aunt jemima,wells fargo,edmond de,hans im,otto bock,adam opel,robert bosch,bruno banani,jack daniel,ronald mcdonald,bernard matthews,ferdinand porsche"
  ).split(","),
);
