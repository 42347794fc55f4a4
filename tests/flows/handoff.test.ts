import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { followLink, invite, secureOf, signIn } from "../support/handoff.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const logOf = async (id: string): Promise<readonly string[]> => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/log`);
  const entries = (body["entries"] ?? []) as readonly { events: { type: string }[] }[];
  return entries.flatMap((entry) => entry.events.map((event) => event.type));
};

test("from a private message to the secure page and back: receipts, clock, answer and proof", async () => {
  const { customer, id, link } = await invite(system);
  const dueAt = (await system.read(id)).dueAt;
  expect(dueAt).not.toBeNull();
  const browser = openBrowser();
  const intro = await browser.get(link);
  expect(intro.status).toBe(200);
  expect(intro.text).toContain("Banque Lumière");
  expect((await secureOf(system, id)).handoff?.step).toBe("delivered");
  await browser.submit("/open");
  expect((await secureOf(system, id)).handoff?.step).toBe("opened");
  expect((await system.read(id)).dueAt).toBe(dueAt);
  const arrived = await signIn(browser);
  expect(arrived.text).toContain("Your conversation");
  expect((await secureOf(system, id)).handoff?.step).toBe("signed-in");
  expect((await system.read(id)).dueAt).toBeNull();

  const written = await browser.submit("/messages", {
    text: "Le virement de lundi, carte 4111 1111 1111 1111, joignable au 06 12 34 56 78",
  });
  expect(written.text).toContain("[carte ••••1111]");
  expect(written.text).toContain("06 12 34 56 78");
  const { handoff } = await eventually(async () => {
    const secure = await secureOf(system, id);
    expect(secure.handoff?.step).toBe("case-created");
    return secure;
  });
  const caseId = handoff?.caseId ?? "";
  const opened = await system.read(caseId);
  expect(opened).toMatchObject({ channel: "secure", visibility: "private", awaiting: true });
  expect(opened.dueAt).not.toBeNull();
  expect(await secureOf(system, caseId)).toMatchObject({ originId: id, verification: { level: "named" }, way: null });

  const reply = await system.ask("agent", "POST", `/api/conversations/${caseId}/replies`, {
    text: "Le virement part demain.",
  });
  expect(reply.status).toBe(202);
  await system.ask("agent", "POST", `/api/conversations/${caseId}/notes`, { text: "Entre nous" });
  const read = await eventually(async () => {
    const page = await browser.get(`${system.url}/secure/lumiere/conversation`);
    expect(page.text).toContain("Le virement part demain.");
    return page;
  }, 30);
  expect(read.text).not.toContain("Entre nous");
  expect((await secureOf(system, id)).handoff?.step).toBe("answered");

  const shown = await browser.submit("/proof");
  const code = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(shown.text)?.[0] ?? "";
  expect((await secureOf(system, id)).verification.level).toBe("platform");
  await customer.dm(code);
  await eventually(async () => expect((await secureOf(system, id)).verification.level).toBe("strong"));
  expect((await secureOf(system, caseId)).verification.level).toBe("strong");
  const said = (await system.read(id)).messages.at(-1);
  expect(said?.text).toBe("[code à usage unique]");
  // The code alone asks for nothing.
  expect((await system.read(id)).dueAt).toBeNull();

  await system.ask("agent", "POST", `/api/conversations/${caseId}/close`, { outcome: "answered" });
  await eventually(async () => expect((await secureOf(system, id)).handoff?.step).toBe("completed"));
  expect((await logOf(id)).filter((type) => type.startsWith("handoff-") || type === "verified")).toEqual([
    "handoff-offered",
    "handoff-delivered",
    "handoff-opened",
    "handoff-signed-in",
    "handoff-case-created",
    "handoff-answered",
    "verified",
    "handoff-completed",
  ]);
  const span = `from=${new Date(Date.now() - 3_600_000).toISOString()}&to=${new Date().toISOString()}`;
  const { body } = await system.ask("supervisor", "GET", `/api/reports/handoffs?${span}`);
  expect(body).toMatchObject({ offered: 1, reached: { "signed-in": 1, completed: 1 }, stoppedAfter: { offered: 0 } });
});

test("a customer who comes back finds the conversation by signing in again, and nobody else does", async () => {
  const { id, link } = await invite(system);
  const browser = openBrowser();
  await followLink(browser, link);
  await signIn(browser, "c-100232");
  await browser.submit("/messages", { text: "Je reviens demain" });
  await eventually(async () => expect((await secureOf(system, id)).handoff?.step).toBe("case-created"));

  const tomorrow = openBrowser();
  await tomorrow.get(`${system.url}/secure/lumiere`);
  expect((await signIn(tomorrow, "c-100232")).text).toContain("Je reviens demain");
  const left = await tomorrow.submit("/leave");
  expect(left.text).toContain("You are signed out");
  expect((await tomorrow.get(`${system.url}/secure/lumiere/conversation`)).text).toContain("Your session has ended");

  const weak = openBrowser();
  await weak.get(`${system.url}/secure/lumiere`);
  expect((await signIn(weak, "c-100232", "urn:lumiere:password")).text).toContain("A stronger sign-in is needed");
  const other = openBrowser();
  await other.get(`${system.url}/secure/lumiere`);
  const nothing = await signIn(other, "c-100233");
  expect(nothing.text).toContain("No conversation is open");
});
