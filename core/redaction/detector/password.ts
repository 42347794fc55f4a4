import { afterCue, type Cue } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { anyOf, phrase, sticky } from "../phrase.ts";
import type { Detector, Reading } from "../reading.ts";

/** Passwords: what follows the word and a connector and does not look like a word of the sentence. */
export const password: Detector = {
  name: "password",
  digits: 0,
  families: Family.password | Family.link,
  cues: () => [named, pair],
  detect: (reading) => {
    afterCue(reading, named, ({ start, end, text }) => {
      const stop = end - (/[.,;:!?)]+$/.exec(text)?.[0].length ?? 0);
      if (isPassword(reading, start, stop))
        reading.hits.push({ kind: "secret", start, end: stop, rule: "secret.password" });
    });
    afterCue(reading, pair, ({ start, end, text }) => {
      if (/\d/.test(text)) reading.hits.push({ kind: "secret", start, end, rule: "secret.password-pair" });
    });
    if (!reading.lower.includes("://")) return;
    eachMatch(inLink, reading.lower, ({ index, 1: scheme = "", 2: user = "" }) => {
      const start = index + scheme.length;
      reading.hits.push({ kind: "secret", start, end: start + user.length, rule: "secret.password-in-link" });
    });
  },
};

/** "Mot de passe de mon espace client", "la clave de acceso". */
const of = anyOf({
  fr: /(?:de|du|pour) (?:mon |ma |la |le |l')?(?:espace(?: client| perso(?:nnel)?)?|compte(?: client)?|banque en ligne|site|appli(?:cation)?)/,
  en: /(?:for|to|of) (?:my |the )?(?:account|app|(?:online|internet|mobile)[ -]?banking)/,
  de: /(?:zum|furs?|vom) (?:mein )?(?:konto|onlinebanking|app)/,
  es: /de (?:acceso|la app|la banca online|mi cuenta)/,
  it: /(?:di accesso|della app|dell'home ?banking)/,
  nl: /(?:van|voor) (?:mijn )?(?:app|rekening|internetbankieren)/,
  pt: /(?:de acesso|do home ?banking|da app)/,
});
const named: Cue = {
  isDigitless: true,
  family: Family.password,
  cue: phrase({
    fr: /mots? ?de ?passe?|mdp|mot secret|(?<=(?:reponse|question) )secrete|(?<=code d')acces(?: [a-z]{2,12})?(?= ?[:=])/,
    en: [
      /pass ?word|passwd|pwd|pass ?phrase|passcode|(?:pw|pass)(?= ?[:=])/,
      /(?<=(?:login|user|id|identifiant|utilisateur)[ :=]{1,3}[^\s:=]{2,30}(?: ?[/,;-]? ))(?:pass|pw)/,
      /memorable (?:word|info(?:rmation)?|place|name)|(?<=(?:security|secret) )answer/,
    ],
    de: /passwort|kennwort/,
    es: /contrasena|clave/,
    it: /parola d'ordine/,
    nl: /wachtwoord/,
    pt: /senha|palavra[ -]passe/,
  }),
  filler: sticky(
    `(?: (?:${of}|appli(?:cation)?|espace client|banque|web|app|online|banking|actuel|provisoire|temporaire|internet|current|temporary|que j'utilise|(?:that )?i use))?["']?` +
      "(?: (?:est|is|was|were|c'est|c|etait|ist|war|es|e|lautet|as|to|par|en|por|auf)(?![a-z]))?[ \\t]{0,3}(?:[:=]|-(?= ))?[ \\t]{0,3}[\"']?",
  ),
  value: /(?:(?<=')[^'\n]{4,40}(?=')|(?<=")[^"\n]{4,40}(?=")|[^\s"'<>]{4,40})/y,
};
/** "mes identifiant et mot de passe sont 72093812 / Chouchou_78": both, since either may be the one. */
const pair: Cue = {
  isDigitless: true,
  family: Family.password,
  cue: sticky(
    "(?<=(?:identifiants?|login|user ?name|user|id|utente|usuario|benutzername) (?:et|and|y|und|e|en|&|\\/) (?:(?:mon|my|le|mein|mi) )?)" +
      "(?:mots? ?de ?passe?|mdp|pass ?word|pass|pwd|pw|passwort|contrasena|wachtwoord|senha)(?![a-z])",
  ),
  filler: /(?: (?:sont|are|son|sind|sono|est|is))?(?: ?[:=] ?| )/y,
  value: /[^\s/,;|]{4,30}(?: ?[/,;|&-] ?| (?:et|and|puis|y|und) | |\n)[^\s"'<>]{4,40}/y,
};
const inLink = /(\bhttps?:\/\/)([^/@\s:]{1,60}:[^/@\s]{1,60})@/g;

const isPassword = ({ view, lower }: Reading, start: number, end: number): boolean => {
  const text = view.text.slice(start, end);
  const isQuoted = /["']/.test(lower[start - 1] ?? "") && /["']/.test(lower[end] ?? "");
  if (text.length < 4) return false;
  const hasLetter = /[a-zA-Z]/.test(text);
  if (isQuoted || (hasLetter && /[^a-zA-Z'.,-]/.test(text))) return true;
  if (/[a-z]/.test(text) && /[A-Z]/.test(text.slice(1))) return true;
  if (/^\d+$/.test(text)) return !/^(?:19|20)\d\d$/.test(text);
  return /[:=]\s*$/.test(lower.slice(Math.max(0, start - 3), start)) && /^[\s.!]*$/.test(lower.slice(end, end + 3));
};
