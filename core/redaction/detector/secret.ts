import {
  type Ahead,
  afterCue,
  beforeCue,
  type Cue,
  isAmount,
  isBought,
  isCounted,
  isLastFour,
  leadOf,
  type Span,
} from "../cue.ts";
import { coded } from "../cue-words.ts";
import { isOfEverybody } from "../everybody.ts";
import { Family } from "../glance.ts";
import { anyOf, sticky } from "../phrase.ts";
import { before, type Detector, type Reading } from "../reading.ts";

/** PIN, one-time and 3-D Secure codes. PCI DSS 4.0.1, 3.3.1.3: nothing is kept. */
export const secret: Detector = {
  name: "secret",
  digits: 4,
  families: Family.secret | Family.securityCode | Family.password | Family.figures,
  cues: () => [named, own, sixDigits, told, counted, mixed, ahead],
  detect: (reading) => {
    const hit = (rule: string, { start, end }: Span): void => {
      if (!isOfEverybody(reading, start, end)) reading.hits.push({ kind: "secret", start, end, rule });
    };
    afterCue(reading, named, (span) => {
      if (!isCounted(reading, span.start, span.end) && !isYear(reading, span) && !isBought(reading.lower, span.start))
        hit("secret.code", span);
    });
    for (const cue of [sixDigits, told, counted])
      afterCue(reading, cue, (span) => {
        if (!isCounted(reading, span.start, span.end)) hit("secret.told-code", span);
      });
    afterCue(reading, own, (span) => {
      if (!isAmount(reading, span.start, span.end) && !ofError.test(before(reading, span.start, 40)))
        hit("secret.own-code", span);
    });
    afterCue(reading, mixed, ({ start, end, text }) => {
      const isCapital = !/[a-z]/.test(reading.view.text.slice(start, end));
      if (isCapital && text.length > 5 && alternating.test(text)) hit("secret.mixed", { start, end, text });
    });
    beforeCue(reading, ahead, (span) => {
      if (!/^(?:19|20)\d\d$/.test(span.text) && !isLastFour(reading, span.start)) hit("secret.named-after", span);
    });
  },
};

const names = anyOf({
  fr: [
    /code[ -]?pi[nm]|p\.i\.n\.?|codepin|nip|code[ -]?(?:secret|confidentiel|perso(?:nnel)?|sms|recu|par sms|a usage unique|3d ?secure|otp)/,
    /code[ -]?d'(?:acces|activation|authentification|autorisation)/,
    /code[ -]?(?:de )?(?:confirmation|validation|verification|connexion|activation)|certicode(?: plus)?/,
    /cle (?:digitale|secure|mobile|d'(?:activation|acces))|digicode|interphone|jeton|code multibanco/,
  ],
  en: [
    /pin(?:[ -]?(?:code|number|nummer|no))?|code[ -]?(?:you|i) (?:sent|got|received)|otp(?: code)?|passcode|digital key|token/,
    /one[ -]?time (?:code|password|pin|passcode)|(?<=3d[ -]?)secure|(?<=3)ds|(?:memorable|security) (?:number|code|pin)/,
    /(?:access|verif(?:ication)?|confirmation|activation|authentication|auth|authori[sz]ation|sms|secret|login|2fa|mfa) code/,
    /(?:validation|verification|confirmation|activation|validierung)(?= ?[:=])|secur[ei]?[ -]?(?:pass|key|code)/,
  ],
  de: [
    /geheimzahl|geheimnummer|m?tans?|freigabecode/,
    new RegExp(`(?:${coded.stems.replaceAll(" ", "|")})-?(?:${coded.endings.replaceAll(" ", "|")})`),
  ],
  es: /(?<=numero )secreto|(?:clave|coordenada) de (?:firma|acceso|seguridad)|contraclave|clave|codigo (?:pin|secreto|sms|otp|recibido|de (?:verificacion|confirmacion|acceso))/,
  it: /cod pin|codice (?:pin|segreto|sms|otp|monouso|ricevuto|di (?:verifica|conferma|accesso))/,
  nl: /pincode|toegangscode|verificatiecode|beveiligingscode/,
  pt: /senha|codigo (?:multibanco|recebido|de (?:confirmacao|acesso|verificacao))/,
});
const namesAlone = `${names}(?![a-z])`;
const digits = /(?:\d{4,8}|\d(?:[ .-]\d){3,7}|\d{3}[ -]\d{3}|\d\d(?:[ -]\d\d){1,3})(?!\d|[/:.,]\d)/y;
const secrets = Family.secret | Family.securityCode;
const otherCodes =
  "tax|error|erreur|fehler|status|reason|promo|qr|zip|post|postal|country|sort|product|discount|coupon|referral|currency|bank|dress|source|area|dial|branch|color|return|response|exit";
const code = `(?<!(?:${otherCodes}) )(?:codes?|codigo|codice)(?! (?:postal|promo|banque|guichet|agence|client|abonne|adherent|cliente|utente|utilizador|usuario|d'erreur|erreur|error|ape|naf|iban|bic|barre|article|parrainage|civil|monetaire|couleur|pays|retour|reponse))(?![a-z])`;

const named: Cue = { family: secrets, cue: sticky(namesAlone), filler: /[^0-9\n.!?]{0,32}/y, value: digits };
const own: Cue = {
  family: Family.code | Family.password,
  cue: new RegExp(
    `(?:${code}(?: (?:de |der |de la |della |pour |for |del |fur )?(?:ma |mon |la |le |my |mi |the )?(?:carte|cb|card|karte|tarjeta|carta|kaart|cartao|coffre|porte|portail|immeuble|appli(?:cation)?|tel(?:ephone)?|phone|app|safe|door)(?: (?:bleue|bancaire|visa))?)?|` +
      "(?:mots? ?de ?passe?|mdp|pass ?word|passwd|pwd|passwort|kennwort|contrasena|wachtwoord|palavra[ -]passe)(?![a-z]))",
    "y",
  ),
  filler: /(?: (?:est|is|was|c'est|c est|cest|c|etait|cetait|ist|es|e|lautet))?(?: (?:le|the))?[ :=]{1,3}(?:le )?/y,
  value: digits,
};
/** Six digits a few words after "code": what banks send by SMS. */
const sixDigits: Cue = {
  family: Family.code,
  cue: new RegExp(code, "y"),
  filler: /[^0-9\n.!?]{0,30}(?:[.!?] ?(?:me|moi|ich|yo|io|ik|eu|client|customer|kunde) ?: ?)?/y,
  value: /(?:\d{6}|\d{3}[ -]\d{3})(?!\d|[/:.,]\d)/y,
};
const saying = anyOf({
  fr: /est|n'est plus|c'est|(?:c'?)?etait|je mets|j'?ai (?:donne|dit|tape|mis|saisi|communique|r?entre)/,
  en: /is|was|it says|i (?:gave|said|typed|entered|told|put)|gave (?:him|her|them)/,
  de: /ist|war/,
  es: /es|era|(?:le|les) di|puse/,
  it: /e|ho (?:dato|inserito)/,
  nl: /was|heb ik/,
  pt: /era|dei/,
});
/** Before a colon: "reçu par courrier : 3388". */
const arriving = anyOf({
  fr: /(?:recu|envoye|arrive)(?: par (?:courrier|sms|la poste|mail))?/,
  en: /(?:received?|got|sent)(?: by (?:post|text|mail))?/,
  de: /erhalten|bekommen/,
  es: /recibid[oa](?: por [a-z]{3,8})?/,
  it: /ricevut[oa](?: per [a-z]{3,8})?/,
  nl: /ontvangen(?: via [a-z]{3,8})?/,
  pt: /recebid[oa](?: por [a-z]{3,8})?/,
});
/** "the code they sent me is 4821", "le code … j'ai donné 4821". */
const told: Cue = {
  family: Family.code,
  cue: new RegExp(code, "y"),
  filler: sticky(
    `[^0-9\\n.!?]{0,60}?(?<![a-z])(?:${saying}|${arriving}(?= ?[:=]))(?: (?:bien|pourtant|exactement|definitely))?[ :=]{1,4}(?:le |the |him |them )?(?=\\d)`,
  ),
  value: digits,
};
/** "code à 6 chiffres 994400", "my eight digit code: 48213377". */
const counted: Cue = {
  family: Family.figures,
  cue: /(?<=(?<!(?:last|derniers|letzten|laatste|ultim[oa]s?|ultime) )(?:[5-8]|cinq|six|huit|five|eight|sechs|cinco|seis|sei|zes)[ -])(?:chiffres?|digits?|ziffern|stellig(?:er?|en)?|digitos|cifras|cifre|cijfers)(?: (?:code|number|pin|passcode|codigo))?(?![a-z])/y,
  filler: sticky(`(?:,? (?:${saying}|le|the|mais|et|and|but|so|then|donc|alors)){0,4}[ :=]{1,3}`),
  value: /(?:\d{4,8}|\d{3}[ -]\d{3})(?!\d|[/:.,]\d| ?\d)/y,
};
/** "Code d'activation KX92-77PL": letters and digits that change more than once, no word with a number behind it. */
const mixed: Cue = {
  family: secrets | Family.code,
  cue: sticky(`(?:${namesAlone}|${code}(?: (?:de |d'|of |for |fur |di )?[a-z]{4,14})?)`),
  filler: /(?: (?:est|is|was|c'est|ist|es|e))?[ :=]{1,3}/y,
  value: /(?=[a-z-]{0,8}\d)[a-z0-9]{2,10}(?:-[a-z0-9]{2,10}){0,3}(?![a-z0-9])/y,
};
const alternating = /[a-z]-?\d.*[a-z]|\d-?[a-z].*\d/;
const ahead: Ahead = {
  family: secrets,
  cue: sticky(`(?:${namesAlone}|${code})`),
  lead: leadOf(
    "\\d{4,8}|\\d(?:[ .-]\\d){3,7}|\\d{3}[ -]\\d{3}|\\d\\d(?:[ -]\\d\\d){1,3}",
    "carte|par sms|by (?:sms|text)|recus?",
  ),
};

/** "Erreur technique (code 9001)". */
const ofError =
  /(?<![a-z])(?:erreur|error|fehler|errore|erro|fout)(?: (?:technique|technical|technischer|tecnico|interne|internal|inconnue|unknown|systeme|system|serveur|server|reseau|network|fatale?|inattendue|unexpected|de connexion)){0,2},? ?[([:-]? ?code[ :=]{1,3}$/;

/** "my pin stopped working in 2023" is a year; "my pin is 1987" is not. */
const isYear = ({ lower }: Reading, { start, text }: Span): boolean =>
  /^(?:19|20[0-3])\d/.test(text) &&
  text.length === 4 &&
  !/(?:[:=(]|est|is|was|be|ist|es|pin|code|secret|confidentiel|perso(?:nnel)?|(?:pin|code|nip) c) ?$/.test(
    lower.slice(Math.max(0, start - 14), start),
  );
