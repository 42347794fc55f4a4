import { afterCue } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector, Reading } from "../reading.ts";

/** Passwords: what follows the word and a connector and does not look like a word of the sentence. */
export const password: Detector = {
  name: "password",
  digits: 0,
  families: Family.password | Family.link,
  detect: (reading) => {
    for (const { start, end, match } of afterCue(reading, cue, connector, value)) {
      const stop = end - (/[.,;:!?)]+$/.exec(match[0])?.[0].length ?? 0);
      const named = /[:=]\s*["']?$/.test(reading.lower.slice(Math.max(0, start - 3), start));
      if (isPassword(reading, start, stop, named))
        reading.hits.push({ kind: "secret", start, end: stop, rule: "secret.password" });
    }
    for (const match of reading.lower.matchAll(inLink)) {
      const [, scheme = "", user = ""] = match;
      const start = match.index + scheme.length;
      reading.hits.push({ kind: "secret", start, end: start + user.length, rule: "secret.in-link" });
    }
  },
};

const cue =
  /(?<![a-z])(?:mot de passe|mots de passe|mdp|pass ?word|passwd|pwd|pass ?phrase|passcode|passwort|kennwort|contrasena|clave|senha|wachtwoord|parola d'ordine)(?![a-z])/g;
const connector =
  /(?: (?:actuel|provisoire|temporaire|internet|current|temporary))?["']?(?: (?:est|is|was|were|c'est|etait|ist|war|es|e|lautet))?[ \t]{0,3}[:=]?[ \t]{0,3}["']?/y;
const value = /(?:(?<=')[^'\n]{4,40}(?=')|(?<=")[^"\n]{4,40}(?=")|[^\s"'<>]{4,40})/y;
const inLink = /(\bhttps?:\/\/)([^/@\s:]{1,60}:[^/@\s]{1,60})@/g;

const isPassword = (reading: Reading, start: number, end: number, named: boolean): boolean => {
  const text = reading.view.text.slice(start, end);
  if (text.length < 4) return false;
  const hasDigit = /\d/.test(text);
  const hasSymbol = /[^\w\s'.,-]/.test(text);
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text.slice(1));
  const quoted =
    /["']$/.test(reading.lower.slice(Math.max(0, start - 1), start)) && /^["']/.test(reading.lower.slice(end, end + 1));
  if (quoted || (hasDigit && /[a-zA-Z]/.test(text)) || (hasSymbol && /[a-zA-Z]/.test(text)) || isMixed) return true;
  if (hasDigit) return text.length >= 4 && /^\d+$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
  return named && /^[\s.!]*$/.test(reading.lower.slice(end, end + 3));
};
