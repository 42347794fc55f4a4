import type { Kind } from "./kind.ts";
import { ownPattern } from "./pattern/index.ts";
import type { Hit, Reading } from "./reading.ts";
import type { Policy } from "./schema.ts";
import { possible, type Treatment, treatments, usual } from "./treatment/index.ts";

export type Visibility = "public" | "private";

export const treatmentOf = (policy: Policy | undefined, { kind }: Hit, visibility: Visibility): Treatment => {
  const set = policy?.treatments?.[kind];
  const asked = (typeof set === "object" ? set[visibility] : set) ?? usual(kind);
  const most = possible(kind).at(-1) ?? "drop";
  return treatments.indexOf(asked) > treatments.indexOf(most) ? most : asked;
};

type Prepared = { readonly allowed: ReadonlySet<string>; readonly own: readonly OwnRule[] };
type OwnRule = { readonly kind: Kind; readonly rule: string; readonly pattern: RegExp };

/** Prepared once a policy, not once a message. */
const prepared = new WeakMap<Policy, Prepared>();

const prepare = (policy: Policy): Prepared => {
  const known = prepared.get(policy);
  if (known !== undefined) return known;
  const made: Prepared = {
    allowed: new Set(policy.allow?.map(bare)),
    own: (policy.patterns ?? []).map(({ name, kind, pattern }) => ({
      kind,
      rule: `own.${name}`,
      pattern: ownPattern(pattern),
    })),
  };
  prepared.set(policy, made);
  return made;
};

/** Letters and digits; of a phone number the last nine, so that +33 1…, +33 (0)1… and 01… are one. */
const bare = (text: string): string => {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace("(0)", "")
    .replace(/[^a-z0-9]/g, "");
  return /^(?:00|0|33|44|32|41|49|34|39|31|351|352)?\d{9}$/.test(plain) ? plain.slice(-9) : plain;
};

export const hasOwnPatterns = (policy: Policy): boolean => (policy.patterns?.length ?? 0) > 0;

export const detectOwn = (reading: Reading, policy: Policy): void => {
  for (const { kind, rule, pattern } of prepare(policy).own)
    for (const match of reading.lower.matchAll(pattern))
      reading.hits.push({ kind, start: match.index, end: match.index + match[0].length, rule });
};

export const isAllowed = (policy: Policy, lower: string, hit: Hit): boolean => {
  const { allowed } = prepare(policy);
  return allowed.size > 0 && allowed.has(bare(lower.slice(hit.start, hit.end)));
};
