import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import { openCard } from "./card.ts";
import { assigneePk, outboxPks, overheardPk, readSort, reviewPk, statusPk, timerPks, waitingPk } from "./index-key.ts";
import { type ConversationKey, conversationPk, headKey } from "./key.ts";
import { type IndexName, partitionKeyOf, sortKeyOf } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** Which list to read. A list is a hint and lags: every command reads the head. */
export type List =
  | { readonly kind: "status"; readonly status: Conversation.ListKeys["status"] }
  | { readonly kind: "assignee"; readonly agentId: string }
  | { readonly kind: "waiting"; readonly teamId: string }
  /** What a second person has to look at. */
  | { readonly kind: "review" }
  /** What listening found and nobody took up. */
  | { readonly kind: "overheard" }
  /** Open ones by their newest message. */
  | { readonly kind: "latest" };

export type Page = { readonly cards: readonly Conversation.Card[]; readonly cursor?: string };

type Reading = { readonly limit: number; readonly cursor?: string; readonly newestFirst?: boolean };

/**
 * Open conversations by earliest deadline, closed ones by newest closing, unless asked otherwise. The cursor is the last
 * sort key, which names its entity; one of another entity is not accepted.
 */
export const listCards = async (table: Table, entityId: string, list: List, reading: Reading): Promise<Page> => {
  const { cursor, items } = await readPage(table, entityId, list, reading);
  const cards = items.map(openCard);
  return cursor === undefined ? { cards } : { cards, cursor };
};

/** What a narrowed list reads on at a time, and the most it reads for one answer: 250 read units where a card has 1 KB. */
const cardsPerRead = 250;
const mostCardsRead = 2_000;

/**
 * The cards of a list that are wanted, in the order of `listCards`. The card alone tells, so nothing but the index is
 * read. A narrow question reads on, but not without end: the cursor goes on from there.
 */
export const findCards = async (
  table: Table,
  entityId: string,
  list: List,
  wanted: Reading & { readonly isWanted: (card: Conversation.Card) => boolean },
): Promise<Page> => {
  const { isWanted, limit } = wanted;
  const found: Conversation.Card[] = [];
  let reading: Reading = wanted;
  for (let read = 0; read < mostCardsRead; ) {
    const { cursor, index, items } = await readPage(table, entityId, list, reading);
    read += items.length;
    for (const item of items) {
      const card = openCard(item);
      if (!isWanted(card)) continue;
      found.push(card);
      if (found.length < limit) continue;
      const isLast = item === items.at(-1) && cursor === undefined;
      return isLast ? { cards: found } : { cards: found, cursor: cursorOf(index, item) };
    }
    if (cursor === undefined) return { cards: found };
    reading = { ...reading, cursor, limit: cardsPerRead };
  }
  return reading.cursor === undefined ? { cards: found } : { cards: found, cursor: reading.cursor };
};

const readPage = async (
  table: Table,
  entityId: string,
  list: List,
  { cursor, limit, newestFirst = list.kind === "status" && list.status !== "open" }: Reading,
): Promise<{ readonly index: IndexName; readonly items: readonly Item[]; readonly cursor?: string }> => {
  const [index, pk] = indexOf(entityId, list);
  const start = cursor === undefined ? undefined : startKey(entityId, index, pk, cursor);
  const { items, last } = await table.query({
    IndexName: index,
    ...matching(index, pk),
    Limit: limit,
    ScanIndexForward: !newestFirst,
    ...(start === undefined ? {} : { ExclusiveStartKey: start }),
  });
  return last === undefined ? { index, items } : { index, items, cursor: cursorOf(index, last) };
};

const cursorOf = (index: IndexName, item: Item): string =>
  Buffer.from(String(item[sortKeyOf(index)])).toString("base64url");

/** A stretch of a team's line: after one instant, up to another, that one included. */
export type Stretch = { readonly after?: Sla.Instant; readonly until?: Sla.Instant };

/**
 * Conversations of a team that wait for an agent, a page of a stretch of its line: what cannot wait first, then by
 * earliest deadline. The cursor goes on in the same stretch.
 */
export const listWaiting = async (
  table: Table,
  { entityId, teamId }: { readonly entityId: string; readonly teamId: string },
  { after = "0000", until = "9999" }: Stretch,
  { cursor, limit }: Pick<Reading, "cursor" | "limit">,
): Promise<Page> => {
  const pk = waitingPk(entityId, teamId);
  const start = cursor === undefined ? undefined : startKey(entityId, "byWaiting", pk, cursor);
  const { items, last } = await table.query({
    IndexName: "byWaiting",
    ...between("byWaiting", { pk, after, until }),
    Limit: limit,
    ...(start === undefined ? {} : { ExclusiveStartKey: start }),
  });
  const cards = items.map(openCard);
  return last === undefined ? { cards } : { cards, cursor: cursorOf("byWaiting", last) };
};

/** The cards of some conversations, in the order asked for, as they are at this moment; unknown ones are left out. */
export const readCards = async (
  table: Table,
  entityId: string,
  ids: readonly string[],
): Promise<readonly Conversation.Card[]> => {
  const items = await table.getMany([...new Set(ids)].map((conversationId) => headKey({ entityId, conversationId })));
  const cards = new Map(items.map(openCard).map((card) => [card.id, card]));
  return ids.flatMap((id) => cards.get(id) ?? []);
};

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

type Span = Required<Stretch> & { readonly pk: string };

const listDue = async (table: Table, index: IndexName, span: Span): Promise<readonly Due[]> => {
  const items = await table.queryAll({ IndexName: index, ...between(index, span) });
  return items.map((item) => readSort(String(item[sortKeyOf(index)])));
};

const between = (index: IndexName, { after, pk, until }: Span) => ({
  KeyConditionExpression: "#pk = :pk AND #sk BETWEEN :after AND :until",
  ExpressionAttributeNames: { "#pk": partitionKeyOf(index), "#sk": sortKeyOf(index) },
  ExpressionAttributeValues: { ":pk": pk, ":after": end(after), ":until": end(until) },
});

const indexOf = (entityId: string, list: List): readonly [IndexName, string] => {
  switch (list.kind) {
    case "status":
      return ["byStatus", statusPk(entityId, list.status)];
    case "assignee":
      return ["byAssignee", assigneePk(entityId, list.agentId)];
    case "waiting":
      return ["byWaiting", waitingPk(entityId, list.teamId)];
    case "review":
      return ["byWaiting", reviewPk(entityId)];
    case "overheard":
      return ["byWaiting", overheardPk(entityId)];
    case "latest":
      return ["byLatest", statusPk(entityId, "open")];
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
