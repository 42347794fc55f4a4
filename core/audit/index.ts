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

/** Whether stored entries follow one another without a gap, each naming the hash of the one before. */
export const isIntact = (sealed: readonly string[], previous: string = genesis, firstVersion = 1): boolean => {
  let expected = previous;
  return sealed.every((text, index) => {
    const entry = openEntry(text);
    const follows = entry.previous === expected && entry.version === firstVersion + index;
    expected = hashEntry(text);
    return follows;
  });
};

/**
 * Proof that the log speaks of this body without holding it: a digest under a random salt that is kept with the body
 * and erased with it, so that the log alone reveals nothing of the text.
 */
export const digestBody = (text: string, salt: string): string =>
  createHash("sha256").update(salt, "utf8").update("\0").update(text, "utf8").digest("hex");
