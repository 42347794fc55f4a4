import { type Ahead, afterCue, beforeCue, type Cue, type Span } from "../cue.ts";
import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import { anyOf, phrase, sticky } from "../phrase.ts";
import type { Detector, Reading } from "../reading.ts";

/** Passwords: what follows the word and a connector and does not look like a word of the sentence. */
export const password: Detector = {
  name: "password",
  digits: 0,
  families: Family.password | Family.link,
  cues: () => [named, loose, pair, ahead, refused, answer, kin, spoken],
  detect: (reading) => {
    const hit = ({ start, end, text }: Span): void => {
      const stop = end - (/[.,;:?)]+$/.exec(text)?.[0].length ?? 0);
      reading.hits.push({ kind: "secret", start, end: stop, rule: "secret.password-like" });
    };
    afterCue(reading, named, ({ start, end, text }) => {
      const stop = end - (/[.,;:!?)]+$/.exec(text)?.[0].length ?? 0);
      if (isPassword(reading, start, stop) || isMemorable(reading, start, stop))
        reading.hits.push({ kind: "secret", start, end: stop, rule: "secret.password" });
    });
    afterCue(reading, loose, (span) => {
      if (isStrong(reading, span)) hit(span);
    });
    for (const cue of [ahead, refused])
      beforeCue(reading, cue, (span) => {
        if (isStrong(reading, span)) hit(span);
      });
    afterCue(reading, pair, ({ start, end, text }) => {
      if (/\d/.test(text)) reading.hits.push({ kind: "secret", start, end, rule: "secret.password-pair" });
    });
    nearby(reading);
    for (const cue of [answer, kin, spoken])
      afterCue(reading, cue, ({ start, end, text }) => {
        if (!faring.test(text.split(" ", 1)[0] ?? ""))
          reading.hits.push({ kind: "secret", start, end, rule: "secret.answer" });
      });
    if (!reading.lower.includes("://")) return;
    eachMatch(inLink, reading.lower, ({ index, 1: scheme = "", 2: user = "" }) => {
      const start = index + scheme.length;
      reading.hits.push({ kind: "secret", start, end: start + user.length, rule: "secret.password-in-link" });
    });
  },
};

const reach = 90;

/** What looks like a password and nothing else in reach of the word, whatever stands between: "Montagne74! voilà le mdp". */
const nearby = (reading: Reading): void => {
  const { glance, lower, hits } = reading;
  if (glance.digits < 2) return;
  let read = 0;
  for (let word = 0; word < glance.words; word++) {
    if (((glance.bits[word] ?? 0) & Family.password) === 0) continue;
    const at = glance.start[word] ?? 0;
    named.cue.lastIndex = at;
    if (!named.cue.test(lower)) continue;
    const from = Math.max(read, at - reach);
    read = Math.min(lower.length, at + reach);
    if (read <= from) continue;
    eachMatch(signed, lower.slice(from, read), ({ index, 0: text }) => {
      const start = from + index;
      const span = { start, end: start + text.length, text };
      if (isStrong(reading, span)) hits.push({ kind: "secret", start, end: span.end, rule: "secret.password-near" });
    });
  }
};
/** Three letters, two digits and a sign that no word has. */
const signed =
  /(?<![^\s"'(=:«])(?=[^\s]{0,22}\d[^\s]{0,22}\d)(?=[^\s]{0,20}[a-z]{3})(?=[a-z0-9-]{0,22}[!#$%&*+?_^~])[a-z0-9][a-z0-9!#$%&*+?_^~-]{5,23}(?![^\s"')»,.;:])/g;

const given = /[a-z][a-z'-]{2,23}(?: [a-z][a-z'-]{1,23})?(?= ?(?:$|[\n.,;!?)]))/y;
/** "Question secrète …, réponse Caramel", "… = Lefebvre", "answer to my security question (town): Swindon". */
const answer: Cue = {
  isDigitless: true,
  family: Family.password,
  cue: phrase({ fr: /question (?:secrete|de securite)/, en: /security question/, de: /sicherheitsfrage/ }),
  filler: sticky(
    "(?:[^\\n]{0,90}?(?<![a-z])(?:reponse|answer|antwort)(?:,? (?:est|is|was|c'est|ist|lautet|etait))? ?[:=]? ?[\"']?|" +
      "[^\\n.!?=]{0,60}= ?[\"']?|(?<=(?:reponse|answer) (?:a|to) (?:la|ma|my|the) (?:question (?:secrete|de securite)|security question))(?: \\([^)\\n]{1,40}\\))?(?:,? (?:est|is|was|c'est))? ?[:=]? ?[\"']?)",
  ),
  value: given,
};

/** "Mother's maiden name: Hargreaves", "premier animal = Médor", "respuesta secreta: Canela": what banks ask instead. */
const kin: Cue = {
  isDigitless: true,
  family: Family.password,
  cue: phrase({
    fr: /(?<=nom de (?:jeune )?)fille(?: de (?:ma|la) mere)?/,
    en: /maiden name|(?<=first )pet(?:'s name)?/,
    de: /antwort(?= ?[:=])/,
    es: /respuesta secreta|respuesta(?= ?[:=])/,
    it: /risposta segreta|risposta(?= ?[:=])/,
    nl: /antwoord(?= ?[:=])/,
    pt: /resposta secreta/,
  }),
  filler: /(?: (?:est|is|was|c'est|ist|es|e)(?![a-z])| ?[:=]) ?["']?/y,
  value: /[a-z][a-z'-]{2,23}(?= ?(?:$|[\n.,;!?)"']))/y,
};
/** "Voice password is my house is blue": words, to the end of the sentence. */
const spoken: Cue = {
  isDigitless: true,
  family: Family.password,
  cue: phrase({ fr: /mot de passe vocal|phrase secrete/, en: /voice password|pass ?phrase/ }),
  filler: /(?: (?:est|is|was|c'est)(?![a-z])| ?[:=]) ?["']?/y,
  value: /[a-z][a-z'-]{1,23}(?: [a-z0-9][a-z0-9'-]{0,23}){1,7}(?= ?(?:$|[\n.,;!?)"']))/y,
};

/** "User 136 240 265 / Chouette_78", "espace client : 555 485 508 - …": what looks like a password behind an identifier. */
export const passwordBeside: Detector = {
  name: "password-beside",
  digits: 3,
  families: Family.customer,
  detect: (reading) => {
    for (const { kind, end } of [...reading.hits]) {
      if (kind !== "customer-number") continue;
      besidePin.lastIndex = end;
      const pin = besidePin.exec(reading.lower)?.[1];
      if (pin !== undefined)
        reading.hits.push({
          kind: "secret",
          start: besidePin.lastIndex - pin.length,
          end: besidePin.lastIndex,
          rule: "secret.code-beside",
        });
      beside.lastIndex = end;
      const text = beside.exec(reading.lower)?.[1];
      if (text === undefined) continue;
      const to = beside.lastIndex;
      const span = { start: to - text.length, end: to, text };
      if (isStrong(reading, span) && /[^a-z0-9]/.test(reading.view.text.slice(span.start, to)))
        reading.hits.push({ kind: "secret", start: span.start, end: to, rule: "secret.password-beside" });
    }
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
    fr: /mots? ?(?:de?)? ?pass(?:e|wo?rd)?|mdp|mot secret|(?<=(?:reponse|question|phrase) )secrete|(?<=(?:code|cle|mdp) )wifi(?: de l'agence)?|(?<=code d')acces(?: [a-z]{2,12})?(?= ?[:=])/,
    en: [
      /pass ?word|pass?wo?rd|pasw(?:oo|o)rd|passwd|pwd|pass ?phrase|passcode|(?:pw|pass)(?= ?[:=])|wifi (?:key|password|code)/,
      /(?<=(?:login|user|id|identifiant|utilisateur)[ :=]{1,3}[^\s:=]{2,30}(?: ?[/,;-]? ))(?:pass|pw)/,
      /memorable (?:word|info(?:rmation)?|place|name)|(?<=(?:security|secret) )answer/,
    ],
    de: /passwort|kennwort/,
    es: /contrasena|clave/,
    it: /parola d'ordine/,
    nl: /wachtwoord|ww(?=[ :=]{1,3}[^ \n]{0,22}\d)/,
    pt: /senha|palavra[ -]passe/,
  }),
  filler: sticky(
    `(?: (?:${of}|appli(?:cation)?|espace client|banque|web|app|online|banking|actuel|provisoire|temporaire|internet|current|temporary|que j'utilise|(?:that )?i use))?["']?` +
      "(?: (?:est|is|was|were|c'est|c|etait|ist|war|es|e|lautet|as|to|par|en|por|auf)(?![a-z]))?[ \\t]{0,3}(?:[:=]|-(?= ))?[ \\t]{0,3}[\"']?",
  ),
  value: /(?:(?<=')[^'\n]{4,40}(?=')|(?<=")[^"\n]{4,40}(?=")|[^\s"'<>]{4,40})/y,
};
/** "mdp provisoire reçu par courrier = …", "mot de passe oublié, l'ancien était …": what looks like nothing else. */
const words =
  "(?:mots? ?de ?passe?|mdp|pass ?word|passcode|pass|pwd|pw|passwort|kennwort|contrasena|clave|wachtwoord|senha)(?![a-z])";
const like = "(?=[^\\s\"'<>]{0,22}\\d)(?=[^\\s\"'<>]{0,22}[a-z])[^\\s\"'<>()/]{6,24}";
const loose: Cue = {
  family: Family.password,
  cue: sticky(words),
  filler: sticky(`[^0-9\\n.!?@]{1,56}?(?<=[ :=("'])(?=${like})`),
  value: sticky(like),
};
const ahead: Ahead = {
  family: Family.password,
  cue: sticky(words),
  lead: new RegExp(
    `(?<![^ :="'(])(${like})["')]?,? (?:est |is |comme |as |pour |for |es |e |ist |als |como |come )(?:le |mon |ma |the |my |mein |mi |la |il mio |mijn |a minha |nouveau |new |an? |un |una |ein |een |mauvais |incorrect |wrong |invalid |falsches )*$`,
  ),
};
/** "Je tape Juventus59! et ça me dit mdp incorrect", "I enter Tulip_44 but it says wrong password". */
const refused: Ahead = {
  family: Family.password,
  cue: sticky(words),
  lead: new RegExp(
    `(?<![a-z])(?:tape|mets|mis|essaye|utilise|rentre|entre|saisi[st]?|tried|try|typed?|entere?d?|put|used?|using|benutze|probiert|eingegeben|puse|pongo|uso|messo|inserito|metto|typ|gebruik) (${like}),? (?:et|and|but|mais|y|pero|und|aber|e|ma|en|maar|mas) [^0-9\\n.!?]{0,32}$`,
  ),
};
/** Letters and digits with a sign between, in both cases, or a word with a number behind it that is no product's. */
const isStrong = ({ view }: Reading, { start, end }: Span): boolean => {
  const text = view.text.slice(start, end).replace(/[.,;:?)]+$/, "");
  if (text.length < 6 || /x{2}|[*•]{2}/i.test(text) || /^[\d.,/:€%-]+$|^https?:|@.*\.[a-z]/i.test(text)) return false;
  if (/^[a-z0-9]+$/i.test(text))
    return /^[a-z]{4,}\d{2,6}$|[a-z][A-Z0-9]+[a-zA-Z]*\d|\d[a-zA-Z]*[a-z][A-Z]/i.test(text) && !product.test(text);
  return (
    /[a-z]/i.test(text) &&
    /\d/.test(text) &&
    /^[a-z0-9]+[!#$%&*+=?_^@~.-][a-z0-9!#$%&*+=?_^@~.-]*$/i.test(text) &&
    !product.test(text)
  );
};
const product =
  /^(?:iphone|ipad|galaxy|windows|android|ios|pixel|covid|wifi|redmi|xiaomi|huawei|samsung|macos|version|article|art|page|etape|step|v)[._-]?\d/i;
const beside = new RegExp(`(?: ?[/|;,-] ?| (?:et|and|y|und) |\\n)(${like})(?![^\\s.,;:!?)])`, "y");
/** "identifiants : 20481177 / 481920". */
const besidePin = / ?\/ ?(\d{4,8})(?![\d/.-]| ?\d)/y;
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

/** "My memorable word is snowdrop", "réponse secrète : tournesol": a plain word by nature, unless it says how it fares. */
const isMemorable = ({ lower }: Reading, start: number, end: number): boolean =>
  /(?:memorable (?:word|place|name)|(?:security|secret) answer|(?:reponse|phrase) secrete)(?: ?[:=]| is| est|,? c'est)? ["']?$/.test(
    lower.slice(Math.max(0, start - 28), start),
  ) &&
  /^[a-z'-]{4,24}$/.test(lower.slice(start, end)) &&
  !faring.test(lower.slice(start, end)) &&
  /^["']?[ .!]*(?:$|\n|,)/.test(lower.slice(end, end + 6));
const faring =
  /^(?:wrong|incorrect|invalid|correct|right|blocked|locked|rejected|refused|expired|missing|needed|required|forgotten|unknown|lost|not|never|still|please|thanks|doesn't|isn't|fausse?|incorrecte?|bloquee?|refusee?|oubliee?|perdue?|erronee?|inconnue?|demandee?|merci|svp)$/;

/** "Mot de passe : chut": that it is not told. */
const untold =
  /^(?:chu+t+|s+h{2,}|ps+t+|pscht|pssst|confidentiel|confidential|vertraulich|confidencial|riservato|vertrouwelijk)$/i;

const isPassword = ({ view, lower }: Reading, start: number, end: number): boolean => {
  const text = view.text.slice(start, end);
  const isQuoted = /["']/.test(lower[start - 1] ?? "") && /["']/.test(lower[end] ?? "");
  if (text.length < 4) return false;
  const hasLetter = /[a-zA-Z]/.test(text);
  if (isQuoted || (hasLetter && /[^a-zA-Z'.,-]/.test(text))) return true;
  if (/[a-z]/.test(text) && /[A-Z]/.test(text.slice(1))) return true;
  if (/^\d+$/.test(text)) return !/^(?:19|20)\d\d$/.test(text);
  if (untold.test(text) || faring.test(text)) return false;
  return /[:=]\s*$/.test(lower.slice(Math.max(0, start - 3), start)) && /^[\s.!]*$/.test(lower.slice(end, end + 3));
};
