import { randomBytes } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import * as Instant from "#core/instant";
import { hashTicket } from "#functions/live";
import { type Runtime, required } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";

const ticketSeconds = 30;

const postTicket = createRoute({
  method: "post",
  path: "/api/live/tickets",
  responses: {
    201: json(
      "A single-use ticket: open `url?ticket=…` with it, from the page's origin",
      z.object({ ticket: z.string(), url: z.string(), expiresInSeconds: z.number() }),
    ),
    ...problems,
  },
});

/** Browsers cannot send a token with a WebSocket, and a token in an address ends up in logs: so a ticket, once. */
export const addLive = (app: Api, { environment, now, store }: Runtime): void => {
  app.openapi(postTicket, async (context) => {
    const { agentId, can, entityId, expiresAt: sessionExpiresAt } = permit(context.get("caller"), "read");
    const ticket = randomBytes(32).toString("base64url");
    const expiresAt = Instant.after(now(), ticketSeconds);
    const mayApprove = can.includes("approve") ? { mayApprove: true as const } : {};
    await store.putTicket(hashTicket(ticket), { entityId, agentId, expiresAt, sessionExpiresAt, ...mayApprove });
    return context.json({ ticket, url: required(environment, "LIVE_URL"), expiresInSeconds: ticketSeconds }, 201);
  });
};
