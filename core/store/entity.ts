import type * as Entity from "#core/entity";
import { accountKey, entityKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/** Creates or replaces an entity and the way from each of its accounts to it. Accounts it no longer names are let go. */
export const putEntity = async (table: Table, entity: Entity.Entity): Promise<void> => {
  const before = await readEntity(table, entity.id);
  const kept = new Set(entity.accounts.map((account) => `${account.platform}#${account.accountId}`));
  for (const account of before?.accounts ?? []) {
    if (kept.has(`${account.platform}#${account.accountId}`)) continue;
    await table.remove(accountKey(account.platform, account.accountId), {
      ConditionExpression: "entityId = :entity",
      ExpressionAttributeValues: { ":entity": entity.id },
    });
  }
  await table.put({ ...entityKey(entity.id), entity: JSON.stringify(entity) });
  for (const account of entity.accounts) {
    await table.put({ ...accountKey(account.platform, account.accountId), entityId: entity.id });
  }
};

export const readEntity = async (table: Table, entityId: string): Promise<Entity.Entity | undefined> =>
  openEntity(await table.get(entityKey(entityId)));

export const listEntities = async (table: Table): Promise<readonly Entity.Entity[]> => {
  const { pk } = entityKey("");
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
    ConsistentRead: true,
  });
  return items.flatMap((item) => openEntity(item) ?? []);
};

/** The entity an account of a platform belongs to; undefined for an account nobody here has connected. */
export const findEntity = async (
  table: Table,
  platform: Entity.Platform,
  accountId: string,
): Promise<Entity.Entity | undefined> => {
  const account = await table.get(accountKey(platform, accountId));
  return account === undefined ? undefined : readEntity(table, String(account["entityId"]));
};

const openEntity = (item: Item | undefined): Entity.Entity | undefined =>
  item === undefined ? undefined : (JSON.parse(String(item["entity"])) as Entity.Entity);
