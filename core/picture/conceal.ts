import * as Redaction from "#core/redaction";
import { type Line, type Reading, readTogether } from "./line.ts";
import { pointIn, type Region } from "./region.ts";

/** What must be covered before anybody sees a picture. `found`: how often each kind was found. */
export type Concealment =
  | { readonly isReadable: true; readonly patches: readonly Region[]; readonly found: Readonly<Record<string, number>> }
  /** Most of what is written could not be read: what it says is not known. */
  | { readonly isReadable: false };

/** Less surely read than this, a line may say anything. */
const readSurely = 0.6;
/** In a picture of a card more is at stake. */
const readSurelyOnCard = 0.75;
/** A line of which more than this is found is covered from end to end. */
const mostOfLine = 0.5;
/** How far a patch reaches beyond its characters, in heights of the line: the network places them to half a character. */
const margin = 0.5;
const marginAcross = 0.12;

/** Nine digits in a row, close together: a number that was misread no longer checks out, and still is one. */
const longNumber = /\d(?:[ -]?\d){8,}/g;
const cardDigits = 12;

/** Words that stand on cards; one of them stands on many things. */
const cardWords =
  /(?<!\p{L})(?:carte|card|karte|visa|mastercard|maestro|debit|credit|expires?|exp|valid|valable|thru|good|fin|cb|amex)(?!\p{L})/giu;
/** A row that is nothing but the first fours of a card: the rest is outside of the picture, and half a digit reads as a letter. */
const firstFours = /^[^\p{L}\d\n]*[2-6]\d{3}(?:[ -]?[\doDlI]{1,4}){1,3}[^\p{L}\d\n]*$/gimu;

/** Finds, by the text redaction that reads messages, what in a picture must not be seen, and where it stands. */
export const conceal = (lines: readonly Line[], options: Redaction.Options): Concealment => {
  const unread = lines.filter((line) => line.writing.certainty < readSurely);
  if (widthOf(unread) * 2 > widthOf(lines)) return { isReadable: false };
  const reading = readTogether(lines);
  const { found } = Redaction.redact(reading.text, options);
  const long = spansOf(reading.text, longNumber).map((span) => ({ ...span, digits: digitsIn(reading.text, span) }));
  const cut = (isOfCard(reading.text) ? spansOf(reading.text, firstFours) : []).filter(
    (span) => !long.some((each) => each.digits >= cardDigits && each.start < span.end && span.start < each.end),
  );
  const numbers = [...long, ...cut.map((span) => ({ ...span, digits: cardDigits }))];
  const isCard = found.some(({ kind }) => kind === "card") || numbers.some(({ digits }) => digits >= cardDigits);
  const whole = isCard
    ? lines.filter(({ writing }) => /\d/.test(writing.text) || writing.certainty < readSurelyOnCard)
    : unread;
  const patches = [
    ...whole.map(({ region }) => grown(region)),
    ...[...found, ...numbers].flatMap((span) => patchesOf(reading, span)),
    ...cut.flatMap((span) => patchesOf(reading, span)).map(towardsTheCut),
  ];
  return { isReadable: true, patches, found: countOf(found, numbers) };
};

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

const digitsIn = (text: string, { end, start }: Span): number => text.slice(start, end).replace(/\D/g, "").length;

/** Two different words of cards stand on it. */
const isOfCard = (text: string): boolean =>
  new Set([...text.matchAll(cardWords)].map(([word]) => word.toLowerCase())).size > 1;

const widthOf = (lines: readonly Line[]): number => lines.reduce((sum, { region }) => sum + region.width, 0);

type Span = { readonly start: number; readonly end: number };
type LongNumber = Span & { readonly digits: number };

const countOf = (found: readonly Redaction.Finding[], numbers: readonly LongNumber[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  const isFound = ({ end, start }: Span): boolean => found.some((each) => each.start < end && start < each.end);
  const others = numbers.filter((number) => !isFound(number));
  const kinds = [
    ...found.map(({ kind }) => kind),
    ...others.map(({ digits }) => (digits >= cardDigits ? "card" : "account")),
  ];
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** One patch for each line that a span goes over. */
const patchesOf = ({ places }: Reading, { end, start }: Span): readonly Region[] => {
  const indexes = new Map<Line, number[]>();
  for (const place of places.slice(start, end)) {
    if (place !== undefined) indexes.set(place.line, [...(indexes.get(place.line) ?? []), place.index]);
  }
  return [...indexes].map(([line, found]) => patchOf(line, found));
};

const patchOf = ({ region, writing }: Line, found: readonly number[]): Region => {
  if (found.length > writing.text.length * mostOfLine) return grown(region);
  const at = found.map((index) => ((writing.places[index] ?? 0.5) - 0.5) * region.width);
  const reach = margin * region.height + region.width / writing.text.length;
  const [from, to] = [Math.min(...at) - reach, Math.max(...at) + reach];
  const centre = pointIn(region, (from + to) / 2, 0);
  return { ...grown(region), centre, width: to - from };
};

/** Two heights on either side: what is left of the next digit stands there, and reads as nothing. */
const towardsTheCut = (region: Region): Region => ({ ...region, width: region.width + region.height * 4 });

const grown = (region: Region): Region => ({
  ...region,
  width: region.width + region.height * marginAcross,
  height: region.height * (1 + marginAcross),
});
