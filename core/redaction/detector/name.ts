import { firstNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";

/** A person's name given by the writer, by its cue: "je m'appelle …", "au nom de …", "regards, …", "Mme …". */
export const name: Detector = {
  name: "name",
  digits: 0,
  families: Family.name,
  detect: (reading) => {
    for (const { pattern, rule, needs } of cues) {
      for (const match of reading.lower.matchAll(pattern)) {
        const start = match.index + match[0].length;
        const end = nameEnd(reading, start, needs);
        if (end > start && !isQuiet(reading, start))
          reading.hits.push({
            kind: "name",
            start: rule === "name.title" ? titleStart(match, start) : start,
            end,
            rule,
          });
      }
    }
  },
};

/**
 * `capital`: one capitalised word is enough. `known`: one known first name or two capitalised words. `two`: two words.
 * `any`: small letters too, when the first is a known first name. `closing`: the name ends its line.
 */
type Need = "capital" | "known" | "two" | "any" | "closing";

type Cue = { readonly rule: string; readonly needs: Need; readonly pattern: RegExp };
const cue = (rule: string, needs: Need, phrases: string): Cue => ({
  rule,
  needs,
  pattern: new RegExp(`(?<![a-z'])(?:${phrases})`, "g"),
});

const titles =
  "mme\\.?|mlle\\.?|madame|mademoiselle|monsieur|mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?|docteur|maitre|m\\.|herrn?|frau|sra?\\.|senora?|dona?|d\\.(?= [a-z])|sig\\.?(?:ra)?|signora?|mevr?\\.?(?:ouw)?|meneer|dhr\\.?|senhora?";
const greeting = "(?: moi)?[ :,]{1,3}";

const cues: readonly Cue[] = [
  cue(
    "name.given",
    "any",
    "je m'appelle |je m appelle |je me nomme |mon nom (?:complet )?(?:est|c'est) |mon nom ?: ?|nom ?(?:et prenom|complet|de famille)? ?: ?|prenom ?(?:est)? ?:? ?|nom du titulaire ?:? ?|" +
      'my (?:full |last |first |sur)?name is |my (?:full )?name\'s |(?:full |last |first |sur)?name ?: ?|"name" ?: ?"|i am called |ich heisse |mein name ist |me llamo |mi nombre es |mi chiamo |il mio nome e |ik heet |mijn naam is |' +
      "chamo-me |me chamo |(?:o )?meu nome e |au nom de |aux noms de |in the name of |under the name (?:of )?|on behalf of |auf den namen |a nombre de |a nome di |op naam van |ten name van |t\\.n\\.v\\. |em nome de ",
  ),
  cue(
    "name.holder",
    "known",
    "titulaire(?: du compte| de la carte)?(?: est|:| :)? |beneficiaire(?: est| :|:)? |(?:account |card|policy)? ?holder(?: name)?(?: is|:| :)? |cardholder(?: is|:)? |beneficiary(?: is|:)? |payee(?: is|:)? |kontoinhaber(?:in)?(?: ist|:)? |" +
      "titular(?: de la cuenta| es|:)? |intestat[oa] a |intestatario:? |rekeninghouder(?: is|:)? |signe:? |signed:? |belonging to |registered under |(?:mon|ma) (?:mari|femme|epouse|epoux|fils|fille|pere|mere|frere|soeur|conjointe?) |my (?:husband|wife|son|daughter|father|mother|brother|sister|partner) |nee |geb\\. |born as |customer |client(?:e)? ",
  ),
  cue(
    "name.self",
    "two",
    "je suis |c'est |ici |i am |i'm |this is |it's |soy |ich bin |sono |ik ben |sou (?:o |a )?|hier ist |hier spricht ",
  ),
  cue(
    "name.greeting",
    "known",
    "(?:dear|cher|chere|bonjour|hello|hi|hallo|hola|ciao|beste|liebe[r]?|estimad[oa]|hi there|hey)[ ,]{1,2}",
  ),
  cue("name.title", "capital", `(?:${titles})[ \\n](?:${titles})?[ \\n]?`),
  cue(
    "name.closing",
    "closing",
    `(?:bien )?cordialement${greeting}\\s{0,4}|cdlt${greeting}\\s{0,4}|(?:bien|respectueuse|sincere|amicale)ment${greeting}\\s{0,4}|salutations(?: distinguees| cordiales)?[ ,.]{1,3}\\s{0,4}|bien a vous[ ,.]{1,3}\\s{0,4}|(?:bonne journee|merci(?: d'avance)?)[,.!]?\\s{1,4}|` +
      "(?:kind |best |warm |many )?regards[ ,.]{0,3}\\s{0,4}|(?:yours )?(?:sincerely|faithfully|truly)[ ,.]{0,3}\\s{0,4}|(?:best |kind )wishes[ ,.]{0,3}\\s{0,4}|(?:many )?thanks(?: again| in advance)?[,.! ]{0,3}\\s{0,4}|thank you[,.!]{1,2}\\s{0,4}|cheers[ ,.]{0,3}\\s{0,4}|take care[!.,]{0,2}\\s{0,4}|" +
      "(?:mit )?(?:freundlichen|besten|vielen|lieben?|viele|beste|schone) grussen?[ ,.]{0,3}\\s{0,4}|mfg[ ,.]{1,3}\\s{0,4}|atentamente[ ,.]{1,3}\\s{0,4}|(?:un )?saludos?[ ,.]{1,3}\\s{0,4}|(?:cordiali |distinti )?saluti[ ,.]{1,3}\\s{0,4}|(?:met )?vriendelijke groet(?:en)?[ ,.]{0,3}\\s{0,4}|groet(?:en|jes)?[ ,.]{1,3}\\s{0,4}|" +
      "(?:com os melhores )?cumprimentos[ ,.]{1,3}\\s{0,4}|atenciosamente[ ,.]{1,3}\\s{0,4}",
  ),
];

const titleStart = (match: RegExpExecArray, start: number): number => (match[0].length > 0 ? start : match.index);

const particle =
  /^(?:de|du|des|d'|la|le|van|von|der|den|ter|ten|el|al|ben|bin|bint|di|da|do|dos|das|del|della|y|e|zu|af|o'|mc|mac)$/;
const wordAt = /[A-Za-z\u00c0-\uffff][A-Za-z\u00c0-\uffff'-]{0,30}/y;
const wordsAtMost = 5;

/** The end of the name that starts at `start`, or `start` when there is none. */
const nameEnd = (reading: Reading, start: number, needs: Need): number => {
  const { text } = reading.view;
  let end = start;
  let pending = start;
  let words = 0;
  let known = false;
  let capitals = 0;
  let at = start;
  const title = new RegExp(`(?:${titles}) `, "iy");
  title.lastIndex = at;
  if (title.exec(text) !== null) at = title.lastIndex;
  const isTitled = at > start;
  while (words < wordsAtMost) {
    wordAt.lastIndex = at;
    const word = wordAt.exec(text)?.[0].replace(/'s$/, "");
    if (word === undefined) break;
    const folded = word.toLowerCase();
    const isCapital = /^[A-Z]/.test(word);
    if (words > 0 && particle.test(folded)) {
      pending = at + word.length;
    } else if (isCapital && !stop.has(folded)) {
      capitals++;
      words++;
      end = at + word.length;
    } else if (
      needs === "any" &&
      !isCapital &&
      !stop.has(folded) &&
      (words > 0 ? known && words < 3 : firstNames.has(folded))
    ) {
      words++;
      end = at + word.length;
    } else break;
    if (firstNames.has(folded)) known = true;
    at = at + word.length;
    if (text[at] === "." && word.length <= 2 && isCapital) at++;
    if (text[at] !== " " || /[^\s]/.test(text[at] ?? "")) break;
    at++;
  }
  void pending;
  if (end === start) return start;
  return isEnough(reading, start, end, { needs, words, known, capitals, isTitled }) ? end : start;
};

type Found = {
  readonly needs: Need;
  readonly words: number;
  readonly known: boolean;
  readonly capitals: number;
  readonly isTitled: boolean;
};

const isEnough = (reading: Reading, start: number, end: number, found: Found): boolean => {
  const { needs, words, known, capitals, isTitled } = found;
  const rest = reading.lower.slice(end, end + 24);
  if (needs === "any" || needs === "capital") return capitals > 0 || known;
  if (isTitled && capitals > 0) return true;
  if (needs === "two")
    return (
      capitals >= 2 ||
      (known && capitals > 0 && /^ (?:de|from|calling|speaking|here|a l'appareil|aus|da|uit)\b/.test(rest))
    );
  if (needs === "known") return (known && capitals > 0) || (capitals >= 2 && words >= 2);
  return (known || capitals >= 2 || isLastLine(reading, start, rest)) && /^[ .!]*(?:$|\n)/.test(rest);
};

/** Alone on its line after a closing formula. */
const isLastLine = ({ lower }: Reading, start: number, rest: string): boolean =>
  /[,\n.]\s*$/.test(lower.slice(Math.max(0, start - 4), start)) && /^[ .!]*$/.test(rest);

/** Capitalised after such a cue, and nobody's name. */
const stop: ReadonlySet<string> = new Set(
  (
    "le la les l un une des de du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces je tu il elle on nous vous ils elles qui que quoi dont ou et mais donc or ni car " +
    "the a an my your his her its our their this that these those i you he she it we they who which and but or so if in on at to of for from with by not no yes " +
    "mr mrs ms miss dr m mme mlle madame monsieur sir madam messieurs mesdames directeur directrice president presidente conseiller conseillere service services client clients cliente equipe team support customer " +
    "banque bank agence agency credit carte card compte account conto konto cuenta sav pour avec sans sur dans est ai suis pas plus merci bonjour bonsoir salut hello hi hey dear all everyone thanks thank please svp stp " +
    "der die das ein eine ich sie wir mein meine und nicht bitte danke hallo el los las mi mis su sus gracias hola lo gli una mio mia grazie ciao het een mijn dank o os as um uma meu minha obrigado obrigada " +
    "voici voila quand comment pourquoi combien toujours encore aussi tout tous toute toutes rien personne any anyone someone something nothing everybody there here what when where why how can could would should will " +
    "is are was were be been am have has had do does did please help sorry now still very so too just also lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday " +
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre january february march april june july august september october november december " +
    "visa mastercard paypal google apple iban rib cvv pin euro euros eur usd gbp atm dab top app application site internet web twitter facebook instagram messenger whatsapp friend friends guys folks ladies gentlemen"
  ).split(" "),
);
