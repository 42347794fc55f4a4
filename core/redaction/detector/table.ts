import { type Field, fieldOf, fields } from "../field.ts";
import { firstNames } from "../first-names.ts";
import { Family } from "../glance.ts";
import type { Kind } from "../kind.ts";
import { type Detector, isQuiet, type Reading } from "../reading.ts";
import { taken } from "../taken.ts";
import { stop } from "./name-word.ts";

/**
 * What is told by where it stands: a table's cells under their heads, "label | value" a line, the line under "label:" or a label alone,
 * the answer under a question ("the expiry date?", "Me: 05/28").
 */
export const table: Detector = {
  name: "table",
  digits: 0,
  families: Family.line,
  isOfSentences: true,
  detect: (reading) => {
    const { lower } = reading;
    const mayHaveCells = cellMark.test(lower);
    const mayBeSigned = reading.hits.length > 0 && lower.includes("\n");
    if (!mayHaveCells && !mayBeSigned && !underneath.test(lower)) return;
    const lines = linesOf(lower);
    if (mayBeSigned) readSignature(reading, lines);
    if (mayHaveCells) readCells(reading, lines);
    for (let at = 1; at < lines.length; at++) readAnswer(reading, lines[at - 1] as Span, lines[at] as Span);
  },
};

type Span = { readonly start: number; readonly end: number };

const cellMark = /[\t|]|;[^\n]{1,200}\n|(?:^|\n)[a-z .()-]{2,24}(?:,[a-z .()-]{2,24}){1,8}\n/;
const underneath = /[:?] {0,2}\n|\n[^\n:]{1,30}: |(?:^|\n)[a-z°'. -]{3,30}\n[^\n]{0,24}\d/;

const linesOf = (lower: string): readonly Span[] => {
  const lines: Span[] = [];
  for (let start = 0; start <= lower.length; ) {
    const stop = lower.indexOf("\n", start);
    const end = stop < 0 ? lower.length : stop;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
};

const cellsAtMost = 24;

/** Between tabs, bars, semicolons or commas, without the spaces around; those at the edges of the line may be missing. */
const cellsOf = (lower: string, { start, end }: Span): readonly Span[] => {
  const line = lower.slice(start, end);
  const mark = line.includes("\t") ? "\t" : line.includes("|") ? "|" : line.includes(";") ? ";" : ",";
  if (!line.includes(mark)) return [];
  const cells: Span[] = [];
  let at = start;
  for (const cell of line.split(mark, cellsAtMost)) {
    const from = at + (cell.length - cell.trimStart().length);
    if (cell.trim() !== "") cells.push({ start: from, end: from + cell.trim().length });
    at += cell.length + 1;
  }
  return cells;
};

const readCells = (reading: Reading, lines: readonly Span[]): void => {
  const { lower } = reading;
  let heads: readonly (Field | undefined)[] = [];
  // A table repeats its cells, and a label is read by many expressions.
  const known = new Map<string, Field | undefined>();
  const labelOf = (label: string): Field | undefined => {
    if (!known.has(label)) known.set(label, fieldOf(label));
    return known.get(label);
  };
  for (const line of lines) {
    const cells = cellsOf(lower, line);
    const labels = cells.map(({ start, end }, at) => labelOf(labelIn(lower.slice(start, end), at === 0)));
    if (labels.filter(Boolean).length > 1) {
      heads = labels;
      continue;
    }
    if (heads.length > 1 && cells.length === heads.length) {
      for (const [at, cell] of cells.entries()) take(reading, heads[at], cell);
      continue;
    }
    heads = [];
    if (cells.length === 2 && cells[1] !== undefined) take(reading, labels[0], cells[1]);
  }
};

/** A greeting or a mark before the first head is no part of it. */
const labelIn = (cell: string, isFirst: boolean): string => {
  const label = cell.replace(/ ?:$/, "");
  return isFirst
    ? label.replace(/^(?:bonjour|bjr|bonsoir|slt|salut|hello|hi|hallo|hola|ciao|hoi|ola)[ ,]{1,2}/, "")
    : label;
};

const signed: ReadonlySet<Kind> = new Set<Kind>(["name", "email", "address", "national-id", "phone", "birth-date"]);
const dialled = /^(?=(?:\D*\d){9,12}\D*$)[0236-9]\d*(?:[ ./-]\d{2,7}){0,4}$/;
/** From the start of a line to what was found in it: "né le", "Tél. :". */
const labelAtMost = 16;

/** Under a name, an address or another number of the writer: a national number alone on its line; above one: their name. */
const readSignature = (reading: Reading, lines: readonly Span[]): void => {
  const { hits, lower } = reading;
  const own = hits.filter(({ kind }) => signed.has(kind)).sort((one, two) => one.start - two.start);
  let next = 0;
  for (const [at, line] of lines.entries()) {
    while (next < own.length && (own[next]?.end ?? 0) <= line.start) next++;
    const hit = own[next];
    if (hit === undefined) return;
    if (hit.start >= line.end) continue;
    const below = lines[at + 1];
    if (below !== undefined) {
      const value = lower.slice(below.start, Math.min(below.end, below.start + 60)).replace(polite, "");
      if (dialled.test(value))
        hits.push({ kind: "phone", start: below.start, end: below.start + value.length, rule: "phone.signature" });
    }
    if (hit.kind === "name" || hit.start - line.start >= labelAtMost) continue;
    const isAddress = hit.kind === "address";
    readName(reading, lines[at - 1], isAddress);
    if (isAddress) readName(reading, lines[at - 2], true);
  }
};

const fullName = /^[a-z\u00c0-\u024f'-]{2,20}(?: [a-z\u00c0-\u024f'-]{2,20}){1,3}$/;

/** A line that is a first name that is known and more of a name; above an address any two or three words with their capitals. */
const readName = (reading: Reading, line: Span | undefined, isOnLabel: boolean): void => {
  if (line === undefined || line.end - line.start > 60) return;
  const start = line.start + (quoted.exec(reading.lower.slice(line.start, line.end))?.[0].length ?? 0);
  const text = reading.lower.slice(start, line.end).trimEnd();
  const end = start + text.length;
  const [first = ""] = text.split(/[ -]/, 1);
  const isKnown =
    firstNames.has(first) || (isOnLabel && onLabel.test(reading.view.text.slice(start, end)) && !firm.test(text));
  if (!fullName.test(text) || !isKnown || !isName(reading, start, end)) return;
  reading.hits.push({ kind: "name", start, end, rule: "name.signature" });
};
const quoted = /^[> ]{0,4}/;
const onLabel = /^[A-Z][a-z'-]{1,20}(?: (?:[a-z]{2,3} )?[A-Z][A-Za-z'-]{1,20}){1,2}$/;
const firm =
  /(?<![a-z])(?:agence|banque|bank|credit|caisse|service|client|support|team|equipe|direction|group|groupe|ltd|inc|llc|gmbh|sarl|sas|spa|partners?|associates|solutions|systems?|technolog[a-z]+|office|bureau|siege|centre|center|house|cottage|residence|batiment|immeuble|building|tower|park|restaurant|hotel|mairie|hopital|cordialement|regards|wishes|sincerely|merci|thanks|adresse|address)(?![a-z])/;
const polite =
  /(?:[ .!,]{1,2}(?:merci|svp|stp|thanks|pls|please|danke|bitte|gracias|por favor|grazie|per favore|bedankt|aub|obrigad[oa])?){1,2}$/;

const speaker = /^(?:\[?\d{1,2}[:h]\d{2}(?::\d{2})?\]? ?-? ?)?(?:[a-z\u00c0-\u024f.' -]{1,30} ?: ?)?/;
const questionReach = 100;

const readAnswer = (reading: Reading, above: Span, line: Span): void => {
  const { lower } = reading;
  const question = lower.slice(Math.max(above.start, above.end - questionReach), above.end).trimEnd();
  const mark = question.at(-1);
  if (line.end - line.start > 140) return;
  const text = lower.slice(line.start, line.end);
  const lead = mark === ":" ? 0 : (speaker.exec(text)?.[0].length ?? 0);
  if (mark !== ":" && mark !== "?" && !text.slice(0, lead).includes(":")) {
    readLabelled(reading, above, line);
    return;
  }
  const said = text.slice(lead).trim().replace(polite, "");
  const start = line.start + lead + (text.slice(lead).length - text.slice(lead).trimStart().length);
  const cell = { start, end: start + said.length };
  if (mark === ":") {
    take(reading, fieldOf(question.slice(0, -1).trim()), cell);
    return;
  }
  for (const field of fields) if (field.asked.test(question) && take(reading, field, cell)) return;
};

const labelAlone = /^[a-z°'. -]{3,30}$/;

/** A label alone on its line, without a colon, and its value alone on the next: "Identifiant⏎40918823". */
const readLabelled = (reading: Reading, above: Span, line: Span): void => {
  const label = reading.lower.slice(above.start, Math.min(above.end, above.start + 40)).trim();
  if (!labelAlone.test(label) || !/\d/.test(reading.lower.slice(line.start, line.end))) return;
  const field = fieldOf(label);
  if (field?.kind !== "name" && field?.kind !== "address") take(reading, field, line);
};

/** Whether the cell holds what its field says. */
const take = (reading: Reading, field: Field | undefined, { start, end }: Span): boolean => {
  if (field === undefined || end <= start || isQuiet(reading, start)) return false;
  const text = reading.lower.slice(start, end);
  if (text.includes(taken) || !field.value.test(text)) return false;
  if (field.kind === "name" && !isName(reading, start, end)) return false;
  reading.hits.push({ kind: field.kind, start, end, rule: field.rule });
  return true;
};

/** Each word with its capital but particles, or a first name that is known; no word of a sentence. */
const isName = ({ lower, view }: Reading, start: number, end: number): boolean => {
  const words = lower.slice(start, end).split(" ");
  if (words.some((word) => (stop.has(word) && word.length > 2) || heads.has(word))) return false;
  return firstNames.has(words[0] ?? "") || /^(?:[a-z]{1,3} )?[A-Z\u00c0-\u00de]/.test(view.text.slice(start, end));
};

/** Heads of columns that stand beside a name's. */
const heads: ReadonlySet<string> = new Set(
  (
    "montant date libelle total produit taux prix type statut etat motif objet adresse telephone email mail prenom nom description quantite duree reference numero amount label product rate price status reason subject address phone surname quantity betrag datum " +
    "produkt preis grund betreff importe fecha producto precio estado motivo importo data prodotto prezzo stato bedrag product prijs reden montante valor produto preco value frais fees inconnu unknown none aucun neant"
  ).split(" "),
);
