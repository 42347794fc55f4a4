import { isLuhn } from "./checksum.ts";
import { isAmount, isCounted } from "./cue.ts";
import { eachMatch } from "./each-match.ts";
import { hasIssuer } from "./issuer.ts";
import type { Finding, Kind } from "./kind.ts";
import { type Reading, startReading } from "./reading.ts";
import { find, type Options, type Redaction, redact, write } from "./redact.ts";
import { sourceSpan } from "./view.ts";

/** `cardSeen`: a card was removed from this thread a moment ago, though its message is not among these. */
export type ThreadOptions = Options & { readonly cardSeen?: boolean };

/**
 * Messages of one thread and one writer, oldest first, read together: a number in pieces over two to four of them is
 * removed from each, and the lone code or date that follows a card too. Bodies that were redacted before stay as they
 * are but for such pieces.
 */
export const redactThread = (messages: readonly string[], options: ThreadOptions = {}): readonly Redaction[] => {
  const alone = messages.map((message) => redact(message, options));
  const cutNumbers = acrossBreaks(messages, alone, options);
  const pieces = [
    ...cutNumbers.filter(({ kind }) => kind === "iban"),
    ...cardInPieces(messages, alone),
    ...cutNumbers.filter(({ kind }) => kind !== "iban"),
    ...afterCard(messages, alone, options),
  ];
  if (pieces.length === 0) return alone;
  return alone.map((redaction, at) => {
    const own = pieces.filter((piece) => piece.message === at);
    return own.length === 0 ? redaction : write(messages[at] ?? "", join(redaction.found, own), options);
  });
};

type Piece = Finding & { readonly message: number };

const piecesAtMost = 4;
/** Two digits a message, in sixteen: a card alone is checked well enough to be put together of so many, where they say little else. */
const cardPiecesAtMost = 8;
/** Chatter that may stand between two pieces ("oops sent too early"). */
const apartAtMost = 3;

/** A piece of a card or an IBAN replaces what was taken for a phone or the like within it; any other piece yields to what was found. */
const join = (found: readonly Finding[], pieces: readonly Piece[]): readonly Finding[] => {
  let joined = found;
  for (const { message: _, ...piece } of pieces) {
    const left =
      piece.kind === "card" || piece.kind === "iban"
        ? joined.filter((old) => old.start < piece.start || piece.end < old.end)
        : joined;
    if (!left.some((old) => piece.start < old.end && old.start < piece.end)) joined = [...left, piece];
  }
  return joined.toSorted((one, two) => one.start - two.start);
};

/** Numbers that only the break between two messages cuts: IBAN, account, phone, identifiers; cards have their own rule. */
const acrossBreaks = (messages: readonly string[], alone: readonly Redaction[], options: Options): readonly Piece[] => {
  const pieces: Piece[] = [];
  const texts = messages.map((message, at) => (isLoose(alone[at]) ? message : (alone[at]?.text ?? "")));
  const have = messages.map(hasNumber);
  for (let first = 0; first + 1 < messages.length; first++)
    for (let last = first + 1; last < Math.min(messages.length, first + ibanPiecesAtMost); last++) {
      const parts = texts.slice(first, last + 1);
      const isLong = last - first >= piecesAtMost;
      if (!have[first] || !have[last] || (isLong && !shortCode.test(texts[last] ?? ""))) break;
      for (const finding of find(parts.join("\n"), options))
        if (isLong ? finding.kind === "iban" : numbers.has(finding.kind))
          pieces.push(...cut(finding, parts, first, alone));
    }
  return pieces;
};

/** Four characters a message, in twenty-seven to thirty-four of an IBAN, where they say nothing else. */
const ibanPiecesAtMost = 9;
const shortCode = /^\s*[a-z0-9]{1,6}\W{0,3}$/i;

/** Nothing was found in it, or only what its digits resemble: they may be of a longer number. */
const isLoose = (redaction: Redaction | undefined): boolean =>
  redaction?.found.every(({ kind }) => kind === "phone" || kind === "national-id") === true;

/** A digit, or a number in words. */
const hasNumber = (message: string): boolean =>
  /\d/.test(message) || (startReading(message, undefined, true)?.groups.start.length ?? 0) > 0;

const numbers: ReadonlySet<Kind> = new Set<Kind>(["iban", "account", "phone", "national-id"]);

/** The pieces of a finding in the joined texts of several messages; none when it lies in one of them. */
const cut = (
  finding: Finding,
  parts: readonly string[],
  first: number,
  alone: readonly Redaction[],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const [at, part] of parts.entries()) {
    const start = Math.max(finding.start - offset, 0);
    const end = Math.min(finding.end - offset, part.length);
    offset += part.length + 1;
    if (end <= start || !/[\p{L}\p{N}]/u.test(part.slice(start, end))) continue;
    // A message with findings of its own has other offsets; its remaining text is read by the card rule below.
    if (!isLoose(alone[first + at])) return [];
    pieces.push(pieceOf(finding.kind, first + at, start, end, `${finding.rule}-in-pieces`));
  }
  if (pieces.length < 2) return [];
  const { kept } = finding;
  return pieces.map((piece, at) => (kept !== undefined && at === pieces.length - 1 ? { ...piece, kept } : piece));
};

const pieceOf = (kind: Kind, message: number, start: number, end: number, rule: string, kept?: string): Piece => ({
  kind,
  message,
  start,
  end,
  rule,
  ...(kept === undefined ? {} : { kept }),
});

/** A run of digits that ends or begins a message, or is all its digits. */
type Fragment = {
  readonly message: number;
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** "et finit par 7893": of this card or of another, which the check tells. */
  readonly isEnding: boolean;
};

const cue =
  /carte|card|\bcb\b|visa|mastercard|amex|karte|tarjeta|\bcarta\b|kaart|cartao|\breste\b|\bla suite\b|\bthe rest\b|\bder rest\b|\bel resto\b|\bil resto\b/i;

const cardInPieces = (messages: readonly string[], alone: readonly Redaction[]): readonly Piece[] => {
  const fragments = messages.flatMap((message, at) => fragmentOf(message, at, alone[at]?.found ?? []));
  const pieces: Piece[] = [];
  for (let first = 0; first + 1 < fragments.length; first++) {
    const taken = cardFrom(fragments, first, messages);
    if (taken === undefined) continue;
    const digits = taken.map((fragment) => fragment.digits).join("");
    taken.forEach(({ message, start, end }, at) => {
      const kept = at === taken.length - 1 ? digits.slice(-4) : undefined;
      pieces.push(pieceOf("card", message, start, end, "card.in-pieces", kept));
    });
    first += taken.length - 1;
  }
  return pieces;
};

const cardFrom = (
  fragments: readonly Fragment[],
  first: number,
  messages: readonly string[],
): readonly Fragment[] | undefined => {
  for (let count = cardPiecesAtMost; count > 1; count--) {
    const taken = fragments.slice(first, first + count);
    if (taken.length < count || !areNear(taken)) continue;
    const digits = taken.map((fragment) => fragment.digits).join("");
    if (digits.length < 13 || digits.length > 19) continue;
    if (isSeries(taken) || taken.some(({ isEnding }, at) => isEnding && at < count - 1)) continue;
    const areBare = taken.every((fragment) => isBare(fragment, messages));
    if (count > piecesAtMost && !areBare) continue;
    const from = taken[0]?.message ?? 0;
    const to = taken.at(-1)?.message ?? 0;
    const isCued = messages.slice(Math.max(0, from - 1), to + 1).some((message) => cue.test(message));
    const isValid = isLuhn(digits) && hasIssuer(digits);
    if (isValid && (isCued || areBare)) return taken;
    if (
      isCued &&
      digits.length === 16 &&
      !taken.at(-1)?.isEnding &&
      taken.every((fragment) => fragment.digits.length % 4 === 0)
    )
      return taken;
  }
  return undefined;
};

/** "ticket 4821", "ticket 4822": each is the next one. */
const isSeries = (taken: readonly Fragment[]): boolean =>
  taken.length > 2 && taken.every(({ digits }, at) => at === 0 || Number(digits) - Number(taken[at - 1]?.digits) === 1);

const areNear = (taken: readonly Fragment[]): boolean =>
  taken.every(({ message }, at) => at === 0 || message - (taken[at - 1]?.message ?? 0) <= apartAtMost);

/** Hardly anything but the digits. */
const isBare = ({ message }: Fragment, messages: readonly string[]): boolean =>
  (messages[message] ?? "").replace(/[^\p{L}]/gu, "").length <= 24;

/** Day, month and year; not four pairs of a number. */
const date3 = /(?<![\d./-])\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d|[./-]\d)/;
/** "(1/4) 4970", "2) 1012", "3/4: 3456": which piece it is. */
const numbering = /^\s*(?:[([]\d ?(?:\/|de|of|sur) ?\d[)\]]|\d ?\/ ?\d(?: ?:|(?= \d\d))|[([]?\d ?[)\]:])\s*(?=\S)/;

/** "1ere partie", "les 4 premiers", "next 4", "part 2": a number that counts; "*4821": what is left of another card, as "ending in 4821" may be. */
const counts =
  /(?<![\d.,])(?:\d{1,2} ?(?:ere?|re|e|eme|nde?|st|nd|rd|th)(?![a-z])|\d{1,2}(?= (?:premiers?|suivants?|derniers?|first|next|last|chiffres?|digits?)(?![a-z]))|(?<=(?:first|next|last|premiers?|suivants?|derniers?|part|partie|bloc|groupe) )\d{1,2}(?! ?\d)|(?<=[*•x])\d{3,4}(?! ?\d))/g;
const endings =
  /(?<=(?:terminant|termine|finissant|finit|ending|ends|endet|terminada|terminado|finisce|eindigend|eindigt) (?:par|en|in|with|auf|con|em|op) )\d{3,4}(?! ?\d)/g;
const placesOf = (pattern: RegExp, lower: string): ReadonlySet<number> => {
  const places = new Set<number>();
  eachMatch(pattern, lower, ({ index }) => places.add(index));
  return places;
};

const isCountedYear = (reading: Reading, start: number, end: number): boolean =>
  /^(?:19|20)\d\d$/.test(reading.lower.slice(start, end)) && isCounted(reading, start, end);

const fragmentOf = (message: string, at: number, found: readonly Finding[]): readonly Fragment[] => {
  const reading = startReading(message, undefined, true);
  if (reading === undefined || date3.test(message)) return [];
  const { groups, lower, view } = reading;
  const counting = placesOf(counts, lower);
  const ending = placesOf(endings, lower);
  const numbered = numbering.exec(lower)?.[0].length ?? 0;
  const all = groups.start
    .map((start, group) => ({ start, end: groups.end[group] ?? start }))
    .filter(({ start, end }) => start >= numbered && !counting.has(start) && !isCountedYear(reading, start, end));
  const others = all.filter(({ start }) => !ending.has(start));
  const isEnding = others.length === 0 && all.length === 1;
  const runs = isEnding ? all : others;
  if (runs.some(({ start, end }) => isAmount(reading, start, end))) return [];
  const digits = runs.map(({ start, end }) => lower.slice(start, end)).join("");
  const [start] = sourceSpan(view, runs[0]?.start ?? 0, runs[0]?.end ?? 0);
  const [, end] = sourceSpan(view, runs.at(-1)?.start ?? 0, runs.at(-1)?.end ?? 0);
  const isTaken = found.some((old) => whole.has(old.kind) && start < old.end && old.start < end);
  return digits.length < 2 || digits.length > 15 || isTaken ? [] : [{ message: at, digits, start, end, isEnding }];
};

/** Complete in one message. A short card is not: thirteen digits may be the rest of sixteen. */
const whole: ReadonlySet<Kind> = new Set<Kind>(["iban", "email", "secret", "security-code"]);

/** After a card: three or four digits alone, or a month and year alone, within the next three messages. */
const afterCard = (
  messages: readonly string[],
  alone: readonly Redaction[],
  options: ThreadOptions,
): readonly Piece[] => {
  const inPieces = new Set(cardInPieces(messages, alone).map(({ message }) => message));
  let lastCard = options.cardSeen ? -1 : Number.NEGATIVE_INFINITY;
  return messages.flatMap((message, at) => {
    const pieces = at > lastCard && at - lastCard <= apartAtMost ? loneCode(message, at) : [];
    const hasCard = alone[at]?.found.some(({ kind }) => kind === "card") || cardLabel.test(message);
    if (hasCard || inPieces.has(at)) lastCard = at;
    return pieces;
  });
};

const cardLabel = /\[(?:carte|card) ••••\d{4}\]/;
const code =
  /^[^\p{L}\d]*(?:(?:et|and|le|the|puis|then|cvv|code|crypto|ou?ps|pardon|sorry|voil[aà]|voici|(?:j'?avais|j'?ai|i) (?:oubli[eé]|forgot)|forgot|c'?est|it'?s|is|est|au dos|on the back)(?:\s*[:,=]\s*|\s+)){0,4}(\d{3,4}|\d(?:[ .-]\d){2,3})(?:\s+(?:merci|thanks|voila|voilà|svp|please))?[^\p{L}\d]*$/iu;
const date =
  /^[^\p{L}\d]*(?:(?:et|and|le|the|exp)\s+){0,2}((?:0[1-9]|1[0-2])\s?[/. -]?\s?(?:20)?[2-4]\d)(?:[\s,;/-]+(\d{3,4}))?[^\p{L}\d]*$/iu;

const loneCode = (message: string, at: number): readonly Piece[] => {
  const asDate = date.exec(message);
  const expiry = asDate?.[1];
  if (expiry !== undefined) {
    const start = message.indexOf(expiry);
    const pieces = [pieceOf("expiry", at, start, start + expiry.length, "expiry.after-card-message")];
    const after = asDate?.[2];
    if (after === undefined) return pieces;
    const from = message.lastIndexOf(after);
    return [...pieces, pieceOf("security-code", at, from, from + after.length, "security-code.after-card-message")];
  }
  const digits = code.exec(message)?.[1];
  if (digits === undefined) return [];
  const start = message.indexOf(digits);
  return [pieceOf("security-code", at, start, start + digits.length, "security-code.after-card-message")];
};
