import type * as Sla from "#core/sla";
import { reportKey } from "./key.ts";
import type { Table } from "./table.ts";

/** One mark that somebody called no personal data: the rule that made it and its kind. `id` is a keyed hash of where it stands. */
export type Report = { readonly id: string; readonly rule: string; readonly kind: string; readonly at: Sla.Instant };

/** Keeps a report once; the same mark reported again changes nothing. */
export const putReport = async (table: Table, entityId: string, report: Report): Promise<void> => {
  await table.put(
    { ...reportKey(entityId, report.id), ...report },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );
};

export const listReports = async (table: Table, entityId: string): Promise<readonly Report[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": reportKey(entityId, "").pk },
    ConsistentRead: true,
  });
  return items.map((item) => ({
    id: String(item["id"]),
    rule: String(item["rule"]),
    kind: String(item["kind"]),
    at: String(item["at"]),
  }));
};
