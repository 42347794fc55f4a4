import { afterCue, beforeCue, isCounted } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector, Reading } from "../reading.ts";

/** PIN, one-time and 3-D Secure codes, passwords. PCI DSS 4.0.1, 3.3.1.3: nothing is kept. */
export const secret: Detector = {
  name: "secret",
  digits: 3,
  families: Family.code | Family.password,
  detect: (reading) => {
    for (const { start, end } of afterCue(reading, cue, /[^0-9\n.!?]{0,32}/y, code))
      if (!isCounted(reading, start, end, "weak") && !isYearOrDate(reading, start, end))
        reading.hits.push({ kind: "secret", start, end, rule: "secret.code" });
    for (const { start, end } of afterCue(reading, own, connector, code))
      if (!isCounted(reading, start, end)) reading.hits.push({ kind: "secret", start, end, rule: "secret.own-code" });
    for (const { start, end } of beforeCue(reading, ahead))
      reading.hits.push({ kind: "secret", start, end, rule: "secret.named-after" });
  },
};

const names =
  "pin(?:[ -]?(?:code|number))?|code[ -]?pin|nip|code (?:secret|confidentiel|perso(?:nnel)?|sms|recu|d'acces|d'activation|a usage unique|d'authentification|d'autorisation|" +
  "(?:de )?(?:confirmation|validation|verification|connexion|activation)|3d ?secure|otp)|otp(?: code)?|one[ -]?time (?:code|password|pin|passcode)|passcode|" +
  "(?:access|verification|confirmation|activation|authentication|authorisation|authorization|sms|secret|login|2fa) code|code (?:you|i) (?:sent|got|received)|" +
  "geheimzahl|geheimnummer|tan|pin-?code|codigo (?:pin|secreto|sms|de verificacion|de confirmacion|de acceso|de acesso|de verificacao)|" +
  "codice (?:pin|segreto|sms|otp|di verifica|di conferma|di accesso|monouso)|toegangscode|verificatiecode|bevestigungscode|bestatigungscode|clave|senha|sms[ -]?code|code par sms";

const cue = new RegExp(`(?<![a-z])(?:${names})(?![a-z])`, "g");
const own =
  /(?<![a-z])(?:(?:mon|ton|votre|my|your|mein|mi|mijn|meu|il mio|le|the|son|his|her) (?:code|codigo|codice)|code(?= ?[:=]))(?! (?:postal|promo|banque|guichet|agence|erreur|error|ape|naf|iban|bic))/g;
const connector = /(?: (?:est|is|was|c'est|etait|ist|es|e|lautet))?[ :=]{1,3}(?:le )?/y;
const code = /(?:\d{4,8}|\d(?:[ .-]\d){3,7}|\d{3}[ -]\d{3}|\d\d(?: \d\d){1,3})(?!\d|[/:.,]\d)/y;
const ahead = new RegExp(
  `(?<![\\d.,/:-])(\\d{4,8})[ ,:;()-]{1,3}(?:c'?est |est |is |comme |as |for |pour |le |mon |my |the |ma |un |a ){1,3}(?:${names})(?![a-z])`,
  "g",
);

/** "my pin stopped working in 2023", "le code confidentiel du 12 04": a year or a date, not a code. */
const isYearOrDate = ({ lower }: Reading, start: number, end: number): boolean => {
  const text = lower.slice(start, end);
  return (
    /^(?:19|20)\d\d$/.test(text) && !/(?:[:=]|est|is|was|ist|es) ?$/.test(lower.slice(Math.max(0, start - 6), start))
  );
};
