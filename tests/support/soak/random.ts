/** Numbers between 0 and 1, the same for the same seed (mulberry32, public domain). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A number in letters: digits would be read together as pieces of a card. */
export const lettersOf = (value: number): string => {
  const letter = String.fromCharCode(97 + (value % 26));
  return value < 26 ? letter : `${lettersOf(Math.floor(value / 26) - 1)}${letter}`;
};
