import { NagSuppressions } from "cdk-nag";
import type { IConstruct } from "constructs";

type Exception = {
  /** The rule, such as `AwsSolutions-IAM5`. */
  rule: string;
  /** Why it does not hold here, for an auditor. */
  reason: string;
  /** The findings it covers, such as `Resource::*`; absent: all of the rule's. */
  findings?: (string | { regex: string })[];
};

/** Says beside a resource, and in the template, why a rule of AWS Solutions does not hold for it and what it is made of. */
export const explain = (construct: IConstruct, exceptions: Exception[]): void =>
  NagSuppressions.addResourceSuppressions(
    construct,
    exceptions.map(({ rule, reason, findings }) => ({ id: rule, reason, ...(findings && { appliesTo: findings }) })),
  );
