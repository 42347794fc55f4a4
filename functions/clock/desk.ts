import * as Instant from "#core/instant";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";
import { listHeld, obey, type Runtime } from "#functions/runtime";
import { forEachOf } from "./each.ts";

/** From claiming a slot to the commit it is for; a younger claim may still be on its way to its commit. */
const claimSeconds = 60;

/**
 * Makes slots agree with who holds what: gives back those whose conversation is not the agent's, claims those that were
 * lost; and gives back the work of agents who went silent or were removed.
 */
export const reconcile = async (runtime: Runtime, entityId: string): Promise<void> => {
  for (const desk of await runtime.store.listDesks(entityId)) {
    const conversationIds = await listHeld(runtime, desk);
    const keys = conversationIds.map((conversationId) => ({ entityId, conversationId }));
    await forEachOf(runtime, "clock.slot-failed", keys, (key) => settle(runtime, key, desk));
  }
};

const settle = async (runtime: Runtime, key: Store.ConversationKey, desk: Store.Desk): Promise<void> => {
  const { conversationId, entityId } = key;
  const now = runtime.now();
  const slot = { entityId, agentId: desk.agent.id };
  const hasSlot = desk.conversationIds.includes(conversationId);
  const state = (await runtime.store.readHead(key))?.state;
  const reason = departureOf(desk, state?.labels?.urgency === "urgent", now);
  if (state?.assigneeId !== desk.agent.id) {
    const quietSince = Instant.after(now, -claimSeconds);
    if (hasSlot) await runtime.store.releaseStaleSlot(slot, conversationId, { now, quietSince });
  } else if (reason !== undefined) {
    await obey(runtime, key, {
      command: { type: "unassign", reason, agentId: desk.agent.id },
      commitId: `unassign:${runtime.newId()}`,
      actor: { kind: "system", id: "clock" },
    });
  } else if (!hasSlot && state.status === "open") {
    await runtime.store.claimSlot(slot, { conversationId, slots: Routing.slotsOf(state.channel), now });
  }
};

const departureOf = (desk: Store.Desk, isUrgent: boolean, now: string): "removed" | "silent" | undefined => {
  if (desk.agent.removed === true) return "removed";
  return Routing.isSilent(desk, isUrgent, now) ? "silent" : undefined;
};
