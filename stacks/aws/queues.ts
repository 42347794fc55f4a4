import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { type QueuePlan, queueNames, queuePlans } from "#stacks/queue";
import { functionNames, planOf, type QueueName } from "./plan.ts";

export type QueuePair = { queue: Queue; deadLetters: Queue };
export type Queues = Record<QueueName, QueuePair>;

/** The queues, each with a place for the messages that could not be handled. They hold redacted text only. */
export const createQueues = (scope: Construct, key: IKey): Queues =>
  Object.fromEntries(queueNames.map((name) => [name, createPair(scope, key, name)])) as Queues;

const createPair = (scope: Construct, key: IKey, name: QueueName): QueuePair => {
  const plan = queuePlans[name];
  const common = { ...orderOf(plan), ...protection(key) };
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const deadLetters = new Queue(scope, `${title}DeadLetters`, { ...common, retentionPeriod: RETENTION });
  const queue = new Queue(scope, `${title}Queue`, {
    ...common,
    retentionPeriod: RETENTION,
    visibilityTimeout: Duration.seconds(VISIBILITY_TIMEOUTS * timeoutSecondsOf(name)),
    receiveMessageWaitTime: Duration.seconds(20),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: plan.attempts },
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
const orderOf = ({ fifo }: QueuePlan): QueueProps =>
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
