import type * as Incident from "#core/incident";
import type * as Sla from "#core/sla";
import { alertsKey, tallyKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** Minutes are looked at while they are recent, quarters of an hour compared for eight weeks. */
const spans = {
  minute: { milliseconds: 60_000, keptSeconds: 24 * 3600 },
  quarter: { milliseconds: 15 * 60_000, keptSeconds: 70 * 24 * 3600 },
} as const;
export type Span = keyof typeof spans;

/** Counts a conversation that began at an instant, in its minute and in its quarter of an hour. */
export const countBeginning = async (table: Table, entityId: string, at: Sla.Instant, topic: string): Promise<void> => {
  for (const span of ["minute", "quarter"] as const) {
    const startedAt = startOf(span, at);
    await table.update(tallyKey(entityId, span, startedAt), {
      UpdateExpression: "ADD #total :one, #topic :one SET #expiry = :expiry",
      ExpressionAttributeNames: { "#total": "total", "#topic": `topic:${topic}`, "#expiry": expiryAttribute },
      ExpressionAttributeValues: {
        ":one": 1,
        ":expiry": expirySeconds(startedAt, spans[span].keptSeconds),
      },
    });
  }
};

/** Tallies that start between two instants, both included. */
export const listTallies = async (
  table: Table,
  entityId: string,
  span: Span,
  { from, to }: { readonly from: Sla.Instant; readonly to: Sla.Instant },
): Promise<readonly Incident.Tally[]> => {
  const { pk } = tallyKey(entityId, span, "");
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: { ":pk": pk, ":from": startOf(span, from), ":to": to },
  });
  return items.map(openTally);
};

/** What supervisors have been told of and is not over. */
export const readAlerts = async (table: Table, entityId: string): Promise<readonly Incident.Alert[]> => {
  const item = await table.get(alertsKey(entityId));
  return item === undefined ? [] : (JSON.parse(String(item["alerts"])) as readonly Incident.Alert[]);
};

export const putAlerts = async (table: Table, entityId: string, alerts: readonly Incident.Alert[]): Promise<void> => {
  await table.put({ ...alertsKey(entityId), alerts: JSON.stringify(alerts) });
};

const startOf = (span: Span, at: Sla.Instant): Sla.Instant => {
  const { milliseconds } = spans[span];
  return new Date(Math.floor(Date.parse(at) / milliseconds) * milliseconds).toISOString();
};

const openTally = (item: Item): Incident.Tally => ({
  startedAt: String(item["sk"]),
  total: Number(item["total"] ?? 0),
  topics: Object.fromEntries(
    Object.entries(item).flatMap(([name, count]) =>
      name.startsWith("topic:") ? [[name.slice("topic:".length), Number(count)]] : [],
    ),
  ),
});
