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
  const apart: Hit[] = [];
  for (let first = 0, last = 0; first < placed.length; first = last) {
    let end = placed[first]?.end ?? 0;
    for (last = first + 1; (placed[last]?.start ?? end) < end; last++) end = Math.max(end, placed[last]?.end ?? 0);
    const only = last - first === 1 ? placed[first] : last - first === 2 ? whole(placed, first) : undefined;
    if (only !== undefined) apart.push(only);
    else for (const hit of resolve(placed.slice(first, last), end, lower)) apart.push(hit);
  }
  return apart;
};

/** In order, each ending before the next one starts. */
const areApart = (hits: readonly Hit[]): boolean => {
  for (let at = 1; at < hits.length; at++) if ((hits[at - 1]?.end ?? 0) > (hits[at]?.start ?? 0)) return false;
  return true;
};

/** Of two hits the one that has rank and place for both: what nearly every overlap is. A phone's pieces are for `resolve`. */
const whole = (placed: readonly Hit[], first: number): Hit | undefined => {
  const [one, two] = [placed[first], placed[first + 1]];
  if (one === undefined || two === undefined || one.kind === "phone" || two.kind === "phone") return undefined;
  const isFirst =
    rankOf(one) < rankOf(two) || (rankOf(one) === rankOf(two) && one.end - one.start >= two.end - two.start);
  const [strong, weak] = isFirst ? [one, two] : [two, one];
  return strong.start <= weak.start && weak.end <= strong.end ? strong : undefined;
};

/** Hits that hang together, the last of which ends at `end`. */
const resolve = (placed: readonly Hit[], end: number, lower: string): readonly Hit[] => {
  const ranked = withoutPiecesOfPhones(placed).toSorted(
    (one, two) => rankOf(one) - rankOf(two) || two.end - two.start - (one.end - one.start) || one.start - two.start,
  );
  const from = placed[0]?.start ?? 0;
  const size = end - from;
  const taken = size < kept.length ? kept.fill(0, 0, size) : new Uint8Array(size);
  return ranked.flatMap((hit) => free(hit, from, taken, lower)).sort((one, two) => one.start - two.start);
};

/** Longer passages have a mask of their own. */
const kept = new Uint8Array(2048);

const cued: ReadonlySet<Kind> = new Set<Kind>(["secret", "security-code", "expiry"]);

/** "The code never reached 06 …": what a cue took of a telephone number is the number's. */
const withoutPiecesOfPhones = (placed: readonly Hit[]): readonly Hit[] => {
  const phones = placed.filter(({ kind }) => kind === "phone");
  let phone = 0;
  return placed.filter(({ kind, start, end }) => {
    while ((phones[phone]?.end ?? Number.POSITIVE_INFINITY) <= start) phone++;
    const around = phones[phone];
    return around === undefined || !cued.has(kind) || around.start > start || around.end <= end;
  });
};

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

/** The parts of a hit that are not taken and say something; they are taken from then on. The mask starts at `from`. */
const free = (hit: Hit, from: number, taken: Uint8Array, lower: string): readonly Hit[] => {
  const parts: Hit[] = [];
  for (let at = hit.start; at < hit.end; at++) {
    if (taken[at - from] === 1) continue;
    const start = at;
    while (at < hit.end && taken[at - from] === 0) at++;
    const isWhole = start === hit.start && at === hit.end;
    const telling = numeric.has(hit.kind) ? /\d/ : /[a-z0-9]/;
    if (isWhole || telling.test(lower.slice(start, at))) parts.push(isWhole ? hit : { ...hit, start, end: at });
  }
  taken.fill(1, hit.start - from, hit.end - from);
  return parts;
};
