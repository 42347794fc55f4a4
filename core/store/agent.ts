import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import { agentKey } from "./key.ts";
import { ifRevision, nextRevision } from "./revision.ts";
import type { Item, Table } from "./table.ts";

/** An agent at work: who, until when presence is believed, and the conversations that fill the slots. */
export type Desk = {
  readonly agent: Entity.Agent;
  readonly presentUntil?: Sla.Instant;
  /** On a break: keeps what it has and gets nothing new, until the agent says otherwise. */
  readonly isAway: boolean;
  readonly conversationIds: readonly string[];
  /** Slots in use: a conversation fills one, or as many as were claimed for it. */
  readonly load: number;
  readonly idleSince: Sla.Instant;
  /** When work was last taken or given. */
  readonly activeAt: Sla.Instant;
};

const epoch = "1970-01-01T00:00:00.000Z";

/**
 * Keeps what is said of an agent as the revision after the one it names; slots and presence stay.
 * @throws settings.changed when somebody else's revision came first
 */
export const putAgent = async (table: Table, agent: Entity.Agent): Promise<void> => {
  const revision = nextRevision(agent);
  const condition = ifRevision(agent.revision);
  const item = await table.update(agentKey(agent.entityId, agent.id), {
    ...condition,
    UpdateExpression: "SET profile = :profile, revision = :next",
    ExpressionAttributeValues: {
      ...condition.ExpressionAttributeValues,
      ":profile": JSON.stringify({ ...agent, revision }),
      ":next": revision,
    },
  });
  if (item === undefined) throw new Fault("settings.changed");
};

export const readDesk = async (table: Table, entityId: string, agentId: string): Promise<Desk | undefined> => {
  const item = await table.get(agentKey(entityId, agentId));
  return item === undefined ? undefined : openDesk(item);
};

export const listDesks = async (table: Table, entityId: string): Promise<readonly Desk[]> => {
  const { pk } = agentKey(entityId, "");
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
    ConsistentRead: true,
  });
  return items.map(openDesk);
};

/** Presence is believed until an instant, and renewed by the heartbeat. */
export const setPresence = async (
  table: Table,
  { agentId, entityId }: SlotKey,
  presentUntil: Sla.Instant,
): Promise<void> => {
  await table.update(agentKey(entityId, agentId), {
    ConditionExpression: "attribute_exists(profile)",
    UpdateExpression: "SET presentUntil = :until",
    ExpressionAttributeValues: { ":until": presentUntil },
  });
};

/** A break begins or ends. */
export const setAway = async (table: Table, { agentId, entityId }: SlotKey, isAway: boolean): Promise<void> => {
  await table.update(agentKey(entityId, agentId), {
    ConditionExpression: "attribute_exists(profile)",
    UpdateExpression: "SET isAway = :away",
    ExpressionAttributeValues: { ":away": isAway },
  });
};

/** Goes home: from now on the agent is not there, whatever the last heartbeat promised. */
export const endPresence = async (table: Table, { agentId, entityId }: SlotKey, now: Sla.Instant): Promise<void> => {
  await table.update(agentKey(entityId, agentId), {
    ConditionExpression: "attribute_exists(profile)",
    UpdateExpression: "SET presentUntil = :now, isAway = :away",
    ExpressionAttributeValues: { ":now": now, ":away": false },
  });
};

/**
 * Takes slots of the agent's for a conversation, one unless said otherwise, once, as far as the capacity goes. Without
 * a capacity (a person took it by hand) there is no limit.
 * @returns whether the slot is held
 */
export const claimSlot = async (
  table: Table,
  key: SlotKey,
  claim: {
    readonly conversationId: string;
    readonly now: Sla.Instant;
    readonly capacity?: number;
    readonly slots?: number;
  },
): Promise<boolean> => {
  const { capacity, conversationId, now, slots = 1 } = claim;
  if (capacity !== undefined && slots > capacity) return false;
  const room = "attribute_not_exists(slots) OR contains(slots, :id) OR size(slots) <= :left";
  const item = await table.update(agentKey(key.entityId, key.agentId), {
    UpdateExpression: "ADD slots :ids SET activeAt = :now",
    ConditionExpression:
      capacity === undefined ? "attribute_exists(profile)" : `attribute_exists(profile) AND (${room})`,
    ExpressionAttributeValues: {
      ":ids": new Set(slotIds(conversationId).slice(0, slots)),
      ":now": now,
      ...(capacity === undefined ? {} : { ":id": conversationId, ":left": capacity - slots }),
    },
  });
  return item !== undefined;
};

type SlotKey = { readonly entityId: string; readonly agentId: string };

/** @returns the agent's desk after it; undefined where there was nothing to give back */
export const releaseSlot = (
  table: Table,
  key: SlotKey,
  conversationId: string,
  now: Sla.Instant,
): Promise<Desk | undefined> => release(table, key, conversationId, { now });

/** Gives back slots that nobody came back for, unless the agent claimed any since `quietSince`: it may be these. */
export const releaseStaleSlot = async (
  table: Table,
  key: SlotKey,
  conversationId: string,
  at: { readonly now: Sla.Instant; readonly quietSince: Sla.Instant },
): Promise<void> => {
  await release(table, key, conversationId, at);
};

const release = async (
  table: Table,
  key: SlotKey,
  conversationId: string,
  { now, quietSince }: { readonly now: Sla.Instant; readonly quietSince?: Sla.Instant },
): Promise<Desk | undefined> => {
  const isQuiet = quietSince === undefined ? "" : " AND activeAt <= :quietSince";
  const item = await table.update(agentKey(key.entityId, key.agentId), {
    UpdateExpression: "DELETE slots :ids SET idleSince = :now",
    ConditionExpression: `contains(slots, :id)${isQuiet}`,
    ExpressionAttributeValues: {
      ":ids": new Set(slotIds(conversationId)),
      ":id": conversationId,
      ":now": now,
      ...(quietSince === undefined ? {} : { ":quietSince": quietSince }),
    },
  });
  return item === undefined ? undefined : openDesk(item);
};

/** A slot is named for the conversation that fills it; further ones of the same are numbered. */
const slotIds = (conversationId: string): readonly string[] => [conversationId, `${conversationId}#2`];

const openDesk = (item: Item): Desk => {
  const slots = item["slots"] instanceof Set ? [...item["slots"]].map(String) : [];
  const presentUntil = item["presentUntil"];
  return {
    agent: JSON.parse(String(item["profile"])) as Entity.Agent,
    ...(typeof presentUntil === "string" ? { presentUntil } : {}),
    isAway: item["isAway"] === true,
    conversationIds: slots.filter((id) => !id.includes("#")),
    load: slots.length,
    idleSince: typeof item["idleSince"] === "string" ? item["idleSince"] : epoch,
    activeAt: typeof item["activeAt"] === "string" ? item["activeAt"] : epoch,
  };
};
