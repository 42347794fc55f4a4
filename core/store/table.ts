import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { Fault } from "#core/fault";

export type Item = Record<string, unknown>;
export type Key = { readonly pk: string; readonly sk: string };
type Condition = Pick<
  UpdateCommandInput,
  "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;
type Query = Omit<QueryCommandInput, "TableName">;

/**
 * The few DynamoDB calls the store is made of, on one table. Each throws store.unavailable where the table did not answer,
 * or answered that it cannot now: what became of a write nobody knows then.
 */
export type Table = {
  /** A consistent read. */
  get(key: Key): Promise<Item | undefined>;
  /** Consistent reads of up to any number of items; absent ones are left out, the order is not kept. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  /** False when the condition did not hold. */
  put(item: Item, condition?: Condition): Promise<boolean>;
  /** The item after the change; undefined when the condition did not hold. */
  update(key: Key, change: Omit<UpdateCommandInput, "TableName" | "Key" | "ReturnValues">): Promise<Item | undefined>;
  /** The item before; undefined when it was not there or the condition did not hold. */
  remove(key: Key, condition?: Condition): Promise<Item | undefined>;
  /** One page. */
  query(query: Query): Promise<{ readonly items: readonly Item[]; readonly last: Item | undefined }>;
  /** All pages. */
  queryAll(query: Query): Promise<readonly Item[]>;
};

const batchKeys = 100;
/** 1.3 s in all: whoever waits for an answer still gets one. */
const batchAttempts = 7;
const batchPauseMilliseconds = 20;

export const openTable = (client: DynamoDBDocumentClient, tableName: string): Table => {
  const TableName = tableName;
  const query: Table["query"] = async (input) => {
    const page = await answered(client.send(new QueryCommand({ TableName, ...input })));
    return { items: page.Items ?? [], last: page.LastEvaluatedKey };
  };
  return {
    get: async (key) =>
      (await answered(client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true })))).Item,
    getMany: async (keys) => {
      const items: Item[] = [];
      for (let start = 0; start < keys.length; start += batchKeys) {
        items.push(...(await getBatch(client, TableName, keys.slice(start, start + batchKeys))));
      }
      return items;
    },
    put: async (item, condition) =>
      (await unlessRefused(client.send(new PutCommand({ TableName, Item: item, ...condition })))) !== undefined,
    update: async (key, change) =>
      (await unlessRefused(client.send(new UpdateCommand({ TableName, Key: key, ReturnValues: "ALL_NEW", ...change }))))
        ?.Attributes,
    remove: async (key, condition) =>
      (
        await unlessRefused(
          client.send(new DeleteCommand({ TableName, Key: key, ReturnValues: "ALL_OLD", ...condition })),
        )
      )?.Attributes,
    query,
    queryAll: async (input) => {
      const items: Item[] = [];
      let start: Item | undefined;
      do {
        const page = await query({ ...input, ...(start === undefined ? {} : { ExclusiveStartKey: start }) });
        items.push(...page.items);
        start = page.last;
      } while (start !== undefined);
      return items;
    },
  };
};

/** What a throttled table does not come to in one call is asked for again, each time a little later (BatchGetItem, UnprocessedKeys). */
const getBatch = async (client: DynamoDBDocumentClient, tableName: string, keys: readonly Key[]): Promise<Item[]> => {
  const items: Item[] = [];
  let pending: readonly Item[] = keys;
  for (let attempt = 0; pending.length > 0; attempt += 1) {
    if (attempt === batchAttempts) throw new Fault("store.unavailable");
    if (attempt > 0) await pause(batchPauseMilliseconds * 2 ** (attempt - 1));
    const answer = await answered(
      client.send(new BatchGetCommand({ RequestItems: { [tableName]: { Keys: [...pending], ConsistentRead: true } } })),
    );
    items.push(...(answer.Responses?.[tableName] ?? []));
    pending = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const unlessRefused = async <Result>(sending: Promise<Result>): Promise<Result | undefined> => {
  try {
    return await answered(sending);
  } catch (error) {
    // A failed condition is an answer, not an error.
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

const answered = async <Result>(sending: Promise<Result>): Promise<Result> => {
  try {
    return await sending;
  } catch (error) {
    throw isOutage(error) ? new Fault("store.unavailable") : error;
  }
};

/** Too many requests at once (DynamoDB Developer Guide, "Error handling"), and a call that was cut. */
const passing = [
  "AbortError",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TimeoutError",
];
const broken = ["EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT"];

const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (passing.includes(error.name) ||
    ("$fault" in error && error.$fault === "server") ||
    ("code" in error && broken.includes(String(error.code))));
