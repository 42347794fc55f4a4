import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * How the next answer goes wrong: `unavailable` 503, nothing done · `server-error` 500, who knows · `rate-limited` 429 or Graph's throttling · `refused` what the
 * customer's settings forbid · `unauthorized` a dead token · `silent` no answer, nothing accepted · `lost` accepted, the
 * answer cut off.
 */
export const failures = [
  "unavailable",
  "server-error",
  "rate-limited",
  "refused",
  "unauthorized",
  "silent",
  "lost",
] as const;
export type Failure = (typeof failures)[number];

export type Bindings = { Bindings: Partial<HttpBindings> };

/** Cuts the connection as a broken network does: the caller never learns what became of its request. */
export const cut = (context: Context<Bindings>): Response => {
  context.env?.incoming?.socket.destroy();
  return new Response(null, { status: 504 });
};

/** Says nothing until the caller gives up. */
export const keepSilent = (context: Context<Bindings>): Promise<Response> =>
  new Promise((resolve) => {
    const socket = context.env?.incoming?.socket;
    if (socket === undefined || socket.destroyed) resolve(cut(context));
    else socket.once("close", () => resolve(cut(context)));
  });
