import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { awsVariables } from "../../../stacks/local/aws.ts";
import { startDatabase } from "../../../stacks/local/database.ts";
import { startQueues } from "../../../stacks/local/queues.ts";
import { localSecrets } from "../../../stacks/local/secrets.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "guichet-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test("a message in flight when the process ended is there at once after the restart, first of its group", async () => {
  const before = await startQueues(dataDir);
  const sender = new SQSClient({ endpoint: before.endpoint, ...awsVariables });
  for (const body of ["first", "second"]) {
    const group = { MessageGroupId: "amina", MessageDeduplicationId: body };
    await sender.send(new SendMessageCommand({ QueueUrl: before.inbound.url, MessageBody: body, ...group }));
  }
  await sender.send(new ReceiveMessageCommand({ QueueUrl: before.inbound.url }));
  sender.destroy();
  await before.stop();

  const after = await startQueues(dataDir);
  const receiver = new SQSClient({ endpoint: after.endpoint, ...awsVariables });
  const { Messages } = await receiver.send(new ReceiveMessageCommand({ QueueUrl: after.inbound.url }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(["first"]);
  receiver.destroy();
  await after.stop();
});

test("an item is there after the restart", async () => {
  const path = join(dataDir, "table");
  const before = await startDatabase(path, definition);
  const writer = new DynamoDBClient({ endpoint: before.endpoint, ...awsVariables });
  const Item = { pk: { S: "CONV#1" }, sk: { S: "HEAD" }, version: { N: "3" } };
  await writer.send(new PutItemCommand({ TableName: before.tableName, Item }));
  writer.destroy();
  await before.stop();

  const after = await startDatabase(path, definition);
  const reader = new DynamoDBClient({ endpoint: after.endpoint, ...awsVariables });
  const Key = { pk: { S: "CONV#1" }, sk: { S: "HEAD" } };
  const read = await reader.send(new GetItemCommand({ TableName: after.tableName, Key }));
  expect(read.Item?.["version"]).toEqual({ N: "3" });
  reader.destroy();
  await after.stop();
});

test("the bank's own keys stay the same in a folder, differ between folders and are the owner's alone", () => {
  const first = localSecrets(dataDir);
  expect(localSecrets(dataDir)).toEqual(first);
  expect(localSecrets(undefined)["IDENTITY_KEY"]).not.toBe(first["IDENTITY_KEY"]);
  expect(first["ADDRESS_KEY"]).not.toBe(first["IDENTITY_KEY"]);
  expect(statSync(join(dataDir, "identity-key")).mode & 0o077).toBe(0);
});

test("a secret of the environment wins over the documented default", () => {
  expect(localSecrets(undefined)["X_CONSUMER_SECRET"]).toBe("local-x-consumer-secret");
  expect(localSecrets(undefined, { X_CONSUMER_SECRET: "another" })["X_CONSUMER_SECRET"]).toBe("another");
});

const definition = {
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" as const },
    { AttributeName: "sk", AttributeType: "S" as const },
  ],
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" as const },
    { AttributeName: "sk", KeyType: "RANGE" as const },
  ],
  BillingMode: "PAY_PER_REQUEST" as const,
};
