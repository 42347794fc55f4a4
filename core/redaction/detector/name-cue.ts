import { anyOf } from "../phrase.ts";

/**
 * `capital`: one capitalised word is enough. `known`: one known first name or two capitalised words. `two`: two words; `sure`: two with a known first name.
 * `titlecase`: one word in small letters after its capital is enough.
 * `addressed`: one first name that means nothing else, and a mark behind it.
 * `any`: small letters too, when the first is a known first name. `closing`: the name ends its line.
 */
export type Need = "capital" | "titlecase" | "known" | "two" | "sure" | "any" | "closing" | "addressed";

type NameCue = { readonly rule: string; readonly needs: Need; readonly words: string; readonly pattern: RegExp };
/** `words`: the first words of its phrases. */
const cue = (rule: string, needs: Need, words: string, phrases: string): NameCue => ({
  rule,
  needs,
  words,
  pattern: new RegExp(`(?:${phrases})`, "y"),
});

export const titles = `${anyOf({
  fr: /mme\.?|mlle\.?|madame|mademoiselle|monsieur|dr\.?|docteur|maitre|m\./,
  en: /mrs?\.?|ms\.?|miss/,
  de: /herrn?|frau/,
  es: /sra?\.?|senora?|dona?|d\./,
  it: /sig\.?(?:ra)?\.?|(?<=sig\.)ra|signora?/,
  nl: /mevr?\.?(?:ouw)?|meneer|dhr\.?/,
  pt: /senhora?/,
})}(?![a-z])`;
const after = "[ ,.!]{0,3}\\s{0,4}";

const phoning = anyOf({
  fr: /a l'appareil|au (?:tel(?:ephone)?|bout du fil)(?![a-z])/,
  en: /speaking|calling|on the (?:phone|line)/,
  de: /am (?:apparat|telefon)/,
  es: /al telefono/,
  nl: /aan de (?:lijn|telefoon)/,
  pt: /ao telefone/,
});
/** What a voice says behind its name: nothing but a name has it. */
export const onThePhone = new RegExp(`^,? ${phoning}\\b`);
export const calling = new RegExp(`^,? (?:de|from|here|ici|hier|aus|da|uit|${phoning})\\b`);

/** "Nom complet", "nom de jeune fille", "nom inscrit sur ma carte". */
const whichName =
  "et prenoms?|complet|de famille|de jeune fille|de naissance|d'usage|marital|du titulaire|prenom|" +
  "(?:(?:inscrit|ecrit|indique|marque) )?sur (?:la|ma) (?:carte|cb)(?: bancaire| bleue)?";
const onCard = "(?:(?:the|my|la|ma|der|de|mi|il|o) )?(?:card|account|carte|karte|tarjeta|kaart|cartao)";

/** "Surname: ", "Nachname ist ". */
const labelEnd = "(?: (?:is|ist|es|e)(?![a-z]))?(?: ?: ?| )";

const greetings = "bonjour bonsoir salut coucou hello hi hey hallo hola ciao hoi ola";

export const cues: readonly NameCue[] = [
  cue(
    "name.given",
    "any",
    "appelle apelle jmappelle mappelle mapelle jmapelle mapele mappele mapel nomme nom noms prenom prenoms name naam namen named called heisse llamo nombre chiamo nome heet chamo behalf vorname nachname familienname voornaam achternaam apellido apellidos cognome apelido apelidos surname forename firstname lastname v",
    anyOf({
      fr: [
        /(?:appelle|apelle|j?m'?app?el+e?) |nomme /,
        /(?<=votre )nom ?\? (?:[a-z]{2,12} ?: ?)?/,
        new RegExp(`noms? ?(?:${whichName})?(?![a-z]) ?(?:(?:est|c'est|de|:)(?![a-z]))? ?:? ?`),
        /prenoms?(?![a-z]) ?(?:(?:est|:)(?![a-z]))? ?/,
      ],
      en: [
        /(?<=(?:your|the) (?:last |first |full )?)name(?: on (?:the|your) account)?\? (?:[a-z]{2,12} ?: ?)?/,
        new RegExp(`name's |nam(?:e|en)? (?:on|sur|auf|en|op|sulla|no) ${onCard}(?: is| est| ist| es| e)?(?: ?: ?| )`),
        new RegExp(`(?:surname|forename|firstname|lastname)${labelEnd}`),
        /na(?:me|men|am) (?:ist|van|is) |name"?(?: is| of| ?:) ?"?|name |named |called |behalf of /,
      ],
      de: [/heisse |(?<=auf den )namen /, new RegExp(`(?:vor|nach|familien)name${labelEnd}`)],
      es: [/llamo |nombre(?: completo| y apellidos?)?(?: es| de|:| :) ?|nombre /, new RegExp(`apellidos?${labelEnd}`)],
      it: [/chiamo |nome (?:e|di|de) |nome: /, new RegExp(`cognome${labelEnd}`)],
      nl: [/heet |(?<=(?<![a-z])t\. ?n\. ?)v\. /, new RegExp(`(?:voor|achter)naam${labelEnd}`)],
      pt: [/chamo(?:-me)? /, new RegExp(`apelidos?${labelEnd}`)],
    }),
  ),
  cue(
    "name.holder",
    "known",
    "titulaire customer client cliente beneficiaire cardholder holder beneficiary payee kontoinhaber kontoinhaberin titular intestato intestata intestatario intestataria rekeninghouder signe signed belonging registered mitinhaber mitinhaberin cotitulaire",
    anyOf({
      fr: /(?:co)?titulaire(?: du compte| de la carte)?(?: est| :|:)? |cliente? ?:? |beneficiaire(?: est| :|:)? |signe:? /,
      en: [
        /customer ?:? |(?:card)?holder(?: name)?(?: is| :|:)? |beneficiary(?: is|:)? |payee(?: is|:)? |signed[:,]? /,
        /belonging to |registered under /,
      ],
      de: /(?:konto|mit)inhaber(?:in)?(?: ist|:)? /,
      es: /titular(?: de la cuenta| da conta)?(?: es| e|:)? /,
      it: /intestat(?:[oa] a|ari[oa](?: del conto)?(?: e)?:?) /,
      nl: /rekeninghouder(?: is|:)? /,
    }),
  ),
  cue(
    "name.relative",
    "titlecase",
    "conjoint conjointe conjoints concubin concubine compagne compagnon spouse partner ehegatte ehegattin ehepartner ehepartnerin ehefrau ehemann conyuge pareja coniuge compagno compagna echtgenoot echtgenote conjuge mari femme epouse epoux fils fille mere pere frere soeur husband wife son daughter mother father brother sister mum mom dad nee geb frau mann sohn tochter marido mujer hijo hija marito moglie figlio figlia",
    `${anyOf({
      fr: /conjointe?s?|concubine?|compagne|compagnon|mari|femme|epouse|epoux|fils|fille|mere|pere|frere|soeur|nee/,
      en: /spouse|partner|husband|wife|son|daughter|mother|father|brother|sister|mum|mom|dad/,
      de: /ehe(?:gatt(?:e|in)|partner(?:in)?|frau|mann)|geb\.|frau|mann|sohn|tochter/,
      es: /conyuge|pareja|marido|mujer|hijo|hija/,
      it: /coniuge|compagn[oa]|marito|moglie|figlio|figlia/,
      nl: /echtgeno(?:ot|te)/,
      pt: /conjuge/,
    })} `,
  ),
  cue(
    "name.holder",
    "titlecase",
    "titulaire beneficiaire cardholder holder beneficiary payee kontoinhaber kontoinhaberin titular rekeninghouder signe signed",
    "(?:titulaire(?: du compte| de la carte)?|beneficiaire|(?:card)?holder(?: name)?|beneficiary|payee|kontoinhaber(?:in)?|titular|rekeninghouder|signe|signed)(?: est| is| ist| es| ?:) ?",
  ),
  cue(
    "name.person",
    "two",
    "soussigne soussignee parler conseiller conseillere attention intention eu spoke spoken speaking executor tnv vire falei",
    anyOf({
      fr: [
        /soussignee?,? |parler (?:a|avec) |conseill(?:er|ere)(?: (?:c'?)?(?:etait|est|s'appelle))? |(?:in|at)tention de /,
        /(?<=(?:j'ai|ai|avons|avoir) )eu |vire(?: [0-9., €]{1,12}(?:euros?|eur)?)? a /,
      ],
      en: /(?:spoken?|speaking) (?:to|with) |executor (?:of|for) /,
      nl: /tnv /,
      pt: /falei com /,
    }),
  ),
  cue(
    "name.header",
    "two",
    "from von expediteur sender absender dest destinataire recipient empfanger destinatario",
    "(?<=(?:^|\\n)[> ]{0,4})(?:from|von|expediteur|sender|absender|dest(?:inatai?r(?:e|io))?\\.?|recipient|empfanger) ?: ?",
  ),
  cue(
    "name.of-relation",
    "titlecase",
    "vrouw zoon dochter moeder vader mulher filho filha mae pai esposa esposo madre padre hermano hermana fratello sorella mutter vater bruder schwester oma opa cousin cousine neveu niece tante oncle aunt uncle",
    `(?<=(?<![a-z])(?:mijn|minha|meu|mi|mio|mia|meine?r?|mon|ma|my) )(?:vrouw|zoon|dochter|moeder|vader|mulher|marido|filho|filha|mae|pai|esposa|esposo|madre|padre|hermano|hermana|fratello|sorella|mutter|vater|bruder|schwester|oma|opa|cousine?|neveu|niece|tante|oncle|aunt|uncle) `,
  ),
  cue(
    "name.self",
    "two",
    "suis am soy bin sono ben sou ici spricht",
    "(?:suis|am|soy|bin|sono|ben|sou(?: o| a)?|ici|spricht) ",
  ),
  cue("name.self", "sure", "bonjour hello hallo hi", "(?:bonjour|hello|hallo|hi) "),
  cue("name.given", "known", "call", "call me "),
  cue(
    "name.paid",
    "sure",
    "payment payable paid transfer transferred money virement ordre transferencia uberweisung uberwiesen bonifico overboeking",
    `${anyOf({
      fr: /virement (?:a|vers|pour) |ordre de /,
      en: /(?:payment|payable|paid|transfer(?:red)?|money) to /,
      de: /uberw(?:eisung|iesen) an /,
      es: /transferencia a(?: favor de)? /,
      it: /bonifico a(?: favore di)? /,
      nl: /overboeking (?:naar|aan) /,
      pt: /transferencia para /,
    })}`,
  ),
  cue("name.addressed", "addressed", greetings, `(?:${greetings.replaceAll(" ", "|")}) `),
  cue(
    "name.self",
    "sure",
    "est is ist m s",
    "(?:(?<=c')est|(?<=this |it's |it |here )is|(?<=hier )ist|(?<=i'|it')[ms]) ",
  ),
  cue(
    "name.closing",
    "sure",
    "gracias grazie obrigado obrigada bedankt danke dank",
    "(?:gracias|grazie|obrigad[oa]|bedankt|danke?)[ ,.!]{1,3}\\s{0,3}",
  ),
  cue("name.self", "known", "est suis", "(?:(?<=moi,? c')est|(?<=moi,? je )suis) "),
  cue("name.asked-for", "known", "demander demandez", "demande[rz] "),
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
    "distinguees cordiales cordialmente hochachtungsvoll atte cordialement cdlt cdt crdlt respectueusement sincerement amicalement salutations vous journee soiree merci avance regards sincerely faithfully truly wishes best thanks thank cheers care gruss grussen grusse gruess gruesse gruessen mfg vg lg atentamente saludo saludos saluti groet groeten groetjes mvg cumprimentos atenciosamente",
    `${anyOf({
      fr: [
        /cordialement|cdlt|cdt|crdlt|respectueusement|sincerement|amicalement|salutations(?: distinguees| cordiales)?/,
        /distinguees|cordiales|a vous|vous|journee|soiree|merci(?: d'avance)?|avance/,
      ],
      en: /regards|sincerely|faithfully|truly|wishes|best|thanks(?: again| in advance)?|thank you|cheers|care/,
      de: /gr(?:u|ue)ss(?:en|e)?|mfg|vg|lg|hochachtungsvoll/,
      es: /atentamente|atte|cordialmente|saludos?/,
      it: /saluti/,
      nl: /groet(?:en|jes)?|mvg/,
      pt: /cumprimentos|atenciosamente/,
    })}(?![a-z])${after}`,
  ),
];

const noCues: readonly NameCue[] = [];
const cuesBy: ReadonlyMap<string, readonly NameCue[]> = new Map(
  cues
    .flatMap(({ words }) => words.split(" "))
    .map((word) => [word, cues.filter(({ words }) => words.split(" ").includes(word))]),
);

/** The cues that begin with a word. */
export const cuesAt = (word: string): readonly NameCue[] => cuesBy.get(word) ?? noCues;
