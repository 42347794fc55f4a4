import canonicalize from "canonicalize";
import * as Sla from "#core/sla";
import type { Entity } from "./schema.ts";

/** As many policies as an entity keeps; conversations that began with an older one go on with the current one. */
const keptPolicies = 200;

/** Every promise of the entity, the one for a conversation like this last. */
export const policiesFor = (entity: Entity, subject: Sla.PolicySubject): readonly Sla.Policy[] => [
  ...policiesOf(entity),
  Sla.choosePolicy(subject, rulesOf(entity), entity.slaPolicies.at(-1)),
];

/** Every promise the entity makes or made; the last one is what no rule says otherwise of. */
export const policiesOf = (entity: Entity | undefined): readonly Sla.Policy[] =>
  entity === undefined ? [] : [...rulesOf(entity).map((rule) => rule.policy), ...entity.slaPolicies];

/**
 * The entity as it is to be kept after a change: a policy whose terms changed gets the next version, and what it was
 * before stays among the earlier ones, so that an old deadline remains explainable.
 */
export const revise = (before: Entity | undefined, next: Entity): Entity => {
  const known = policiesOf(before);
  const slaPolicies = next.slaPolicies.map((policy) => versioned(policy, known));
  const slaRules = next.slaRules?.map((rule) => ({ ...rule, policy: versioned(rule.policy, known) }));
  const revised: Entity = { ...next, slaPolicies, ...(slaRules === undefined ? {} : { slaRules }) };
  const current = policiesOf(revised);
  const earlier = known.filter((policy) => !current.some((each) => isSame(each, policy)));
  return { ...revised, slaPolicies: [...earlier, ...slaPolicies].slice(-keptPolicies) };
};

/** A bank that wrote no rules has the one for what cannot wait. */
const rulesOf = (entity: Entity): readonly Sla.PolicyRule[] => entity.slaRules ?? Sla.defaultRules;

const versioned = (policy: Sla.Policy, known: readonly Sla.Policy[]): Sla.Policy => {
  const versions = known.filter((each) => each.id === policy.id);
  const same = versions.find((each) => terms(each) === terms(policy));
  if (same !== undefined) return same;
  const isTaken = versions.some((each) => each.version === policy.version);
  return isTaken ? { ...policy, version: Math.max(...versions.map((each) => each.version)) + 1 } : policy;
};

const isSame = (left: Sla.Policy, right: Sla.Policy): boolean => left.id === right.id && left.version === right.version;

/** What a policy says, whatever its version: in one form, so that the order of fields means nothing. */
const terms = (policy: Sla.Policy): string | undefined => canonicalize({ ...policy, version: 0 });
