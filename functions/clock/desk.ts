import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { forEachOf } from "./each.ts";

/** A heartbeat missing this long means that the agent has gone: the work returns to the team. */
const silenceMilliseconds = 10 * 60_000;

/** From claiming a slot to the commit it is for; a younger claim may still be on its way to its commit. */
const claimMilliseconds = 60_000;
const pageCards = 100;

/**
 * Makes slots agree with who holds what: gives back those whose conversation is not the agent's, claims those that were
 * lost; and gives back the work of agents who went silent or were removed.
 */
export const reconcile = async (runtime: Runtime, entityId: string): Promise<void> => {
  for (const desk of await runtime.store.listDesks(entityId)) {
    const conversationIds = new Set([...desk.conversationIds, ...(await listHeld(runtime, entityId, desk.agent.id))]);
    const keys = [...conversationIds].map((conversationId) => ({ entityId, conversationId }));
    await forEachOf(runtime, "clock.slot-failed", keys, (key) => settle(runtime, key, desk));
  }
};

/** What the list says an agent holds: a hint, the head decides. */
const listHeld = async ({ store }: Runtime, entityId: string, agentId: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: pageCards, ...(cursor === undefined ? {} : { cursor }) };
    const { cards, cursor: next } = await store.listCards(entityId, { kind: "assignee", agentId }, page);
    ids.push(...cards.map((card) => card.id));
    cursor = next;
  } while (cursor !== undefined);
  return ids;
};

const settle = async (runtime: Runtime, key: Store.ConversationKey, desk: Store.Desk): Promise<void> => {
  const { conversationId, entityId } = key;
  const now = runtime.now();
  const slot = { entityId, agentId: desk.agent.id };
  const hasSlot = desk.conversationIds.includes(conversationId);
  const reason = departureOf(desk, now);
  const state = (await runtime.store.readHead(key))?.state;
  if (state?.assigneeId !== desk.agent.id) {
    const quietSince = new Date(Date.parse(now) - claimMilliseconds).toISOString();
    if (hasSlot) await runtime.store.releaseStaleSlot(slot, conversationId, { now, quietSince });
  } else if (reason !== undefined) {
    await obey(runtime, key, {
      command: { type: "unassign", reason },
      commitId: `unassign:${runtime.newId()}`,
      actor: { kind: "system", id: "clock" },
    });
  } else if (!hasSlot && state.status === "open") {
    await runtime.store.claimSlot(slot, { conversationId, slots: Routing.slotsOf(state.channel), now });
  }
};

const departureOf = ({ activeAt, agent, presentUntil }: Store.Desk, now: string): "removed" | "silent" | undefined => {
  if (agent.removed === true) return "removed";
  if (presentUntil === undefined) return undefined;
  const heardUntil = presentUntil > activeAt ? presentUntil : activeAt;
  return Date.parse(heardUntil) + silenceMilliseconds < Date.parse(now) ? "silent" : undefined;
};
