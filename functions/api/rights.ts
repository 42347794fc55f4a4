import type * as Entity from "#core/entity";
import type { Runtime } from "#functions/runtime";

/** What decides what a person may do, and how the page names them. */
const telling = ["name", "role", "teamIds", "approver"];

/**
 * After a change of a person: their live pages are cut where it changes what they may do, so that a page that comes back learns it.
 * Whoever writes to them next closes them; the clock closes what nobody writes to.
 */
export const endConnections = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  entityId: string,
  change: Entity.AdminEvent | undefined,
): Promise<void> => {
  const isTelling =
    change?.type === "agent-removed" ||
    (change?.type === "agent-changed" && change.fields.some((field) => telling.includes(field)));
  if (!isTelling) return;
  for (const connection of await store.listConnections(entityId)) {
    if (connection.agentId === change.agentId) await store.putConnection({ ...connection, expiresAt: now() });
  }
};
