import { createHash } from "node:crypto";
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { type Environment, required } from "./environment.ts";
import type { QueueMessage, QueueName } from "./queue.ts";

/** A message that could not be handled. Its body holds redacted words: whoever shows it shows ids and kinds. */
export type DeadLetter = {
  readonly id: string;
  readonly queue: QueueName;
  readonly body: Readonly<Record<string, unknown>>;
  readonly sentAt: string;
  readonly attempts: number;
};

export type DeadLetters = {
  /** Those that can be seen now, of one queue, as they stay where they are. */
  list(queue: QueueName): Promise<readonly DeadLetter[]>;
  /**
   * Takes those that match: each goes to `replay`, and is removed once that has it. One that comes twice, as after a
   * crash between the two, is for its consumer to recognise.
   * @returns how many were replayed
   */
  take(
    queue: QueueName,
    matches: (letter: DeadLetter) => boolean,
    replay: (message: QueueMessage) => Promise<void>,
  ): Promise<number>;
};

/** Ten a call: as many as anybody looks through, and an API call bears. */
const mostCalls = 30;
/** Nobody else sees a letter while it is looked at. */
const lookSeconds = 30;
/** Then it is back for everybody; 0 would lock its group in an emulator. */
const releaseSeconds = 1;
/** Whoever takes them has just looked at them, most often. */
const takeWaitSeconds = 2;

export const createDeadLetters = (client: SQSClient, environment: Environment): DeadLetters => ({
  list: async (queue) => {
    const url = urlOf(environment, queue);
    const letters: DeadLetter[] = [];
    for await (const messages of lookThrough(client, url, 0))
      letters.push(...messages.map((each) => letterOf(queue, each)));
    return letters;
  },
  take: async (queue, matches, replay) => {
    const url = urlOf(environment, queue);
    let count = 0;
    for await (const messages of lookThrough(client, url, takeWaitSeconds)) {
      for (const message of messages) {
        const letter = letterOf(queue, message);
        if (!matches(letter)) continue;
        await replay(again(message, letter));
        await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
        count += 1;
      }
    }
    return count;
  },
});

/** Batch after batch, each invisible to others until the last was seen; then all that is left is released. */
async function* lookThrough(client: SQSClient, url: string, waitSeconds: number): AsyncGenerator<readonly Message[]> {
  const seen: Message[] = [];
  try {
    for (let call = 0; call < mostCalls; call += 1) {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: lookSeconds,
          WaitTimeSeconds: call === 0 ? waitSeconds : 0,
          MessageSystemAttributeNames: ["All"],
        }),
      );
      if (messages.length === 0) return;
      seen.push(...messages);
      yield messages;
    }
  } finally {
    for (let start = 0; start < seen.length; start += 10) await release(client, url, seen.slice(start, start + 10));
  }
}

/** One that was removed meanwhile fails alone. */
const release = async (client: SQSClient, url: string, messages: readonly Message[]): Promise<void> => {
  await client.send(
    new ChangeMessageVisibilityBatchCommand({
      QueueUrl: url,
      Entries: messages.map(({ ReceiptHandle }, index) => ({
        Id: String(index),
        ReceiptHandle,
        VisibilityTimeout: releaseSeconds,
      })),
    }),
  );
};

const letterOf = (queue: QueueName, { Attributes, Body, MessageId }: Message): DeadLetter => ({
  id: MessageId ?? "",
  queue,
  body: parsed(Body),
  sentAt: new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString(),
  attempts: Number(Attributes?.ApproximateReceiveCount ?? 0),
});

const parsed = (body: string | undefined): DeadLetter["body"] => {
  try {
    const value: unknown = JSON.parse(body ?? "");
    return typeof value === "object" && value !== null ? (value as DeadLetter["body"]) : {};
  } catch {
    // What is no JSON is what killed it: there is nothing to tell of it.
    return {};
  }
};

const again = ({ Attributes }: Message, { body, id }: DeadLetter): QueueMessage => ({
  body,
  ...(Attributes?.MessageGroupId === undefined
    ? {}
    : {
        groupId: Attributes.MessageGroupId,
        deduplicationId: createHash("sha256").update(`replay#${id}`).digest("base64url"),
      }),
});

/** By queue, as `inbound=https://… deliver=https://…`. */
const urlOf = (environment: Environment, queue: QueueName): string => {
  const pairs = required(environment, "DEAD_LETTER_URLS").split(" ");
  return pairs.find((pair) => pair.startsWith(`${queue}=`))?.slice(queue.length + 1) ?? "";
};
