/** Whether two lists hold the same, in the same order: then nothing is drawn anew. */
export const isSame = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length && before.every((each, place) => each === after[place]);
