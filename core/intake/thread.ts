import * as Redaction from "#core/redaction";

/** A message's text as it is kept, or about to be. */
export type Piece = {
  readonly id: string;
  readonly text: Redaction.Redacted;
  readonly marks: readonly Redaction.Mark[];
};

/**
 * Messages of one customer, oldest first, read as one: a number that comes in pieces is removed from each of them, and a
 * lone security code that follows a card too. Answers the same messages in the same order; one that nothing was found in
 * is the same object.
 */
export const readTogether = (
  pieces: readonly Piece[],
  options: Parameters<typeof Redaction.redactThread>[1],
): readonly Piece[] => {
  const read = Redaction.redactThread(
    pieces.map((piece) => piece.text),
    options,
  );
  return pieces.map((piece, index) => {
    const redaction = read[index];
    if (redaction === undefined || redaction.found.length === 0) return piece;
    return { id: piece.id, text: redaction.text, marks: joinMarks(piece.marks, redaction) };
  });
};

/** Marks of before, moved to where they stand now, with the new ones. A mark that a new one covers is gone. */
export const joinMarks = (
  before: readonly Redaction.Mark[],
  { found, marks }: Redaction.Redaction,
): readonly Redaction.Mark[] => {
  const grown = found.map((finding, index) => {
    const mark = marks[index];
    return mark === undefined ? 0 : mark.end - mark.start - (finding.end - finding.start);
  });
  const moved = before
    .filter((mark) => !found.some((finding) => finding.start < mark.end && mark.start < finding.end))
    .map((mark) => {
      const shift = found.reduce(
        (sum, finding, index) => (finding.end <= mark.start ? sum + (grown[index] ?? 0) : sum),
        0,
      );
      return { ...mark, start: mark.start + shift, end: mark.end + shift };
    });
  return [...moved, ...marks].toSorted((left, right) => left.start - right.start);
};
