import type { Kind } from "./kind.ts";
import type { Hit } from "./reading.ts";

/** Which kind has a passage that two rules claim: the first of this list. The README says why. */
export const precedence: readonly Kind[] = [
  "personal",
  "email",
  "iban",
  "card",
  "crypto",
  "security-code",
  "secret",
  "national-id",
  "account",
  "customer-number",
  "passport",
  "birth-date",
  "expiry",
  "phone",
  "bic",
  "ip",
  "address",
  "name",
  "link",
];

/** Disjoint hits in order of place. What a hit loses to a stronger one it keeps on both sides, so nothing reappears. */
export const withoutOverlap = (hits: readonly Hit[], lower: string): readonly Hit[] => {
  if (hits.length < 2) return hits;
  const taken: Hit[] = [];
  const ranked = hits.toSorted(
    (one, two) =>
      precedence.indexOf(one.kind) - precedence.indexOf(two.kind) || two.end - two.start - (one.end - one.start),
  );
  for (const hit of ranked) for (const rest of remainders(hit, taken, lower)) taken.push(rest);
  return taken.sort((one, two) => one.start - two.start);
};

const remainders = (hit: Hit, taken: readonly Hit[], lower: string): readonly Hit[] => {
  let pieces: Hit[] = [hit];
  for (const other of taken) {
    if (other.end <= hit.start || other.start >= hit.end) continue;
    pieces = pieces.flatMap((piece) => [
      { ...piece, end: Math.min(piece.end, other.start) },
      { ...piece, start: Math.max(piece.start, other.end) },
    ]);
  }
  if (pieces.length === 1) return pieces;
  return pieces.filter((piece) => piece.end > piece.start && /[a-z0-9]/.test(lower.slice(piece.start, piece.end)));
};
