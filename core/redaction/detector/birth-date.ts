import { type Ahead, afterCue, beforeCue, type Cue, leadOf } from "../cue.ts";
import { Family } from "../glance.ts";
import { anyOf, phrase } from "../phrase.ts";
import { before, type Detector, type Reading } from "../reading.ts";

/** Dates of birth beside their cue, in figures or with the month's name. */
/** "Sophie Delattre, 14.02.1989, …", "Sophie Delattre 14/02/1989": behind a name, the day of somebody who is alive. */
export const birthDateBesideName: Detector = {
  name: "birth-date-beside-name",
  digits: 2,
  isOfSentences: true,
  detect: ({ hits, lower }) => {
    for (const { kind, end } of [...hits]) {
      if (kind !== "name") continue;
      besideName.lastIndex = end;
      const text = besideName.exec(lower)?.[1];
      if (text === undefined) continue;
      const to = besideName.lastIndex;
      hits.push({ kind: "birth-date", start: to - text.length, end: to, rule: "birth-date.beside-name" });
    }
  },
};

export const birthDate: Detector = {
  name: "birth-date",
  digits: 0,
  families: Family.birth,
  cues: () => [named, born, of, ahead, yearAhead, inMonth, inYear, ofYear],
  detect: (reading) => {
    for (const cue of [named, born, of, inMonth, inYear, ofYear])
      afterCue(reading, cue, ({ start, end }) => {
        if (!isOfThing(reading, start, end))
          reading.hits.push({ kind: "birth-date", start, end, rule: "birth-date.cue" });
      });
    for (const cue of [ahead, yearAhead])
      beforeCue(reading, cue, ({ start, end }) =>
        reading.hits.push({ kind: "birth-date", start, end, rule: "birth-date.named-after" }),
      );
  },
};

const things = anyOf({
  fr: /banque|caisse|agence|appli(?:cation)?|entreprise|societe|boite|marque|startup|fintech/,
  en: /bank|branch|app|company|brand|firm|business/,
  de: /sparkasse|filiale|firma/,
  es: /banco|caja|empresa/,
  it: /banca|azienda/,
  nl: /bedrijf/,
});
/** "The bank was born in 2015", "la caisse est née en 1818": what is no person. */
const ofThing = new RegExp(
  `(?<![a-z])(?<!(?:m[ay]|de|of|from) )(?:${things}) (?:(?:est|was|is|wurde|ist|fue|e|werd|foi|qui est|that was|which was) )?(?:born|nee?|geboren|nacid[oa]|nacio|nat[oa]|nascida) [a-z ]{0,8}$`,
);
const isOfThing = (reading: Reading, start: number, end: number): boolean => {
  const ahead = before(reading, start, thingReach);
  return ofThing.test(ahead) || (leads.test(ahead) && thingBehind.test(reading.lower.slice(end, end + thingReach)));
};
/** "Née en 2015, la banque …". */
const leads = /(?:^|[.!?\n] ?)(?:born|nee?) (?:in|en) [a-z]{0,10} ?$/;
const thingBehind = new RegExp(`^,? (?:la|le|l'|cette|notre|votre|the|this|our|your) ?(?:${things})(?![a-z])`);
const thingReach = 48;

const month = `${anyOf({
  fr: /janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?/,
  en: [
    /jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?/,
    /nov(?:ember)?|dec(?:ember)?/,
  ],
  de: /januar|februar|maerz|marz|juni|juli|okt(?:ober)?|dez(?:ember)?/,
  es: /enero|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|septiembre|octubre|noviembre|dic(?:iembre)?/,
  it: /gennaio|febbraio|aprile|maggio|giugno|luglio|sett(?:embre)?|ottobre|dicembre/,
  nl: /januari|februari|maart|mrt|mei|augustus/,
  pt: /janeiro|fevereiro|marco|maio|junho|julho|setembro|out(?:ubro)?|novembro|dezembro/,
  more: /mart/,
})}(?![a-z])`;
const units = "(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf)";
const ordinals = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)";
/** A day of the month in words: "vingt-trois", "twenty-third". */
const day =
  `(?:premier|(?:vingt|trente)(?:(?:[ -]et)?[ -]${units})?|dix(?:[ -](?:sept|huit|neuf))?|${units}|onze|douze|treize|quatorze|quinze|seize|` +
  `(?:twenty|thirty)[ -]?${ordinals}|${ordinals}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir)tieth)`;
/** "nineteen ninety", "two thousand and one" in two words, as it is said; three words are digits by now. */
const spokenYear =
  "(?:nineteen|twenty)[ -](?:oh[ -][a-z]{3,5}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?![a-z])";
/** Between the parts of a date, or its digits where each stands apart. */
const sign = "(?: ?(?:[/.\\-, _|*\\n\ufffc]|\\.{2,3}|\\) ?\\(|-{2}) ?)";
const apart = "[ .\\-/|*,]{1,3}";
const eachApart = `[0-3]${apart}\\d${apart}[01]${apart}\\d${apart}(?:1${apart}9|2${apart}0)${apart}\\d${apart}\\d`;
const year = "(?:(?:19|20) ?\\d\\d|\\d\\d)";
const date =
  `(?:${day} (?:de |of )?${month}\\.?,? ?(?:de |del )?${year}|(?:0?[1-9]|[12]\\d|3[01])${sign}(?:0?[1-9]|1[0-2])${sign}(?:(?:19|20)\\d\\d|\\d\\d)|${eachApart}|` +
  `(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)? (?:of )?${month},? ${spokenYear}|` +
  `(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\\d|3[01])[/.-](?:(?:19|20)\\d\\d|\\d\\d)|` +
  `(?:19|20)\\d\\d[/. -](?:0?[1-9]|1[0-2])[/. -](?:0?[1-9]|[12]\\d|3[01])|` +
  `(?:0?[1-9]|[12]\\d|3[01]|premier)(?:er|st|nd|rd|th|\\.)?[ -]?(?:de |of )?${month}\\.?(?:,? ?(?:de |del )?-?(?:(?:19|20) ?\\d\\d|\\d\\d))?|` +
  `${month}\\.? (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?:,? ?(?:19|20)\\d\\d)?|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d)(?!\\d)`;
const value = new RegExp(date, "y");
const named: Cue = {
  family: Family.birth,
  cue: phrase({
    fr: /(?:date de )?naissance|naiss|d\.?d?\.?n\.?|anniversaire|anniv/,
    en: /date of birth|d\.?o\.?b\.?|birth ?da(?:y|te)|b-?day|born/,
    de: /geboren|geburts(?:datum|tag)|geb(?:\.? ?-?dat(?:um|\.)|\.|(?= ?:))/,
    es: /(?:fecha de )?nacimiento|(?:f\. ?)?nac\.|nacid[oa]|naci/,
    it: /nat[oa](?= (?:il|a|in|l))|data di nascita/,
    nl: /geboortedatum/,
    pt: /(?:data de )?nasc(?:imento|\.)|nascid[oa]|nasci/,
    more: /fodselsdato/,
  }),
  filler: new RegExp(`[^0-9\\n]{0,40}?(?:\\n[^a-z0-9\\n]{0,3})?(?=\\d|(?<![a-z])(?:${day} |${month}))`, "y"),
  value,
};
const born: Cue = {
  family: Family.birth,
  cue: /b\.(?= ?(?:\d|[a-z]{3,9} \d))|n(?:ee?|e\(e\)) (?:[a-z'-]{1,20} ){1,4}le(?= \d)|n(?:ee?|e\(e\))(?: (?:le|un)(?![a-z])| ?:|(?= \d{1,2}[ /.-](?:\d\d?|[a-z]{3,9})[ /.-]\d))/y,
  filler: /[ :*_"'(\n]{0,5}/y,
  value,
};
/** "Je suis du 19/01/1964", "ik ben van 13 november 1970". */
const of: Cue = {
  family: Family.birth,
  cue: /(?:(?<=je )suis du|(?<=ich )bin vom|(?<=ik )ben van)(?= \d)/y,
  filler: / /y,
  value: new RegExp(`(?=[^\\n]{4,20}(?<!\\d)(?:19[2-9]\\d|20[01]\\d)(?!\\d))${date}`, "y"),
};
/** "12/03/1985 est ma date de naissance", "am 12.03.1985 geboren", "1985-03-12 (DOB)". */
const ahead: Ahead = {
  family: Family.birth,
  cue: phrase({
    fr: /(?:date de )?naissance|d\.?d\.?n\.?/,
    en: /date of birth|dob|birth ?da(?:y|te)/,
    de: /geboren|geburts(?:datum|tag)/,
    es: /(?:fecha de )?nacimiento/,
    it: /data di nascita/,
    nl: /geboortedatum/,
    pt: /(?:data de )?nascimento/,
  }),
  lead: leadOf(date, "date|data|fecha|ne|nee"),
};

const bornIn =
  "n(?:e|ee|e\\(e\\)) en|born in|geboren (?:im|in)|nacid[oa] en|nat[oa] (?:a|ad|in|nel|nell')|nascid[oa] em";
const writtenYear = "(?:19 ?\\d\\d|20 ?[01]\\d)(?!\\d)";
/** "J'ai 1941 comme année de naissance dans votre fichier". */
const yearAhead: Ahead = {
  family: Family.birth,
  cue: /(?<=(?:annee|year|ano|anno) (?:de |of |di )?)(?:naissance|birth|nacimiento|nascita|nascimento)(?![a-z])|geburtsjahr|geboortejaar/y,
  lead: leadOf(writtenYear, "annee|year|ano|anno"),
};
/** "né en mars 1985": a month and its year, of people who are alive. */
const inMonth: Cue = {
  family: Family.birth,
  cue: new RegExp(`(?:${bornIn})(?![a-z])`, "y"),
  filler: /[ :]{0,4}/y,
  value: new RegExp(`(?:(?:0?[1-9]|[12]\\d|3[01]) )?${month}\\.? (?:de |del |of )?${writtenYear}`, "y"),
};
/** "I was born in nineteen ninety": a year alone is a birth only where somebody speaks of themselves. */
const inYear: Cue = {
  family: Family.birth,
  cue: new RegExp(
    `(?<=(?:je suis|j'suis|suis|i was|i'm|i am|was|ich bin|wurde|naci|soy|sono|sou|ik ben) |^|[,;.:(] )(?:${bornIn}|born)(?![a-z])`,
    "y",
  ),
  filler: /(?:[ :]|the year ){0,4}/y,
  value: new RegExp(`${writtenYear}|${spokenYear}`, "y"),
  isDigitless: true,
};
/** "dob: nineteen ninety", "année de naissance 1985". */
const ofYear: Cue = {
  family: Family.birth,
  cue: /(?:date de naissance|naissance|d\.?o\.?b\.?|d\.?d\.?n\.?|date of birth|(?<=year of )birth|birth ?(?:date|year|day)|geburtsjahr)(?![a-z])/y,
  filler: /(?:[ :=]|(?<![a-z])(?:est|is|le|in|en|c'est)(?![a-z])){1,6}/y,
  value: new RegExp(`${writtenYear}(?! ?[./-]\\d)|${spokenYear}`, "y"),
  isDigitless: true,
};
const besideName = new RegExp(
  `(?: ?[,;|/(-] ?|\\n| )((?:0?[1-9]|[12]\\d|3[01])(?:[./-](?:0?[1-9]|1[0-2])[./-]| (?:de )?${month} (?:de )?)(?:19[2-9]\\d|20[01]\\d))(?![\\d/])(?=[ ,;|/)\\n-]{1,3}[a-z0-9+]|[).]?$)`,
  "y",
);
