import type * as Entity from "#core/entity";
import { isRefusal } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";

/**
 * Does what an administrator asked, after writing it into the entity's log: there is no change without a trace. One that is
 * then refused gets a second entry that says so. One that fails otherwise may have been made, and the log does not say that
 * it was not. Without an event there is nothing to record.
 */
export const recorded = async <Result>(
  { newId, now, store }: Runtime,
  { agentId, entityId }: Caller,
  event: Entity.AdminEvent | undefined,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (event === undefined) return work();
  const append = (said: Entity.AdminEvent): Promise<number> =>
    store.appendAdmin(entityId, {
      commitId: `admin:${newId()}`,
      at: now(),
      actor: { kind: "agent", id: agentId },
      events: [said],
    });
  const version = await append(event);
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) await append({ type: "not-done", of: version, code: error.code });
    throw error;
  }
};
