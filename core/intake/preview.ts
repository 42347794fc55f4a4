const previewLength = 140;

/** The start of a text on one line, cut between characters: what a card shows. */
export const previewOf = (text: string): string =>
  [...text.replace(/\s+/g, " ").trim()].slice(0, previewLength).join("");
