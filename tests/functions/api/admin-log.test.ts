import { afterAll, beforeAll, expect, test } from "vitest";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import * as Api from "#functions/api";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Entry = { readonly actor: object; readonly events: readonly Record<string, unknown>[]; readonly hash: string };

const readLog = async (query = ""): Promise<{ entries: readonly Entry[]; intact: boolean; next?: number }> =>
  (await system.ask("compliance", "GET", `/api/admin-log${query}`)).body as never;

const profile = { name: "Zoé Imaginaire", role: "agent", teamIds: ["social"], capacity: 2, languages: ["fr"] };

test("whatever an admin changes stands in the entity's log: who, what, and no name of a person", async () => {
  const own = (await system.ask("admin", "GET", "/api/entity")).body;
  await system.ask("admin", "PUT", "/api/agents/zoe", profile);
  await system.ask("admin", "PUT", "/api/agents/zoe", { ...profile, role: "supervisor", revision: 1 });
  await system.ask("admin", "PUT", "/api/entity", { ...own, timeZone: "Europe/Brussels" });
  await system.ask("admin", "PUT", "/api/entity", { ...own, timeZone: "Europe/Brussels" });
  await system.ask("admin", "DELETE", "/api/agents/zoe");
  await system.ask("admin", "POST", "/api/redaction/runs", { dryRun: true });
  const { entries, intact } = await readLog();
  expect(intact).toBe(true);
  expect(entries.flatMap((entry) => entry.events)).toMatchObject([
    { type: "agent-added", agentId: "zoe", role: "agent" },
    { type: "agent-changed", agentId: "zoe", fields: ["role"], role: "supervisor" },
    { type: "entity-changed", fields: ["timeZone"] },
    { type: "agent-removed", agentId: "zoe" },
    { type: "redaction-run", runId: expect.any(String), dryRun: true },
  ]);
  for (const { actor } of entries) expect(actor).toEqual({ kind: "agent", id: "rose" });
  expect(JSON.stringify(entries)).not.toContain("Imaginaire");
  const rest = await readLog("?after=2");
  expect([rest.intact, rest.entries.map(({ hash }) => hash)]).toEqual([true, entries.slice(2).map(({ hash }) => hash)]);
});

test("a change that is refused after it was announced is told so", async () => {
  const own = (await system.ask("admin", "GET", "/api/entity")).body;
  const account = { platform: "x", accountId: "900100200999", teamId: "social", name: "Ailleurs" };
  const { revision: _, ...shared } = own;
  const boreale = { ...shared, id: "boreale", accounts: [account] } as never;
  await system.runtime.store.putEntity(boreale);
  const before = (await readLog()).entries.length;
  const { status } = await system.ask("admin", "PUT", "/api/entity", { ...own, accounts: [account] });
  expect(status).toBe(409);
  expect((await readLog(`?after=${before}`)).entries.flatMap((entry) => entry.events)).toMatchObject([
    { type: "entity-changed", items: { added: ["account x:900100200999"] } },
    { type: "not-done", of: before + 1, code: "entity.account-taken" },
  ]);
});

test("a change of which the table's answer was lost is not told as refused: it was made", async () => {
  const { store } = system.runtime;
  const putAgent: Store.Store["putAgent"] = async (agent) => {
    await store.putAgent(agent);
    throw new Fault("store.unavailable");
  };
  const lossy = Api.createApp(Object.create(system.runtime, { store: { value: { ...store, putAgent } } }));
  const before = (await readLog()).entries.length;
  const { status } = await lossy.request("/api/agents/yva", {
    method: "PUT",
    headers: { authorization: `Bearer ${await system.token("admin")}`, "content-type": "application/json" },
    body: JSON.stringify({ ...profile, name: "Yva Imaginaire" }),
  });
  expect(status).toBe(503);
  expect((await store.readDesk("lumiere", "yva"))?.agent.name).toBe("Yva Imaginaire");
  expect((await readLog(`?after=${before}`)).entries.flatMap((entry) => entry.events)).toMatchObject([
    { type: "agent-added", agentId: "yva" },
  ]);
});
