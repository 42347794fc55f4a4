import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createLiveServer, type Door, type LiveServer } from "../../../stacks/local/live.ts";

let live: LiveServer;
let server: Server;

afterEach(async () => {
  await live.stop();
  server.close();
  server.closeAllConnections();
});

type Event = readonly [what: "received" | "disconnected", connectionId: string];

/** A door that lets everybody in for an hour, and what came through it. */
const openDoor = async (given: Partial<Door> = {}) => {
  const events: Event[] = [];
  const door: Door = {
    connect: async () => ({ accepted: true, expiresAt: inSeconds(3600) }),
    receive: async (connectionId) => void events.push(["received", connectionId]),
    disconnect: async (connectionId) => void events.push(["disconnected", connectionId]),
    ...given,
  };
  live = createLiveServer(door);
  server = createServer();
  server.on("upgrade", (request, socket, head) => void live.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { events, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live?ticket=t-1` };
};

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const opened = (socket: WebSocket) => new Promise((resolve) => socket.once("open", resolve));
const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.once("close", resolve));
const frame = (socket: WebSocket) =>
  new Promise<string>((resolve) => socket.once("message", (data) => resolve(`${data}`)));

test("a frame posted before the handshake is done is not lost and its connection not gone", async () => {
  const outcomes: string[] = [];
  const { url } = await openDoor({
    connect: async ({ connectionId }) => {
      outcomes.push(await live.sockets.post(connectionId, "early"));
      return { accepted: true, expiresAt: inSeconds(3600) };
    },
  });
  expect(await frame(new WebSocket(url))).toBe("early");
  expect(outcomes).toEqual(["sent"]);
});

test("the door hears the ticket and the origin, and its no is the handshake's answer", async () => {
  const openings: { ticket: string; origin: string }[] = [];
  const { url } = await openDoor({
    connect: async ({ ticket, origin }) => {
      openings.push({ ticket, origin });
      return { accepted: false, status: 403 };
    },
  });
  const socket = new WebSocket(url, { origin: "https://elsewhere.example" });
  const status = await new Promise((resolve) => {
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
  });
  expect(status).toBe(403);
  expect(openings).toEqual([{ ticket: "t-1", origin: "https://elsewhere.example" }]);
});

test("a connection closes with 4401 when its token ends", async () => {
  const { url } = await openDoor({ connect: async () => ({ accepted: true, expiresAt: inSeconds(0.1) }) });
  expect(await closed(new WebSocket(url))).toBe(4401);
});

test("a page that leaves is reported, and what is posted to it afterwards is gone", async () => {
  const { events, url } = await openDoor();
  const socket = new WebSocket(url);
  await opened(socket);
  socket.send('{"type":"ping"}');
  await expect.poll(() => events.map(([what]) => what)).toEqual(["received"]);
  const connectionId = events[0]?.[1] ?? "";
  socket.close();
  await expect.poll(() => events.map(([what]) => what)).toEqual(["received", "disconnected"]);
  expect(await live.sockets.post(connectionId, "late")).toBe("gone");
});

test("the server closes a connection it is told to, asking to sign in again", async () => {
  const { events, url } = await openDoor();
  const socket = new WebSocket(url);
  await opened(socket);
  socket.send("ping");
  await expect.poll(() => events.length).toBe(1);
  await live.sockets.close(events[0]?.[1] ?? "");
  expect(await closed(socket)).toBe(4401);
});

test("a stop closes every connection and waits until the door knows", async () => {
  const { events, url } = await openDoor();
  const sockets = [new WebSocket(url), new WebSocket(url)];
  await Promise.all(sockets.map(opened));
  await live.stop();
  expect(events.map(([what]) => what)).toEqual(["disconnected", "disconnected"]);
});
