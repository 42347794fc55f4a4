import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as Store from "#core/store";

export type Units = { readonly read: number; readonly write: number };
type Item = Readonly<Record<string, unknown>>;

const unitBytes = 1024;

/**
 * A client that counts the capacity units of what is asked through it. The emulator tells those of the table
 * (`ReturnConsumedCapacity`) and of reads from indexes; writes to indexes it leaves out, so they are counted here.
 */
export const openMeter = (endpoint: string) => {
  const plain = new DynamoDBClient({
    endpoint,
    region: "eu-west-3",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const heads = new Map<string, Item>();
  let units: Units = { read: 0, write: 0 };
  const send = async (command: Parameters<typeof client.send>[0]): Promise<unknown> => {
    Object.assign(command.input, { ReturnConsumedCapacity: "TOTAL" });
    const answer = (await client.send(command)) as { readonly ConsumedCapacity?: Consumed | readonly Consumed[] };
    const isWrite = /^(Put|Update|Delete)/.test(command.constructor.name);
    const consumed = [answer.ConsumedCapacity ?? []]
      .flat()
      .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    const indexes = command instanceof PutCommand ? indexUnits(heads, command.input.Item ?? {}) : 0;
    units = isWrite ? { ...units, write: units.write + consumed + indexes } : { ...units, read: units.read + consumed };
    return answer;
  };
  return {
    client: { send } as unknown as DynamoDBDocumentClient,
    /** What was used since the last call. */
    take: (): Units => {
      const taken = units;
      units = { read: 0, write: 0 };
      return taken;
    },
    /** Size of the head written last. */
    headBytes: (): number => bytesOf([...heads.values()].at(-1) ?? {}),
    stop: () => plain.destroy(),
  };
};

type Consumed = { readonly CapacityUnits?: number };

/**
 * Amazon DynamoDB Developer Guide, "Global secondary indexes: write capacity": one write to add, change or remove an
 * entry, two when its key changes, none when nothing of it changes; an entry counts its keys and what is projected.
 */
const indexUnits = (heads: Map<string, Item>, item: Item): number => {
  const name = `${item["pk"]}\0${item["sk"]}`;
  const before = heads.get(name) ?? {};
  if (item["sk"] !== "HEAD") return 0;
  heads.delete(name);
  heads.set(name, item);
  return Store.indexNames.reduce((sum, index) => {
    const old = entryOf(before, index);
    const next = entryOf(item, index);
    if (old?.key !== next?.key) return sum + (old?.units ?? 0) + (next?.units ?? 0);
    return sum + (old?.shown === next?.shown ? 0 : (next?.units ?? 0));
  }, 0);
};

type Entry = { readonly key: string; readonly shown: unknown; readonly units: number };

const entryOf = (item: Item, index: string): Entry | undefined => {
  const isCard = Store.tableDefinition.GlobalSecondaryIndexes.some(
    ({ IndexName, Projection }) => IndexName === index && Projection.ProjectionType === "INCLUDE",
  );
  const names = ["pk", "sk", `${index}Pk`, `${index}Sk`, ...(isCard ? ["card"] : [])];
  const [, , pk, sk] = names.map((name) => item[name]);
  if (pk === undefined || sk === undefined) return undefined;
  return {
    key: `${pk}\0${sk}`,
    shown: isCard ? item["card"] : undefined,
    units: Math.ceil(bytesOf(item, names) / unitBytes),
  };
};

/** Names and values in UTF-8 (Developer Guide, "DynamoDB item sizes and formats"). */
const bytesOf = (item: Item, names: readonly string[] = Object.keys(item)): number =>
  names.reduce((sum, name) => {
    const value = item[name];
    return sum + Buffer.byteLength(name) + Buffer.byteLength(typeof value === "string" ? value : JSON.stringify(value));
  }, 0);
