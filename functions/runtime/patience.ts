import { ChangeMessageVisibilityBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type Environment, required } from "./environment.ts";
import { type QueueName, variables } from "./queue.ts";

/** A message that was received and is not deleted yet, by its receipt handle. */
export type InHand = { readonly receiptHandle: string; readonly visibleInSeconds: number };

export type Patience = {
  /**
   * Shortens the visibility time-out of at most ten messages, so that they are redelivered sooner.
   * @throws what the SDK throws; then they are redelivered when the queue's own time-out ends
   */
  comeBack(queue: QueueName, messages: readonly InHand[]): Promise<void>;
};

/** Less than `spareMilliseconds`. Where it fails, the messages are redelivered all the same. */
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
