import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import { type ConversationKey, firstByteOf } from "./key.ts";
import { type IndexName, partitionKeyOf, sortKeyOf } from "./schema.ts";

const timeShards = 8;

export const statusPk = (entityId: string, status: Conversation.ListKeys["status"]): string =>
  `E#${entityId}#${status}`;
export const assigneePk = (entityId: string, agentId: string): string => `E#${entityId}#ASSIGNEE#${agentId}`;
export const waitingPk = (entityId: string, teamId: string): string => `E#${entityId}#WAITING#${teamId}`;
/** Conversations under review share a sparse index with those that wait for an agent: none is both. */
export const reviewPk = (entityId: string): string => `E#${entityId}#REVIEW`;
/** Posts that listening found share it too: they wait for no agent. */
export const overheardPk = (entityId: string): string => `E#${entityId}#OVERHEARD`;
/** Timers and undelivered replies in order of time, in shards so that a busy minute does not heat one partition. */
export const timerPks = (): readonly string[] => Array.from({ length: timeShards }, (_, shard) => `TIMER#${shard}`);
export const outboxPks = (): readonly string[] => Array.from({ length: timeShards }, (_, shard) => `OUTBOX#${shard}`);

/** The index attributes of a head. An absent key keeps the head out of that index; DynamoDB refuses empty ones. */
export const indexAttributes = (key: ConversationKey, keys: Conversation.ListKeys): Record<string, string> => {
  const shard = shardOf(key.conversationId);
  const sort = (at: Sla.Instant): string => `${at}#${key.entityId}#${key.conversationId}`;
  const rows: readonly (readonly [IndexName, string | undefined, string | undefined])[] = [
    ["byStatus", statusPk(key.entityId, keys.status), keys.sortAt],
    ["byAssignee", keys.assigneeId === undefined ? undefined : assigneePk(key.entityId, keys.assigneeId), keys.sortAt],
    ["byWaiting", ...waitingOf(key, keys)],
    ["byLatest", keys.status === "open" ? statusPk(key.entityId, "open") : undefined, keys.latestAt],
    ["byTimer", keys.timerAt === undefined ? undefined : `TIMER#${shard}`, keys.timerAt],
    ["byOutbox", keys.outboxAt === undefined ? undefined : `OUTBOX#${shard}`, keys.outboxAt],
  ];
  return Object.fromEntries(
    rows.flatMap(([index, pk, at]) =>
      pk === undefined || at === undefined
        ? []
        : [
            [partitionKeyOf(index), pk],
            [sortKeyOf(index), sort(at)],
          ],
    ),
  );
};

const waitingOf = (
  { entityId }: ConversationKey,
  { isOverheard, isUnderReview, sortAt, waiting }: Conversation.ListKeys,
): readonly [string | undefined, string | undefined] => {
  if (isOverheard === true) return [overheardPk(entityId), sortAt];
  if (isUnderReview === true) return [reviewPk(entityId), sortAt];
  return waiting === undefined ? [undefined, undefined] : [waitingPk(entityId, waiting.teamId), waiting.at];
};

/** The inverse of a sort key in an index: `<instant>#<entity>#<conversation>`. */
export const readSort = (sort: string): ConversationKey & { readonly at: Sla.Instant } => {
  const [at = "", entityId = "", conversationId = ""] = sort.split("#");
  return { at, entityId, conversationId };
};

const shardOf = (conversationId: string): number => firstByteOf(conversationId) % timeShards;
