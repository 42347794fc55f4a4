import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from "@aws-sdk/client-sqs";
import { Fault } from "#core/fault";
import { type Environment, required } from "./environment.ts";

export type QueueName = "inbound" | "route" | "deliver" | "timers" | "changes" | "pictures" | "repairs";

export type QueueMessage = {
  readonly body: unknown;
  /** FIFO queues: messages of a group keep their order. At most 128 ASCII characters. */
  readonly groupId?: string;
  /** FIFO queues: a second message with this id within five minutes is dropped. At most 128 ASCII characters. */
  readonly deduplicationId?: string;
  /** Standard queues only, whole seconds, at most 900. */
  readonly delaySeconds?: number;
};

export type Queues = {
  /**
   * Resolves once the queue has all of it.
   * @throws queue.unavailable when it still has not after the retries
   */
  send(queue: QueueName, messages: readonly QueueMessage[]): Promise<void>;
};

/** Where a queue's address is told. */
export const variables = {
  inbound: "QUEUE_INBOUND_URL",
  route: "QUEUE_ROUTE_URL",
  deliver: "QUEUE_DELIVER_URL",
  timers: "QUEUE_TIMERS_URL",
  changes: "QUEUE_CHANGES_URL",
  pictures: "QUEUE_PICTURES_URL",
  repairs: "QUEUE_REPAIRS_URL",
} as const satisfies Record<QueueName, keyof Environment>;

/** Limits of SendMessageBatch (Amazon SQS Developer Guide, "Message quotas"): ten entries, 256 KiB together to be safe. */
const batchEntries = 10;
const batchBytes = 250_000;
/** Of what the queue answers that it did not take. */
const sendAttempts = 3;
const concurrentBatches = 8;

export const createQueues = (client: SQSClient, environment: Environment): Queues => ({
  send: async (queue, messages) => {
    const url = required(environment, variables[queue]);
    for (const wave of wavesOf(batchesOf(messages))) {
      await Promise.all(wave.map((batch) => sendBatch(client, url, batch)));
    }
  },
});

/** JSON with every character beyond ASCII escaped: SQS refuses some characters and emulators more of them. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const batchesOf = (messages: readonly QueueMessage[]): SendMessageBatchRequestEntry[][] => {
  const batches: SendMessageBatchRequestEntry[][] = [];
  let bytes = 0;
  for (const [index, message] of messages.entries()) {
    const entry = entryOf(message, index);
    const size = entry.MessageBody?.length ?? 0;
    const current = batches.at(-1);
    if (current === undefined || current.length === batchEntries || bytes + size > batchBytes) {
      batches.push([entry]);
      bytes = size;
    } else {
      current.push(entry);
      bytes += size;
    }
  }
  return batches;
};

/** Batches to be sent at the same time: none of a wave hold the same group, whose messages must arrive in order. */
const wavesOf = (batches: readonly SendMessageBatchRequestEntry[][]): readonly SendMessageBatchRequestEntry[][][] => {
  const waves: SendMessageBatchRequestEntry[][][] = [];
  let groups = new Set<string>();
  for (const batch of batches) {
    const own = batch.flatMap((entry) => entry.MessageGroupId ?? []);
    const current = waves.at(-1);
    if (current === undefined || current.length === concurrentBatches || own.some((group) => groups.has(group))) {
      waves.push([batch]);
      groups = new Set(own);
    } else {
      current.push(batch);
      for (const group of own) groups.add(group);
    }
  }
  return waves;
};

const entryOf = (message: QueueMessage, index: number): SendMessageBatchRequestEntry => ({
  Id: String(index),
  MessageBody: asciiJson(message.body),
  ...(message.groupId === undefined ? {} : { MessageGroupId: message.groupId }),
  ...(message.deduplicationId === undefined ? {} : { MessageDeduplicationId: message.deduplicationId }),
  ...(message.delaySeconds === undefined ? {} : { DelaySeconds: message.delaySeconds }),
});

const sendBatch = async (client: SQSClient, url: string, batch: SendMessageBatchRequestEntry[]): Promise<void> => {
  let pending = batch;
  for (let attempt = 0; attempt < sendAttempts && pending.length > 0; attempt += 1) {
    const answer = await client
      .send(new SendMessageBatchCommand({ QueueUrl: url, Entries: pending }))
      .catch(() => undefined);
    // No answer to any of the client's own tries: whoever sends sends again, and deduplication or the table drops what arrived.
    if (answer === undefined) break;
    const failed = new Set((answer.Failed ?? []).map((entry) => entry.Id));
    pending = pending.filter((entry) => failed.has(entry.Id));
  }
  if (pending.length > 0) throw new Fault("queue.unavailable", { waiting: pending.length });
};
