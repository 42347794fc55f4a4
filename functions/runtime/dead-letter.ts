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
  /** Reads the dead letters of one queue that are visible now, and leaves them there. */
  list(queue: QueueName): Promise<readonly DeadLetter[]>;
  /**
   * Passes each letter that matches to `replay`, then deletes it. A crash between the two replays it again: consumers are
   * idempotent.
   * @returns how many were replayed
   */
  take(
    queue: QueueName,
    matches: (letter: DeadLetter) => boolean,
    replay: (message: QueueMessage) => Promise<void>,
  ): Promise<number>;
};

/** Ten letters a call: 300 in all, within the time of one API request. */
const mostCalls = 30;
/** Visibility time-out while the letters are read. */
const lookSeconds = 30;
/** Visibility time-out afterwards; 0 would lock the message group in fauxqs. */
const releaseSeconds = 1;
/** Long enough for letters that were just listed to be visible again. */
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

/** Receives batch after batch; what was not deleted becomes visible again at the end. */
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

/** Entries of letters that were deleted meanwhile fail, and no others. */
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
