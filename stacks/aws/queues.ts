import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { functionNames, planOf, type QueueName } from "./plan.ts";

export type QueuePair = { queue: Queue; deadLetters: Queue };
export type Queues = Record<QueueName, QueuePair>;

/** The queues, each with a place for the messages that could not be handled. They hold redacted text only. */
export const createQueues = (scope: Construct, key: IKey): Queues => ({
  inbound: createPair(scope, key, { name: "inbound", fifo: true, attempts: 8 }),
  route: createPair(scope, key, { name: "route", fifo: false, attempts: 5 }),
  deliver: createPair(scope, key, { name: "deliver", fifo: true, attempts: 8 }),
  timers: createPair(scope, key, { name: "timers", fifo: false, attempts: 5 }),
  pictures: createPair(scope, key, { name: "pictures", fifo: false, attempts: 5 }),
  repairs: createPair(scope, key, { name: "repairs", fifo: false, attempts: 5 }),
  changes: createPair(scope, key, { name: "changes", fifo: false, attempts: 5 }),
});

type Shape = { name: QueueName; fifo: boolean; attempts: number };

const createPair = (scope: Construct, key: IKey, shape: Shape): QueuePair => {
  const common = { ...orderOf(shape), ...protection(key) };
  const title = `${shape.name.charAt(0).toUpperCase()}${shape.name.slice(1)}`;
  const deadLetters = new Queue(scope, `${title}DeadLetters`, { ...common, retentionPeriod: RETENTION });
  const queue = new Queue(scope, `${title}Queue`, {
    ...common,
    retentionPeriod: RETENTION,
    visibilityTimeout: Duration.seconds(VISIBILITY_TIMEOUTS * timeoutSecondsOf(shape.name)),
    receiveMessageWaitTime: Duration.seconds(20),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: shape.attempts },
  });
  return { queue, deadLetters };
};

/**
 * In time-outs of the function that receives: where there is no room to run it, a message is tried again within this time
 * without being counted out (AWS Lambda Developer Guide, "Configuring an Amazon SQS queue to use with Lambda"). What failed
 * comes back sooner, by the function's own word.
 */
const VISIBILITY_TIMEOUTS = 6;

const timeoutSecondsOf = (name: QueueName): number =>
  Math.max(...functionNames.map(planOf).flatMap((plan) => (plan.receives === name ? [plan.timeoutSeconds] : [])));

/** The longest SQS keeps anything. */
const RETENTION = Duration.days(14);

/** High-throughput FIFO: order and duplicates are a matter of one conversation, never of the whole queue. */
const orderOf = ({ fifo }: Shape): QueueProps =>
  fifo
    ? {
        fifo: true,
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      }
    : {};

const protection = (key: IKey): QueueProps => ({
  encryption: QueueEncryption.KMS,
  encryptionMasterKey: key,
  enforceSSL: true,
});
