import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { QueueName } from "#functions/runtime";
import { queueNames, queuePlans } from "#stacks/queue";
import { awsVariables } from "./aws.ts";
import { type BucketObject, type QueueContents, startEmulator } from "./fauxqs.ts";
import { createTopic, type Topic } from "./topic.ts";

/** A little longer than the function of the queue may take on AWS. */
const visibilitySeconds: Readonly<Record<QueueName, number>> = {
  inbound: 30,
  route: 30,
  deliver: 60,
  timers: 60,
  changes: 30,
  pictures: 90,
  repairs: 180,
};

export type Queue = { readonly url: string; readonly arn: string; readonly deadUrl: string };
export type Queues = Readonly<Record<QueueName, Queue>> & {
  readonly endpoint: string;
  readonly notices: Topic;
  /** Every queue, dead letters too, with the bodies it holds: waiting, delayed and in flight. */
  readonly contents: () => readonly QueueContents[];
  /** Every object of the bucket: its key and its bytes. */
  readonly objects: () => readonly BucketObject[];
  readonly stop: () => Promise<void>;
};

/** fauxqs on 127.0.0.1 with the queues and their dead letters, kept in SQLite when there is a folder, and a bucket in memory. */
export const startQueues = async (dataDir: string | undefined): Promise<Queues> => {
  const emulator = await startEmulator(dataDir);
  const client = new SQSClient({ endpoint: emulator.endpoint, ...awsVariables });
  const create = (name: QueueName) => createWithDeadLetters(client, emulator.endpoint, name);
  try {
    const queues = await Promise.all(queueNames.map(async (name) => [name, await create(name)] as const));
    return {
      ...(Object.fromEntries(queues) as Record<QueueName, Queue>),
      notices: await createTopic(client, emulator.endpoint, accountId),
      ...emulator,
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  } finally {
    client.destroy();
  }
};

/** Each queue has a dead-letter queue of its own kind, named `<name>-dead`. */
const createWithDeadLetters = async (client: SQSClient, endpoint: string, name: QueueName): Promise<Queue> => {
  const { attempts, fifo } = queuePlans[name];
  const kind = fifo ? highThroughputFifo : {};
  const suffix = fifo ? ".fifo" : "";
  const dead = `${name}-dead${suffix}`;
  await client.send(new CreateQueueCommand({ QueueName: dead, Attributes: kind }));
  const attributes = {
    ...kind,
    VisibilityTimeout: String(visibilitySeconds[name]),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(dead), maxReceiveCount: attempts }),
  };
  await client.send(new CreateQueueCommand({ QueueName: `${name}${suffix}`, Attributes: attributes }));
  // Not the URL of the answer: a kept queue remembers the port of the run that made it.
  return {
    url: `${endpoint}/${accountId}/${name}${suffix}`,
    arn: arnOf(`${name}${suffix}`),
    deadUrl: `${endpoint}/${accountId}/${dead}`,
  };
};

/** SQS' high-throughput mode: duplicates and order are a matter of the message group alone. */
const highThroughputFifo = {
  FifoQueue: "true",
  DeduplicationScope: "messageGroup",
  FifoThroughputLimit: "perMessageGroupId",
};

const accountId = "000000000000";
const arnOf = (queueName: string): string => `arn:aws:sqs:${awsVariables.region}:${accountId}:${queueName}`;
