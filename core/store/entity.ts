import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import { accountKey, entityKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/**
 * Creates or replaces an entity and the way from each of its accounts to it. Accounts it no longer names are let go. The
 * accounts come first: of two entities that want the same one, only the first is changed.
 * @throws entity.account-taken when an account is another entity's; then nothing has changed
 */
export const putEntity = async (table: Table, entity: Entity.Entity): Promise<void> => {
  const before = (await readEntity(table, entity.id))?.accounts ?? [];
  await claimAccounts(table, entity, before);
  await table.put({ ...entityKey(entity.id), entity: JSON.stringify(entity) });
  await letGo(table, entity.id, without(before, entity.accounts));
};

const claimAccounts = async (
  table: Table,
  { accounts, id }: Entity.Entity,
  before: readonly Entity.Account[],
): Promise<void> => {
  const claimed: Entity.Account[] = [];
  for (const account of accounts) {
    const { accountId, platform } = account;
    const isOurs = await table.put(
      { ...accountKey(platform, accountId), entityId: id },
      {
        ConditionExpression: "attribute_not_exists(pk) OR entityId = :entity",
        ExpressionAttributeValues: { ":entity": id },
      },
    );
    if (!isOurs) {
      await letGo(table, id, without(claimed, before));
      throw new Fault("entity.account-taken", { platform, accountId });
    }
    claimed.push(account);
  }
};

const letGo = async (table: Table, entityId: string, accounts: readonly Entity.Account[]): Promise<void> => {
  for (const { accountId, platform } of accounts) {
    await table.remove(accountKey(platform, accountId), {
      ConditionExpression: "entityId = :entity",
      ExpressionAttributeValues: { ":entity": entityId },
    });
  }
};

const without = (accounts: readonly Entity.Account[], others: readonly Entity.Account[]): readonly Entity.Account[] =>
  accounts.filter(
    ({ accountId, platform }) => !others.some((each) => each.platform === platform && each.accountId === accountId),
  );

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
