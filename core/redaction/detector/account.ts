import { afterCue, type Cue, isCounted } from "../cue.ts";
import { Family } from "../glance.ts";
import { digitsOf, Link } from "../groups.ts";
import type { Detector, Reading } from "../reading.ts";

/** Domestic account numbers: the French RIB with its key, British sort code and account, others beside a cue. */
export const account: Detector = {
  name: "account",
  digits: 5,
  detect: (reading) => {
    if (reading.groups.longest >= 23) detectRib(reading);
    if ((reading.glance.families & Family.account) === 0) return;
    const hit = (start: number, end: number, rule: string): void => {
      reading.hits.push({ kind: "account", start, end, rule });
    };
    afterCue(reading, sortCode, ({ start, end }) => hit(start, end, "account.sort-code"));
    afterCue(reading, named, ({ start, end, text }) => {
      const isLong = text.replace(/\D/g, "").length >= 5;
      if (isLong && !isCounted(reading, start, end) && !isDate.test(text)) hit(start, end, "account.cue");
    });
    afterCue(reading, frenchPart, ({ start, end, text }) => {
      if (/\d/.test(text)) hit(start, end, "account.french-part");
    });
  },
};

const sortCode: Cue = {
  family: Family.account,
  cue: /sort ?code(?![a-z])/y,
  filler: /[^0-9\n]{0,16}/y,
  value: /\d\d[ .\-/]?\d\d[ .\-/]?\d\d(?!\d)/y,
};
const named: Cue = {
  family: Family.account,
  cue: /(?:comptes?|account(?: ?(?:number|num|no|nr|nbr))?|accounts?|a\/c|accnum|accno|acct|acc|rib|konto(?:nummer|nr)?|kto|cuenta|conto(?: corrente)?|rekening(?:nummer)?|conta|blz|bankleitzahl|ccc|routing(?: number)?)(?![a-z])/y,
  filler:
    /(?:[ \t:=#.,;°'"()-]|n°|(?<![a-z])(?:numero|number|num|no|nr|nummer|nbr|bancaire|courant|bank|est|is|le|la|the|c'est|suivant|ending with|de|of|my|mon|code|et cle|epargne|cheque|joint|livret|current|savings|checking|corriente|corrente|es|ist|e|lautet)(?![a-z])){1,16}/y,
  value:
    /(?:[a-z]{2,14}(?=\d{5})|[a-z]{1,3}[ -]?(?=\d))?\d[\d]{0,22}(?:[ .\-/]\d{1,14}){0,8}(?:[ .-]?[a-z]\d{0,10}(?: \d\d)?)?(?![a-z0-9]|[/.]\d)/y,
};
const isDate = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/;
const frenchPart: Cue = {
  family: Family.account,
  cue: /(?:code (?:banque|guichet)|cle(?: (?:de )?rib)?)(?![a-z])/y,
  filler: /[ \t:=.n°o-]{1,6}/y,
  value: /[a-z0-9]{2,11}(?![a-z0-9])/y,
};

/** 5 + 5 + 11 + 2 characters; Banque de France: key = 97 − (89·bank + 15·branch + 3·account) mod 97. */
const detectRib = (reading: Reading): void => {
  const { groups, lower } = reading;
  for (let first = 0; first < groups.start.length; first++) {
    let last = first;
    let length = size(reading, first);
    while (length < 23 && last + 1 < groups.start.length && groups.link[last + 1] === Link.separated)
      length += size(reading, ++last);
    if (length !== 23 || !isRib(digitsOf(lower, groups, first, last))) continue;
    reading.hits.push({
      kind: "account",
      start: groups.start[first] ?? 0,
      end: groups.end[last] ?? 0,
      rule: "account.rib",
    });
    first = last;
  }
};

const size = ({ groups }: Reading, at: number): number => (groups.end[at] ?? 0) - (groups.start[at] ?? 0);

const isRib = (digits: string): boolean => {
  const key =
    97 - ((89 * Number(digits.slice(0, 5)) + 15 * Number(digits.slice(5, 10)) + 3 * Number(digits.slice(10, 21))) % 97);
  return key === Number(digits.slice(21));
};
