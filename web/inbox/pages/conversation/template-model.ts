/** A "/" that begins a word, and the letters behind it up to the caret. An address or "24h/24" has none. */
export const slashAt = (text: string, caret: number): { from: number; query: string } | undefined => {
  const match = /(?:^|\s)\/([\p{L}\p{N} ’'-]{0,40})$/u.exec(text.slice(0, caret));
  const query = match?.[1];
  return query === undefined ? undefined : { from: caret - query.length - 1, query };
};
