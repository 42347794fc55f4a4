import { beforeName, beforeSurname, type CueFamily, cueWords, goesOn } from "./cue-words.ts";
import { Family } from "./family.ts";
import { misspelt } from "./misspelt.ts";
import { parts } from "./number-words.ts";
import { hashOf } from "./word-table.ts";

/**
 * The first words of all cues and the words that spell numbers, by the hash (FNV-1a, 32 bits) that the glance makes of a
 * word's letters as it reads them. A filter of two bits a hash (a blocked Bloom filter), small enough for the processor's
 * first cache, turns nearly all words away.
 */
export const numberWord = 1 << 31;

const size = 8192;
const mask = size - 1;
/** A slot is four numbers side by side, one load from memory: the hash, the families, the length, what has to follow. */
const slots = new Int32Array(size * 4);
/** Bits hash & 31 and (hash >>> 5) & 31 of number hash >>> 21. */
export const filter: Int32Array = new Int32Array(2048);

export const bitsOf = (slot: number): number => slots[slot + 1] ?? 0;
export const lengthOf = (slot: number): number => slots[slot + 2] ?? 0;
/** What has to follow the word in a slot, or it says nothing: one of these letters (bit 0 is "a"), a name at once, or a name or its list. */
export const nextOf = (slot: number): number => slots[slot + 3] ?? 0;
export const nameAtOnce = 1 << 26;
export const nameOrList = 1 << 27;
/** For which family. */
const nextFor = new Map<number, number>();
export const familyOfNext = (slot: number): number => nextFor.get(slot) ?? 0;

/** Where a word of that hash stands; negative when it is none of ours. */
export const slotOf = (hash: number): number => {
  let at = hash & mask;
  while (slots[at * 4] !== hash) {
    if (slots[at * 4 + 1] === 0) return -1;
    at = (at + 1) & mask;
  }
  return at * 4;
};

const teach = (word: string, bits: number): void => {
  const hash = hashOf(word);
  let at = hash & mask;
  while (slots[at * 4 + 1] !== 0 && slots[at * 4] !== hash) at = (at + 1) & mask;
  slots[at * 4] = hash;
  slots[at * 4 + 1] = (slots[at * 4 + 1] ?? 0) | bits;
  slots[at * 4 + 2] = word.length;
  filter[hash >>> 21] = (filter[hash >>> 21] ?? 0) | (1 << hash) | (1 << (hash >>> 5));
};

for (const word of parts.keys()) teach(word, numberWord);
for (const [family, words] of Object.entries(cueWords))
  for (const word of words.split(" ")) teach(word, Family[family as CueFamily]);
const known: ReadonlySet<string> = new Set(Object.values(cueWords).flatMap((words) => words.split(" ")));
for (const word of misspelt(known)) teach(word, Family.spelling);

for (const [family, words] of Object.entries(goesOn))
  for (const [word, letters] of Object.entries(words))
    for (const letter of letters) demand(word, family as CueFamily, 1 << (letter.charCodeAt(0) - 97));
for (const word of beforeName.split(" ")) demand(word, "title", nameAtOnce);
for (const word of beforeSurname.split(" ")) demand(word, "title", nameOrList);

function demand(word: string, family: CueFamily, next: number): void {
  const slot = slotOf(hashOf(word));
  slots[slot + 3] = nextOf(slot) | next;
  nextFor.set(slot, Family[family]);
}
