import { eachMatch } from "./each-match.ts";
import { Family, type Glance } from "./glance.ts";
import { letters } from "./letters.ts";
import { type Edit, rewrite, sourceSpan, type View } from "./view.ts";

const endings = "(?:com|fr|net|org|eu|co\\.uk|de|es|it|nl|be|ch|pt|io|me|lu|uk|gov|edu|ca|info|at|ie|pl)";
const domain = `(?=[*_\`"']{0,3}[a-z0-9][a-z0-9-]{1,40}(?:\\.[a-z0-9-]{2,40}){0,2}(?:\\.|%2e)${endings}(?![a-z0-9]))`;
const provider =
  "(?=(?:gmail|googlemail|hotmail|outlook|yahoo|live|msn|orange|wanadoo|laposte|free|sfr|bbox|icloud|me|proton(?:mail)?|gmx|web|libero|virgilio|terra|telefonica|sapo|ziggo|xs4all|skynet|telenet|btinternet|aol)\\.)";

const said = "arr?oba[sz]e?|arroba|chiocciola|apenstaartje|klammeraffe";

/** The sign with what ornament stands around it: "**a**@**b.fr**", "a<b>@</b>b.fr", "\"a\" \"@\" \"b.fr\"". */
const ornate = `(?:["'*\`_]{1,3} ?["'*\`_]{0,2}|</?[a-z]{1,6}>| ?\\n ?){0,2}@(?:["'*\`_]{1,3} ?["'*\`_]{0,2}|</?[a-z]{1,6}>| ?\\n ?){0,2}`;
/** What people and programs write for it: "%40" and "=40" (RFC 3986, 2045), "\u0040", "[[at]]", "/at/", a monkey, a snail. */
const other = `%(?:25)?40|=40|\\\\u0040|\\\\x40| ?\\[\\[ ?(?:at|@|arobase) ?\\]\\] ?| ?/ ?(?:at|@|${said}) ?/ ?|[ ,\\n]{1,2}(?:${said})[ ,\\n]{1,2}| {1,2}@ {1,2}|@\\(|\\[b\\]@\\[/b\\]|(?<=[a-z0-9]) ?\ufffc ?|(?:©|#)${provider}`;
const signs = new RegExp(`(?<=[a-z0-9]["'*\`_]{0,2}|>)(?:${ornate}|${other})${domain}`, "g");
const animals = /[\u{1f412}\u{1f40c}\u{1f4e7}\u{1f435}\u{1f648}-\u{1f64a}]/u;

/** Whether something in the text just glanced at may stand for the sign of an address, or ornament hides it. */
export const mayHaveSign = ({ digits, families }: Readonly<Glance>, source: string): boolean => {
  if ((families & Family.stop) === 0 && (digits < 2 || !source.includes("%2"))) return false;
  if (families & Family.spelling && saidApart.test(source)) return true;
  if (families & Family.sign && ornament.test(source)) return true;
  if (digits > 1 && source.includes("40") && escaped.test(source)) return true;
  if (families & Family.link && (families & inWords || source.includes("#")) && marked.test(source)) return true;
  if (families & Family.label && source.includes("[[")) return true;
  return !letters.isFoldedAscii && (source.includes("©") || source.includes("\ud83d")) && drawn.test(source);
};
/** "at", "arobase". */
const inWords = Family.at | Family.spelling;
const saidApart = /[,\n] ?(?:arr?oba[sz]e?|arroba|chiocciola|apenstaartje|klammeraffe)/i;
const ornament = /[*_`"'>\n\]][ ]?["'*`_]{0,2}@| {2}@|@["' ]{0,2}[*_`"'<\n(]/;
const escaped = /(?:%|=|%25|\\u00|\\x)40[a-z]/i;
const marked = /\/ ?(?:at|arr?oba[sz]e?|arroba|chiocciola|apenstaartje|klammeraffe|@) ?\/|[a-z0-9]#[a-z]/i;
const drawn = /[\u00a9\u{1f412}\u{1f40c}\u{1f4e7}\u{1f435}\u{1f648}-\u{1f64a}]/u;

/** "%2e" in a domain. */
const stop = new RegExp(`(?<=[a-z0-9])%2e(?=${endings}(?![a-z0-9]))`, "g");
/** "petersmithchiocciolafreepuntofr": the sign and the full stop said, and all of it written as one word. */
const glued = new RegExp(
  `(?<=[a-z0-9])(arr?oba[sz]e?|arroba|chiocciola|apenstaartje|klammeraffe)([a-z0-9-]{2,20}?)(point|punto|ponto|punkt|punt|dot)${endings}(?![a-z0-9])`,
  "g",
);
export const gluedSign = /[a-z0-9](?:arr?oba[sz]e?|arroba|chiocciola|apenstaartje|klammeraffe)[a-z0-9]/;

/** The view with a plain sign between a word and a domain where something else says so. */
export const readSigns = (view: View): View => {
  const edits: Edit[] = [];
  eachMatch(signs, view.lower, ({ index, 0: text }) => {
    const end = index + text.length;
    if (text === "@" || (text.includes("\ufffc") && !animals.test(view.source.slice(...sourceSpan(view, index, end)))))
      return;
    edits.push({ start: index, end, piece: "@" });
  });
  eachMatch(stop, view.lower, ({ index }) => edits.push({ start: index, end: index + 3, piece: "." }));
  eachMatch(glued, view.lower, ({ index, 1: sign = "", 2: host = "", 3: dot = "" }) => {
    const stop = index + sign.length + host.length;
    edits.push(
      { start: index, end: index + sign.length, piece: "@" },
      { start: stop, end: stop + dot.length, piece: "." },
    );
  });
  return edits.length === 0
    ? view
    : rewrite(
        view,
        edits.sort((one, two) => one.start - two.start),
      );
};
