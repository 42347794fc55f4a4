import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { QueueName } from "./plan.ts";

export type QueuePair = { queue: Queue; deadLetters: Queue };
export type Queues = Record<QueueName, QueuePair>;

/** The queues, each with a place for the messages that could not be handled. They hold redacted text only. */
export const createQueues = (scope: Construct, key: IKey): Queues => ({
  inbound: createPair(scope, key, { name: "Inbound", fifo: true, visibilitySeconds: 30, attempts: 8 }),
  route: createPair(scope, key, { name: "Route", fifo: false, visibilitySeconds: 30, attempts: 5 }),
  deliver: createPair(scope, key, { name: "Deliver", fifo: true, visibilitySeconds: 60, attempts: 8 }),
  timers: createPair(scope, key, { name: "Timers", fifo: false, visibilitySeconds: 60, attempts: 5 }),
  pictures: createPair(scope, key, { name: "Pictures", fifo: false, visibilitySeconds: 90, attempts: 5 }),
  repairs: createPair(scope, key, { name: "Repairs", fifo: false, visibilitySeconds: 180, attempts: 5 }),
  changes: createPair(scope, key, { name: "Changes", fifo: false, visibilitySeconds: 30, attempts: 5 }),
});

type Shape = { name: string; fifo: boolean; visibilitySeconds: number; attempts: number };

const createPair = (scope: Construct, key: IKey, shape: Shape): QueuePair => {
  const common = { ...orderOf(shape), ...protection(key) };
  const deadLetters = new Queue(scope, `${shape.name}DeadLetters`, { ...common, retentionPeriod: RETENTION });
  const queue = new Queue(scope, `${shape.name}Queue`, {
    ...common,
    retentionPeriod: RETENTION,
    visibilityTimeout: Duration.seconds(shape.visibilitySeconds),
    receiveMessageWaitTime: Duration.seconds(20),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: shape.attempts },
  });
  return { queue, deadLetters };
};

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
