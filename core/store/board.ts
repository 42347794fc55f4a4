import type * as Board from "#core/board";
import type * as Sla from "#core/sla";
import { boardKey, type ConversationKey } from "./key.ts";
import type { Item, Table } from "./table.ts";

/**
 * Every open conversation in a few bytes, in shards of one item each: an attribute a conversation, that begins with its
 * version. Writing it twice, or an older one late, changes nothing; counting is reading the shards.
 */
export const putStanding = async (table: Table, entityId: string, standing: Board.Standing): Promise<void> => {
  await table.update(boardKey(entityId, standing.conversationId), {
    UpdateExpression: "SET #id = :standing",
    ConditionExpression: "attribute_not_exists(#id) OR #id < :version",
    ExpressionAttributeNames: { "#id": standing.conversationId },
    ExpressionAttributeValues: { ":standing": seal(standing), ":version": versionOf(standing.version) },
  });
};

/** Removes a closed conversation, unless a later version of it stands there. */
export const removeStanding = async (
  table: Table,
  { conversationId, entityId }: ConversationKey,
  version: number,
): Promise<void> => {
  await table.update(boardKey(entityId, conversationId), {
    UpdateExpression: "REMOVE #id",
    ConditionExpression: "attribute_exists(#id) AND #id < :version",
    ExpressionAttributeNames: { "#id": conversationId },
    ExpressionAttributeValues: { ":version": versionOf(version) },
  });
};

export const readStanding = async (
  table: Table,
  { conversationId, entityId }: ConversationKey,
): Promise<Board.Standing | undefined> => {
  const entry = (await table.get(boardKey(entityId, conversationId)))?.[conversationId];
  return entry === undefined ? undefined : open(conversationId, String(entry));
};

export const listStandings = async (table: Table, entityId: string): Promise<readonly Board.Standing[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": boardKey(entityId, "").pk },
  });
  return items.flatMap(standingsOf);
};

const standingsOf = ({ pk: _pk, sk: _sk, ...entries }: Item): readonly Board.Standing[] =>
  Object.entries(entries).map(([conversationId, entry]) => open(conversationId, String(entry)));

const versionDigits = 10;
const versionOf = (version: number): string => String(version).padStart(versionDigits, "0");

const stands = ["calm", "at-risk", "breached"] as const;

/** Short on purpose: ten thousand of them are read at once. */
const seal = (standing: Board.Standing): string =>
  `${versionOf(standing.version)}${JSON.stringify([
    standing.teamId,
    standing.channel,
    stands.indexOf(standing.stand) + (standing.isUrgent ? 4 : 0) + (standing.isOutOfQueue ? 8 : 0),
    standing.agentId ?? 0,
    brief(standing.waitingSince),
    brief(standing.dueAt),
    ...(standing.incidentId === undefined ? [] : [standing.incidentId]),
  ])}`;

const open = (conversationId: string, entry: string): Board.Standing => {
  const [teamId, channel, flags, agentId, waitingSince, dueAt, incidentId] = JSON.parse(
    entry.slice(versionDigits),
  ) as readonly [string, string, number, string | 0, number, number, string?];
  return {
    conversationId,
    version: Number(entry.slice(0, versionDigits)),
    teamId,
    channel,
    stand: stands[flags % 4] ?? "calm",
    isUrgent: (flags & 4) !== 0,
    isOutOfQueue: (flags & 8) !== 0,
    ...(agentId === 0 ? {} : { agentId }),
    ...(waitingSince === 0 ? {} : { waitingSince: new Date(waitingSince).toISOString() }),
    ...(dueAt === 0 ? {} : { dueAt: new Date(dueAt).toISOString() }),
    ...(incidentId === undefined ? {} : { incidentId }),
  };
};

const brief = (at: Sla.Instant | undefined): number => (at === undefined ? 0 : Date.parse(at));
