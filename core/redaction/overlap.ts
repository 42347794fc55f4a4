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

const rank: ReadonlyMap<Kind, number> = new Map(precedence.map((kind, at) => [kind, at]));
const rankOf = ({ kind }: Hit): number => rank.get(kind) ?? precedence.length;

/** Disjoint hits in order of place. What a hit loses to a stronger one it keeps on both sides, so nothing reappears. */
export const withoutOverlap = (hits: readonly Hit[], lower: string): readonly Hit[] => {
  if (areApart(hits)) return hits;
  const placed = hits.toSorted((one, two) => one.start - two.start);
  if (areApart(placed)) return placed;
  const ranked = hits
    .filter((hit) => !isInsidePhone(hit, hits))
    .toSorted(
      (one, two) => rankOf(one) - rankOf(two) || two.end - two.start - (one.end - one.start) || one.start - two.start,
    );
  const taken = lower.length < kept.length ? kept.fill(0, 0, lower.length) : new Uint8Array(lower.length);
  return ranked.flatMap((hit) => free(hit, taken, lower)).sort((one, two) => one.start - two.start);
};

/** Longer texts have a mask of their own. */
const kept = new Uint8Array(8192);

/** In order, each ending before the next one starts. */
const areApart = (hits: readonly Hit[]): boolean => {
  for (let at = 1; at < hits.length; at++) if ((hits[at - 1]?.end ?? 0) > (hits[at]?.start ?? 0)) return false;
  return true;
};

const cued: ReadonlySet<Kind> = new Set<Kind>(["secret", "security-code", "expiry"]);

/** "The code never reached 06 …": what a cue took of a telephone number is the number's. */
const isInsidePhone = (hit: Hit, hits: readonly Hit[]): boolean =>
  cued.has(hit.kind) && hits.some((other) => other.kind === "phone" && other.start <= hit.start && hit.end < other.end);

/** Kinds of which letters alone say nothing. */
const numeric: ReadonlySet<Kind> = new Set<Kind>([
  "card",
  "security-code",
  "expiry",
  "account",
  "customer-number",
  "national-id",
  "passport",
  "phone",
]);

/** The parts of a hit that are not taken and say something; they are taken from then on. */
const free = (hit: Hit, taken: Uint8Array, lower: string): readonly Hit[] => {
  const parts: Hit[] = [];
  for (let at = hit.start; at < hit.end; at++) {
    if (taken[at] === 1) continue;
    const start = at;
    while (at < hit.end && taken[at] === 0) at++;
    const isWhole = start === hit.start && at === hit.end;
    const telling = numeric.has(hit.kind) ? /\d/ : /[a-z0-9]/;
    if (isWhole || telling.test(lower.slice(start, at))) parts.push(isWhole ? hit : { ...hit, start, end: at });
  }
  taken.fill(1, hit.start, hit.end);
  return parts;
};
