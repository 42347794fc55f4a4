import type * as Board from "#core/board";
import type * as Sla from "#core/sla";
import { type ConversationKey, hourKey, promiseKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Table } from "./table.ts";

/** Single outcomes are kept until their hour is summed up, and some days more to sum it up again; hours for over a year. */
const keptSeconds = { outcome: 4 * 24 * 3600, hour: 400 * 24 * 3600 };

/** Keeps what one entry of a log said; the entry names it, so that keeping it twice is keeping it once. */
export const putOutcome = async (
  table: Table,
  { conversationId, entityId }: ConversationKey,
  entry: string,
  outcome: Board.Outcome,
): Promise<void> => {
  await table.put({
    ...promiseKey(entityId, `${outcome.at}#${conversationId}#${entry}`),
    outcome: JSON.stringify(outcome),
    [expiryAttribute]: expirySeconds(outcome.at, keptSeconds.outcome),
  });
};

/** Outcomes from an instant on, up to another, that one left out. */
export const listOutcomes = async (
  table: Table,
  entityId: string,
  { from, to }: Period,
): Promise<readonly Board.Outcome[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: { ":pk": promiseKey(entityId, "").pk, ":from": from, ":to": to },
  });
  return items.map((item) => JSON.parse(String(item["outcome"])) as Board.Outcome);
};

type Period = { readonly from: Sla.Instant; readonly to: Sla.Instant };

export const putHour = async (table: Table, entityId: string, hour: Board.Hour): Promise<void> => {
  await table.put({
    ...hourKey(entityId, hour.startedAt),
    hour: JSON.stringify(hour),
    [expiryAttribute]: expirySeconds(hour.startedAt, keptSeconds.hour),
  });
};

/** Hours that start between two instants, both included, oldest first; hours without any promise may be missing. */
export const listHours = async (
  table: Table,
  entityId: string,
  { from, to }: Period,
): Promise<readonly Board.Hour[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: { ":pk": hourKey(entityId, "").pk, ":from": from, ":to": to },
  });
  return items.map((item) => JSON.parse(String(item["hour"])) as Board.Hour);
};
