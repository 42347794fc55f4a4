import { afterCue, beforeCue, type Cue, isAmount, isCounted, type Span } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector, Reading } from "../reading.ts";

/** PIN, one-time and 3-D Secure codes. PCI DSS 4.0.1, 3.3.1.3: nothing is kept. */
export const secret: Detector = {
  name: "secret",
  digits: 4,
  families: Family.secret | Family.securityCode,
  detect: (reading) => {
    const hit = (rule: string, { start, end }: Span): void => {
      reading.hits.push({ kind: "secret", start, end, rule });
    };
    afterCue(reading, named, (span) => {
      if (!isCounted(reading, span.start, span.end) && !isYear(reading, span)) hit("secret.code", span);
    });
    afterCue(reading, sixDigits, (span) => {
      if (!isCounted(reading, span.start, span.end)) hit("secret.six-digits", span);
    });
    afterCue(reading, own, (span) => {
      if (!isAmount(reading, span.start, span.end)) hit("secret.own-code", span);
    });
    beforeCue(reading, ahead, 4, 8, (span) => hit("secret.named-after", span));
  },
};

const names =
  "(?:pin(?:[ -]?(?:code|number))?|code[ -]?pin|nip|code (?:secret|confidentiel|perso(?:nnel)?|sms|recu|par sms|d'acces|d'activation|a usage unique|d'authentification|d'autorisation|" +
  "(?:de )?(?:confirmation|validation|verification|connexion|activation)|3d ?secure|otp|(?:you|i) (?:sent|got|received))|otp(?: code)?|one[ -]?time (?:code|password|pin|passcode)|passcode|" +
  "(?:access|verification|confirmation|activation|authentication|authorisation|authorization|sms|secret|login) code|" +
  "geheimzahl|geheimnummer|tan|pincode|(?:codigo|codice) (?:pin|secreto|segreto|sms|otp|monouso|(?:de|di) (?:verificacion|confirmacion|acceso|acesso|verificacao|verifica|conferma|accesso))|" +
  "toegangscode|verificatiecode|bestatigungscode|clave|senha)(?![a-z])";
const digits = /(?:\d{4,8}|\d(?:[ .-]\d){3,7}|\d{3}[ -]\d{3}|\d\d(?: \d\d){1,3})(?!\d|[/:.,]\d)/y;
const secrets = Family.secret | Family.securityCode;

const named: Cue = { family: secrets, cue: new RegExp(names, "y"), filler: /[^0-9\n.!?]{0,32}/y, value: digits };
const own: Cue = {
  family: secrets,
  cue: /(?:(?:mon|ton|son|votre|my|your|his|her|mein|mi|mijn|meu|le|the) )?(?<!(?:error|erreur|fehler|status|reason|promo|qr|zip|post|postal|country|sort|product|discount|coupon|referral|currency|bank|dress|source) )(?:code|codigo|codice)(?! (?:postal|promo|banque|guichet|agence|erreur|error|ape|naf|iban|bic))(?![a-z])/y,
  filler: /(?: (?:est|is|was|c'est|etait|ist|es|e|lautet))?[ :=]{1,3}(?:le )?/y,
  value: digits,
};
/** Six digits a few words after "code": what banks send by SMS. */
const sixDigits: Cue = {
  family: secrets,
  cue: /(?<!(?:error|erreur|fehler|status|reason|promo|qr|zip|post|postal|country|sort|product|discount|coupon|referral|currency|bank|source) )code(?! (?:postal|promo|banque|guichet|agence|erreur|error|ape|naf|iban|bic|barre|article))(?![a-z])/y,
  filler: /[^0-9\n.!?]{0,30}/y,
  value: /(?:\d{6}|\d{3}[ -]\d{3})(?!\d|[/:.,]\d)/y,
};
const ahead = new RegExp(
  `[ ,:;()-]{1,3}(?:c'?est |est |is |comme |as |for |pour |le |mon |my |the |ma |un |a ){1,3}(?:${names}|code(?![a-z]))`,
  "y",
);

/** "my pin stopped working in 2023" is a year; "my pin is 1987" is not. */
const isYear = ({ lower }: Reading, { start, text }: Span): boolean =>
  /^(?:19|20)\d\d$/.test(text) &&
  !/(?:[:=]|est|is|was|ist|es|pin|code) ?$/.test(lower.slice(Math.max(0, start - 6), start));
