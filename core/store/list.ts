import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import {
  assigneePk,
  type ConversationKey,
  conversationPk,
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

/** Timers after one instant up to another, that one included; only what is due is read. */
export const listTimers = async (table: Table, after: Sla.Instant, until: Sla.Instant): Promise<readonly Due[]> =>
  (await Promise.all(timerPks().map((pk) => listDue(table, "byTimer", { pk, after, until })))).flat();

/** Conversations with a reply that should have been looked at by `until`. */
export const listUndelivered = async (table: Table, until: Sla.Instant): Promise<readonly Due[]> =>
  (await Promise.all(outboxPks().map((pk) => listDue(table, "byOutbox", { pk, after: epoch, until })))).flat();

const epoch = "1970-01-01T00:00:00.000Z";

/** Sorts after every key that begins with the instant. */
const end = (at: Sla.Instant): string => `${at}~`;

const listDue = async (
  table: Table,
  index: IndexName,
  { after, pk, until }: { readonly pk: string; readonly after: Sla.Instant; readonly until: Sla.Instant },
): Promise<readonly Due[]> => {
  const sort = sortKeyOf(index);
  const items = await table.queryAll({
    IndexName: index,
    KeyConditionExpression: "#pk = :pk AND #sk BETWEEN :after AND :until",
    ExpressionAttributeNames: { "#pk": partitionKeyOf(index), "#sk": sort },
    ExpressionAttributeValues: { ":pk": pk, ":after": end(after), ":until": end(until) },
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
