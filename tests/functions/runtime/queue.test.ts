import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, expect, test } from "vitest";
import { asciiJson, createRuntime } from "#functions/runtime";

const sqs = mockClient(SQSClient);
const { queues } = createRuntime({ QUEUE_INBOUND_URL: "https://queue.invalid/inbound" });
beforeEach(() => sqs.reset());
afterAll(() => sqs.restore());

const entriesOf = () => sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input.Entries ?? []);

test("a thousand messages go in batches of ten, every one once", async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
  await queues.send(
    "inbound",
    Array.from({ length: 1000 }, (_, index) => ({ body: { index } })),
  );
  const bodies = entriesOf()
    .flat()
    .map((entry) => JSON.parse(entry.MessageBody ?? "").index);
  expect(Math.max(...entriesOf().map((entries) => entries.length))).toBe(10);
  expect(bodies.toSorted((left: number, right: number) => left - right)).toEqual(
    Array.from({ length: 1000 }, (_, index) => index),
  );
});

test("only what the queue refused is sent again", async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce({ Successful: [], Failed: [{ Id: "1", SenderFault: false, Code: "InternalError" }] })
    .resolves({ Successful: [], Failed: [] });
  await queues.send("inbound", [{ body: "a" }, { body: "b" }, { body: "c" }]);
  expect(entriesOf().map((entries) => entries.map((entry) => entry.MessageBody))).toEqual([
    ['"a"', '"b"', '"c"'],
    ['"b"'],
  ]);
});

test("a queue that takes nothing is an error, not a silence", async () => {
  sqs.on(SendMessageBatchCommand).rejects(new Error("down"));
  await expect(queues.send("inbound", [{ body: "a" }])).rejects.toThrow("queue.unavailable");
});

test("a batch stays below the queue's size limit", async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
  await queues.send(
    "inbound",
    Array.from({ length: 10 }, () => ({ body: "é".repeat(10_000) })),
  );
  for (const entries of entriesOf()) {
    expect(entries.reduce((bytes, entry) => bytes + (entry.MessageBody?.length ?? 0), 0)).toBeLessThan(262_144);
  }
});

test("bodies are ASCII whatever customers write, and read back the same", () => {
  const value = { text: "Été 🎉 — « là » \u2028 \u0000" };
  const text = asciiJson(value);
  expect(text).toMatch(/^[ -~]+$/);
  expect(JSON.parse(text)).toEqual(value);
});

test("a later batch of a group waits until the one before it has arrived; other groups do not wait", async () => {
  const underWay: string[][] = [];
  const together: number[] = [];
  sqs.on(SendMessageBatchCommand).callsFake(async ({ Entries = [] }) => {
    const groups = [...new Set<string>(Entries.map((entry: { MessageGroupId: string }) => entry.MessageGroupId))];
    for (const group of groups) expect(underWay.flat()).not.toContain(group);
    underWay.push(groups);
    together.push(underWay.length);
    await new Promise(setImmediate);
    underWay.splice(underWay.indexOf(groups), 1);
    return { Successful: [], Failed: [] };
  });
  const groups = [...Array(20).fill("one"), ...Array(10).fill("two"), ...Array(20).fill("one")];
  await queues.send(
    "inbound",
    groups.map((groupId, index) => ({ body: { index }, groupId })),
  );
  expect(Math.max(...together)).toBe(2);
  const indexes = entriesOf()
    .flat()
    .flatMap((entry) => (entry.MessageGroupId === "one" ? JSON.parse(entry.MessageBody ?? "").index : []));
  expect(indexes).toEqual([...indexes].sort((left, right) => left - right));
});
