import { describe } from "#core/fault";
import type { Runtime } from "#functions/runtime";

/**
 * Closes the connections of an entity whose token has expired or whose agent was removed. One that cannot be closed is tried
 * again a minute later, and keeps none of the others open.
 */
export const closeExpired = async ({ log, now, sockets, store }: Runtime, entityId: string): Promise<void> => {
  const desks = new Map((await store.listDesks(entityId)).map((desk) => [desk.agent.id, desk]));
  for (const connection of await store.listConnections(entityId)) {
    const agent = desks.get(connection.agentId)?.agent;
    const isWelcome = agent !== undefined && agent.removed !== true && connection.expiresAt > now();
    if (isWelcome) continue;
    try {
      await sockets.close(connection.connectionId);
      await store.removeConnection(connection);
    } catch (error) {
      log.error("live.close-failed", { entityId, agentId: connection.agentId, error: describe(error) });
    }
  }
};
