import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { describe } from "#core/fault";
import { type Invocation, inTime, type QueueName, type Runtime } from "#functions/runtime";
import type { Consumer } from "./consume.ts";

/**
 * How soon what failed is tried again: a passing trouble costs a customer two seconds, a lasting one is asked less and less
 * often. A queue that tries five times goes on for almost three minutes, one that tries eight times for almost nine.
 */
const firstSeconds = 2;
const growth = 4;
const mostSeconds = 120;

/**
 * A consumer as its function has it: the queue itself shows a message again only after several of its time-outs, so that a
 * message which finds no room to run is not counted out (AWS Lambda Developer Guide, "Configuring SQS queue as an event
 * source": six times), and what failed is told to come back sooner. Later messages of a FIFO group wait with the first.
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
