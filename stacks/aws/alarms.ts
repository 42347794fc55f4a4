import { Aws, Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Operation, type Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type ILogGroup, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Functions } from "./functions.ts";
import { type QueueName, type ServiceName, serviceNames } from "./plan.ts";
import type { QueuePair, Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";

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
    ...webhookWatches(watched),
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

type Watch = {
  id: string;
  meaning: string;
  metric: IMetric;
  /** Reached or passed: an alarm. */
  atLeast?: number;
  /** Not reached: an alarm; silence counts as not reached. */
  lessThan?: number;
  periods?: number;
};

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

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);
/** Timers wait up to 190 s on purpose. */
const BACKLOG_SECONDS: Record<QueueName, number> = {
  inbound: 120,
  route: 120,
  deliver: 120,
  timers: 300,
  changes: 120,
  pictures: 120,
  // A step that X asked to be taken later waits a quarter of an hour.
  repairs: 1800,
};
/** Half of the time SQS keeps a message. */
const DEAD_LETTER_SECONDS = Duration.days(7).toSeconds();

const queueWatches = (name: QueueName, { queue, deadLetters }: QueuePair): Watch[] => [
  {
    id: `${name}DeadLetterDepth`,
    meaning: `Messages of ${name} could not be handled. Find the function's error, then redrive the dead letters.`,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: "max" }),
    atLeast: 1,
  },
  {
    id: `${name}DeadLetterAge`,
    meaning: `A dead letter of ${name} is a week old; after two weeks it is gone.`,
    metric: deadLetters.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: "max" }),
    atLeast: DEAD_LETTER_SECONDS,
  },
  {
    id: `${name}Backlog`,
    meaning: `Messages of ${name} wait for minutes: its function is slow, failing or throttled.`,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, statistic: "max" }),
    atLeast: BACKLOG_SECONDS[name],
    periods: 3,
  },
];

const functionWatches = (name: ServiceName, watched: LambdaFunction): Watch[] => [
  {
    id: `${name}Errors`,
    meaning: `${name} ended with an error or ran out of time.`,
    metric: watched.metricErrors({ period: FIVE_MINUTES, statistic: "sum" }),
    atLeast: 1,
  },
  {
    id: `${name}Throttles`,
    meaning: `Lambda refused to run ${name}: the account's concurrency is used up.`,
    metric: watched.metricThrottles({ period: FIVE_MINUTES, statistic: "sum" }),
    atLeast: 1,
  },
];

const clockWatch = (clock: LambdaFunction): Watch => ({
  id: "clockSilence",
  meaning: "The clock does not tick: deadlines are not marked and lost work is not found.",
  metric: clock.metricInvocations({ period: MINUTE, statistic: "sum" }),
  lessThan: 1,
  periods: 3,
});

const REFUSED_PERCENT = 10;
/** Below this many deliveries in five minutes a percentage tells nothing. */
const REFUSED_MINIMUM = 10;

const webhookWatches = ({ accessLog, settings }: Watched): Watch[] => {
  const count = (name: string, pattern: string): IMetric => countLines(settings, [accessLog], name, pattern);
  const delivered = count("WebhookDeliveries", '{ $.route = "POST /webhooks/*" }');
  const refused = count("WebhookRefusals", '{ $.route = "POST /webhooks/*" && $.status = "401" }');
  const failed = count("WebhookFailures", '{ $.route = "POST /webhooks/*" && $.status = "5*" }');
  const unanswered = count("ChallengeFailures", '{ $.route = "GET /webhooks/*" && $.status = "5*" }');
  const apiFailed = count("ApiFailures", '{ $.route = "* /api/*" && $.status = "5*" }');
  return [
    {
      id: "webhookFailures",
      meaning: "Deliveries of platforms are answered 5xx. They deliver again for a while, then give up or unsubscribe.",
      metric: failed,
      atLeast: 5,
    },
    {
      id: "challengeFailures",
      meaning:
        "A platform's challenge is answered 5xx. X asks about every hour and stops delivering when it is not answered.",
      metric: unanswered,
      atLeast: 1,
    },
    {
      id: "webhookRefusals",
      meaning: `More than ${REFUSED_PERCENT} % of the deliveries have a wrong signature: a rotated secret, or somebody trying.`,
      metric: new MathExpression({
        expression: `IF(FILL(delivered, 0) >= ${REFUSED_MINIMUM}, 100 * FILL(refused, 0) / delivered, 0)`,
        usingMetrics: { delivered, refused },
        label: "refused deliveries, %",
        period: FIVE_MINUTES,
      }),
      atLeast: REFUSED_PERCENT,
    },
    { id: "apiFailures", meaning: "The API answers 5xx: agents see errors.", metric: apiFailed, atLeast: 5 },
  ];
};

/** What functions say in their logs without failing. */
const logWatches = ({ functions, settings }: Watched): Watch[] => [
  {
    id: "loggedErrors",
    meaning: 'A function logged an error. Find lines with level "error" in the logs of the stage\'s functions.',
    metric: countLines(
      settings,
      serviceNames.map((name) => functions[name].logGroup),
      "LoggedErrors",
      '{ $.level = "error" }',
    ),
  },
  {
    id: "disconnectedAccount",
    meaning:
      "A platform refuses an account's token: its replies wait. Connect the account again on the page of channels.",
    metric: countLines(settings, [functions.deliver.logGroup], "Disconnections", '{ $.code = "send.disconnected" }'),
  },
  {
    id: "accountCutOff",
    meaning: "An account has to be connected again: nothing is sent for it. Find account.disconnected in the logs.",
    metric: countLines(
      settings,
      [functions.repair.logGroup, functions.webhooks.logGroup],
      "CutOffs",
      '{ $.event = "account.disconnected" }',
    ),
  },
  {
    id: "accountProblem",
    meaning:
      "A platform's webhook or subscription was not as it must be, and was put right or cannot be. Find account.problem in the log of repair.",
    metric: countLines(settings, [functions.repair.logGroup], "AccountProblems", '{ $.event = "account.problem" }'),
  },
  {
    id: "gapFound",
    meaning:
      "Messages were found that no webhook told us of; their clocks run from when they were written. Find gap.found in the log of repair.",
    metric: countLines(settings, [functions.repair.logGroup], "GapsFound", '{ $.event = "gap.found" }'),
  },
  {
    id: "accountNotice",
    meaning:
      "A platform took back the authorisation of an account, or warned it. Find webhook.notice in the webhooks' log.",
    metric: countLines(settings, [functions.webhooks.logGroup], "AccountNotices", '{ $.event = "webhook.notice" }'),
  },
];

/** A metric of the lines that match, in any of the logs. */
const countLines = (settings: Settings, logs: readonly ILogGroup[], name: string, pattern: string): IMetric => {
  const [metric] = logs.map((log) =>
    new MetricFilter(log, name, {
      logGroup: log,
      filterPattern: FilterPattern.literal(pattern),
      metricNamespace: `Guichet/${settings.stage}`,
      metricName: name,
      metricValue: "1",
    }).metric({ period: FIVE_MINUTES, statistic: "sum" }),
  );
  if (metric === undefined) throw new Error(`${name} has no log to count in`);
  return metric;
};

const USED = [Operation.GET_ITEM, Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.PUT_ITEM, Operation.UPDATE_ITEM];

const tableWatches = (table: Table): Watch[] => [
  {
    id: "tableThrottles",
    meaning: "DynamoDB throttles the table: a hot partition, or the account's limit.",
    metric: table.metricThrottledRequestsForOperations({ operations: USED, period: FIVE_MINUTES, statistic: "sum" }),
    atLeast: 1,
    periods: 2,
  },
  {
    id: "tableFailures",
    meaning: "DynamoDB answers with errors of its own.",
    metric: table.metricSystemErrorsForOperations({ operations: USED, period: FIVE_MINUTES, statistic: "sum" }),
    atLeast: 1,
    periods: 2,
  },
];
