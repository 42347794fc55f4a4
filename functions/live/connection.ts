import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import type { Runtime } from "#functions/runtime";
import { attend, lookAway } from "./attention.ts";
import { hashTicket, presenceSeconds } from "./ticket.ts";

export type Opening = { readonly connectionId: string; readonly ticket: string; readonly origin: string | undefined };
export type Answer =
  | { readonly accepted: true; readonly expiresAt: Sla.Instant }
  | { readonly accepted: false; readonly status: 401 | 403 };

/**
 * Opens a live connection with a single-use ticket, from the page's own origin only (RFC 6455, 10.2). Being connected is
 * being present.
 */
export const connect = async (runtime: Runtime, { connectionId, ticket, origin }: Opening): Promise<Answer> => {
  const { log, now, store } = runtime;
  // A page whose origin nobody knows is nobody's: no variable and no header are not the same origin.
  if (!origin || origin !== runtime.environment.WEB_ORIGIN) return { accepted: false, status: 403 };
  const redeemed = await store.redeemTicket(hashTicket(ticket), now());
  if (redeemed === undefined || redeemed.sessionExpiresAt <= now()) return { accepted: false, status: 401 };
  const { agentId, entityId, mayApprove, sessionExpiresAt: expiresAt } = redeemed;
  const desk = await store.readDesk(entityId, agentId);
  if (desk === undefined || desk.agent.removed === true) return { accepted: false, status: 403 };
  await store.putConnection({ connectionId, entityId, agentId, expiresAt, ...(mayApprove ? { mayApprove } : {}) });
  await arrive(runtime, { entityId, agentId });
  log.info("live.connected", { entityId, agentId });
  return { accepted: true, expiresAt };
};

/**
 * A frame of the page. Every one is a heartbeat; the answer carries the watermark, so that a lost last frame is noticed.
 * It may say what the page shows.
 */
export const receive = async (runtime: Runtime, connectionId: string, frame = ""): Promise<void> => {
  const connection = await runtime.store.readConnection(connectionId);
  if (connection === undefined || connection.expiresAt <= runtime.now()) {
    await runtime.sockets.close(connectionId);
    return;
  }
  await arrive(runtime, connection);
  const seq = await runtime.store.readSequence(connection.entityId);
  await runtime.sockets.post(connectionId, JSON.stringify({ type: "heartbeat", seq }));
  await attend(runtime, connection, frame);
};

/** The page left. Presence runs out by itself: a reload must not look like going home. */
export const disconnect = async (runtime: Runtime, connectionId: string): Promise<void> => {
  const connection = await runtime.store.readConnection(connectionId);
  if (connection === undefined) return;
  await runtime.store.removeConnection(connection);
  await lookAway(runtime, connection);
};

/** Extends the agent's presence, on a break too; has the teams of an agent who was absent routed. */
const arrive = async (
  { now, queues, store }: Runtime,
  { agentId, entityId }: { readonly agentId: string; readonly entityId: string },
): Promise<void> => {
  const desk = await store.readDesk(entityId, agentId);
  if (desk === undefined) return;
  const until = Instant.after(now(), presenceSeconds);
  await store.setPresence({ entityId, agentId }, until);
  if (desk.isAway || (desk.presentUntil !== undefined && desk.presentUntil > now())) return;
  await queues.send(
    "route",
    desk.agent.teamIds.map((teamId) => ({ body: { entityId, teamId } })),
  );
};
