import type * as Template from "#core/template";
import { templateKey, templateUseKey, templateVersionKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/** `revision` counts its changes: a change holds only on the one it was made from. */
export type KeptTemplate = { readonly template: Template.Template; readonly revision: number };

/** How often a template was used, how often its words were changed, and what became of those conversations. */
export type TemplateUse = {
  readonly used: number;
  readonly changed: number;
  readonly outcomes: Readonly<Record<string, number>>;
};

export const listTemplates = async (table: Table, entityId: string): Promise<readonly KeptTemplate[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": templateKey(entityId, "").pk },
    ConsistentRead: true,
  });
  return items.map(openTemplate);
};

export const readTemplate = async (
  table: Table,
  entityId: string,
  templateId: string,
): Promise<KeptTemplate | undefined> => {
  const item = await table.get(templateKey(entityId, templateId));
  return item === undefined ? undefined : openTemplate(item);
};

/** Keeps a template as it is after a change of `revision`, 0 for a new one; false when another change came first. */
export const putTemplate = (table: Table, entityId: string, { revision, template }: KeptTemplate): Promise<boolean> =>
  table.put(
    { ...templateKey(entityId, template.id), revision: revision + 1, template: JSON.stringify(template) },
    revision === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : { ConditionExpression: "revision = :before", ExpressionAttributeValues: { ":before": revision } },
  );

/** Keeps a version that is over. */
export const putTemplateVersion = async (
  table: Table,
  entityId: string,
  templateId: string,
  version: Template.Version,
): Promise<void> => {
  await table.put({
    ...templateVersionKey(entityId, templateId, version.number),
    version: JSON.stringify(version),
  });
};

/** Versions that are over, newest first. */
export const listTemplateVersions = async (
  table: Table,
  entityId: string,
  templateId: string,
): Promise<readonly Template.Version[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": templateVersionKey(entityId, templateId, 0).pk },
    ScanIndexForward: false,
    ConsistentRead: true,
  });
  return items.map((item) => JSON.parse(String(item["version"])) as Template.Version);
};

/** Counts are figures: a crash may lose one, and none decides anything. */
export const countTemplateUse = async (
  table: Table,
  entityId: string,
  templateId: string,
  counted: "used" | "changed" | `outcome:${string}`,
): Promise<void> => {
  await table.update(templateUseKey(entityId, templateId), {
    UpdateExpression: "ADD #counted :one",
    ExpressionAttributeNames: { "#counted": counted },
    ExpressionAttributeValues: { ":one": 1 },
  });
};

export const listTemplateUse = async (table: Table, entityId: string): Promise<ReadonlyMap<string, TemplateUse>> => {
  const { pk, sk } = templateUseKey(entityId, "");
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
  });
  return new Map(items.map((item) => [String(item["sk"]).slice(sk.length), openUse(item)]));
};

const openTemplate = (item: Item): KeptTemplate => ({
  template: JSON.parse(String(item["template"])) as Template.Template,
  revision: Number(item["revision"]),
});

const openUse = (item: Item): TemplateUse => ({
  used: Number(item["used"] ?? 0),
  changed: Number(item["changed"] ?? 0),
  outcomes: Object.fromEntries(
    Object.entries(item).flatMap(([name, count]) =>
      name.startsWith("outcome:") ? [[name.slice("outcome:".length), Number(count)] as const] : [],
    ),
  ),
});
