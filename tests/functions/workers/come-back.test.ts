import { ChangeMessageVisibilityBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, expect, test } from "vitest";
import { Fault } from "#core/fault";
import { createLog, createRuntime } from "#functions/runtime";
import { comingBack, consume } from "#functions/workers";
import { queueEvent } from "../../support/queue-event.ts";

const sqs = mockClient(SQSClient);
beforeEach(() => sqs.reset());
afterAll(() => sqs.restore());

const logs: string[] = [];
const now = () => "2026-11-27T09:00:00.000Z";
const log = createLog((line) => logs.push(line), now);
const runtime = createRuntime({ QUEUE_INBOUND_URL: "https://queue.invalid/inbound" }, { log, now });
const consumer = comingBack(
  runtime,
  "inbound",
  consume(runtime, "inbound", async (body) => {
    if (body === "bad") throw new Fault("store.unavailable");
  }),
);

const invocation = { getRemainingTimeInMillis: () => 25_000 };

const received = (times: number) => {
  const event = queueEvent(
    { body: '"good"', group: "a" },
    { body: '"bad"', group: "b" },
    { body: '"good"', group: "b" },
  );
  for (const { attributes } of event.Records) attributes.ApproximateReceiveCount = String(times);
  return event;
};

const asked = () => sqs.commandCalls(ChangeMessageVisibilityBatchCommand).map((call) => call.args[0].input);

test("what failed comes back after two seconds, with what waits behind it in its group", async () => {
  sqs.on(ChangeMessageVisibilityBatchCommand).resolves({});
  const { batchItemFailures } = await consumer(received(1), invocation);
  expect(batchItemFailures).toHaveLength(2);
  expect(asked()).toEqual([
    {
      QueueUrl: "https://queue.invalid/inbound",
      Entries: [
        { Id: "0", ReceiptHandle: "receipt-1", VisibilityTimeout: 2 },
        { Id: "1", ReceiptHandle: "receipt-2", VisibilityTimeout: 2 },
      ],
    },
  ]);
});

test.each([
  [2, 8],
  [3, 32],
  [4, 120],
  [8, 120],
])("the %ith time it is asked less often: after %i s", async (times, seconds) => {
  sqs.on(ChangeMessageVisibilityBatchCommand).resolves({});
  await consumer(received(times), invocation);
  expect(asked()[0]?.Entries?.map((entry) => entry.VisibilityTimeout)).toEqual([seconds, seconds]);
});

test("where all went well nothing is asked", async () => {
  await consumer(queueEvent('"good"'), invocation);
  expect(asked()).toEqual([]);
});

test("a queue that does not answer takes no failure for a success, and is told of", async () => {
  sqs.on(ChangeMessageVisibilityBatchCommand).rejects(new Error("4111111111111111"));
  expect((await consumer(received(1), invocation)).batchItemFailures).toHaveLength(2);
  expect(logs.join()).toContain("queue.not-hastened");
  expect(logs.join()).not.toContain("4111");
});
