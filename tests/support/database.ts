import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import dynalite from "dynalite";
import * as Store from "#core/store";

export type TestDatabase = {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly store: Store.Store;
  stop(): Promise<void>;
};

/**
 * A table of its own, in dynalite within this process; with DYNAMODB_ENDPOINT in the environment (DynamoDB Local, or the
 * real thing) there.
 */
export const startTestDatabase = async (): Promise<TestDatabase> => {
  const given = process.env["DYNAMODB_ENDPOINT"];
  const emulator = given === undefined ? await startDynalite() : undefined;
  const endpoint = given ?? emulator?.endpoint ?? "";
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const plain = new DynamoDBClient({ endpoint, region: "eu-west-3", credentials, maxAttempts: 1 });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const tableName = `guichet-${randomUUID()}`;
  await plain.send(new CreateTableCommand({ ...Store.tableDefinition, TableName: tableName }));
  await waitUntilTableExists({ client: plain, maxWaitTime: 20, minDelay: 1, maxDelay: 1 }, { TableName: tableName });
  return {
    client,
    tableName,
    store: Store.createStore(client, tableName),
    stop: async () => {
      plain.destroy();
      await emulator?.stop();
    },
  };
};

const startDynalite = async () => {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
