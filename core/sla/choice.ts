import * as z from "zod";
import { defaultPolicy, Policy, urgentPolicy } from "./policy.ts";

const AnyOf = z.array(z.string().min(1)).min(1).readonly().optional();

/** A policy and the conversations it is for: every condition that is written must hold, one of its values each. */
export const PolicyRule = z
  .strictObject({
    policy: Policy,
    when: z.strictObject({ channel: AnyOf, topic: AnyOf, priority: AnyOf, language: AnyOf, segment: AnyOf }).readonly(),
  })
  .readonly();
export type PolicyRule = z.infer<typeof PolicyRule>;

/** What is known of a conversation when it begins. */
export type PolicySubject = { readonly [condition in keyof PolicyRule["when"]]?: string | undefined };

/** Fraud, lost cards, account takeover, threats and self-harm come with the priority "urgent". */
export const defaultRules: readonly PolicyRule[] = [{ policy: urgentPolicy, when: { priority: ["urgent"] } }];

/** The policy of the first rule that fits, so that the order a bank reads is the order that counts. */
export const choosePolicy = (
  subject: PolicySubject,
  rules: readonly PolicyRule[] = defaultRules,
  otherwise: Policy = defaultPolicy,
): Policy => rules.find((rule) => fits(subject, rule.when))?.policy ?? otherwise;

const conditions = ["channel", "topic", "priority", "language", "segment"] as const;

const fits = (subject: PolicySubject, when: PolicyRule["when"]): boolean =>
  conditions.every((condition) => {
    const wanted = when[condition];
    const value = subject[condition];
    return wanted === undefined || (value !== undefined && wanted.includes(value));
  });
