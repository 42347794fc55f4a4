import * as Directory from "#core/directory";
import * as Guard from "#core/guard";
import * as Kit from "#core/kit";
import { directoryKey, guardKey, kitKey, standingKey } from "./key.ts";
import type { Item, Key, Table } from "./table.ts";

/** The bank's policy for outgoing text; the default policy where it has none. */
export const readGuard = async (table: Table, entityId: string): Promise<Guard.Policy> =>
  (await read<Guard.Policy>(table, guardKey(entityId))) ?? Guard.defaultPolicy;

/** Saves the next version; false when another version was saved since this one was read. */
export const putGuard = (table: Table, entityId: string, policy: Guard.Policy): Promise<boolean> =>
  put(table, guardKey(entityId), policy);

export const readKit = async (table: Table, entityId: string): Promise<Kit.Kit> =>
  (await read<Kit.Kit>(table, kitKey(entityId))) ?? Kit.emptyKit;

/** The same. */
export const putKit = (table: Table, entityId: string, kit: Kit.Kit): Promise<boolean> =>
  put(table, kitKey(entityId), kit);

export const readDirectory = async (table: Table, entityId: string): Promise<Directory.Directory> =>
  (await read<Directory.Directory>(table, directoryKey(entityId))) ?? Directory.emptyDirectory;

/** The same. */
export const putDirectory = (table: Table, entityId: string, directory: Directory.Directory): Promise<boolean> =>
  put(table, directoryKey(entityId), directory);

export const readKitStanding = async (table: Table, entityId: string, agentId: string): Promise<Kit.Standing> => {
  const item = await table.get(standingKey(entityId, agentId));
  return item === undefined ? Kit.newcomer(agentId) : openStanding(item);
};

export const listKitStandings = async (table: Table, entityId: string): Promise<readonly Kit.Standing[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": standingKey(entityId, "").pk },
    ConsistentRead: true,
  });
  return items.map(openStanding);
};

/** Each item is an attribute of its own: concurrent writes do not overwrite each other. */
export const putKitStanding = async (
  table: Table,
  entityId: string,
  agentId: string,
  learned:
    | { readonly charter: NonNullable<Kit.Standing["charter"]> }
    | { readonly trainingId: string; readonly at: string }
    | { readonly exerciseId: string; readonly at: string },
): Promise<void> => {
  const [name, value] = attributeOf(learned);
  await table.update(standingKey(entityId, agentId), {
    UpdateExpression: "SET #name = :value",
    ExpressionAttributeNames: { "#name": name },
    ExpressionAttributeValues: { ":value": value },
  });
};

const attributeOf = (learned: Parameters<typeof putKitStanding>[3]): readonly [string, string] => {
  if ("charter" in learned) return ["charter", JSON.stringify(learned.charter)];
  if ("trainingId" in learned) return [`${trainings}${learned.trainingId}`, learned.at];
  return [`${exercises}${learned.exerciseId}`, learned.at];
};

const trainings = "training:";
const exercises = "exercise:";

const read = async <Settings>(table: Table, key: Key): Promise<Settings | undefined> => {
  const item = await table.get(key);
  return item === undefined ? undefined : (JSON.parse(String(item["settings"])) as Settings);
};

const put = (table: Table, key: Key, settings: { readonly version: number }): Promise<boolean> =>
  table.put(
    { ...key, settingsVersion: settings.version, settings: JSON.stringify(settings) },
    {
      ConditionExpression: settings.version === 1 ? "attribute_not_exists(pk)" : "settingsVersion = :before",
      ...(settings.version === 1 ? {} : { ExpressionAttributeValues: { ":before": settings.version - 1 } }),
    },
  );

const openStanding = (item: Item): Kit.Standing => {
  const charter = item["charter"];
  return {
    agentId: String(item["sk"]).slice("AGENT#".length),
    ...(typeof charter === "string" ? { charter: JSON.parse(charter) as NonNullable<Kit.Standing["charter"]> } : {}),
    trainings: namedIn(item, trainings),
    practised: namedIn(item, exercises),
  };
};

const namedIn = (item: Item, prefix: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, at]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), String(at)] as const] : [],
    ),
  );
