/**
 * Words with bits, looked up where they stand in a text without cutting them out: by their hash (FNV-1a, 32 bits), in
 * open addressing. Lists of words, parted by spaces, by the name of their bit.
 */
export const wordTable = <Name extends string>(
  bits: Readonly<Record<Name, number>>,
  lists: Readonly<Record<Name, string>>,
): ((lower: string, start: number, end: number) => number) => {
  const hashes = new Int32Array(size);
  const found = new Int32Array(size);
  for (const name of Object.keys(lists) as Name[])
    for (const word of lists[name].split(/\s+/)) {
      const hash = hashOf(word, 0, word.length);
      let at = hash & mask;
      while (found[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
      hashes[at] = hash;
      found[at] = (found[at] ?? 0) | bits[name];
    }
  return (lower, start, end) => {
    const hash = hashOf(lower, start, end);
    for (let at = hash & mask; found[at] !== 0; at = (at + 1) & mask) if (hashes[at] === hash) return found[at] ?? 0;
    return 0;
  };
};

const size = 2048;
const mask = size - 1;

const hashOf = (text: string, start: number, end: number): number => {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};
