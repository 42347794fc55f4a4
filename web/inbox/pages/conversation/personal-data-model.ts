import type { Redaction } from "../../data/api-types.ts";

export type Range = { start: number; end: number };

/** What an agent may call a passage, the most common first. */
export const KINDS = [
  "personal",
  "name",
  "phone",
  "email",
  "address",
  "birth-date",
  "customer-number",
  "account",
  "iban",
  "card",
  "national-id",
  "secret",
] as const;

/** A text field has one character for every line break. */
export const shownText = (text: string): string => text.replace(/\r\n?/g, "\n");

/** The place in the kept text of a place in the shown one. */
export const keptPlace = (text: string, shown: number): number => {
  let place = 0;
  for (let seen = 0; seen < shown && place < text.length; seen += 1) place += text.startsWith("\r\n", place) ? 2 : 1;
  return place;
};

/** Where selected words stand in the shown text: as words if they do, else anywhere; nowhere when they run over a mark. */
export const placeOf = (shown: string, selected: string): Range | undefined => {
  const sought = shownText(selected).trim();
  if (sought === "") return undefined;
  const places = placesOf(shown, sought);
  const start = places.find((place) => isWord(shown, place, place + sought.length)) ?? places[0];
  return start === undefined ? undefined : { start, end: start + sought.length };
};

/** Something that can be taken out: letters or digits outside what is gone already. */
export const isTakeable = (text: string, { start, end }: Range, redactions: readonly Redaction[]): boolean => {
  const isOutside = (at: number) => !redactions.some((mark) => mark.start <= at && at < mark.end);
  const outside = text
    .slice(start, end)
    .split("")
    .filter((_, index) => isOutside(start + index));
  return /[\p{L}\p{N}]/u.test(outside.join(""));
};

const placesOf = (text: string, sought: string): number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) places.push(at);
  return places;
};

const isWord = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(text.slice(end));
