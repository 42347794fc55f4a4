import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** Who did it: an agent, the customer, or a part of the system (`ingest`, `clock`, `deliver` …). */
export type Actor =
  | { readonly kind: "agent"; readonly id: string }
  | { readonly kind: "contact" }
  | { readonly kind: "system"; readonly id: string };

/**
 * One commit of a conversation. Ids, kinds, counts and instants only: no free text and no personal data, so that the
 * log can be kept for years while bodies are redacted again, expire or are erased.
 */
export type Entry<Event> = {
  readonly version: number;
  readonly commitId: string;
  readonly at: string;
  readonly actor: Actor;
  readonly events: readonly Event[];
  /** Hash of the entry before; `genesis` for the first. */
  readonly previous: string;
};

export const genesis = "0".repeat(64);

/** The entry as it is stored and hashed: JSON in the canonical form of RFC 8785. */
export const sealEntry = <Event>(entry: Entry<Event>): string => canonicalize(entry as object) ?? "";

/** SHA-256 of the stored bytes, hexadecimal. */
export const hashEntry = (sealed: string): string => createHash("sha256").update(sealed, "utf8").digest("hex");

export const openEntry = <Event>(sealed: string): Entry<Event> => JSON.parse(sealed) as Entry<Event>;

/**
 * The version at which stored entries stop following one another, each with the next version and the hash of the one
 * before; undefined when all do.
 */
export const firstBreak = (
  sealed: readonly string[],
  previous: string = genesis,
  firstVersion = 1,
): number | undefined => {
  let expected = previous;
  const index = sealed.findIndex((text, each) => {
    const follows = isEntry(text, expected, firstVersion + each);
    expected = hashEntry(text);
    return !follows;
  });
  return index === -1 ? undefined : firstVersion + index;
};

export const isIntact = (sealed: readonly string[], previous: string = genesis, firstVersion = 1): boolean =>
  firstBreak(sealed, previous, firstVersion) === undefined;

const isEntry = (sealed: string, previous: string, version: number): boolean => {
  try {
    const entry = openEntry<object>(sealed);
    return entry.previous === previous && entry.version === version;
  } catch {
    return false;
  }
};

/**
 * Proof that the log speaks of this body without holding it: a digest under a random salt that is kept with the body
 * and erased with it, so that the log alone reveals nothing of the text.
 */
export const digestBody = (text: string, salt: string): string =>
  createHash("sha256").update(salt, "utf8").update("\0").update(text, "utf8").digest("hex");
