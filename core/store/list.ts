import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import {
  assigneePk,
  type ConversationKey,
  conversationPk,
  minuteOf,
  outboxPks,
  readSort,
  statusPk,
  timerPks,
  waitingPk,
} from "./key.ts";
import { type IndexName, partitionKeyOf, sortKeyOf } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** Which list to read. A list is a hint and lags: every command reads the head. */
export type List =
  | { readonly kind: "status"; readonly status: "open" | "closed" }
  | { readonly kind: "assignee"; readonly agentId: string }
  | { readonly kind: "waiting"; readonly teamId: string };

export type Page = { readonly cards: readonly Conversation.Card[]; readonly cursor?: string };

/**
 * Open conversations by earliest deadline, closed ones by newest closing. The cursor is the last sort key, which names
 * its entity; one of another entity is not accepted.
 */
export const listCards = async (
  table: Table,
  entityId: string,
  list: List,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page> => {
  const [index, pk] = indexOf(entityId, list);
  const start = page.cursor === undefined ? undefined : startKey(entityId, index, pk, page.cursor);
  const { items, last } = await table.query({
    IndexName: index,
    ...matching(index, pk),
    Limit: page.limit,
    ScanIndexForward: !(list.kind === "status" && list.status === "closed"),
    ...(start === undefined ? {} : { ExclusiveStartKey: start }),
  });
  const cards = items.map(openCard);
  return last === undefined
    ? { cards }
    : { cards, cursor: Buffer.from(String(last[sortKeyOf(index)])).toString("base64url") };
};

/** Every conversation of a team that waits for an agent, earliest deadline first. */
export const listWaiting = async (
  table: Table,
  entityId: string,
  teamId: string,
): Promise<readonly Conversation.Card[]> =>
  (await table.queryAll({ IndexName: "byWaiting", ...matching("byWaiting", waitingPk(entityId, teamId)) })).map(
    openCard,
  );

export type Due = ConversationKey & { readonly at: Sla.Instant };

/** Timers of one minute (`2026-11-23T09:41`), all shards. */
export const listTimers = async (table: Table, minute: string): Promise<readonly Due[]> =>
  (await Promise.all(timerPks(minute).map((pk) => listDue(table, "byTimer", pk)))).flat();

/** Conversations with a reply that should have been looked at by `until`. */
export const listUndelivered = async (table: Table, until: Sla.Instant): Promise<readonly Due[]> =>
  (await Promise.all(outboxPks().map((pk) => listDue(table, "byOutbox", pk, until)))).flat();

export const minutesBetween = (from: Sla.Instant, to: Sla.Instant): readonly string[] => {
  const minutes: string[] = [];
  for (let at = Date.parse(`${minuteOf(from)}:00.000Z`); at <= Date.parse(to); at += 60_000) {
    minutes.push(minuteOf(new Date(at).toISOString()));
  }
  return minutes;
};

const listDue = async (table: Table, index: IndexName, pk: string, until?: Sla.Instant): Promise<readonly Due[]> => {
  const sort = sortKeyOf(index);
  const items = await table.queryAll({
    IndexName: index,
    KeyConditionExpression: until === undefined ? "#pk = :pk" : "#pk = :pk AND #sk <= :until",
    ExpressionAttributeNames: { "#pk": partitionKeyOf(index), ...(until === undefined ? {} : { "#sk": sort }) },
    ExpressionAttributeValues: { ":pk": pk, ...(until === undefined ? {} : { ":until": `${until}#~` }) },
  });
  return items.map((item) => readSort(String(item[sort])));
};

const indexOf = (entityId: string, list: List): readonly [IndexName, string] => {
  switch (list.kind) {
    case "status":
      return ["byStatus", statusPk(entityId, list.status)];
    case "assignee":
      return ["byAssignee", assigneePk(entityId, list.agentId)];
    case "waiting":
      return ["byWaiting", waitingPk(entityId, list.teamId)];
  }
};

const matching = (index: IndexName, pk: string) => ({
  KeyConditionExpression: "#pk = :pk",
  ExpressionAttributeNames: { "#pk": partitionKeyOf(index) },
  ExpressionAttributeValues: { ":pk": pk },
});

const startKey = (entityId: string, index: IndexName, pk: string, cursor: string): Item | undefined => {
  const sort = Buffer.from(cursor, "base64url").toString("utf8");
  const key = readSort(sort);
  if (key.entityId !== entityId || key.conversationId === "") return undefined;
  return { pk: conversationPk(key), sk: "HEAD", [partitionKeyOf(index)]: pk, [sortKeyOf(index)]: sort };
};

const openCard = (item: Item): Conversation.Card => JSON.parse(String(item["card"])) as Conversation.Card;
