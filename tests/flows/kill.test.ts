import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage } from "../../stacks/local/page.ts";
import { personOf } from "../../stacks/local/person.ts";
import { signingKey } from "../../stacks/local/sign-in/key.ts";
import { signToken } from "../../stacks/local/sign-in/token.ts";
import { createWebhooks } from "../../stacks/local/simulator/webhook.ts";
import type { View } from "../support/system.ts";

const program = new URL("../../stacks/local/start.ts", import.meta.url).pathname;
const contacts = ["770100200301", "770100200302", "770100200303", "770100200304", "770100200305"];
/** After how many accepted deliveries of a burst the process is killed. */
const kills = [1, 4, 9];
const messagesEach = 4;

let dataDir: string;
let port: number;
let child: ChildProcess | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "guichet-kill-"));
  port = await freePort();
  // Once, or the first start would wait for it.
  await buildPage();
}, 120_000);
afterAll(async () => {
  await kill();
  rmSync(dataDir, { recursive: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });

const start = async (): Promise<void> => {
  const environment = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: "off" };
  const started = spawn(process.execPath, [program], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  child = started;
  await new Promise<void>((resolve, reject) => {
    started.stdout.on("data", (chunk) => {
      if (String(chunk).includes("ready")) resolve();
    });
    started.once("exit", () => reject(new Error("it ended before it was ready")));
  });
};

const kill = async (): Promise<void> => {
  const running = child;
  child = undefined;
  if (running === undefined) return;
  const gone = new Promise((resolve) => running.once("exit", resolve));
  running.kill("SIGKILL");
  await gone;
};

const token = (role: string): Promise<string> => {
  const person = personOf(role);
  if (person === undefined) throw new Error("nobody has this role");
  return signToken(signingKey(dataDir), { person, issuer: `http://localhost:${port}/oidc`, now: Date.now() });
};

const read = async <Answer>(role: string, path: string): Promise<Answer> => {
  const headers = { authorization: `Bearer ${await token(role)}` };
  const response = await fetch(`http://localhost:${port}/api/${path}`, { headers });
  return (await response.json()) as Answer;
};

type Delivery = { readonly contact: string; readonly text: string; readonly payload: unknown };

const card = "4111 1111 1111 1111";
const startedAt = Date.now();

const deliveryOf = (contact: string, burst: number, number: number): Delivery => {
  const text = `Client ${contact.slice(-1)}, envoi ${burst}, message ${number}.`;
  const message = { mid: `m_kill_${contact}_${burst}_${number}`, text: `${text} Ma carte : ${card}` };
  const timestamp = startedAt + burst * 1000 + number;
  const messaging = [{ sender: { id: contact }, recipient: { id: "900100200301" }, timestamp, message }];
  return { contact, text, payload: { object: "page", entry: [{ id: "900100200301", time: timestamp, messaging }] } };
};

/** One post a delivery, those of a contact one after another; kills in the middle of it, and answers what was not taken. */
const post = async (deliveries: readonly Delivery[], killAfter: number): Promise<readonly Delivery[]> => {
  const options = { consumerSecret: "local-x-consumer-secret", appSecret: "local-meta-app-secret" };
  const webhooks = createWebhooks({ url: `http://127.0.0.1:${port}`, ...options });
  const left: Delivery[] = [];
  let accepted = 0;
  let dying: Promise<void> | undefined;
  const lanes = Map.groupBy(deliveries, ({ contact }) => contact);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const delivery of lane) {
        const isTaken = dying === undefined && (await webhooks.send("meta", delivery.payload)) === 200;
        if (isTaken) accepted += 1;
        else left.push(delivery);
        if (accepted >= killAfter) dying ??= kill();
      }
    }),
  );
  // It would try again by itself; here the test does.
  webhooks.stop();
  await dying;
  return left;
};

type List = { readonly items: readonly { readonly id: string }[] };
type Log = { readonly entries: readonly unknown[]; readonly intact: boolean };

test("killed in the middle of one burst after another, it has every message once, redacted, and an unbroken log", async () => {
  let left: readonly Delivery[] = [];
  const all: Delivery[] = [];
  for (const [burst, killAfter] of kills.entries()) {
    const added = contacts.flatMap((contact) =>
      Array.from({ length: messagesEach }, (_, number) => deliveryOf(contact, burst, number)),
    );
    all.push(...added);
    await start();
    left = await post([...left, ...added], killAfter);
    expect(left.length).toBeGreaterThan(0);
  }
  await start();
  expect(await post(left, Number.POSITIVE_INFINITY)).toEqual([]);

  const views = await expect
    .poll(() => conversations(), { timeout: 30_000, interval: 250 })
    .toSatisfy((found: readonly View[]) => found.flatMap(({ messages }) => messages).length >= all.length)
    .then(conversations);
  expect(views).toHaveLength(contacts.length);
  const texts = views.flatMap(({ messages }) => messages.map(({ text }) => text));
  for (const { text } of all)
    expect(
      texts.filter((each) => each.startsWith(text)),
      text,
    ).toHaveLength(1);
  expect(texts).toHaveLength(all.length);
  expect(texts.filter((text) => text.includes("4111 1111") || !/\[.*1111\]$/.test(text))).toEqual([]);
  for (const { id, version } of views) {
    const { entries, intact } = await read<Log>("compliance", `conversations/${id}/log`);
    expect(intact).toBe(true);
    expect(entries.length).toBeGreaterThanOrEqual(version);
  }
}, 120_000);

const conversations = async (): Promise<readonly View[]> => {
  const { items } = await read<List>("agent", "conversations?limit=100");
  return Promise.all(items.map(({ id }) => read<View>("agent", `conversations/${id}`)));
};
