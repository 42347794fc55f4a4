import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import { accountKey, entityKey } from "./key.ts";
import { ifRevision, nextRevision } from "./revision.ts";
import type { Item, Table } from "./table.ts";

/**
 * Keeps an entity as the revision after the one it names, and the way from each of its accounts to it. Accounts it no
 * longer names are let go. The accounts come first: of two entities that want the same one, only the first is changed.
 * @returns it as it is kept
 * @throws settings.changed when somebody else's revision came first, entity.account-taken when an account is another
 * entity's; then nothing has changed
 */
export const putEntity = async (table: Table, entity: Entity.Entity): Promise<Entity.Entity> => {
  const before = await readEntity(table, entity.id);
  if (before?.revision !== entity.revision) throw new Fault("settings.changed");
  const next = { ...entity, revision: nextRevision(entity) };
  await claimAccounts(table, next, before?.accounts ?? []);
  const item = { ...entityKey(entity.id), revision: next.revision, entity: JSON.stringify(next) };
  if (!(await table.put(item, ifRevision(entity.revision)))) {
    const current = (await readEntity(table, entity.id))?.accounts ?? [];
    await letGo(table, next, without(next.accounts, current));
    throw new Fault("settings.changed");
  }
  await letGo(table, next, without(before?.accounts ?? [], next.accounts));
  return next;
};

type Revised = Entity.Entity & { readonly revision: number };

/** The way to an account tells for which revision it was claimed: what a later one claimed, an earlier one lets be. */
const claimAccounts = async (
  table: Table,
  { accounts, id, revision }: Revised,
  before: readonly Entity.Account[],
): Promise<void> => {
  const claimed: Entity.Account[] = [];
  for (const account of accounts) {
    const { accountId, platform } = account;
    const isOurs = await table.put(
      { ...accountKey(platform, accountId), entityId: id, revision },
      {
        ConditionExpression: `attribute_not_exists(pk) OR (${heldBy})`,
        ExpressionAttributeValues: { ":entity": id, ":revision": revision },
      },
    );
    if (!isOurs) {
      await letGo(table, { id, revision }, without(claimed, before));
      const holder = (await table.get(accountKey(platform, accountId)))?.["entityId"];
      throw holder === id ? new Fault("settings.changed") : new Fault("entity.account-taken", { platform, accountId });
    }
    claimed.push(account);
  }
};

const heldBy = "entityId = :entity AND (attribute_not_exists(revision) OR revision <= :revision)";

const letGo = async (
  table: Table,
  { id, revision }: Pick<Revised, "id" | "revision">,
  accounts: readonly Entity.Account[],
): Promise<void> => {
  for (const { accountId, platform } of accounts) {
    await table.remove(accountKey(platform, accountId), {
      ConditionExpression: heldBy,
      ExpressionAttributeValues: { ":entity": id, ":revision": revision },
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
