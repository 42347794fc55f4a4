/**
 * Words with bits, looked up where they stand in a text without cutting them out: by their hash (FNV-1a, 32 bits), in
 * open addressing. Lists of words, parted by spaces, by the name of their bit.
 */
export const wordTable = <Name extends string>(
  bits: Readonly<Record<Name, number>>,
  lists: Readonly<Record<Name, string>>,
): { readonly of: (lower: string, start: number, end: number) => number; readonly at: (hash: number) => number } => {
  const hashes = new Int32Array(size);
  const found = new Int32Array(size);
  for (const name of Object.keys(lists) as Name[])
    for (const word of lists[name].split(/\s+/)) {
      const hash = hashOf(word);
      let at = hash & mask;
      while (found[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
      hashes[at] = hash;
      found[at] = (found[at] ?? 0) | bits[name];
    }
  const at = (hash: number): number => {
    for (let slot = hash & mask; found[slot] !== 0; slot = (slot + 1) & mask)
      if (hashes[slot] === hash) return found[slot] ?? 0;
    return 0;
  };
  return { of: (lower, start, end) => at(hashOf(lower, start, end)), at };
};

/** Of no letter yet; and with one more. */
export const seed: number = 0x811c9dc5 | 0;
export const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

const size = 2048;
const mask = size - 1;

export const hashOf = (text: string, start = 0, end: number = text.length): number => {
  let hash = seed;
  for (let at = start; at < end; at++) hash = hashed(hash, text.charCodeAt(at));
  return hash;
};
