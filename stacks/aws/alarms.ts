import { Aws } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Functions } from "./functions.ts";
import { gatewayWatches, logWatches } from "./log-watch.ts";
import { type QueueName, serviceNames } from "./plan.ts";
import type { Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";
import { clockWatch, functionWatches, queueWatches, tableWatches, type Watch } from "./watch.ts";

type Watched = {
  settings: Settings;
  key: IKey;
  table: Table;
  queues: Queues;
  functions: Functions;
  accessLog: LogGroup;
};

/** What wakes somebody up: each alarm says what is wrong and where to look. Behind them is one encrypted topic. */
export const createAlarms = (scope: Construct, watched: Watched): Topic => {
  const topic = new Topic(scope, "Alarms", { masterKey: watched.key, enforceSSL: true });
  topic.addToResourcePolicy(allowAlarms(topic));
  if (watched.settings.alarmEmail) topic.addSubscription(new EmailSubscription(watched.settings.alarmEmail));
  const watches = [
    ...Object.entries(watched.queues).flatMap(([name, pair]) => queueWatches(name as QueueName, pair)),
    ...serviceNames.flatMap((name) => functionWatches(name, watched.functions[name])),
    clockWatch(watched.functions.clock),
    ...gatewayWatches(watched),
    ...logWatches(watched),
    ...tableWatches(watched.table),
  ];
  for (const watch of watches) raise(scope, watch, topic);
  return topic;
};

/** A policy of one's own replaces SNS's default, which lets the alarms of the account in. */
const allowAlarms = (topic: Topic): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
    actions: ["sns:Publish"],
    resources: [topic.topicArn],
    conditions: {
      ArnLike: { "aws:SourceArn": `arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:*` },
    },
  });

const raise = (
  scope: Construct,
  { id, meaning, metric, atLeast, lessThan, periods = 1 }: Watch,
  topic: Topic,
): void => {
  const alarm = new Alarm(scope, `${id}Alarm`, {
    alarmDescription: meaning,
    metric,
    threshold: lessThan ?? atLeast ?? 1,
    comparisonOperator:
      lessThan === undefined
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: lessThan === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
};
