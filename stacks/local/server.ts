import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { LiveServer } from "./live.ts";
import type { SignIn } from "./sign-in/index.ts";

type Parts = {
  /** What is answered by `fetch`: webhooks, API, simulator, page. `env` holds Node's own request and response. */
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly signIn: SignIn;
  /** Where customers sign in. */
  readonly customers: SignIn;
  readonly live: LiveServer;
  /** Security headers of the pages that sign people in. */
  readonly headers: Readonly<Record<string, string>>;
};

export type WebServer = {
  readonly port: number;
  /** Until then every request waits. */
  open(parts: Parts): void;
  stop(): Promise<void>;
};

/**
 * The one web server, on 127.0.0.1 only; port 0 takes any. It answers to no name but its own, so that a page of
 * another site cannot reach it by a name that points here (DNS rebinding).
 * @throws the system's error, `EADDRINUSE` when the port is taken
 */
export const listen = async (wantedPort: number): Promise<WebServer> => {
  const parts = Promise.withResolvers<Parts>();
  const server = createServer();
  const port = await bind(server, wantedPort);
  const isOurs = ({ headers }: IncomingMessage) =>
    headers.host === `localhost:${port}` || headers.host === `127.0.0.1:${port}`;
  server.on("request", (request, response) => {
    if (!isOurs(request)) {
      response.writeHead(421, { "content-type": "text/plain" }).end(`Guichet is at http://localhost:${port}\n`);
      return;
    }
    parts.promise.then((ready) => answer(ready, request, response)).catch(() => response.destroy());
  });
  server.on("upgrade", (request, socket, head) => {
    if (!isOurs(request) || pathOf(request) !== "/live") {
      socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
      return;
    }
    parts.promise.then(({ live }) => live.upgrade(request, socket, head)).catch(() => socket.destroy());
  });
  return { port, open: parts.resolve, stop: () => close(server) };
};

const answer = async (
  { customers, fetch, signIn, headers }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const isCustomer = pathOf(request).startsWith("/customers/");
  if (!isCustomer && !pathOf(request).startsWith("/oidc/")) return getRequestListener(fetch)(request, response);
  response.setHeaders(new Map(Object.entries(headers)));
  await (isCustomer ? customers : signIn)(request, response);
};

const bind = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const pathOf = ({ url = "/" }: IncomingMessage): string => url.split("?", 1)[0] ?? "/";
