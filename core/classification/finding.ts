import { type Group, groups, type Lexicon } from "./lexicon.ts";
import { type Entry, entryOf, type Found, foundIn, spelledOut } from "./match.ts";
import { wordsOf } from "./word.ts";

/** The entries of a group that a text holds. */
export type Findings = (group: Group) => readonly Found[];

/** Reads a text by the lexicons of every language at once: customers mix them. */
export const findingsIn = (text: string, lexicons: readonly Lexicon[]): Findings => {
  const words = wordsOf(text);
  const { entries, known } = compiled(lexicons);
  const found = new Map(
    groups.map((group) => [group, entries(group).flatMap((entry) => foundIn(words, entry, known) ?? [])]),
  );
  return (group) => found.get(group) ?? [];
};

export const texts = (entries: readonly Found[]): readonly string[] => entries.map(({ text }) => text);

export const weight = (entries: readonly Found[]): number => entries.reduce((sum, entry) => sum + entry.weight, 0);

type Compiled = { readonly entries: (group: Group) => readonly Entry[]; readonly known: ReadonlySet<string> };

const cache = new WeakMap<readonly Lexicon[], Compiled>();

const compiled = (lexicons: readonly Lexicon[]): Compiled => {
  const ready = cache.get(lexicons);
  if (ready) return ready;
  const byGroup = new Map(
    groups.map((group) => [group, lexicons.flatMap((lexicon) => lexicon.entries[group].map(entryOf))]),
  );
  const known = new Set([...byGroup.values()].flat().flatMap(spelledOut));
  const made: Compiled = { entries: (group) => byGroup.get(group) ?? [], known };
  cache.set(lexicons, made);
  return made;
};
