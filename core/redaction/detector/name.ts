import { firstNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";

/** A person's name given by the writer, by its cue: "je m'appelle …", "au nom de …", "regards, …", "Mme …". */
export const name: Detector = {
  name: "name",
  digits: 0,
  families: Family.name | Family.title,
  isOfSentences: true,
  detect: (reading) => {
    const { glance, lower } = reading;
    for (let word = 0; word < glance.words; word++) {
      if (((glance.bits[word] ?? 0) & (Family.name | Family.title)) === 0) continue;
      const at = glance.start[word] ?? 0;
      for (const { pattern, rule, needs } of cuesBy.get(lower.slice(at, glance.end[word])) ?? noCues) {
        pattern.lastIndex = at;
        if (!pattern.test(lower)) continue;
        const start = pattern.lastIndex;
        const end = nameEnd(reading, start, needs);
        if (end <= start || isQuiet(reading, start)) continue;
        reading.hits.push({ kind: "name", start, end, rule });
        break;
      }
    }
  },
};

/**
 * `capital`: one capitalised word is enough. `known`: one known first name or two capitalised words. `two`: two words; `sure`: two with a known first name.
 * `titlecase`: one word in small letters after its capital is enough.
 * `any`: small letters too, when the first is a known first name. `closing`: the name ends its line.
 */
type Need = "capital" | "titlecase" | "known" | "two" | "sure" | "any" | "closing";

type NameCue = { readonly rule: string; readonly needs: Need; readonly words: string; readonly pattern: RegExp };
/** `words`: the first words of its phrases. */
const cue = (rule: string, needs: Need, words: string, phrases: string): NameCue => ({
  rule,
  needs,
  words,
  pattern: new RegExp(`(?:${phrases})`, "y"),
});

const titles =
  "(?:mme\\.?|mlle\\.?|madame|mademoiselle|monsieur|mrs?\\.?|ms\\.?|miss|dr\\.?|docteur|maitre|m\\.|herrn?|frau|sra?\\.?|senora?|dona?|d\\.|sig\\.?(?:ra)?\\.?|(?<=sig\\.)ra|signora?|mevr?\\.?(?:ouw)?|meneer|dhr\\.?|senhora?)(?![a-z])";
const after = "[ ,.!]{0,3}\\s{0,4}";

const phoning =
  "speaking|calling|a l'appareil|au (?:tel(?:ephone)?|bout du fil)(?![a-z])|on the (?:phone|line)|am (?:apparat|telefon)|al telefono|aan de (?:lijn|telefoon)|ao telefone";
/** What a voice says behind its name: nothing but a name has it. */
const onThePhone = new RegExp(`^,? (?:${phoning})\\b`);
const calling = new RegExp(`^,? (?:de|from|here|ici|hier|aus|da|uit|${phoning})\\b`);

const cues: readonly NameCue[] = [
  cue(
    "name.given",
    "any",
    "appelle apelle jmappelle mappelle mapelle jmapelle mapele mappele mapel nomme nom noms prenom prenoms name naam namen named called heisse llamo nombre chiamo nome heet chamo behalf",
    "(?:appelle|apelle|j?m'?app?el+e?) |nomme |noms? ?(?:et prenoms?|complet|de famille|de jeune fille|de naissance|d'usage|marital|du titulaire|prenom|(?:(?:inscrit|ecrit|indique|marque) )?sur (?:la|ma) (?:carte|cb)(?: bancaire| bleue)?)?(?![a-z]) ?(?:(?:est|c'est|de|:)(?![a-z]))? ?:? ?|" +
      'prenoms?(?![a-z]) ?(?:(?:est|:)(?![a-z]))? ?|name\'s |nam(?:e|en)? (?:on|sur|auf|en|op|sulla|no) (?:(?:the|my|la|ma|der|de|mi|il|o) )?(?:card|account|carte|karte|tarjeta|kaart|cartao)(?: is| est| ist| es| e)?(?: ?: ?| )|na(?:me|men|am) (?:ist|van|is) |name"?(?: is| of| ?:) ?"?|name |named |called |heisse |llamo |nombre (?:es|de|:)? ?|' +
      "chiamo |nome (?:e|di|de) |nome: |heet |chamo(?:-me)? |behalf of ",
  ),
  cue(
    "name.holder",
    "known",
    "titulaire customer client cliente beneficiaire cardholder holder beneficiary payee kontoinhaber kontoinhaberin titular intestato intestata intestatario rekeninghouder signe signed belonging registered",
    "titulaire(?: du compte| de la carte)?(?: est| :|:)? |(?:customer|cliente?) |beneficiaire(?: est| :|:)? |(?:card)?holder(?: name)?(?: is| :|:)? |beneficiary(?: is|:)? |payee(?: is|:)? |kontoinhaber(?:in)?(?: ist|:)? |" +
      "titular(?: de la cuenta| es|:)? |intestat(?:[oa] a|ario:?) |rekeninghouder(?: is|:)? |signe[:d]?:? |belonging to |registered under ",
  ),
  cue(
    "name.relative",
    "titlecase",
    "mari femme epouse epoux fils fille mere pere frere soeur husband wife son daughter mother father brother sister mum mom dad nee geb frau mann sohn tochter marido mujer hijo hija marito moglie figlio figlia",
    "(?:mari|femme|epouse|epoux|fils|fille|mere|pere|frere|soeur|husband|wife|son|daughter|mother|father|brother|sister|mum|mom|dad|nee|geb\\.|frau|mann|sohn|tochter|marido|mujer|hijo|hija|marito|moglie|figlio|figlia) ",
  ),
  cue(
    "name.holder",
    "titlecase",
    "titulaire beneficiaire cardholder holder beneficiary payee kontoinhaber kontoinhaberin titular rekeninghouder signe signed",
    "(?:titulaire(?: du compte| de la carte)?|beneficiaire|(?:card)?holder(?: name)?|beneficiary|payee|kontoinhaber(?:in)?|titular|rekeninghouder|signe|signed)(?: est| is| ist| es| ?:) ?",
  ),
  cue(
    "name.self",
    "two",
    "suis am soy bin sono ben sou ici spricht",
    "(?:suis|am|soy|bin|sono|ben|sou(?: o| a)?|ici|spricht) ",
  ),
  cue("name.self", "sure", "bonjour hello hallo hi", "(?:bonjour|hello|hallo|hi) "),
  cue(
    "name.self",
    "sure",
    "est is ist m s",
    "(?:(?<=c')est|(?<=this |it's |it |here )is|(?<=hier )ist|(?<=i'|it')[ms]) ",
  ),
  cue("name.self", "known", "est suis", "(?:(?<=moi,? c')est|(?<=moi,? je )suis) "),
  cue("name.greeting", "known", "dear cher chere estimado estimada", "(?:dear|chere?|estimad[oa])[ ,]{1,2}"),
  cue(
    "name.title",
    "capital",
    "mme mlle madame mademoiselle monsieur m mr mrs ms miss dr docteur maitre herr herrn frau s sr sra senor senora don dona d sig ra signor signora mevr mevrouw meneer dhr senhor senhora",
    `${titles} ?(?:${titles} )?`,
  ),
  cue(
    "name.signed",
    "titlecase",
    "cordialement cdlt cdt crdlt sincerely faithfully mfg mvg atentamente atenciosamente",
    "(?:cordialement|cdlt|cdt|crdlt|sincerely|faithfully|mfg|mvg|atentamente|atenciosamente)(?![a-z])[ ,.]{1,3}(?=[a-z'-]{3,24}[ .!]{0,3}$)",
  ),
  cue(
    "name.closing",
    "closing",
    "cordialement cdlt cdt crdlt respectueusement sincerement amicalement salutations vous journee soiree merci avance regards sincerely faithfully truly wishes best thanks thank cheers care gruss grussen grusse gruess gruesse gruessen mfg vg lg atentamente saludo saludos saluti groet groeten groetjes mvg cumprimentos atenciosamente",
    `(?:cordialement|cdlt|cdt|crdlt|respectueusement|sincerement|amicalement|salutations(?: distinguees| cordiales)?|a vous|vous|journee|soiree|merci(?: d'avance)?|avance|regards|sincerely|faithfully|truly|wishes|best|thanks(?: again| in advance)?|thank you|cheers|care|` +
      `gr(?:u|ue)ss(?:en|e)?|mfg|vg|lg|atentamente|saludos?|saluti|groet(?:en|jes)?|mvg|cumprimentos|atenciosamente)(?![a-z])${after}`,
  ),
];

const noCues: readonly NameCue[] = [];
const cuesBy: ReadonlyMap<string, readonly NameCue[]> = new Map(
  cues
    .flatMap(({ words }) => words.split(" "))
    .map((word) => [word, cues.filter(({ words }) => words.split(" ").includes(word))]),
);

export const particle =
  /^(?:de|du|des|d'|la|le|van|von|der|den|ter|ten|el|al|ben|bin|bint|di|da|do|dos|das|del|della|y|e|zu|af|o'|mc|mac)$/;
/** Particles that more often begin a phrase than a name. */
const articles: ReadonlySet<string> = new Set(["la", "des", "der", "den", "y", "e", "zu", "da", "do", "das"]);
const title = new RegExp(`${titles} `, "iy");
const wordAt = /[A-Za-z\u00c0-\uffef][A-Za-z\u00c0-\uffef'-]{0,30}/y;
const wordsAtMost = 5;

/** The end of the name that starts at `start`, or `start` when there is none. */
const nameEnd = (reading: Reading, start: number, needs: Need): number => {
  const { text } = reading.view;
  let end = start;
  let words = 0;
  let known = false;
  let capitals = 0;
  let at = start;
  title.lastIndex = at;
  if (title.exec(text) !== null) at = title.lastIndex;
  const isTitled = at > start;
  while (words < wordsAtMost) {
    wordAt.lastIndex = at;
    const word = wordAt.exec(text)?.[0].replace(/'s$/, "");
    if (word === undefined) break;
    const folded = word.toLowerCase();
    const isCapital = /^[A-Z]/.test(word);
    if (
      particle.test(folded) &&
      (words > 0 || ((needs === "any" || needs === "capital") && isCapital && !articles.has(folded)))
    ) {
      // Part of the name only when a capitalised word follows.
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
    if (firstNames.has(folded) || firstNames.has(/^[a-z]{2,}(?=-)/.exec(folded)?.[0] ?? "")) known = true;
    at = at + word.length;
    if (text[at] === "." && word.length <= 2 && isCapital) at++;
    if (text[at] !== " ") break;
    at++;
  }
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
  if (needs === "titlecase")
    return (known && capitals > 0) || (capitals > 0 && /^[A-Z][a-z]/.test(reading.view.text.slice(start, end)));
  if (needs === "two") return capitals >= 2 || (known && capitals > 0 && calling.test(rest));
  if (needs === "sure")
    return (known && (capitals >= 2 || calling.test(rest))) || (capitals >= 1 && onThePhone.test(rest));
  if (needs === "known") return (known && capitals > 0) || (capitals >= 2 && words >= 2);
  return (known || capitals >= 2 || isLastLine(reading, start, rest)) && /^[ .!]*(?:$|\n)/.test(rest);
};

/** Alone on its line after a closing formula. */
const isLastLine = ({ lower }: Reading, start: number, rest: string): boolean =>
  /[,\n.]\s*$/.test(lower.slice(Math.max(0, start - 4), start)) && /^[ .!]*$/.test(rest);

/** Capitalised after such a cue, and nobody's name. */
export const stop: ReadonlySet<string> = new Set(
  (
    "tres trop vraiment extremement plus sehr so wirklich molto muy muito heel very really extremely quite totally absolutely ober fils " +
    "le la les l un une des de du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces je tu il elle on nous vous ils elles qui que quoi dont ou et mais donc or ni car " +
    "the a an my your his her its our their this that these those i you he she it we they who which and but or so if in on at to of for from with by not no yes " +
    "maire juge prefet ministre responsable chef mediateur mr mrs ms miss dr m mme mlle madame monsieur sir madam messieurs mesdames directeur directrice president presidente conseiller conseillere service services client clients cliente equipe team support customer " +
    "banque bank agence agency credit carte card compte account conto konto cuenta sav pour avec sans sur dans est ai suis pas plus merci bonjour bonsoir salut hello hi hey dear all everyone thanks thank please svp stp " +
    "der die das ein eine ich sie wir mein meine und nicht bitte danke hallo el los las mi mis su sus gracias hola lo gli una mio mia grazie ciao het een mijn dank o os as um uma meu minha obrigado obrigada " +
    "voici voila quand comment pourquoi combien toujours encore aussi tout tous toute toutes rien personne any anyone someone something nothing everybody there here what when where why how can could would should will " +
    "is are was were be been am have has had do does did please help sorry now still very so too just also lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday " +
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre january february march april june july august september october november december " +
    "visa mastercard paypal google apple iban rib cvv pin euro euros eur usd gbp atm dab top app application site internet web twitter facebook instagram messenger whatsapp friend friends guys folks ladies gentlemen god"
  ).split(" "),
);
