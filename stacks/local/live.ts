import { randomUUID } from "node:crypto";
import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Sockets } from "#functions/runtime";

/** Who decides about connections: the functions behind API Gateway's routes, in one process. */
export type Door = {
  connect(opening: {
    connectionId: string;
    ticket: string;
    origin: string;
  }): Promise<{ accepted: true; expiresAt: string } | { accepted: false; status: number }>;
  /** Whatever a page says, it says that it is there. */
  receive(connectionId: string, frame: string): Promise<void>;
  disconnect(connectionId: string): Promise<void>;
};

export type LiveServer = {
  readonly sockets: Sockets;
  /** For the `upgrade` of `/live`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** Closes every connection and waits until the door knows. */
  stop(): Promise<void>;
};

/** A page says very little; API Gateway would allow 32 KB a frame. */
const frameBytes = 4096;
/** Sign in again. Codes from 4000 on are an application's own (RFC 6455, 7.4.2). */
const signInAgain = 4401;
/** The longest a timer can be set for. */
const longestTimerMilliseconds = 2 ** 31 - 1;

/** The live connections of this process. Each has its own id; nothing of its URL or frames is logged. */
export const createLiveServer = (door: Door): LiveServer => {
  const server = new WebSocketServer({ noServer: true, maxPayload: frameBytes });
  const connections = new Map<string, Connection>();
  const leaving = new Set<Promise<void>>();
  const hold = (connectionId: string, connection: Connection, socket: WebSocket, expiresAt: string): void => {
    const endsIn = Math.min(Math.max(Date.parse(expiresAt) - Date.now(), 0), longestTimerMilliseconds);
    const timer = setTimeout(() => socket.close(signInAgain), endsIn);
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => void quietly(door.receive(connectionId, String(data))));
    socket.on("close", () => {
      clearTimeout(timer);
      connections.delete(connectionId);
      const left = quietly(door.disconnect(connectionId)).finally(() => leaving.delete(left));
      leaving.add(left);
    });
    for (const frame of connection.early) socket.send(frame);
    connections.set(connectionId, { early: [], socket });
  };
  return {
    sockets: {
      post: async (connectionId, frame) => {
        const connection = connections.get(connectionId);
        if (connection === undefined) return "gone";
        if (connection.socket === undefined) connection.early.push(frame);
        else connection.socket.send(frame);
        return "sent";
      },
      close: async (connectionId) => connections.get(connectionId)?.socket?.close(signInAgain),
    },
    upgrade: async (request, socket, head) => {
      const connectionId = randomUUID();
      const connection: Connection = { early: [] };
      connections.set(connectionId, connection);
      socket.on("error", () => socket.destroy());
      const ticket = new URL(request.url ?? "/", "http://localhost").searchParams.get("ticket") ?? "";
      const answer = await door
        .connect({ connectionId, ticket, origin: request.headers.origin ?? "" })
        .catch(() => ({ accepted: false, status: 500 }) as const);
      if (!answer.accepted) {
        connections.delete(connectionId);
        socket.end(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\nconnection: close\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => hold(connectionId, connection, opened, answer.expiresAt));
    },
    stop: async () => {
      const closed = [...server.clients].map((client) => new Promise((resolve) => client.once("close", resolve)));
      for (const client of server.clients) client.terminate();
      await Promise.all(closed);
      await Promise.all(leaving);
    },
  };
};

/** From the door's yes until the handshake is done there is no socket yet; what is posted then waits. */
type Connection = { readonly early: string[]; readonly socket?: WebSocket };

/** A page that leaves hears no errors, and the functions log their own. */
const quietly = (work: Promise<void>): Promise<void> => work.catch(() => undefined);
