import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { describe } from "#core/fault";
import { type Invocation, inTime, type QueueName, type Runtime } from "#functions/runtime";
import type { Consumer } from "./consume.ts";

/**
 * Backoff of failed messages: 2 s, 8 s, 32 s, then 120 s. Five attempts span almost three minutes, eight almost nine.
 */
const firstSeconds = 2;
const growth = 4;
const mostSeconds = 120;

/**
 * Wraps a consumer as a Lambda handler with backoff. The queues' visibility time-out is six times the function's (AWS Lambda
 * Developer Guide, "Configuring SQS queue as an event source"), so that messages which find no free concurrency do not use
 * up their attempts; messages that failed get a shorter one here. Later messages of a FIFO group wait behind the failed one.
 */
export const comingBack =
  (runtime: Pick<Runtime, "log" | "patience">, queue: QueueName, consumer: Consumer) =>
  async (event: SQSEvent, invocation: Invocation): Promise<SQSBatchResponse> => {
    const answer = await inTime(consumer)(event, invocation);
    const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const records = event.Records.filter(({ messageId }) => failed.has(messageId));
    if (records.length === 0) return answer;
    try {
      await runtime.patience.comeBack(
        queue,
        records.map((record) => ({ receiptHandle: record.receiptHandle, visibleInSeconds: secondsOf(record) })),
      );
    } catch (error) {
      // They come back all the same, when the queue shows them.
      runtime.log.warn("queue.not-hastened", { queue, error: describe(error), count: records.length });
    }
    return answer;
  };

const secondsOf = ({ attributes }: SQSRecord): number =>
  Math.min(mostSeconds, firstSeconds * growth ** (Number(attributes.ApproximateReceiveCount) - 1));
