import { firstNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import { isLetter } from "../groups.ts";
import type { Kind } from "../kind.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { particles, stop } from "./name-word.ts";

/** "Karim Benali, né le 12/03/1984", "Sarah Lloyd (DOB 12/03/1984)", "Karim Benali à l'appareil": names before their cue. */
export const nameBefore: Detector = {
  name: "name-before",
  digits: 0,
  isOfSentences: true,
  detect: (reading) => {
    const { glance, lower } = reading;
    // Names are added meanwhile, and mean nothing here.
    const hits = reading.hits.slice();
    for (const { kind, start } of hits) if (kind === "birth-date") take(reading, start, born, "name.before-birth");
    for (const { kind, start, end } of hits) {
      if (kind !== "email") continue;
      take(reading, start, mailed, "name.before-email");
      takeOfMailbox(reading, start, lower.slice(start, end));
    }
    for (const { kind, start } of hits) if (kind === "iban") take(reading, start, paid, "name.before-iban");
    for (const { kind, end } of hits) if (ofCard.has(kind)) takeEmbossed(reading, end);
    for (let word = 0; word < glance.words; word++) {
      if (((glance.bits[word] ?? 0) & Family.name) === 0) continue;
      const end = glance.end[word] ?? 0;
      const text = lower.slice(glance.start[word], end);
      if (voices.has(text)) take(reading, end, calling, "name.before-voice");
      if (roles.has(text)) take(reading, end, made, "name.before-role");
    }
  },
};

/** The name, if any, that ends where `cue` begins, which ends at `at`. */
const take = (reading: Reading, at: number, cue: RegExp, rule: string): void => {
  const from = Math.max(0, at - reach);
  const match = cue.exec(reading.lower.slice(from, at));
  const name = match && nameThatEnds(reading, from, from + match.index);
  if (name) reading.hits.push({ kind: "name", ...name, rule });
};

const voices = new Set("appareil apparat ecrit wrote schrieb escribio scritto schreef escreveu".split(" "));
const calling =
  / ?,? (?:(?:a l'|am )(?:appareil|apparat)|(?:a |ha )?(?:ecrit|wrote|schrieb|escribio|scritto|schreef|escreveu))$/;
/** "Add Laila Hansen as a beneficiary", "ajouter Inès Roux comme bénéficiaire". */
const roles = new Set(
  "beneficiary beneficiaire guardian tuteur signatory mandataire cotitulaire titulaire holder payee begunstigte".split(
    " ",
  ),
);
const made =
  / (?:as|comme|en tant que|als) (?:(?:an?|my|the|mon|ma|un|une|new|joint|additional|authori[sz]ed|second|account|nouveau|nouvelle) )*[a-z]{5,14}$/;
/** "Virement à Karim Benali FR76 …". */
const paid = / ?[:,(-]? ?(?:iban ?[:=]? ?)?$/;
/** "Karim Benali <karim@…>": what stands before an address of electronic mail. */
const mailed = / ?["']? ?[<(]$/;
/** "Satya Nadella satya@…": a name that the address is made of. */
const takeOfMailbox = (reading: Reading, at: number, address: string): void => {
  if (!endsWord.has(reading.lower[at - 1] ?? "")) return;
  const from = Math.max(0, at - reach);
  const gap = beside.exec(reading.lower.slice(from, at))?.index;
  const name = gap === undefined ? undefined : nameThatEnds(reading, from, from + gap);
  if (name === undefined) return;
  const words = reading.lower.slice(name.start, name.end).split(/[ '-]/);
  if (words.some((word) => word.length > 2 && address.includes(word)))
    reading.hits.push({ kind: "name", ...name, rule: "name.of-mailbox" });
};
const beside = /[ ,:;-]{1,3}$/;
const endsWord: ReadonlySet<string> = new Set(" ,:;-");
/** A name of five words and the longest way to say that somebody was born. */
const reach = 120;
const born =
  /[ ,(\n]{1,3}(?:(?:qui |who )?(?:est |is |was |ist )?(?:nee?|ne\(e\)|born|geboren|geb\.|nacid[oa]|nat[oa]|nascid[oa])(?![a-z])[^0-9\n]{0,24}|(?:dob|d\.o\.b\.?|ddn|date of birth|date de naissance|geburtsdatum)[ :]{0,3})$/;

const ofCard: ReadonlySet<Kind> = new Set<Kind>(["card", "expiry", "security-code"]);
/** "4000 0566 5566 5556 12/29 MARTIN DUPOND": the holder as a card has it, in capitals behind what else stands on it. */
const embossed =
  /[ \n|;,/]{1,4}((?:M|MME|MLLE|MR|MRS|MS)?\.? ?(?:[A-Z][A-Z'-]{1,20}(?: [A-Z][A-Z'-]{0,20}){1,3}|[A-Z][a-z'-]{1,20} [A-Z][A-Z'-]{1,20}))(?= ?(?:$|[\n|;,.]))/y;
const takeEmbossed = ({ hits, view }: Reading, from: number): void => {
  embossed.lastIndex = from;
  const name = embossed.exec(view.text)?.[1];
  const words = name?.toLowerCase().split(" ") ?? [];
  if (name === undefined || words.some((word) => onCard.has(word) || (stop.has(word) && !particles.has(word)))) return;
  hits.push({ kind: "name", start: embossed.lastIndex - name.length, end: embossed.lastIndex, rule: "name.embossed" });
};
const onCard = new Set(
  "visa mastercard debit credit gold premier classic business platinum infinite bank banque card carte valid thru expire fin electron maestro date cvv cvc code the".split(
    " ",
  ),
);

/** The words with a capital right before `end`: two, a first name that is known, or one that is set apart. */
const nameThatEnds = (
  reading: Reading,
  from: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined => {
  const { text } = reading.view;
  let last = end;
  let start = -1;
  let capitals = 0;
  let isKnown = false;
  while (capitals <= namesAtMost) {
    const until = text.charCodeAt(last - 1) === 32 ? last - 1 : last;
    const first = wordThatEnds(text, from, until);
    if (first === until) break;
    const word = text.slice(first, until);
    const folded = word.toLowerCase();
    const isName = /^[A-Z]/.test(word) && !stop.has(folded);
    if (!isName && !(capitals > 0 && particles.has(folded))) break;
    last = first;
    if (!isName) continue;
    start = first;
    capitals++;
    isKnown ||= firstNames.has(folded);
  }
  const isSetApart = /[,(]|^ (?:a l'|am )/.test(reading.lower.slice(end, end + 5));
  const isEnough = start >= 0 && (capitals > 1 || isKnown || isSetApart) && !isQuiet(reading, start);
  return isEnough ? { start, end } : undefined;
};

/** Where the word of letters, apostrophes and dashes begins that ends at `end`, with a letter; `end` when there is none. */
const wordThatEnds = (text: string, from: number, end: number): number => {
  let first = end;
  for (let at = end; at > from && isPart(text.charCodeAt(at - 1)); at--)
    if (isOfWord(text.charCodeAt(at - 1))) first = at - 1;
  return first;
};

/** A letter of any script; the view has folded what is Latin. */
const isOfWord = (code: number): boolean => isLetter(code | 0x20) || (code >= 0xc0 && code <= 0xffef);
const isPart = (code: number): boolean => isOfWord(code) || code === 0x27 || code === 0x2d;

const namesAtMost = 3;
