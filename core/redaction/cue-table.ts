import { type CueFamily, cueWords, greetings, passwordGoesOn } from "./cue-words.ts";
import { Family } from "./family.ts";
import { parts } from "./number-words.ts";

/**
 * The first words of all cues and the words that spell numbers, by the hash (FNV-1a, 32 bits) that the glance makes of a
 * word's letters as it reads them. A filter of one bit a hash, small enough for the processor's first cache, turns nearly
 * all words away.
 */
const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

export const numberWord = 1 << 31;

const size = 8192;
const mask = size - 1;
const keys = new Int32Array(size);
/** Bit (hash >>> 16) & 7 of byte hash >>> 19. */
export const filter: Uint8Array = new Uint8Array(size);
/** Families of the word in a slot, and its length. */
export const cueBits: Int32Array = new Int32Array(size);
export const cueLengths: Uint8Array = new Uint8Array(size);
/** What has to follow the word in a slot, or it says nothing: one of these letters (bit 0 is "a"), or a name at once. */
export const cueNext: Int32Array = new Int32Array(size);
export const nameAtOnce = 1 << 26;

/** Where a word of that hash stands; negative when it is none of ours. */
export const slotOf = (hash: number): number => {
  let slot = hash & mask;
  while (keys[slot] !== hash) {
    if (cueBits[slot] === 0) return -1;
    slot = (slot + 1) & mask;
  }
  return slot;
};

const hashOf = (word: string): number => {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash;
};

const teach = (word: string, bits: number): void => {
  const hash = hashOf(word);
  let slot = hash & mask;
  while (cueBits[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  keys[slot] = hash;
  cueBits[slot] = (cueBits[slot] ?? 0) | bits;
  cueLengths[slot] = word.length;
  filter[hash >>> 19] = (filter[hash >>> 19] ?? 0) | (1 << ((hash >>> 16) & 7));
};

for (const word of parts.keys()) teach(word, numberWord);
for (const [family, words] of Object.entries(cueWords))
  for (const word of words.split(" ")) teach(word, Family[family as CueFamily]);

for (const [word, letters] of Object.entries(passwordGoesOn))
  for (const letter of letters) demand(word, 1 << (letter.charCodeAt(0) - 97));
for (const word of greetings.split(" ")) demand(word, nameAtOnce);

function demand(word: string, next: number): void {
  const slot = slotOf(hashOf(word));
  cueNext[slot] = (cueNext[slot] ?? 0) | next;
}
