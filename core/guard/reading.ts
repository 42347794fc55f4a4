/** A text as an eye reads it, and which UTF-16 unit of what was written each of its units comes from. */
export type Reading = { readonly text: string; readonly places: readonly number[] };

export const readingOf = (text: string): Reading => ({
  text,
  places: Array.from({ length: text.length }, (_, place) => place),
});

/** Where a stretch of a reading stands in what was written. */
export const placeIn = ({ places }: Reading, from: number, to: number): { start: number; end: number } => {
  const [first, last] = [places[from] ?? 0, places[to - 1] ?? 0];
  return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
};

/** Every match in other letters. None where `spell` answers none. */
export const respelled = (
  reading: Reading,
  pattern: RegExp,
  spell: (match: RegExpExecArray) => string | undefined,
): Reading =>
  rewritten(
    reading,
    [...reading.text.matchAll(pattern)].flatMap((match) => {
      const word = spell(match);
      return word === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, word }];
    }),
  );

export type Edit = { readonly from: number; readonly to: number; readonly word: string };

/** Stretches in other letters, in order and apart; these stand where it began, one by one, and the last where it ended. */
export const rewritten = (reading: Reading, edits: readonly Edit[]): Reading => {
  if (edits.length === 0) return reading;
  const texts: string[] = [];
  const places: number[] = [];
  let done = 0;
  const copy = (to: number) => {
    texts.push(reading.text.slice(done, to));
    for (let at = done; at < to; at += 1) places.push(reading.places[at] ?? 0);
  };
  for (const { from, to, word } of edits) {
    copy(from);
    texts.push(word);
    for (let at = 0; at < word.length; at += 1) {
      places.push(reading.places[at === word.length - 1 ? to - 1 : Math.min(to - 1, from + at)] ?? 0);
    }
    done = to;
  }
  copy(reading.text.length);
  return { text: texts.join(""), places };
};
