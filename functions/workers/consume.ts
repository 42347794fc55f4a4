import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { describe, Fault } from "#core/fault";
import type { QueueName, Runtime } from "#functions/runtime";

export type Consumer = (event: SQSEvent) => Promise<SQSBatchResponse>;

/**
 * A queue's consumer with partial batch answers ("Reporting batch item failures", AWS Lambda Developer Guide). In a
 * FIFO queue a failed message holds back the later ones of its own group and no others.
 */
export const consume = (
  runtime: Pick<Runtime, "log">,
  queue: QueueName,
  work: (body: unknown, record: SQSRecord) => Promise<void>,
): Consumer => {
  const attempt = async (record: SQSRecord): Promise<boolean> => {
    try {
      await work(parse(record.body), record);
      return true;
    } catch (error) {
      const attempts = Number(record.attributes.ApproximateReceiveCount);
      runtime.log.warn("queue.failed", {
        queue,
        messageId: record.messageId,
        error: describe(error),
        attempt: attempts,
      });
      return false;
    }
  };
  return async ({ Records }) => {
    const failures: SQSBatchItemFailure[] = [];
    const groups = Map.groupBy(Records, (record) => record.attributes.MessageGroupId ?? record.messageId);
    await Promise.all(
      [...groups.values()].map(async (records) => {
        let hasFailed = false;
        for (const record of records) {
          hasFailed = hasFailed || !(await attempt(record));
          if (hasFailed) failures.push({ itemIdentifier: record.messageId });
        }
      }),
    );
    return { batchItemFailures: failures };
  };
};

/** The same, with equal messages of a batch worked on once: all of them succeed, or all fail. */
export const consumeAlike =
  (runtime: Pick<Runtime, "log">, queue: QueueName, work: (body: unknown) => Promise<void>): Consumer =>
  async ({ Records }) => {
    const alike = [...Map.groupBy(Records, ({ body }) => body).values()];
    const one = consume(runtime, queue, work);
    const answers = await Promise.all(
      alike.map(async (records) => {
        const { batchItemFailures } = await one({ Records: records.slice(0, 1) });
        return batchItemFailures.length === 0 ? [] : records.map(({ messageId }) => ({ itemIdentifier: messageId }));
      }),
    );
    return { batchItemFailures: answers.flat() };
  };

type BatchWork = (
  bodies: readonly unknown[],
  fail: (bodies: readonly unknown[], error: unknown) => void,
) => Promise<void>;

/** The same for work on a whole batch without order: bodies passed to `fail` are redelivered; all of them where the work throws. */
export const consumeBatch =
  (runtime: Pick<Runtime, "log">, queue: QueueName, work: BatchWork): Consumer =>
  async ({ Records }) => {
    const failed = new Set<string>();
    const fail = (records: readonly SQSRecord[], error: unknown): void => {
      runtime.log.warn("queue.failed", { queue, error: describe(error), count: records.length });
      for (const { messageId } of records) failed.add(messageId);
    };
    const readable = new Map<unknown, SQSRecord>();
    for (const record of Records) {
      try {
        readable.set(parse(record.body), record);
      } catch (error) {
        fail([record], error);
      }
    }
    try {
      await work([...readable.keys()], (bodies, error) =>
        fail(
          bodies.flatMap((body) => readable.get(body) ?? []),
          error,
        ),
      );
    } catch (error) {
      fail(Records, error);
    }
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    // The parser quotes its input in what it throws.
    throw new Fault("request.invalid");
  }
};
