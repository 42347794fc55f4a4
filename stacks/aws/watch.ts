import { Duration } from "aws-cdk-lib";
import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { Operation, type Table } from "aws-cdk-lib/aws-dynamodb";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { QueueName, ServiceName } from "./plan.ts";
import type { QueuePair } from "./queues.ts";

/** What is looked at, and when that wakes somebody up. */
export type Watch = {
  id: string;
  meaning: string;
  metric: IMetric;
  /** Reached or passed: an alarm. */
  atLeast?: number;
  /** Not reached: an alarm; silence counts as not reached. */
  lessThan?: number;
  periods?: number;
};

const MINUTE = Duration.minutes(1);
export const FIVE_MINUTES = Duration.minutes(5);
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

export const queueWatches = (name: QueueName, { queue, deadLetters }: QueuePair): Watch[] => [
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

export const functionWatches = (name: ServiceName, watched: LambdaFunction): Watch[] => [
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

export const clockWatch = (clock: LambdaFunction): Watch => ({
  id: "clockSilence",
  meaning: "The clock does not tick: deadlines are not marked and lost work is not found.",
  metric: clock.metricInvocations({ period: MINUTE, statistic: "sum" }),
  lessThan: 1,
  periods: 3,
});

const USED = [Operation.GET_ITEM, Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.PUT_ITEM, Operation.UPDATE_ITEM];

export const tableWatches = (table: Table): Watch[] => [
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
