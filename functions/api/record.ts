import type * as Entity from "#core/entity";
import { describe } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";

/**
 * Does what an administrator asked, once it stands in the entity's log: a change without a trace cannot be, and one that
 * is refused after it was announced is told so by a second entry. Without an event there is nothing to record.
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
    await append({ type: "not-done", of: version, code: describe(error) });
    throw error;
  }
};
