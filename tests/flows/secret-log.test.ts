import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { SecretName } from "#functions/runtime";
import { localSecrets } from "#stacks/local/secrets";
import { channelTokens } from "../../stacks/local/account.ts";
import { openBrowser } from "../support/browser.ts";
import { sightings } from "../support/canary.ts";
import { invite, secureOf, signIn } from "../support/handoff.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";
import { tapWires } from "../support/wiretap.ts";

let system: TestSystem;
let wires: ReturnType<typeof tapWires>;
const lines: string[] = [];
/** What went around the log. */
const aside: string[] = [];

beforeAll(async () => {
  wires = tapWires();
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, "write").mockImplementation((chunk, ...rest) => {
      aside.push(String(chunk));
      return write(chunk, ...(rest as []));
    });
  }
  system = await startTestSystem({ log: (line) => lines.push(line) });
});
afterAll(async () => {
  wires.stop();
  vi.restoreAllMocks();
  await system.stop();
});

/** An agent's browser: what the page asks of the API, with the cookie that only the API reads. */
const openPage = () => {
  const browser = openBrowser();
  const ask = async (path: string, body?: object): Promise<{ status: number; body: Record<string, string> }> => {
    const response = await fetch(`${system.url}/api/session${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      browser.cookies.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
  };
  const comeBack = async (): Promise<{ attempt: string; answer: string }> => {
    const { attempt = "", url = "" } = (await ask("/question", {})).body;
    const page = await browser.get(url);
    const action = /action="([^"]+)"/.exec(page.html)?.[1] ?? "";
    const back = await browser.post(action, { person: "ines" });
    return { attempt, answer: new URL(back.url).search.slice(1) };
  };
  return { browser, ask, comeBack };
};

test("an agent signs in, goes on, signs out; what was used, forged or of another is refused", async () => {
  const { ask, browser, comeBack } = openPage();
  const returned = await comeBack();
  const signed = await ask("", returned);
  expect(signed.status).toBe(201);
  const stolen = new Map(browser.cookies);
  expect((await ask("/renewal")).status).toBe(200);
  // Each of these goes wrong somewhere else.
  expect((await ask("", returned)).status).toBe(401);
  const other = await comeBack();
  expect((await ask("", { ...other, attempt: returned.attempt })).status).toBe(401);
  expect(
    (await ask("", { ...other, answer: other.answer.replace(/code=[^&]+/, "code=forged-code-of-nobody") })).status,
  ).toBe(401);
  expect((await ask("", { attempt: "forged-attempt-of-nobody", answer: other.answer })).status).toBe(401);
  const me = (authorization: string) => fetch(`${system.url}/api/me`, { headers: { authorization } });
  expect((await me(`Bearer ${signed.body["token"]}`)).status).toBe(200);
  for (const forged of [`${signed.body["token"]}x`, "forged.token.ofnobody", signed.body["idToken"] ?? ""]) {
    expect((await me(`Bearer ${forged}`)).status).toBe(401);
  }
  expect((await ask("/end", { idToken: signed.body["idToken"] ?? "" })).status).toBe(200);
  for (const [name, value] of stolen) browser.cookies.set(name, value);
  expect((await ask("/renewal")).status).toBe(204);
});

test("a page opens its live line by a ticket, once", async () => {
  const { body } = await system.ask("supervisor", "POST", "/api/live/tickets");
  const open = () =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${body["url"]}?ticket=${body["ticket"]}`, { origin: system.url });
      socket.once("open", () => resolve("open"));
      socket.once("error", () => resolve("refused"));
    });
  expect([await open(), await open()]).toEqual(["open", "refused"]);
});

test("a customer opens the secure page, signs in at the bank and writes; a link and a code twice, a forged answer", async () => {
  const { code, id, link } = await invite(system);
  wires.note("secure code", code.padEnd(12));
  wires.note("secure link", link.split("/l/")[1] ?? "");
  const browser = openBrowser();
  await browser.get(link);
  await browser.submit("/open");
  await browser.get(`${system.url}/secure/lumiere/way`);
  const back = await signIn(browser);
  expect(back.status).toBe(200);
  await browser.submit("/messages", { text: "Où en est mon virement ?" });
  await browser.get(`${system.url}/secure/lumiere/signed-in?code=forged-code-of-nobody&state=forged-state-of-nobody`);
  await openBrowser().get(link);
  await eventually(async () => expect((await secureOf(system, id)).handoff).not.toBeNull());
});

test("webhooks: the platform's challenge, and signatures that are right and wrong", async () => {
  const challenge = (token: string) =>
    fetch(`${system.url}/webhooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
  expect((await challenge("local-meta-verify-token")).status).toBe(200);
  expect((await challenge("forged-verify-token-of-nobody")).status).toBe(403);
  expect((await fetch(`${system.url}/webhooks/x?crc_token=challenge-of-the-platform`)).status).toBe(200);
  const body = JSON.stringify({ object: "page", entry: [] });
  const sign = (secret: string) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  for (const secret of ["local-meta-app-secret", "forged-app-secret-of-nobody"]) {
    const signature = sign(secret);
    wires.note("signature", signature);
    await fetch(`${system.url}/webhooks/meta`, { method: "POST", body, headers: { "x-hub-signature-256": signature } });
  }
});

test("an account is connected, its token refused and quoted back, and connected again", async () => {
  const customer = system.simulator.customer({ platform: "facebook", handle: "jeton", name: "Jeton" });
  await customer.say("private", "Une question sur un jeton");
  const { id } = await system.conversation(({ preview }) => preview?.includes("sur un jeton") ?? false);
  const connect = (path: string, body: object) => system.ask("admin", "PUT", `/api/channels/${path}/credential`, body);
  const dead = { kind: "bearer", token: wired("EAAGdeadtokenofnobody0123456789") };
  expect((await connect("facebook/900100200301", dead)).status).toBe(204);
  await system.ask("agent", "POST", `/api/conversations/${id}/replies`, { text: "Nous regardons." });
  const health = async () =>
    (
      (await system.ask("supervisor", "GET", "/api/channels/health")).body["accounts"] as unknown as {
        platform: string;
        state: string;
      }[]
    ).find(({ platform }) => platform === "facebook")?.state;
  await eventually(async () => expect(await health()).toBe("reconnect"));
  expect((await connect("facebook/900100200301", { kind: "bearer", token: "local-facebook-token" })).status).toBe(204);
  await eventually(() => expect(system.simulator.answersTo(customer)).toHaveLength(1));
  const unfit = { kind: "nothing", token: wired("EAAGunfittokenofnobody0123456789") };
  expect((await connect("facebook/900100200301", unfit)).status).toBe(400);
});

const wired = (token: string): string => {
  wires.note("account token", token);
  return token;
};

test("none of it is in a line of the log, or beside it", async () => {
  const names = Object.keys(localSecrets(undefined)) as SecretName[];
  for (const name of names.filter((name) => name !== "CHANNEL_TOKENS"))
    for (const secret of await system.runtime.secrets.readAll(name)) wires.note(name, secret.reveal());
  for (const token of Object.values(channelTokens)) wires.note("CHANNEL_TOKENS", token);
  const heard = [...wires.heard()].map(([value, name]) => ({ name, value }));
  // Nothing is proven of what was not heard.
  const kinds = new Set(heard.map(({ name }) => name.toLowerCase()));
  for (const kind of [
    "access_token",
    "refresh_token",
    "id_token",
    "code",
    "code_verifier",
    "state",
    "nonce",
    "client_assertion",
    "ticket",
    "attempt",
    "authorization",
    "cookie __host-session",
    "hub.verify_token",
    "secure link",
  ]) {
    expect([...kinds], kind).toContain(kind);
  }
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(
    expect.arrayContaining(["api.answered", "sign-in.failed", "session.not-renewed", "live.connected"]),
  );
  expect(sightings(heard, "log", lines.join("\n"))).toEqual([]);
  expect(sightings(heard, "output", aside.join("\n"))).toEqual([]);
  // The search finds what a careless line would say.
  const [first] = heard;
  expect(sightings(heard, "log", JSON.stringify({ error: `invalid ${first?.value}` }))).not.toEqual([]);
});
