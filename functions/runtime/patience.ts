import { ChangeMessageVisibilityBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type Environment, required } from "./environment.ts";
import { type QueueName, variables } from "./queue.ts";

/** A message that a function has in hand, by what SQS gave it with. */
export type InHand = { readonly receiptHandle: string; readonly visibleInSeconds: number };

export type Patience = {
  /**
   * Has messages come back sooner than their queue would show them again: at most ten.
   * @throws what the SDK throws; they come back later then, as the queue says
   */
  comeBack(queue: QueueName, messages: readonly InHand[]): Promise<void>;
};

/** Less than what a function keeps for its end: they come back all the same. */
const timeoutMilliseconds = 1_500;

export const createPatience = (client: SQSClient, environment: Environment): Patience => ({
  comeBack: async (queue, messages) => {
    await client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: required(environment, variables[queue]),
        Entries: messages.map(({ receiptHandle, visibleInSeconds }, index) => ({
          Id: String(index),
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: visibleInSeconds,
        })),
      }),
      { abortSignal: AbortSignal.timeout(timeoutMilliseconds) },
    );
  },
});
