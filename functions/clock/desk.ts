import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { forEachOf } from "./each.ts";

/** A heartbeat missing this long means that the agent has gone: the work returns to the team. */
const silenceMilliseconds = 10 * 60_000;

/** Gives back slots whose conversation is not the agent's any more, and the work of agents who went silent or were removed. */
export const reconcile = async (runtime: Runtime, entityId: string): Promise<void> => {
  for (const desk of await runtime.store.listDesks(entityId)) {
    const reason = departureOf(desk, runtime.now());
    const keys = desk.conversationIds.map((conversationId) => ({ entityId, conversationId }));
    await forEachOf(runtime, "clock.slot-failed", keys, async (key) => {
      const state = (await runtime.store.readHead(key))?.state;
      if (state?.assigneeId !== desk.agent.id) {
        await runtime.store.releaseSlot({ entityId, agentId: desk.agent.id }, key.conversationId, runtime.now());
      } else if (reason !== undefined) {
        await obey(runtime, key, {
          command: { type: "unassign", reason },
          commitId: `unassign:${runtime.newId()}`,
          actor: { kind: "system", id: "clock" },
        });
      }
    });
  }
};

const departureOf = ({ activeAt, agent, presentUntil }: Store.Desk, now: string): "removed" | "silent" | undefined => {
  if (agent.removed === true) return "removed";
  if (presentUntil === undefined) return undefined;
  const heardUntil = presentUntil > activeAt ? presentUntil : activeAt;
  return Date.parse(heardUntil) + silenceMilliseconds < Date.parse(now) ? "silent" : undefined;
};
