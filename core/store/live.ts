import type * as Sla from "#core/sla";
import { connectionKey, listenerKey, ticketKey, watermarkKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** Who may open a live connection with a ticket, and until when its token is good. */
export type Ticket = {
  readonly entityId: string;
  readonly agentId: string;
  /** The ticket's own end. */
  readonly expiresAt: Sla.Instant;
  /** The access token's end: the connection closes then. */
  readonly sessionExpiresAt: Sla.Instant;
  /** Whoever asked for it may decide about replies that wait. */
  readonly mayApprove?: true;
};

export type Connection = {
  readonly connectionId: string;
  readonly entityId: string;
  readonly agentId: string;
  readonly expiresAt: Sla.Instant;
  readonly mayApprove?: true;
  /** What its page last said it shows. */
  readonly attention?: Attention;
};

/** `turn` grows with everything a page says: frames may be read in another order than they were sent in. */
export type Attention = {
  readonly conversationId?: string;
  readonly messageId?: string;
  readonly isWriting: boolean;
  readonly turn: number;
};

export const putTicket = async (table: Table, ticketHash: string, ticket: Ticket): Promise<void> => {
  await table.put({ ...ticketKey(ticketHash), ...ticket, [expiryAttribute]: expirySeconds(ticket.expiresAt) });
};

/** Takes the ticket away and answers it; undefined when it is unknown, used or expired. */
export const redeemTicket = async (table: Table, ticketHash: string, now: Sla.Instant): Promise<Ticket | undefined> => {
  const item = await table.remove(ticketKey(ticketHash), { ConditionExpression: "attribute_exists(pk)" });
  if (item === undefined || String(item["expiresAt"]) <= now) return undefined;
  return {
    entityId: String(item["entityId"]),
    agentId: String(item["agentId"]),
    expiresAt: String(item["expiresAt"]),
    sessionExpiresAt: String(item["sessionExpiresAt"]),
    ...mayApproveIn(item),
  };
};

export const putConnection = async (table: Table, connection: Connection): Promise<void> => {
  const expiry = { [expiryAttribute]: expirySeconds(connection.expiresAt) };
  await table.put({ ...connectionKey(connection.connectionId), ...connection, ...expiry });
  await table.put({ ...listenerKey(connection.entityId, connection.connectionId), ...connection, ...expiry });
};

export const readConnection = async (table: Table, connectionId: string): Promise<Connection | undefined> => {
  const item = await table.get(connectionKey(connectionId));
  return item === undefined ? undefined : openConnection(item);
};

export const removeConnection = async (table: Table, connection: Connection): Promise<void> => {
  await table.remove(listenerKey(connection.entityId, connection.connectionId));
  await table.remove(connectionKey(connection.connectionId));
};

export const listConnections = async (table: Table, entityId: string): Promise<readonly Connection[]> => {
  const { pk } = listenerKey(entityId, "");
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": pk, ":prefix": "CONN#" },
    ConsistentRead: true,
  });
  return items.map(openConnection);
};

/** Keeps what a page shows; false when it has said something newer, or has left. */
export const setAttention = async (table: Table, connectionId: string, attention: Attention): Promise<boolean> => {
  const item = await table.update(connectionKey(connectionId), {
    UpdateExpression: "SET attention = :attention",
    ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(attention) OR attention.#turn < :turn)",
    ExpressionAttributeNames: { "#turn": "turn" },
    ExpressionAttributeValues: { ":attention": attention, ":turn": attention.turn },
  });
  return item !== undefined;
};

/** Counts one more frame told to an entity's pages; a page that misses a number knows it missed a frame. */
export const nextSequence = async (table: Table, entityId: string): Promise<number> => {
  const item = await table.update(watermarkKey(entityId), {
    UpdateExpression: "ADD seq :one",
    ExpressionAttributeValues: { ":one": 1 },
  });
  return Number(item?.["seq"] ?? 0);
};

export const readSequence = async (table: Table, entityId: string): Promise<number> =>
  Number((await table.get(watermarkKey(entityId)))?.["seq"] ?? 0);

const openConnection = (item: Item): Connection => ({
  connectionId: String(item["connectionId"]),
  entityId: String(item["entityId"]),
  agentId: String(item["agentId"]),
  expiresAt: String(item["expiresAt"]),
  ...mayApproveIn(item),
  ...(item["attention"] === undefined ? {} : { attention: item["attention"] as Attention }),
});

const mayApproveIn = (item: Item): Pick<Ticket, "mayApprove"> =>
  item["mayApprove"] === true ? { mayApprove: true } : {};
