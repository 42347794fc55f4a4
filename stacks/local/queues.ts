import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { awsVariables } from "./aws.ts";
import { type BucketObject, type QueueContents, startEmulator } from "./fauxqs.ts";
import { createTopic, type Topic } from "./topic.ts";

/** Each queue has a dead-letter queue of its own kind, named `<name>-dead`. */
const definitions = {
  inbound: { fifo: true, visibilitySeconds: 30, maxReceiveCount: 8 },
  route: { fifo: false, visibilitySeconds: 30, maxReceiveCount: 5 },
  deliver: { fifo: true, visibilitySeconds: 60, maxReceiveCount: 8 },
  timers: { fifo: false, visibilitySeconds: 60, maxReceiveCount: 5 },
  changes: { fifo: false, visibilitySeconds: 30, maxReceiveCount: 5 },
  pictures: { fifo: false, visibilitySeconds: 90, maxReceiveCount: 5 },
  repairs: { fifo: false, visibilitySeconds: 180, maxReceiveCount: 5 },
} as const;

export type QueueName = keyof typeof definitions;
export const queueNames = Object.keys(definitions) as readonly QueueName[];
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
    return {
      inbound: await create("inbound"),
      route: await create("route"),
      deliver: await create("deliver"),
      timers: await create("timers"),
      changes: await create("changes"),
      pictures: await create("pictures"),
      repairs: await create("repairs"),
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

const createWithDeadLetters = async (client: SQSClient, endpoint: string, name: QueueName): Promise<Queue> => {
  const { fifo, visibilitySeconds, maxReceiveCount } = definitions[name];
  const kind = fifo ? highThroughputFifo : {};
  const suffix = fifo ? ".fifo" : "";
  const dead = `${name}-dead${suffix}`;
  await client.send(new CreateQueueCommand({ QueueName: dead, Attributes: kind }));
  const attributes = {
    ...kind,
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(dead), maxReceiveCount }),
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
