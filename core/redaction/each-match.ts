/** Every match of a global expression; `matchAll` would copy the expression for each text. */
export const eachMatch = (pattern: RegExp, text: string, use: (match: RegExpExecArray) => void): void => {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const next = pattern.lastIndex === match.index ? match.index + 1 : pattern.lastIndex;
    use(match);
    pattern.lastIndex = next;
  }
};
