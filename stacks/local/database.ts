import type { AddressInfo } from "node:net";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { awsVariables } from "./aws.ts";

export type Database = { readonly endpoint: string; readonly tableName: string; stop(): Promise<void> };

/**
 * dynalite on 127.0.0.1 with the one table. With a folder every write goes to a LevelDB log there before it is
 * answered, so a killed process loses nothing; without one it lives in memory.
 */
export const startDatabase = async (
  path: string | undefined,
  definition: Omit<CreateTableCommandInput, "TableName">,
): Promise<Database> => {
  const server = dynalite({ createTableMs: 0, ...(path === undefined ? {} : { path }) });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  await createTable(endpoint, definition).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { endpoint, tableName, stop };
};

const tableName = "guichet";

const createTable = async (endpoint: string, definition: Omit<CreateTableCommandInput, "TableName">): Promise<void> => {
  const client = new DynamoDBClient({ endpoint, ...awsVariables });
  try {
    const { TableNames } = await client.send(new ListTablesCommand({}));
    if (!TableNames?.includes(tableName)) {
      await client.send(new CreateTableCommand({ ...definition, TableName: tableName }));
    }
    // Until it is active it answers that it does not exist. Seconds.
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.2 }, { TableName: tableName });
  } finally {
    client.destroy();
  }
};
