import { isAmount } from "./cue.ts";
import { isDigit, isLetter } from "./groups.ts";
import { isQuiet, type Reading } from "./reading.ts";
import { taken } from "./taken.ts";
import { wordTable } from "./word-table.ts";

/** A number that counts nothing: neither an amount nor a date, an hour, a part of something longer. */
export type Free = {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What the word before it says, and the one before that; see `Role`. */
  readonly lead: number;
  readonly first: number;
  /** What the word behind it says. */
  readonly next: number;
  /** Nothing stands before it or a word that may: an article, a verb of saying. */
  readonly isLed: boolean;
  /** A colon or a bracket stands before it. */
  readonly isPointed: boolean;
  /** A month and year stand beside it: "12/27 123". */
  readonly isDated: boolean;
};

/**
 * The numbers of 3 to 8 digits that stand free, each digit apart or in two threes among them. Told by the words on both
 * sides: a number that counts something is followed by its noun, one that is named by a verb, a pronoun, a conjunction.
 */
export const freeNumbers = (reading: Reading): readonly Free[] | undefined => {
  const { groups, lower } = reading;
  let free: Free[] | undefined;
  for (let at = 0; at < groups.start.length; at++) {
    const start = groups.start[at] ?? 0;
    const last = lastOf(reading, at);
    const end = groups.end[last] ?? start;
    const isApart = last > at;
    at = last;
    if (end - start < 3 || end - start > 22 || !isFreeBehind(lower, end)) continue;
    if (lower.charCodeAt(start - 1) === colon && isPort.test(lower.slice(Math.max(0, start - 12), start))) continue;
    const digits = isApart ? lower.slice(start, end).replace(/[ .,-]/g, "") : lower.slice(start, end);
    if (digits.length > 8) continue;
    const number = freeBefore(lower, start, end, digits);
    if (number === undefined || isQuiet(reading, start) || isAmount(reading, start, end)) continue;
    free ??= [];
    free.push(number);
  }
  return free;
};

const colon = 0x3a;
/** "localhost:43215", "banque.example:8443": what a host is asked at. */
const isPort = /(?:localhost|\.[a-z]{2,10}):$/;

/** The run itself, or the last of single digits one separator apart, or the second of two threes. */
const lastOf = ({ groups: { start, end }, lower }: Reading, first: number): number => {
  const size = (end[first] ?? 0) - (start[first] ?? 0);
  if (size !== 1 && size !== 3) return first;
  let last = first;
  while (
    last - first < (size === 1 ? 7 : 1) &&
    (end[last + 1] ?? 0) - (start[last + 1] ?? 0) === size &&
    isGap(lower, end[last] ?? 0, start[last + 1] ?? 0, size)
  )
    last++;
  return size === 1 && isListOfDecimals(lower, end[first] ?? 0, end[last] ?? 0) ? first : last;
};
/** "8.1, 8.2": a stop between some of the digits and something else between others. */
const isListOfDecimals = (lower: string, from: number, to: number): boolean => {
  let stops = 0;
  let others = 0;
  for (let at = from; at < to; at++)
    if (lower.charCodeAt(at) === 46) stops++;
    else if (!isDigit(lower.charCodeAt(at))) others++;
  return stops > 0 && others > 0;
};
/** "1 2 3", "1-2-3", "1, 2, 3", "123 456". */
const isGap = (lower: string, from: number, to: number, size: number): boolean => {
  const code = lower.charCodeAt(from);
  if (to - from === 1) return code === 32 || (size === 1 && (code === 45 || code === 46));
  return size === 1 && to - from === 2 && code === 44;
};

const isFreeBehind = (lower: string, end: number): boolean => {
  const code = lower.charCodeAt(end);
  if (isLetter(code) || isDigit(code) || code === 39 || code === 37) return false;
  const next = lower.charCodeAt(end + 1);
  if (isDigit(next)) return code === 32 && isDateAt(lower, end + 1);
  if (code !== 32 || !isLetter(next)) return true;
  const stop = endOfWord(lower, end + 1);
  const role = roleOf(lower, end + 1, stop);
  if (role & Role.as && isAmountNamed(lower, stop)) return false;
  if (role & Role.tail) return true;
  if (lower.startsWith("d'habitude", end + 1)) return true;
  return lower.startsWith("de ", end + 1) && (roleOf(lower, end + 4, endOfWord(lower, end + 4)) & Role.owned) !== 0;
};

/** "1540 comme montant", "1540 as the amount". */
const isAmountNamed = (lower: string, from: number): boolean => {
  const first = endOfWord(lower, from + 1);
  const second = endOfWord(lower, first + 1);
  return ((roleOf(lower, from + 1, first) | roleOf(lower, first + 1, second)) & Role.counting) !== 0;
};

/** 12/27, 12.2027; no 12/11, which is a day. */
const isDateAt = (lower: string, at: number): boolean => {
  const tens = lower.charCodeAt(at);
  if (tens !== 48 && tens !== 49) return false;
  const decade = lower.charCodeAt(at + 3);
  return (
    isDigit(lower.charCodeAt(at + 1)) &&
    dateMarks[lower.charCodeAt(at + 2)] === 1 &&
    (decade === 50 || decade === 51) &&
    isDigit(lower.charCodeAt(at + 4))
  );
};

/** "123 12/27", "123 et 12/27". */
const isDateBehind = (lower: string, end: number): boolean => {
  let at = end;
  while (at < end + separatorsAtMost && lists[lower.charCodeAt(at)] === 1) at++;
  if (at === end) return false;
  const stop = endOfWord(lower, at);
  return isDateAt(lower, stop > at && roleOf(lower, at, stop) & Role.and ? stop + 1 : at);
};

const isDateBefore = (lower: string, start: number): boolean => {
  let at = start;
  while (at > start - separatorsAtMost && lists[lower.charCodeAt(at - 1)] === 1) at--;
  if (at === start) return false;
  if (isLetter(lower.charCodeAt(at - 1))) {
    const from = startOfWord(lower, at);
    if ((roleOf(lower, from, at) & Role.and) === 0) return false;
    at = from - 1;
  }
  return isDateAt(lower, at - 5) || isDateAt(lower, at - 7);
};
const separatorsAtMost = 5;

/** Where the letters that start there end, within reach. */
const endOfWord = (lower: string, start: number): number => {
  let at = start;
  while (at - start < longest && isLetter(lower.charCodeAt(at))) at++;
  return at;
};
const longest = 20;

/** Where the letters that end at `end` start, within reach. */
export const startOfWord = (lower: string, end: number): number => {
  let at = end;
  while (end - at < longest && isLetter(lower.charCodeAt(at - 1))) at--;
  return at;
};

/** How far apart a number and the word before it may be. */
const gapAtMost = 6;

/** Where the last letter or digit before `at` ends, if near. */
const endBefore = (lower: string, at: number): number => {
  let end = at;
  while (at - end < gapAtMost && end > 0 && !isLetter(lower.charCodeAt(end - 1)) && !isDigit(lower.charCodeAt(end - 1)))
    end--;
  return end;
};

const freeBefore = (lower: string, start: number, end: number, digits: string): Free | undefined => {
  const close = lower.charCodeAt(start - 1);
  if (isLetter(close) || (glue[close] === 1 && lower.charCodeAt(start - 2) !== close)) return undefined;
  const before = endBefore(lower, start);
  const isDated = isDateBehind(lower, end) || isDateBefore(lower, start);
  if (isDigit(lower.charCodeAt(before - 1)) && !isDated && !isAfterColon(lower, before, start)) return undefined;
  if (isBesideTaken(lower, before, start)) return undefined;
  const at = startOfWord(lower, before);
  const isPointed =
    pointed[close] === 1 ||
    (close === 32 && (pointed[lower.charCodeAt(start - 2)] === 1 || isBetweenCommas(lower, start, end)));
  const next = lower.charCodeAt(end) === 32 ? roleOf(lower, end + 1, endOfWord(lower, end + 1)) : 0;
  if (at === before) return { start, end, digits, lead: 0, first: 0, next, isLed: true, isPointed, isDated };
  const role = roleOf(lower, at, before);
  if (role & Role.counting && ((role & Role.typing) === 0 || digits.length < 4)) return undefined;
  const isOf = (role & Role.of) !== 0;
  // "Code: 123", "(123)", "… , 123": nothing governs it; after a mere space its word does.
  const isLed = isOf || (role & Role.lead) !== 0 || !isMereGap(lower, before, start);
  const firstEnd = endBefore(lower, at);
  const firstStart = isWithinSentence(lower, firstEnd, at) ? startOfWord(lower, firstEnd) : firstEnd;
  const first = roleOf(lower, firstStart, firstEnd);
  if (isOf && firstStart < firstEnd && (first & Role.naming) === 0) return undefined;
  return { start, end, digits, lead: role, first, next, isLed, isPointed, isDated };
};
/** "Le code que j'ai reçu, 3085, n'est pas reconnu": what is set off says what was named. */
const isBetweenCommas = (lower: string, start: number, end: number): boolean =>
  lower.charCodeAt(start - 2) === 44 && lower.charCodeAt(end) === 44;
/** "À 14h02 : 812640", "at 14:02: 812640". */
const isAfterColon = (lower: string, from: number, to: number): boolean =>
  lower.charCodeAt(to - 1) === 32 && lower.charCodeAt(to - 2) === 58 && to - from < 4;

/** The word right before says that it is an amount or the number of something else: "un achat de 250". */
export const isCountedBefore = (lower: string, start: number): boolean => {
  if (lower.charCodeAt(start - 1) !== 32) return false;
  const at = startOfWord(lower, start - 1);
  const role = roleOf(lower, at, start - 1);
  if (role & Role.counting) return true;
  return (role & Role.of) !== 0 && (roleOf(lower, startOfWord(lower, at - 1), at - 1) & Role.counting) !== 0;
};

/** What was taken out, and separators: one of a list of numbers. */
const isBesideTaken = (lower: string, from: number, to: number): boolean => {
  for (let at = to - 1; at >= from; at--) {
    if (lower[at] === taken) return true;
    if (lists[lower.charCodeAt(at)] !== 1) return false;
  }
  return false;
};
const isMereGap = (lower: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const code = lower.charCodeAt(at);
    if (code !== 32 && code !== 34 && code !== 39) return false;
  }
  return true;
};
const isWithinSentence = (lower: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (ends[lower.charCodeAt(at)] === 1) return false;
  return true;
};
const marks = (characters: string): Uint8Array => {
  const table = new Uint8Array(0x80);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return table;
};
const lists = marks(" ,;:/|&+-");
const pointed = marks(":=(>");
const dateMarks = marks("/.-");
const ends = marks("\n.!?;");
const glue = marks(".,/+#*-");
/** What a word beside a number says of it. */
export const Role = {
  lead: 1,
  of: 2,
  naming: 4,
  counting: 8,
  tail: 16,
  owned: 32,
  and: 64,
  typing: 128,
  between: 256,
  back: 512,
  copula: 1024,
  typed: 2048,
  as: 4096,
  received: 8192,
  into: 16384,
} as const;

const words: Readonly<Record<keyof typeof Role, string>> = {
  /** Articles, copulas, verbs of saying, typing and showing, after which a number is a name and no count. */
  lead: `le la les l c ce cest c est etait sont y ya ecrit marque inscrit note lis lit vois voit voila voici et ou mets met mis tape tapes
  taper tapait saisi saisis saisit entre rentre rentrer compose composer donne dit dire lu lui lire repondu envoye transmis communique dicte
  colle copie recopie valide avait pas pourquoi genre style peut etre presque compris essaye essaie tente utilise utilisais choisi change remis marquer noter avec comme que affiche affichait fait fais faire fis puis alors donc numero num chiffres code codes crypto
  cryptogramme cvv cvc pin nip revele souffle vu connait connu cetait derriere arriere verso dos devant apres dynamique visuel bancaire bleue mon deblocage activation validation confirmation connexion acces entree moi mien femme mari nouveau ancien visa mastercard carte cb indique disait
  had there not t dbc why wrote write written writes noted tried try trying maybe perhaps like probably changed chose choose set picked remember use uses my is was are were s it its the that says said say reads read put typed type keyed key entered enter punched press pressed gave give him her
  them after told sent paste pasted copied with as and or then so number digits be been used use using tried got whispered see saw me in back reverse new old card go front my unlock mine wife husband
  ist war lautet die der das und oder mit als steht lese tippe habe hab gesagt sagt dreimal eingegeben
  es era el y o creo quizas intente con como puse meti meto marque dije dice pone leo di poner puesto he
  il metto messo digitato leggo detto
  het of met staat lees vul toets toetste
  pus digo diz leio esta marquei ao`,
  /** After these it depends on the word before: "un achat de 250", "mon code de 1122 à 3344". */
  of: "de du of a an to from von zu di da do van naar",
  naming: "code codes pin nip cvv crypto cryptogramme y ya il mots",
  /** What is counted, paid or numbered otherwise. */
  counting: `montant montants somme prix cout facture achat achats paiement paiements virement virements debit frais solde plafond limite decouvert
  salaire loyer depense depenses cheque retrait retraits billet total tarif remise versement prelevement credit reste pris perdu depense depenser gagne coute preleve paye payer
  debite retire retirer retirait vire virer encaisse rembourse reverse rendu doit dois doivent coutait manque touche gagne economise emprunte depuis environ hausse baisse plus moins up down page pages article ligne bus vol agence bureau salle etage porte rue erreur version http etape
  option touche valeur
  amount sum price cost bill purchase purchases payment payments transfer fee fees charge charged balance limit overdraft salary rent refund
  withdrawal withdrew withdraw paid pay paying owe owed refunded saved borrowed cash spent lost won took since about error section line flight branch room floor door street step press option
  betrag summe bezahlt abgehoben zahle bezahle preis fehler seite linie filiale zimmer importe precio saque pague pago cobrado cobraron error pagina sala habitacion prezzo prelevato pagato errore importo bedrag betaald opgenomen prijs fout
  valor levantei paguei preco erro`,
  /** Words that may follow a name and never what is counted: determiners, pronouns, prepositions, conjunctions, verbs. */
  tail: `c ca cela ce est etait n ne ni qui que quoi quand comme pour en au aux a et mais ou puis alors donc car sur sous avec par je j il elle on tu
  vous nous ils mon ma mes le la les l un une votre vos notre merci svp stp refuse rejete errone faux bon ok non oui toujours tjrs encore deja
  hier qu avant maintenant now texte textez ahora adesso jetzt nu agora next beside near under before pourtant trois deux drei tre drie plusieurs derriere devant dessus ki ke pk po pas plus bien mdr lol sa o jcrois marche fonctionne passe ne cette dans recu deux du
  is was isn wasn s that thats this which who it its as for on at to and but or then so my the your an i you he she they we please pls thanks
  ta btw mate no not yes still never already again right wrong invalid declined refused rejected incorrect because why how comment when while if twice
  three several works worked work working doesn didn dont don used out over every all only just even isnt until till off without dont both also too either or my into enter marque ecrit inscrit note entree hasn hasnt isn keeps kept got goes came comes any
  ist war steht hinten abgehoben und aber oder als auf an am im ein eingegeben eingetippt gedruckt geht nicht mit von der die das ich er sie es danke
  bitte beim wird verraten gesagt
  era y o pero el lo como para por se me mi su gracias porque al tres
  e ma che in per si nel grazie il
  of maar dat de het voor op niet ik ze mijn bedankt staat
  mas em na nao meu minha obrigado`,
  and: "et and y und e en",
  /** Verbs of typing, telling and showing a code; and what may stand between one and its code. */
  typing:
    "tape tapes taper tapez tapait tapais tapant saisi saisis saisit saisir saisissez entre entrer entrez entrais rentre rentrer rentres mis mets met mettez mettre fait fais faire fis faisais jfais jtape jmets compose composer composez composes colle dicte lu dit donne transmis communique repondu utilise utilisait utilisais essaye essaie avec apres mon " +
    "typed type types typing keyed key keying entered enter enters entering punched punch press pressed pressing put puts putting used use uses using tried try trying tap tapped gave told said say quoted read paste pasted with after my sent on " +
    "tippe tippte eingegeben gebe meti meto meter puse pongo marque marco marcar tecleo teclee introduje messo metto digito digitato digitare inserito inserisco vul toets toetste typ typte pus ponho marquei marco digitei digito meti hab habe poner puesto",
  between: "le die el the in him her them",
  typed: "eingegeben eingetippt gedruckt getippt eingetragen ingevoerd ingetoetst in",
  received:
    "recu recois received got receive get erhalten bekommen kam recibi recibido ricevuto kreeg ontvangen recebi",
  into: "sur dans into on in onto to auf en op em",
  as: "comme as als como come",
  back: "dos verso back rear arriere derriere reverse ruckseite hinten atras detras reverso dietro retro achterop achterkant tras",
  copula: "c ce cest est sont is s says are it ya a steht pone dice staat sind son sono zijn sao",
  owned: "ma mon mes my sa son",
};

const { of: roleOf } = wordTable(Role, words);
