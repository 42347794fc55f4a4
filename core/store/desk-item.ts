import type * as Desk from "#core/desk";
import { macroKey, savedViewsKey, tagKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/** An entity's tags, retired ones too: old conversations still name them. */
export const listTags = async (table: Table, entityId: string): Promise<readonly Desk.Tag[]> =>
  (await listPartition(table, tagKey(entityId, "").pk)).map((item) => JSON.parse(String(item["tag"])) as Desk.Tag);

export const putTag = async (table: Table, entityId: string, tag: Desk.Tag): Promise<void> => {
  await table.put({ ...tagKey(entityId, tag.id), tag: JSON.stringify(tag) });
};

export const readTag = async (table: Table, entityId: string, tagId: string): Promise<Desk.Tag | undefined> => {
  const item = await table.get(tagKey(entityId, tagId));
  return item === undefined ? undefined : (JSON.parse(String(item["tag"])) as Desk.Tag);
};

export const listMacros = async (table: Table, entityId: string): Promise<readonly Desk.Macro[]> =>
  (await listPartition(table, macroKey(entityId, "").pk)).map(
    (item) => JSON.parse(String(item["macro"])) as Desk.Macro,
  );

export const putMacro = async (table: Table, entityId: string, macro: Desk.Macro): Promise<void> => {
  await table.put({ ...macroKey(entityId, macro.id), macro: JSON.stringify(macro) });
};

export const removeMacro = async (table: Table, entityId: string, macroId: string): Promise<void> => {
  await table.remove(macroKey(entityId, macroId));
};

/** An agent's own lists, in the agent's order. */
export const readSavedViews = async (
  table: Table,
  entityId: string,
  agentId: string,
): Promise<readonly Desk.SavedView[]> => {
  const item = await table.get(savedViewsKey(entityId, agentId));
  return item === undefined ? [] : (JSON.parse(String(item["views"])) as Desk.SavedView[]);
};

export const putSavedViews = async (
  table: Table,
  entityId: string,
  agentId: string,
  views: readonly Desk.SavedView[],
): Promise<void> => {
  await table.put({ ...savedViewsKey(entityId, agentId), views: JSON.stringify(views) });
};

const listPartition = (table: Table, pk: string): Promise<readonly Item[]> =>
  table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
    ConsistentRead: true,
  });
