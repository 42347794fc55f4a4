import { type Ahead, afterCue, beforeCue, type Cue, isCounted, leadOf } from "../cue.ts";
import { Family } from "../glance.ts";
import { countDigits, digitsOf, groupBefore, Link, shapeOf } from "../groups.ts";
import { linking, numberLabel } from "../naming.ts";
import { anyOf, type Phrases, phrase, sticky } from "../phrase.ts";
import { before, type Detector, type Reading } from "../reading.ts";

/** Domestic account numbers: the French RIB with its key, British sort code and account, others beside a cue. */
export const account: Detector = {
  name: "account",
  digits: 5,
  cues: () => [sortCode, named, ahead, frenchPart],
  detect: (reading) => {
    if (reading.groups.longest >= 21) detectRib(reading);
    if ((reading.groups.runs & (1 << 8)) !== 0 && reading.groups.start.length > 1) detectBritish(reading);
    if ((reading.glance.families & (Family.account | Family.sort | Family.code)) === 0) return;
    const hit = (start: number, end: number, rule: string): void => {
      reading.hits.push({ kind: "account", start, end, rule });
    };
    afterCue(reading, sortCode, ({ start, end, text }) => {
      if (isExample(reading, start, end, text)) return;
      hit(start, end, "account.sort-code");
      detectBefore(reading, start);
    });
    afterCue(reading, named, ({ start, end, text }) => {
      const isLong = countDigits(text) >= 5;
      if (
        isLong &&
        !isCounted(reading, start, end) &&
        !isSum(reading, start, end, text) &&
        !isDate.test(text.replace(/^[a-z]{2} /, ""))
      )
        hit(start, end, "account.cue");
    });
    beforeCue(reading, ahead, ({ start, end, text }) => {
      if (countDigits(text) >= 6 && !isDate.test(text)) hit(start, end, "account.named-after");
    });
    detectParts(reading);
    if (reading.groups.isMixed && (reading.groups.runs & (1 << 5)) !== 0) detectLetteredRib(reading);
    afterCue(reading, frenchPart, ({ start, end, text }) => {
      if (/\d/.test(text)) hit(start, end, "account.french-part");
    });
  },
};

/** "29697407 sort 78 87 68": eight digits a few characters before the sort code are its account. */
const detectBefore = ({ groups, hits }: Reading, at: number): void => {
  for (let group = groupBefore(groups, at); group >= 0; group--) {
    const start = groups.start[group] ?? 0;
    const end = groups.end[group] ?? 0;
    if (at - end >= 24) return;
    if (end - start === 8 && end < at) hits.push({ kind: "account", start, end, rule: "account.beside-sort-code" });
  }
};

/** "What's the sort code format, 00-00-00?", "example sort code 12-34-56": what shows the form of one. */
const isExample = (reading: Reading, start: number, end: number, text: string): boolean => {
  const digits = text.replace(/\D/g, "");
  if (digits === "000000") return true;
  return (
    digits === "123456" &&
    (exampleWord.test(before(reading, start, 40)) || exampleWord.test(reading.lower.slice(end, end + 24)))
  );
};
const exampleWord = /(?<![a-z])(?:examples?|format|e\.g|looks like|placeholder|dummy)(?![a-z])/;

const sortCode: Cue = {
  family: Family.sort,
  cue: /(?:sort[- ]?code|(?:sort|s\/?c)(?=[ :.]{1,3}\d\d[-. ]?\d\d[-. ]?\d\d))(?![a-z])/y,
  filler: /[^0-9\n]{0,16}/y,
  value: /\d\d[ .\-/]?\d\d[ .\-/]?\d\d(?!\d)/y,
};
const between: Phrases = {
  fr: [
    /(?:finissant (?:par|en)|se terminant par) \d{2,4}(?!\d)|complete?|entier|bancaire|courant|suivant|et cle|epargne/,
    /cheques?|joint|livret|pro|perso|titres|a vue|a terme/,
  ],
  en: /ending (?:in |with )?\d{2,4}(?!\d)|ending with|holder(?= n)|full|in full|bank|current|savings|checking|btw/,
  es: /bancario|corriente|ahorros?/,
  it: /corrente/,
  pt: /a ordem|poupanca/,
};
const named: Cue = {
  family: Family.account,
  cue: phrase({
    fr: /comptes?|cptes?|cpts?|c\/c|ccp|coordonnees(?: bancaires)?|rib/,
    en: [
      /bank(?:ing)? details|account(?: ?(?:number|num|no|nr|nbr))?|accounts?|a\/c|accnum|accno|acct|acc/,
      /routing(?: number)?/,
    ],
    de: /(?:giro|spar|tagesgeld|bank)?konto(?:-?(?:nummer|nr))?|giro|kto|blz|bankleitzahl|depot(?:nummer|nr)/,
    es: /cuenta|ccc/,
    it: /conto(?: corrente)?/,
    nl: /(?:spaar|bank|betaal)?rekening(?:nummer|nr)?/,
    pt: /conta|nib/,
  }),
  filler: sticky(`(?:[ \\t:=#.,;°'"()*_\`-]|${numberLabel}|${linking}|(?<![a-z])${anyOf(between)}(?![a-z])){1,16}`),
  value:
    /(?:[a-z]{2,14}(?=\d{5})|[a-z]{1,3}[ -]?(?=\d))?\d[\d]{0,22}(?:(?:[ .\-/]| [/|-] )\d{1,14}){0,8}(?:[ .-]?[a-z]\d{0,10}(?: \d\d)?)?(?![a-z0-9]|[/.]\d)/y,
};
/** "Compte épargne 22950 plafond", "business account at 120000", "compte 10000": five or six digits that are money. */
const isSum = (reading: Reading, start: number, end: number, text: string): boolean => {
  const [, at, digits = ""] = sum.exec(text) ?? [];
  if (digits === "") return false;
  const ahead = before(reading, start, 40);
  if (capped.test(reading.lower.slice(end, end + 24))) return true;
  if (label.test(ahead)) return false;
  return (at !== undefined && (at !== "a" || digits.endsWith("00"))) || digits.endsWith("000") || cap.test(ahead);
};
const sum = /^(?:(at|of|in|by|up|bei|um|auf|max|min|a) )?(\d{5,6}|\d{2,3}[ .]\d{3})$/;
const capped =
  /^ (?:de |d'|as |comme |of )?(?:plafond|max(?:i|imum)?|mini(?:mum)?|limite?|limit|cap|remuneres?|investis?|places?|epargnes?|invested|saved|deposited)(?![a-z])/;
const cap = /(?<![a-z])(?:plafond|limite?|limit|max(?:i|imum)?|ceiling|cap)(?![a-z])[^\d\n.!?]{0,32}$/;
const label = /(?:n[°º.]|(?<![a-z])(?:no|num|numero|number|nr|nummer|iban|rib)|[:=#])[ .:°º]{0,3}$/;

/** "Banque : 12345, guichet : 67890", beside an account. */
const detectParts = ({ groups, lower, hits }: Reading): void => {
  if ((groups.runs & (1 << 5)) === 0) return;
  for (const [at, start] of groups.start.entries()) {
    const end = groups.end[at] ?? 0;
    if (end - start === 5 && part.test(lower.slice(Math.max(0, start - 16), start)))
      hits.push({ kind: "account", start, end, rule: "account.french-part" });
  }
};
const part = /(?<![a-z])(?:banque|guichet|etab(?:lissement)?)[ :.=n°o]{1,6}$/;

const ahead: Ahead = {
  family: Family.account | Family.sort,
  cue: /(?:comptes?|cpte|account|acct|rib|konto(?:nummer)?|cuenta|conto|(?:spaar|bank|betaal)?rekening(?:nummer|nr)?|conta|sort ?code)(?![a-z])/y,
  lead: leadOf(
    "\\d{2,14}(?:[ .-]\\d{2,11}){0,5}(?:[a-z]\\d{0,3})?",
    "bank|bancaire|n|das|dat|esta|numero de|numero di",
  ),
};
const isDate = /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[./-](?:19|20)\d\d)$/;
const frenchPart: Cue = {
  family: Family.code,
  cue: /(?:code (?:banque|guichet)|cle(?: (?:de )?rib)?)(?![a-z])/y,
  filler: /[ \t:=.n°o-]{1,6}/y,
  value: /[a-z0-9]{2,11}(?![a-z0-9])/y,
};

/** "20-00-00 12345678": a sort code as it is printed, then eight digits, with little between; apart by spaces or not at all where money goes. */
const detectBritish = ({ groups, lower, hits }: Reading): void => {
  const { start, end } = groups;
  for (let account = 1; account < start.length; account++) {
    if ((end[account] ?? 0) - (start[account] ?? 0) !== 8) continue;
    const to = end[account] ?? 0;
    for (const first of [account - 3, account - 1]) {
      const from = start[first] ?? Number.NEGATIVE_INFINITY;
      if (to - from > 40 || /[\d.,/+-]/.test(lower[from - 1] ?? "")) continue;
      const code = british.exec(lower.slice(from, to))?.[1];
      if (code === undefined || (!/[-–]/.test(code) && !paid.test(lower.slice(Math.max(0, from - 40), from)))) continue;
      hits.push({ kind: "account", start: from, end: from + code.length, rule: "account.sort-code-shape" });
      hits.push({ kind: "account", start: to - 8, end: to, rule: "account.sort-code-shape" });
    }
  }
};
const british = /^(\d\d([-–])\d\d\2\d\d|\d\d ?\d\d ?\d\d(?=[ ,/|]{1,3}\d{8}$))[ ,;:/|\n&a-z.#-]{1,24}\d{8}$/;
const paid =
  /(?<![a-z])(?:sent|send|paid|pay|payment|transfer(?:red)?|into|deposit(?:ed)?|bank details|details)[^\d\n]{0,30}$/;

/** "14505   72993   2339411A584   95": a RIB whose account has letters, beside its name. */
const detectLetteredRib = (reading: Reading): void => {
  const { groups, hits, lower } = reading;
  for (const [at, start] of groups.start.entries()) {
    if ((groups.end[at] ?? 0) - start !== 5) continue;
    lettered.lastIndex = start;
    if (lettered.test(lower)) hits.push({ kind: "account", start, end: lettered.lastIndex, rule: "account.rib" });
  }
};
const lettered =
  /\d{5}[ \t|;,/-]{1,4}\d{5}[ \t|;,/-]{1,4}(?=[0-9]{0,10}[a-z])[0-9a-z]{11}[ \t|;,/-]{1,4}\d\d(?![0-9a-z])/y;

/** 5 + 5 + 11 + 2 characters, beside its name as printed, whatever its key says; Banque de France: key = 97 − (89·bank + 15·branch + 3·account) mod 97. */
const detectRib = (reading: Reading): void => {
  const { glance, groups, lower } = reading;
  const isNamed = (glance.families & Family.account) !== 0;
  for (let first = 0; first < groups.start.length; first++) {
    let last = first;
    let length = size(reading, first);
    while (length < 23 && last + 1 < groups.start.length && isJoined(reading, last + 1))
      length += size(reading, ++last);
    if (length !== 23) continue;
    const isPrinted = isNamed && shapeOf(groups, first, last) === "5-5-11-2";
    if (!isPrinted && !isRib(digitsOf(lower, groups, first, last))) continue;
    reading.hits.push({
      kind: "account",
      start: groups.start[first] ?? 0,
      end: groups.end[last] ?? 0,
      rule: "account.rib",
    });
    first = last;
  }
};

/** "… 12345678901 clé 04": the word stands before the last two. */
const isJoined = ({ groups, lower }: Reading, at: number): boolean =>
  groups.link[at] === Link.separated ||
  /^[ ,:.-]{1,3}cle(?: rib)?[ :.-]{1,3}$/.test(lower.slice(groups.end[at - 1], groups.start[at]));

const size = ({ groups }: Reading, at: number): number => (groups.end[at] ?? 0) - (groups.start[at] ?? 0);

const isRib = (digits: string): boolean => {
  const key =
    97 - ((89 * Number(digits.slice(0, 5)) + 15 * Number(digits.slice(5, 10)) + 3 * Number(digits.slice(10, 21))) % 97);
  return key === Number(digits.slice(21));
};
