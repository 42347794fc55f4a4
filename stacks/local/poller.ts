import { setTimeout as pause } from "node:timers/promises";
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { awsVariables } from "./aws.ts";
import type { Queue } from "./queues.ts";

/** As of SQS' event source: at most ten messages a call, long polls of 20 s. */
const batchSize = 10;
const waitSeconds = 20;
/** A failed message comes back after this; 0 would lock its group in the emulator. */
const retrySeconds = 1;
/** How long a lane rests when the queue itself does not answer. */
const restMilliseconds = 500;

type Source = Pick<Queue, "url" | "arn">;
export type Work = (event: SQSEvent) => Promise<SQSBatchResponse>;

/**
 * Does for one queue what SQS' event source does for a function: batches in, `batchItemFailures` out. What
 * went well is deleted, what failed comes back after a second, before the later ones of its group; a call that
 * throws fails its whole batch. `lanes` batches are worked on at a time. The returned function stops, after
 * the work in hand.
 */
export const poll = (client: SQSClient, queue: Source, { work, lanes }: { work: Work; lanes: number }) => {
  const stopping = new AbortController();
  const running = Array.from({ length: lanes }, async () => {
    while (!stopping.signal.aborted) await pollOnce(client, queue, { work, signal: stopping.signal });
  });
  return async (): Promise<void> => {
    stopping.abort();
    await Promise.all(running);
  };
};

const pollOnce = async (
  client: SQSClient,
  queue: Source,
  { work, signal }: { work: Work; signal: AbortSignal },
): Promise<void> => {
  try {
    const messages = await receive(client, queue, signal);
    if (messages.length === 0) return;
    await settle(client, queue, messages, await failuresOf(work, queue, messages));
  } catch {
    // The emulator closed or the poll was cut short: nothing is lost, an unsettled message comes back by itself.
    await pause(restMilliseconds, undefined, { signal }).catch(() => undefined);
  }
};

const receive = async (client: SQSClient, { url }: Source, abortSignal: AbortSignal): Promise<Message[]> => {
  const command = new ReceiveMessageCommand({
    QueueUrl: url,
    MaxNumberOfMessages: batchSize,
    WaitTimeSeconds: waitSeconds,
    MessageSystemAttributeNames: ["All"],
  });
  return (await client.send(command, { abortSignal })).Messages ?? [];
};

const failuresOf = async (work: Work, queue: Source, messages: Message[]): Promise<ReadonlySet<string>> => {
  try {
    const { batchItemFailures } = await work({ Records: messages.map((message) => recordOf(message, queue)) });
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  } catch {
    return new Set(messages.map(({ MessageId = "" }) => MessageId));
  }
};

const settle = async (
  client: SQSClient,
  { url: QueueUrl }: Source,
  messages: Message[],
  failed: ReadonlySet<string>,
): Promise<void> => {
  const entries = messages.map(({ MessageId = "", ReceiptHandle }, index) => ({
    Id: String(index),
    MessageId,
    ReceiptHandle,
  }));
  const done = entries.filter(({ MessageId }) => !failed.has(MessageId));
  const again = entries.filter(({ MessageId }) => failed.has(MessageId));
  if (done.length > 0) {
    const Entries = done.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
  if (again.length > 0) {
    const Entries = again.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle, VisibilityTimeout: retrySeconds }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
};

const recordOf = (message: Message, { arn }: Source): SQSRecord => ({
  messageId: message.MessageId ?? "",
  receiptHandle: message.ReceiptHandle ?? "",
  body: message.Body ?? "",
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: "0",
    SenderId: "local",
    ApproximateFirstReceiveTimestamp: "0",
    ...message.Attributes,
  },
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? "",
  eventSource: "aws:sqs",
  eventSourceARN: arn,
  awsRegion: awsVariables.region,
});
