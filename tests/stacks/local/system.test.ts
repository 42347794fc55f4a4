import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type System, startSystem } from "#stacks/local";

let dataDir: string;
const running: System[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "guichet-"));
});

afterEach(async () => {
  for (const system of running.splice(0)) await system.stop();
  rmSync(dataDir, { recursive: true });
});

const start = async (options: Partial<Parameters<typeof startSystem>[0]> = {}): Promise<System> => {
  const system = await startSystem({ port: 0, demo: false, page: false, ...options });
  running.push(system);
  return system;
};

type Conversation = { id: string; channel: string; preview?: string; messages: { text: string; delivery?: string }[] };

const read = async <Body>(system: System, path: string, init: RequestInit = {}): Promise<Body> => {
  const headers = { authorization: `Bearer ${await system.token("agent")}`, ...init.headers };
  const response = await fetch(`${system.url}${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Body;
};

/** The conversations once there are as many as expected. */
const conversations = async (system: System, count: number): Promise<Conversation[]> => {
  let items: Conversation[] = [];
  const look = async () => {
    ({ items } = await read<{ items: Conversation[] }>(system, "/api/conversations"));
    return items.length;
  };
  await expect.poll(look, { timeout: 10_000 }).toBe(count);
  return items;
};

const reply = (system: System, { id }: Conversation, text: string) =>
  read(system, `/api/conversations/${id}/replies`, {
    method: "POST",
    body: JSON.stringify({ text }),
    headers: { "content-type": "application/json", "idempotency-key": `reply-to-${id}` },
  });

const marie = { platform: "x", name: "Marie Dubreuil", handle: "marie_dub" } as const;
const tom = { platform: "facebook", name: "Tom Hartley" } as const;

test("what a customer writes comes to the inbox redacted, and the answer to the customer", async () => {
  const system = await start();
  const customer = system.simulator.customer(marie);
  await customer.dm("ma carte 4111 1111 1111 1111 est bloquée");
  const [conversation] = await conversations(system, 1);
  if (conversation === undefined) throw new Error("the list has one");
  expect(conversation.preview).toContain("ma carte [");
  expect(JSON.stringify(conversation)).not.toContain("4111 1111");
  await reply(system, conversation, "Bonjour Marie, nous la débloquons.");
  const answer = await system.simulator.nextAnswer(customer);
  expect(answer).toMatchObject({ text: "Bonjour Marie, nous la débloquons.", visibility: "private" });
});

test.each([
  ["x.mention", "public", marie, "sent"],
  ["x.dm", "private", marie, "sent"],
  ["facebook.comment", "public", tom, "sent"],
  ["messenger", "private", tom, "delivered"],
] as const)(
  "an answer on %s is sent, and its echo is no new message",
  async (channel, visibility, profile, standing) => {
    const system = await start();
    const customer = system.simulator.customer(profile);
    await customer.say(visibility, "bonjour, une question");
    const [conversation] = await conversations(system, 1);
    if (conversation === undefined) throw new Error("the list has one");
    expect(conversation.channel).toBe(channel);
    await reply(system, conversation, "Bonjour, nous regardons.");
    await system.simulator.nextAnswer(customer);
    // The echo goes before it in the queue of this contact: once the next message is in, the echo was dealt with.
    // A second later: the times of comments are whole seconds.
    await customer.say(visibility, "merci", { at: new Date(Date.now() + 1000).toISOString() });
    const look = async () => {
      const { messages } = await read<Conversation>(system, `/api/conversations/${conversation.id}`);
      return messages.map(({ delivery }) => delivery ?? "inbound");
    };
    await expect.poll(look, { timeout: 10_000 }).toEqual(["inbound", standing, "inbound"]);
  },
);

test("a conversation, its answer and the keys outlive a stop and a start", async () => {
  const before = await start({ dataDir });
  await before.simulator.customer(tom).message("Mon IBAN : FR76 9999 8002 0777 0001 2345 605");
  const [conversation] = await conversations(before, 1);
  const oldToken = await before.token("agent");
  await before.stop();

  const after = await start({ dataDir, port: before.port });
  const headers = { authorization: `Bearer ${oldToken}` };
  const response = await fetch(`${after.url}/api/conversations/${conversation?.id}`, { headers });
  expect(await response.json()).toMatchObject({
    id: conversation?.id,
    messages: [{ text: "Mon IBAN : [IBAN FR••5605]" }],
  });
  await after.simulator.customer(tom).message("toujours là ?");
  const look = async () => (await read<Conversation>(after, `/api/conversations/${conversation?.id}`)).messages.length;
  await expect.poll(look, { timeout: 10_000 }).toBe(2);
});

test("two systems in one process know nothing of each other", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  await one.simulator.customer(marie).post("bonjour");
  await conversations(one, 1);
  expect(await read(other, "/api/conversations")).toMatchObject({ items: [] });
  const foreign = { authorization: `Bearer ${await other.token("agent")}` };
  expect((await fetch(`${one.url}/api/conversations`, { headers: foreign })).status).toBe(401);
});

test("a page hears of a change over the live connection", async () => {
  const system = await start();
  const { url, ticket } = await read<{ url: string; ticket: string }>(system, "/api/live/tickets", { method: "POST" });
  const socket = new WebSocket(`${url}?ticket=${ticket}`, { origin: system.url });
  const changed = new Promise<string>((resolve) => {
    socket.on("message", (data) => String(data).includes('"changed"') && resolve(String(data)));
  });
  await new Promise((resolve) => socket.once("open", resolve));
  await system.simulator.customer(marie).post("bonjour");
  const { items } = JSON.parse(await changed) as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toEqual([(await conversations(system, 1))[0]?.id]);
});

test("a live connection from another origin is refused", async () => {
  const system = await start();
  const { url, ticket } = await read<{ url: string; ticket: string }>(system, "/api/live/tickets", { method: "POST" });
  const socket = new WebSocket(`${url}?ticket=${ticket}`, { origin: "https://elsewhere.example" });
  const refused = new Promise((resolve) =>
    socket.once("unexpected-response", (_, { statusCode }) => resolve(statusCode)),
  );
  expect(await refused).toBe(403);
});

test("it answers to its own name only", async () => {
  const system = await start();
  const { request } = await import("node:http");
  const statusAs = (host: string) =>
    new Promise((resolve) => {
      request({ port: system.port, host: "127.0.0.1", path: "/simulator", headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
  expect(await statusAs(`localhost:${system.port}`)).toBe(200);
  expect(await statusAs("rebound.example")).toBe(421);
});

test("every page of it has the security headers", async () => {
  const system = await start();
  for (const path of ["/simulator", "/oidc/.well-known/openid-configuration", "/local/style.css"]) {
    const { headers } = await fetch(`${system.url}${path}`);
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
});

test("a port that is taken is an error, and nothing stays open", async () => {
  const system = await start();
  await expect(startSystem({ port: system.port, demo: false, page: false })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});
