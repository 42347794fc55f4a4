import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildPage } from "../../../stacks/local/page.ts";
import { createWebhooks, type Webhooks } from "../../../stacks/local/simulator/webhook.ts";

const root = new URL("../../..", import.meta.url).pathname;
let dataDir: string;
/** What a program is told: `dataDir` unless a test says otherwise. */
let told: string;
let port: number;
let children: ChildProcess[];
let webhooks: Webhooks;

// Once for all of them, or the first would wait for it.
beforeAll(async () => {
  await buildPage();
}, 120_000);

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "guichet-"));
  told = dataDir;
  port = await freePort();
  children = [];
  webhooks = createWebhooks({
    url: `http://127.0.0.1:${port}`,
    consumerSecret: "local-x-consumer-secret",
    appSecret: "local-meta-app-secret",
  });
});

afterEach(async () => {
  webhooks.stop();
  for (const child of children) await end(child, "SIGKILL");
  rmSync(dataDir, { recursive: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });

type Program = { readonly child: ChildProcess; readonly output: () => string; readonly errors: () => string };

const run = (program: string, ...words: string[]): Program => {
  const environment = { ...process.env, PORT: String(port), DATA_DIR: told, DEMO: "off" };
  const child = spawn(process.execPath, [join(root, "stacks/local", program), ...words], { env: environment });
  children.push(child);
  let output = "";
  let errors = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  return { child, output: () => output, errors: () => errors };
};

const started = async (): Promise<Program> => {
  const program = run("start.ts");
  await expect.poll(program.output, { timeout: 25_000 }).toContain("ready");
  return program;
};

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    child.once("exit", resolve);
    child.kill(signal);
  });

const exited = ({ child }: Program) => new Promise<number | null>((resolve) => child.once("close", resolve));

const tokenOf = async (role: string): Promise<string> => {
  const program = run("token.ts", role);
  await exited(program);
  return program.output().trim();
};

const previews = async (token: string): Promise<(string | undefined)[]> => {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`http://localhost:${port}/api/conversations`, { headers });
  const { items } = (await response.json()) as { items: { preview?: string }[] };
  return items.map(({ preview }) => preview);
};

const messageFrom = (contact: string, text: string) => {
  const message = { mid: `m_test_${contact}`, text };
  const ends = { sender: { id: contact }, recipient: { id: "900100200301" } };
  const entry = [{ id: "900100200301", time: Date.now(), messaging: [{ ...ends, timestamp: Date.now(), message }] }];
  return { object: "page", entry };
};

test("it says one line when it is ready and leaves nothing running on Ctrl-C", async () => {
  const { child, output } = await started();
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  expect(await end(child, "SIGINT")).toBe(0);
  expect(output()).toBe(`ready http://localhost:${port}\n`);
  await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
});

test("what a webhook accepted survives a kill in the next instant", async () => {
  const token = await tokenOf("agent");
  const { child } = await started();
  const contacts = Array.from({ length: 12 }, (_, index) => `70010020030${index}`);
  const statuses = await Promise.all(
    contacts.map((contact) => webhooks.send("meta", messageFrom(contact, `bonjour de ${contact.slice(-2)}`))),
  );
  await end(child, "SIGKILL");
  expect(new Set(statuses)).toEqual(new Set([200]));
  await started();
  await expect.poll(() => previews(token).then(({ length }) => length), { timeout: 20_000 }).toBe(contacts.length);
});

test("a token of the command line is good before the first start and after", async () => {
  const early = await tokenOf("supervisor");
  await started();
  const late = await tokenOf("supervisor");
  expect(await previews(early)).toEqual([]);
  expect(await previews(late)).toEqual([]);
});

test("an unknown role is told what there is", async () => {
  const program = run("token.ts", "director");
  expect(await exited(program)).toBe(1);
  expect(program.output()).toBe("");
  expect(program.errors()).toContain("supervisor");
});

test("a variable that makes no sense is named", async () => {
  port = -1;
  const program = run("start.ts");
  expect(await exited(program)).toBe(1);
  expect(program.errors()).toMatch(/^PORT=-1 cannot be used: /);
});

test("an option that does not exist is named, and nothing starts without it", async () => {
  const program = run("start.ts", "--chaoss");
  expect(await exited(program)).toBe(1);
  expect(program.errors()).toBe("There is no option --chaoss. The only one is --chaos.\n");
  expect(program.output()).toBe("");
});

test("a port in use is said in a sentence", async () => {
  await started();
  const second = run("start.ts");
  expect(await exited(second)).toBe(1);
  expect(second.errors()).toMatch(/^The port is in use\. .+\n$/);
});

test("a data folder in use is said in a sentence", async () => {
  await started();
  port = await freePort();
  const second = run("start.ts");
  expect(await exited(second)).toBe(1);
  expect(second.errors()).toMatch(/^Another Guichet is using the data folder\. .+\n$/);
});

test.each([
  ["below a file", () => join(dataDir, "file", "data")],
  ["where a system makes no folders", () => "/proc/guichet/data"],
])("a data folder that cannot be made is said in a sentence: %s", async (_, folder) => {
  writeFileSync(join(dataDir, "file"), "");
  port = await freePort();
  told = folder();
  const refused = run("start.ts");
  expect(await exited(refused)).toBe(1);
  expect(refused.errors()).toMatch(/^The data folder cannot be written\. .+\n$/);
});

test("a process that stopped its system ends by itself", async () => {
  const script = `
    import { startSystem } from ${JSON.stringify(join(root, "stacks/local/index.ts"))};
    const system = await startSystem({ port: 0, demo: true, page: false, dataDir: process.env.DATA_DIR });
    await system.simulator.customer({ platform: "x", name: "Marie", handle: "marie" }).post("bonjour");
    await system.stop();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  children.push(child);
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
});
