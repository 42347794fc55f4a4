import { type Ahead, afterCue, beforeCue, type Cue, isCounted, leadOf } from "../cue.ts";
import { numbered } from "../cue-words.ts";
import { Family } from "../glance.ts";
import { countDigits } from "../groups.ts";
import { linking, nationality, numberLabel } from "../naming.ts";
import { anyOf, type Phrases, phrase, sticky } from "../phrase.ts";
import { before, type Detector, type Reading } from "../reading.ts";

/** Customer, contract, loan and file numbers beside their cue; identifiers of online banking. */
export const customerNumber: Detector = {
  name: "customer-number",
  digits: 3,
  families: Family.customer,
  cues: () => [named, ahead],
  detect: (reading) => {
    afterCue(reading, named, ({ start, end, text }) => {
      const digits = countDigits(text);
      const isOther =
        isYear.test(text) ||
        (lettersApart.test(text) && !capitals.test(reading.view.text.slice(start, end))) ||
        hasPeriod.test(text) ||
        isDate.test(text) ||
        (isMonthAndYear.test(text) && !labelBehind.test(before(reading, start, 12))) ||
        isCounted(reading, start, end) ||
        inLink.test(before(reading, start, 5)) ||
        isPeriod(reading, end) ||
        (isRound.test(text) && isLent.test(before(reading, start, 24))) ||
        (text.endsWith("00") && isRound.test(text) && isLentFor.test(before(reading, start, 32)));
      if (digits < 4 || isOther) return;
      reading.hits.push({ kind: "customer-number", start, end, rule: "customer-number.cue" });
    });
    beforeCue(reading, ahead, ({ start, end, text }) => {
      if (countDigits(text) < 5 || isDate.test(text) || isCounted(reading, start, end)) return;
      reading.hits.push({ kind: "customer-number", start, end, rule: "customer-number.named-after" });
    });
  },
};

/** "policy no. AGF 112 930": letters in front of the digits are of the number when they are capitals. */
const lettersApart = /^[a-z]{2,4} \d/;
const capitals = /^[A-Z]/;
/** "pret de 200000 sur 20 ans": what was taken ends in a period. */
const hasPeriod = /^\d{4,7} (?:(?:sur|over|en|auf|su|em|for|pour)(?: |$)|a \d)/;
/** A page's number: "?id=6363700668". */
const inLink = /[?&]id=$/;
const isYear = /^(?:19|20)\d\d(?:$| [a-z])/;
/** "loan of 15000 over 5 years": an amount without its currency. */
const isPeriod = ({ lower }: Reading, end: number): boolean =>
  /^ (?:over|sur|uber|auf|en|a|su|over|em) \d/.test(lower.slice(end, end + 10));

/** The name alone says too little; a label has to follow, or to stand before. */
const labelled = /(?=[ .:]{0,2}(?:n[°º.o]|num|no[ .:]|nr|nummer|ref|id[ :]|#))/.source;
const behindLabel = /(?<=(?<![a-z])(?:n[°º.]{1,2}|numero|num|no|nr) ?(?:de |di |do )?)/.source;
const compound = `(?:${numbered.stems.replaceAll(" ", "|")})-?(?:${numbered.endings.replaceAll(" ", "|")})\\.?`;
const things: Phrases = {
  fr: [
    /credit (?:immo(?:bilier)?|conso(?:mmation)?|auto|renouvelable)(?=[ :n°o.]{1,6}\d{8}| (?:n|ref))|mandats?(?: sepa)?(?: rum)?|rum/,
    /(?:pel|ldds?|lep|cel|pea)(?=[ :n°o.]{1,6}(?:\d ?){7})|clients?|contrats?|dossiers?|prets?|abonnes?|abonnement|adherents?/,
    /adhesion|societaires?|police|sinistre|identifiants?|utilisateur|matricule|usager|allocataire|portefeuille|emprunt/,
    /hypotheque|livret(?: [ab])?|assure|reference client|ref(?=[. ]{1,2}(?:client|dossier))/,
    /credit(?= ?n(?:[°o]|um)|[ :]{1,3}\d{8,12}(?!\d))|assurance(?: (?:vie|auto|habitation))?(?=[ :]{1,3}[a-z]{0,3}\d{7,12}(?!\d))|(?<=(?:numero|num|n°) (?:de )?)credit/,
    /(?<=num(?:ero)? )cli(?=[ :.]{1,3}[a-z]{0,2}\d)|(?<=me )connecte (?:avec|sous)|cliente? chez vous(?=,? ?\(?n[°o.])|(?:numero |n° ?)de connexion/,
    new RegExp(`(?:reclamations?|litige|contestation|demande|requete|opposition)${labelled}|${behindLabel}reclamation`),
    new RegExp(`(?:fidelite|fid|assurance(?:[ -](?:auto|habitation|vie|sante|pret))?)${labelled}`),
    /(?<=(?:sous|courrier|lettre|mail|message) (?:la |votre |de )?)(?:reference|ref)/,
    /(?<=(?<![a-z])(?:votre|notre|vos|nos) )(?:reference|ref)/,
  ],
  en: [
    /c[ou]st[ou]mers?|cust|contract|(?:loan|credit) agreement|loan|log in|policy|claim|login|user ?(?:id|name)|user|member(?:ship)?|mortgage/,
    /(?<!(?:transaction|session|tracking|error|request|trace|event|device|app|build|log|crash|terminal|atm|machine|merchant) )id/,
    new RegExp(
      `(?:agreement|complaint|case|files?|mandate|application|dispute|query|enquiry|claim|insurance|loyalty(?: card)?)${labelled}`,
    ),
    /crn(?=[ :.]{1,3}(?:is )?\d)|(?<=(?<![a-z])my )ref(?:erence)?(?= (?:is )?[a-z]{0,4}-?\d{6})/,
    /(?:case|application)(?= (?:[a-z]{2,4}-?\d{4,}|\d{4,5}-\d{4,5}|\d{8,}))|(?<=(?<![a-z])(?:my|your|our) )reference(?= (?:number|no)(?! \d))(?: (?:number|no))?(?: with you)?/,
    /(?<=(?<![a-z])(?:your|our) )(?:reference|ref)/,
  ],
  de: [
    new RegExp(compound),
    new RegExp(`versicherung${labelled}|(?:vorgang|schaden|antrag)(?= (?:nr|nummer|[a-z]{1,3}\\d{5}|\\d{6}))`),
    /kd[.-]{1,2}(?:nr|nummer)\.?|vertrags?(?:-?(?:nummer|nr)\.?)?|kredit|darlehen(?:s-?(?:nummer|nr)\.?)?|kunden-?(?:nummer|nr)\.?/,
    /legitimations|versicherungsschein|aktenzeichen|akte|az(?=[.:])|anmeldename|benutzer(?:name)?|nutzername/,
    /(?<=(?<![a-z])(?:ihre?|unsere?|mein) )(?:referenz|zeichen)/,
  ],
  es: [
    /clientes?|contrato|prestamo|soci[oa]|usuario|siniestro|poliza|hipoteca/,
    /expediente(?= (?:[a-z]{2,4}-?\d{4,}|\d{4,5}-\d{4,5}))|titular(?= \d{6})/,
    new RegExp(`(?:expediente|reclamacion|credito|seguro)${labelled}|${behindLabel}(?:expediente|reclamacion)`),
    /(?<=(?<![a-z])(?:su|mi|nuestra) )referencia/,
  ],
  it: [
    /utente|titolare(?= \d{6})|polizza|mutuo|contratto|prestito|finanziamento|pratica|sinistro|fascicolo/,
    new RegExp(`(?:reclamo|assicurazione)${labelled}|${behindLabel}reclamo`),
    /(?<=(?<![a-z])(?:vostro|nostro) )riferimento/,
  ],
  nl: [
    new RegExp(`verzekering${labelled}`),
    /(?:dossier|zaak|klacht)(?:nummer|nr)|klant(?:nummer)?|klantnr|contractnummer|polis(?:nummer)?|lening(?:nummer)?|hypotheek|gebruiker(?:snaam)?|relatie/,
    /(?<=(?<![a-z])(?:uw|onze|mijn) )(?:referentie|kenmerk)/,
  ],
  pt: [
    /apolice|emprestimo|processo|utilizador|adesao|credito habitacao/,
    new RegExp(`reclamacao${labelled}|${behindLabel}reclamacao`),
    /(?<=(?<![a-z])(?:vossa|nossa|minha|sua) )referencia/,
  ],
};
const kindOfThing = anyOf({
  fr: [
    /(?:de |d')?(?:pret|client|credit|contrat|assurance(?:[ -](?:vie|habitation|auto|maladie))?|immo(?:bilier)?)/,
    /(?:de |d')?(?:habitation|auto|vie|dossier|bancaire|etudiant|perso|travaux|voiture|relais|epargne|retraite|sante|conso|surendettement|succession|sinistre|litige|fraude|reclamation|financement|mobilite)/,
  ],
  en: /(?:of )?(?:loan|banking|student|car|home|personal|travel|life|health|pet)/,
  es: /(?:de |del )?(?:coche|vida)/,
  it: /(?:della |di )?(?:casa|sante)/,
});
const between: Phrases = {
  fr: /bancaire|internet|client|personnel|national|connexion|(?:d')?acces|en ligne|chez vous|depuis (?:\d{1,2} ans|(?:19|20)\d\d)(?=[ ,(]{1,3}n)/,
  en: /web|customer|online|with you/,
  de: /bei ihnen/,
  es: /con ustedes/,
  it: /(?:da|presso di) voi/,
  nl: /bij (?:u|jullie)/,
};
const named: Cue = {
  family: Family.customer,
  cue: sticky(`${anyOf(things)}(?: ${kindOfThing}){0,2}(?![a-z])`),
  filler: sticky(
    `(?:[ \\t:=#.'"()*_\`-]|${numberLabel}|${linking}|${nationality}|(?<![a-z])${anyOf(between)}(?![a-z])){1,12}`,
  ),
  value:
    /\d(?:[ ,-]{1,2}\d){4,15}(?![ .-]?[a-z0-9]|[.,:]\d|h\b)|(?:(?!(?:eur|usd|gbp|chf|le|du|au|pin|cvv|dob|tel) )[a-z]{2,4} (?=\d{3} \d{3}|\d{4} \d{4}|\d{5}))?(?=[a-z0-9_-]{0,12}\d)[a-z]{0,8}[-/._]?\d{1,20}(?:[ .\-/]?(?:\d{1,12}|[a-z]{1,3}\d{1,12}|(?<=[\d-])[a-z]{1,3}| [a-z](?=[ .-]?\d))(?![a-z])){0,5}(?![a-z0-9]|[.,:]\d|h\b)/y,
};
/** What is lent is first an amount: "hipoteca 200000", "kredit 15 000". */
const lent = anyOf({
  fr: /prets?|emprunt|hypotheque|credit[a-z]*/,
  en: /loan|mortgage/,
  de: /kredit|darlehen/,
  es: /hipoteca|prestamo/,
  it: /mutuo|prestito|finanziamento/,
  nl: /lening|hypotheek/,
  pt: /emprestimo/,
});
const isLent = new RegExp(`${lent}[ :]{1,3}(?:de |of |di |von |van |da )?$`);
/** "Prêt étudiant 15 000": with a word between only what is round by its thousands. */
const isLentFor = new RegExp(`${lent} ${kindOfThing}[ :]{1,3}(?:de |of |di |von |van |da )?$`);
const isRound = /^\d{1,3}(?:[ .]?000){1,2}$|^\d{2,5}00$|^\d{1,2}(?:[ .]\d{3}){1,2}$|^\d{3}[ .]\d{3}$/;
const isDate = /^\d{1,4}[./ -]\d{1,2}[./ -]\d{2,4}$/;
/** "Contrat 01/27 renouvelé": the month of what lasts, unless a label says that it is a number. */
const isMonthAndYear = /^(?:0?[1-9]|1[0-2])[/.-](?:[1-4]\d|20[0-4]\d)$/;
const labelBehind = /(?:n[°º.]|(?<![a-z])(?:no|num|numero|number|nr|nummer|ref[a-z]*|id)|[:=#])[ .:°º]{0,3}$/;
const ahead: Ahead = {
  family: Family.customer,
  cue: phrase({
    fr: /client|contrats?|dossier|sinistre|police|identifiant/,
    en: /customer|contract|policy|user id|(?:membership|loan) number/,
    de: new RegExp(compound),
    es: /cliente|contrato|usuario/,
    it: /contratto|utente/,
    nl: /klantnummer/,
    pt: /utilizador/,
  }),
  lead: leadOf(
    "[a-z]{0,4}-?\\d{1,12}(?:[ ./-]\\d{2,12}){0,3}",
    "das|dat|esta|sono|numero (?:de|di|do)|codice|codigo|code|id",
  ),
};
