import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, test } from "vitest";
import { awsVariables } from "../../../stacks/local/aws.ts";
import { poll, type Work } from "../../../stacks/local/poller.ts";
import { type Queues, startQueues } from "../../../stacks/local/queues.ts";

let queues: Queues;
let client: SQSClient;
let stopPolling: () => Promise<void> = async () => {};

beforeEach(async () => {
  queues = await startQueues(undefined);
  client = new SQSClient({ endpoint: queues.endpoint, ...awsVariables });
});

afterEach(async () => {
  await stopPolling();
  client.destroy();
  await queues.stop();
});

/** Polls the inbound queue until `count` bodies were taken, those of failed calls too. */
const take = (count: number, work: Work): Promise<string[]> =>
  new Promise((resolve) => {
    const bodies: string[] = [];
    const recording: Work = async (event) => {
      bodies.push(...event.Records.map(({ body }) => body));
      const answer = await work(event);
      if (bodies.length >= count) resolve(bodies);
      return answer;
    };
    stopPolling = poll(client, queues.inbound, { work: recording, lanes: 4 });
  });

const failOnce = (body: string): Work => {
  let failed = false;
  return async (event) => {
    const items = failed ? [] : event.Records.filter((record) => record.body === body);
    failed ||= items.length > 0;
    return { batchItemFailures: items.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
};

const send = async (...messages: readonly [group: string, body: string][]): Promise<void> => {
  const Entries = messages.map(([group, body], index) => ({
    Id: String(index),
    MessageBody: body,
    MessageGroupId: group,
    MessageDeduplicationId: `${group}-${body}`,
  }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: queues.inbound.url, Entries }));
};

const held = (name: string): readonly string[] => queues.contents().find((queue) => queue.name === name)?.bodies ?? [];

test("a failed message comes back before the later ones of its group", async () => {
  await send(["amina", "a1"], ["amina", "a2"], ["amina", "a3"]);
  expect(await take(4, failOnce("a1"))).toEqual(["a1", "a1", "a2", "a3"]);
});

test("a failed message holds back only its own group", async () => {
  await send(["amina", "a1"], ["amina", "a2"], ["bruno", "b1"], ["bruno", "b2"]);
  const taken = await take(5, failOnce("a1"));
  expect(taken.filter((body) => body.startsWith("b"))).toEqual(["b1", "b2"]);
  expect(taken.filter((body) => body.startsWith("a"))).toEqual(["a1", "a1", "a2"]);
  expect(taken.lastIndexOf("a1")).toBeGreaterThan(taken.indexOf("b2"));
});

test("a call that throws fails its whole batch and all of it is tried again", async () => {
  await send(["amina", "a1"], ["bruno", "b1"]);
  let calls = 0;
  const taken = await take(4, async () => {
    calls += 1;
    if (calls === 1) throw new Error("the function is out of memory");
    return { batchItemFailures: [] };
  });
  expect(taken.toSorted()).toEqual(["a1", "a1", "b1", "b1"]);
});

test("what was done is gone and what never succeeds ends among the dead letters", async () => {
  await send(["amina", "good"], ["bruno", "bad"]);
  const failBad: Work = async (event: SQSEvent) => ({
    batchItemFailures: event.Records.filter(({ body }) => body === "bad").map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });
  await take(9, failBad);
  await expect.poll(() => held("inbound-dead.fifo"), { timeout: 10_000 }).toEqual(["bad"]);
  expect(held("inbound.fifo")).toEqual([]);
});

test("a stopped poller finishes the work in hand and takes nothing more", async () => {
  await send(["amina", "a1"]);
  const entered = Promise.withResolvers<void>();
  const leave = Promise.withResolvers<void>();
  const taken: string[] = [];
  stopPolling = poll(client, queues.inbound, {
    lanes: 1,
    work: async (event) => {
      taken.push(...event.Records.map(({ body }) => body));
      entered.resolve();
      await leave.promise;
      return { batchItemFailures: [] };
    },
  });
  await entered.promise;
  const stopped = stopPolling();
  await send(["bruno", "b1"]);
  leave.resolve();
  await stopped;
  expect(taken).toEqual(["a1"]);
  expect(held("inbound.fifo")).toEqual(["b1"]);
});

test("a message says how often it was received, as SQS does", async () => {
  await client.send(new SendMessageCommand({ QueueUrl: queues.route.url, MessageBody: "drain" }));
  const counts: string[] = [];
  const twice = Promise.withResolvers<void>();
  stopPolling = poll(client, queues.route, {
    lanes: 1,
    work: async ({ Records: [record] }) => {
      counts.push(record?.attributes.ApproximateReceiveCount ?? "");
      if (counts.length < 2) throw new Error("not yet");
      twice.resolve();
      return { batchItemFailures: [] };
    },
  });
  await twice.promise;
  expect(counts).toEqual(["1", "2"]);
});
