import { Aws, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** Log groups live below this name; the key serves no others. */
export const logPrefix = ({ stage }: Settings): string => `/guichet/${stage}`;

/**
 * The one key of a stage, for table, queues, secrets, logs and alarms. It is the bank's own, not Amazon's: its
 * uses are in CloudTrail, and revoking it makes everything unreadable at once.
 */
export const createKey = (scope: Construct, settings: Settings): Key => {
  const key = new Key(scope, "Key", {
    description: `Guichet, stage ${settings.stage}`,
    enableKeyRotation: true,
    removalPolicy: settings.disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(allowLogs(settings));
  key.addToResourcePolicy(allowAlarms());
  return key;
};

const allowLogs = (settings: Settings): PolicyStatement =>
  new PolicyStatement({
    sid: "LogGroupsOfTheStage",
    principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
    actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    resources: ["*"],
    conditions: {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logPrefix(settings)}/*`,
      },
    },
  });

/** As Amazon SNS documents it for alarms on an encrypted topic: a condition here would silence them without a word. */
const allowAlarms = (): PolicyStatement =>
  new PolicyStatement({
    sid: "AlarmsToTheTopic",
    principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
  });
