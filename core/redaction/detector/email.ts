import { eachMatch } from "../each-match.ts";
import { Family } from "../glance.ts";
import type { Detector, Reading } from "../reading.ts";

/** Electronic mail addresses (RFC 5321), also spelt out: "(at)", "[dot]", "arobase … point", with spaces around. */
export const email: Detector = {
  name: "email",
  digits: 0,
  families: Family.sign | Family.spelling | Family.at,
  detect: (reading) => {
    const { families } = reading.glance;
    const isAfterWord = (families & Family.sign) !== 0 && atSigns(reading);
    if (
      (reading.hits.length > 0 && (families & Family.spelling) === 0) ||
      ((families & Family.dot) === 0 && (families & Family.stop) === 0)
    )
      return;
    const isSpelt =
      families & Family.spelling || (families & Family.at && (families & Family.dot || isBracketed(reading)));
    if ((isSpelt || isAfterWord || (families & Family.sign && isBracketed(reading))) && hasDomain(reading))
      spelt(reading);
  },
};

const local = /(?:[a-z0-9\u00c0-\uffff!#$%&'*+/=?^_{|}~-](?: ?\. ?|\.)?){1,64}$/;
const lastWord = /[a-z0-9!#$%&*+=?^_{|}~-](?:[a-z0-9!#$%&'*+=?^_{|}~-]|\.(?=[a-z0-9_-])){0,63}$/;
const domain =
  /^(?:[a-z0-9\u00c0-\uffff](?:[a-z0-9\u00c0-\uffff-]{0,62}))(?:\.[a-z0-9\u00c0-\uffff](?:[a-z0-9\u00c0-\uffff-]{0,62})){1,20}/;
const spacedDomain =
  /^ ?[a-z0-9][a-z0-9-]{0,62}(?: ?[.,] ?[a-z0-9-]{2,62}){0,3}(?: ?[.,;] ?|\.\.|。| ?[([{<] ?(?:dot|point|punto|punkt|punt|ponto|\.) ?[)\]}>] ?| (?:dot|point|punto|punkt|punt|ponto) |[-_](?:dot|point)[-_])(?:com|fr|net|org|eu|co ?\. ?uk|de|es|it|nl|be|ch|pt|io|me|lu|uk|gov|edu|ca|info)(?![a-z0-9])/;

/** "@gmail com", "@gmailcom", "@gmail": who provides it is known, the full stop is missing. */
const provider =
  /^ ?(?:g ?mail|googlemail|hotmail|outlook|yahoo|live|msn|orange|wanadoo|laposte|free|sfr|bbox|icloud|me|proton(?:mail)?|gmx|web|t-online|libero|virgilio|terra|telefonica|sapo|ziggo|xs4all|skynet|telenet|btinternet|sky|aol)(?: ?(?:[.,]|point)? ?(?:com|fr|net|de|it|es|pt|nl|be|me|ch|co ?\.? ?uk))?(?![a-z0-9])/;
/** "a n n e . p e t i t @ g m a i l . c o m": every letter apart. */
const apartLocal = /(?<![a-z0-9])(?:[a-z0-9](?: ?[._-] ?| )){2,40}(?:[a-z0-9] ?)?$/;
const apartDomain = /^ ?(?:[a-z0-9](?: ?[.-] ?| )){2,40}[a-z0-9](?![a-z0-9])/;
const dottedWords = /(?<![a-z0-9])(?:[a-z0-9_-]{1,40}(?: \. | _ | - |\.)){1,4}[a-z0-9_-]{1,40} ?$/;

/** Whether a sign has a word before it; "@banque …" has none. */
const atSigns = (reading: Reading): boolean => {
  const { lower } = reading;
  let isAfterWord = false;
  for (let at = lower.indexOf("@"), last = -1; at >= 0; last = at, at = lower.indexOf("@", at + 1)) {
    // No address reaches over another sign.
    const from = Math.max(0, at - 66, last + 1);
    const head = lower.slice(from, at);
    const first = at;
    // "anne@@exemple.fr": one sign.
    while (lower.charCodeAt(at + 1) === sign) at++;
    const trimmed = head.trimEnd();
    if (trimmed === "") {
      isAfterWord ||= last >= from - 1 && last >= 0;
      continue;
    }
    isAfterWord = true;
    if (isInLink(lower, at)) continue;
    const next = lower.indexOf("@", at + 1);
    const end = Math.min(at + 260, next < 0 ? lower.length : next);
    if (end - at > shortestDomain)
      take(reading, first, { head, trimmed, tail: tailOf(lower, at + 1, end), behind: at + 1 });
  }
  return isAfterWord;
};

const sign = 64;
const newline = 10;

/** A line that broke right behind the sign goes on with the next one. */
const tailOf = (lower: string, start: number, end: number): string =>
  lower.charCodeAt(start) === newline ? ` ${lower.slice(start + 1, end)}` : lower.slice(start, end);

/** "me", and what comes before is the sign. */
const shortestDomain = 2;

/** What stands on both sides of a sign, up to the next sign; `trimmed` without the spaces right before it, `behind` where the tail begins. */
type Sides = { readonly head: string; readonly trimmed: string; readonly tail: string; readonly behind: number };

const take = (reading: Reading, at: number, { head, trimmed, tail, behind }: Sides): void => {
  const gap = head.length - trimmed.length;
  const isHandle = gap > 0 && !tail.startsWith(" ");
  const tight = lengthOf(domain, tail);
  const spaced = lengthOf(spacedDomain, tail);
  const known = isHandle ? 0 : lengthOf(provider, tail);
  const apart = isLetterAlone(tail) ? lengthOf(apartDomain, tail) : 0;
  const end = Math.max(tight, spaced, known, apart);
  if (end === 0 || (gap > 0 && spaced === 0 && known === 0 && apart === 0)) return;
  const isLoose = end > tight || tail.startsWith(" ");
  const word = head.endsWith(" ") ? lengthOf(lastWord, trimmed) : lengthOf(local, tightHead(head));
  const length = Math.max(
    word > 0 && head.endsWith(" ") ? word + gap : word,
    isLoose || gap > 0 ? lengthOf(dottedWords, head) : 0,
    apart > 0 ? lengthOf(apartLocal, head) : 0,
  );
  if (length === 0) return;
  const before = head.slice(head.length - length);
  const start = at - before.replace(/^[^a-z0-9\u00c0-\uffff]+/, "").length;
  const size = tail.slice(0, end).replace(/[-.]+$/, "").length;
  reading.hits.push({ kind: "email", start, end: behind + size, rule: "email.address" });
};

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** "g m a i l": a letter, then something that sets it apart. */
const isLetterAlone = (tail: string): boolean => " .-".includes(tail[tail.startsWith(" ") ? 2 : 1] ?? "x");

/** Behind "://" and before the path. */
const isInLink = (lower: string, at: number): boolean => {
  const head = lower.slice(Math.max(0, at - 66), at);
  return head.includes("://") && /:\/\/[^\s/]*$/.test(head);
};

/** What may belong to the address: from the last sign, or the last space without a full stop beside it. */
const tightHead = (head: string): string => {
  for (let at = head.length - 1; at >= 0; at--) {
    const code = head.charCodeAt(at);
    if (code === 64 || (code <= 32 && head.charCodeAt(at - 1) !== 46 && head.charCodeAt(at + 1) !== 46))
      return head.slice(at + 1);
  }
  return head;
};

/** "I work at Amazon dot com": what is done at a shop of that name, and no local part. */
const done =
  "(?:work(?:s|ing|ed)?|shop(?:ped|ping)?|b(?:uy|ought)|order(?:ed)?|pa(?:y|id)|pa?yment|spen[dt]|look(?:ing)?|live|jobs?|accounts?|available|purchased?|charged?|refund(?:ed)?|employed|listed|sold|registered|customer|was|am|is|are|been?|it|(?:sign|log)(?:ed|ged)?[ -]?(?:up|in)|up|in)";
const at = `(?:(?: (?:arobase|at))? ?[([{<"*'] ?(?:at|arr?oba[sz]?e?s?|arroba|chiocciola|klammeraffe|apenstaartje|chez|a|@) ?[)\\]}>"*'] ?|(?<!(?<![a-z])${done}) at | (?:arr?obase?s?|arr?obaze?|arroba|chiocciola|klammeraffe|apenstaartje|@) |(?<! (?:suis|client|cliente|abonne|est|etre|passe)) chez (?=[a-z0-9-]{2,20}(?:(?: point |\\.)(?:com|fr|net|org|de|es|it|nl|be|ch|pt|me)|[ ,.;!?]|$))| ?_(?:at|arobase|arroba|chiocciola|apenstaartje)_ ?|-(?:at|arobase|arroba|chiocciola|apenstaartje)-| @ ?|@ )`;
const dot =
  "(?: ?[([{<] ?(?:dot|point|punto|punkt|punt|ponto|\\.) ?[)\\]}>] ?| (?:dot|point|punto|punkt|punt|ponto) |[-_](?:dot|point|punto|punkt|punt|ponto)[-_]| ?\\. ?)";
/** What stands for the sign within brackets. */
const isBracketed = ({ glance, lower }: Reading): boolean =>
  (glance.families & Family.bracket) !== 0 && bracketed.test(lower);
const bracketed = /[([{<"*'] ?(?:at?|arr?oba[sz]?e?s?|arroba|chiocciola|klammeraffe|apenstaartje|chez) ?[)\]}>"*']/;
const separator = `(?:${dot}| (?:underscore|tiret(?: du (?:bas|six|6|8))?|dash|moins|guion|bindestrich) |[-_.])`;
const endings = "(?:com|fr|net|org|eu|co|uk|de|es|it|nl|be|ch|pt|io|me|lu|gov|edu|ca|info)";
const providers =
  "(?:g ?mail|hotmail|outlook|yahoo|live|orange|wanadoo|la ?poste|free|sfr|icloud|proton(?:mail)?|gmx|web|libero|sapo|ziggo|telenet|skynet|telefonica|bbox|aol|msn)";
/** "arobase gmail": nothing else is called so. "at libero it", "chez gmx": only behind a local part that is no word. */
const named = `(?<=arr?oba[sz]?e?s? )${providers}|(?<= at )${providers} (?:com|fr|net|de|es|it|nl|be|pt|co uk)|(?<= chez )${providers}`;
const atDomain = `${at}([a-z0-9-]{2,40}(?:${dot}[a-z0-9-]{2,40}){0,3}${dot}${endings}|${named})(?![a-z0-9])`;
const speltAddress = new RegExp(
  `(?<![a-z0-9._+-])((?:[a-z0-9] ){3,30}[a-z0-9]|[a-z0-9][a-z0-9._+-]{0,30}(?: [a-z0-9]{1,30})? (?:tout attachee?|en un (?:seul )?mot|all one word)|[a-z0-9][a-z0-9_+-]{0,40}(?:${separator}[a-z0-9_+-]{1,40}){0,4})${atDomain}`,
  "g",
);

/** Whether a sign in words and a domain stand anywhere: ten times less to look for than whole addresses. */
const hasDomain = ({ lower }: Reading): boolean => {
  for (let at = 0; at < lower.length; at++) {
    if (!startsSign(lower.charCodeAt(at)) || !goesOn(lower.charCodeAt(at + 1))) continue;
    speltDomain.lastIndex = at;
    if (speltDomain.test(lower)) return true;
  }
  return false;
};
const speltDomain = new RegExp(atDomain, "y");
/** A space, a bracket, a dash, an underscore or the sign: first characters of `at`. */
const startsSign = (code: number): boolean => signStarts[code] === 1;
const signStarts = new Uint8Array(0x80);
for (const one of " ([{<-_@\"*'") signStarts[one.charCodeAt(0)] = 1;
/** What comes next: a bracket, a space, the sign, an underscore, or the first letter of "at", "arobase", "chez", "klammeraffe". */
const goesOn = (code: number): boolean => signSeconds[code] === 1;
const signSeconds = new Uint8Array(0x80);
for (const one of " ([{<_@ack\"*'") signSeconds[one.charCodeAt(0)] = 1;

/** "achat chez amazon point com", "chez Yahoo point de vente", "I was at orange it is": not an address unless the local part is no word. */
const isSentence = (lower: string, { 0: text, 1: local = "", index }: RegExpExecArray): boolean => {
  const end = index + text.length;
  if (/ (?:point de|punto es|dot it)$/.test(text) && /^ [a-z]/.test(lower.slice(end, end + 2))) return true;
  if (/^\d{1,2}h\d{0,2}$/.test(local)) return true;
  if (/[._\d+-]| (?:point|tiret|underscore|punto|ponto|dot) /.test(local) && /[a-z]/.test(local)) return false;
  return (
    isLoose.test(text.slice(local.length)) &&
    !/(?:g ?mail|hotmail|outlook|yahoo|la ?poste|wanadoo|icloud)(?: point |\.)/.test(text)
  );
};
const isLoose = /^ chez |^ at [a-z]+ [a-z]{2,3}(?: uk)?$/;

const spelt = (reading: Reading): void => {
  eachMatch(speltAddress, reading.lower, (match) => {
    if (isSentence(reading.lower, match)) return;
    const lead =
      /^(?:(?:is|est|at|mail|email|e-mail|adresse|c'est|mon|my|me|address|moi|contact|a|on)(?: ?[:.] ?| )){1,3}/.exec(
        match[1] ?? "",
      );
    const isLed = lead !== null && lead[0].length < (match[1] ?? "").length;
    const start = isLed
      ? match.index + lead[0].length
      : match.index - beforehand(reading.lower, match.index, /^\d+$/.test(match[1] ?? ""));
    reading.hits.push({ kind: "email", start, end: match.index + match[0].length, rule: "email.spelt" });
  });
};

/** How much of the address stands before its last word: "my email: anne petit at gmail dot com". */
const beforehand = (lower: string, at: number, isDigits: boolean): number =>
  (isDigits ? lastName : firstWords).exec(lower.slice(Math.max(0, at - 64), at))?.[1]?.length ?? 0;
/** "jdupont 92 arobase": the digits go with it. */
const lastName = /(?<![a-z0-9])([a-z][a-z0-9._-]{1,30} )$/;
const firstWords =
  /(?<![a-z])(?:e-?mail|courriel|mail|adresse|address|correo|indirizzo|adres)(?: (?:is|est|c'est|ist|es|e))?(?: ?[:=] ?| )((?!(?:is|est|ist|es|e|o|il|mi|me|us|moi|at|the|le|la|a|my|mon)(?![a-z]))[a-z0-9]{1,20} )$/;
