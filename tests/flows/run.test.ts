import { afterAll, beforeAll, expect, test } from "vitest";
import * as Workers from "#functions/workers";
import { queueEvent } from "../support/queue-event.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const setPatterns = async (...words: readonly string[]) => {
  const entity = (await system.ask("admin", "GET", "/api/entity")).body;
  const patterns = words.map((word) => ({
    name: word.toLowerCase(),
    kind: "customer-number",
    pattern: `${word}-\\d{4}`,
  }));
  expect((await system.ask("admin", "PUT", "/api/entity", { ...entity, redaction: { patterns } })).status).toBe(200);
};

const told = async (handle: string, messages: readonly string[]): Promise<string> => {
  const customer = system.simulator.customer({ platform: "x", handle, name: handle });
  for (const text of messages) await customer.dm(text);
  const { id } = await system.conversation((card) => card.contact.handle === handle);
  await eventually(async () => expect((await system.read(id)).messages).toHaveLength(messages.length));
  return id;
};

const texts = async (id: string) => (await system.read(id)).messages.map((message) => message.text);

type Entry = { readonly actor: { readonly id?: string }; readonly events: readonly Record<string, unknown>[] };
const redactions = async (id: string): Promise<readonly Entry[]> => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/log`);
  const entries = (body["entries"] ?? []) as readonly Entry[];
  return entries.filter((entry) => entry.events.some((event) => event["type"] === "redacted"));
};

const run = async (dryRun: boolean) => {
  const begun = await system.ask("admin", "POST", "/api/redaction/runs", { dryRun });
  expect(begun.status).toBe(202);
  return eventually(async () => {
    const { body } = await system.ask("admin", "GET", `/api/redaction/runs/${begun.body["id"]}`);
    expect(body["status"]).toBe("done");
    return body as unknown as { conversations: number; changed: number; found: Record<string, number> };
  });
};

test("a new rule is tried on what is stored, then takes it out of open and closed conversations, with an entry each", async () => {
  const open = await told("ouverte_imaginaire", [
    "Mon repère est NUAGE-1234",
    "Rien à signaler",
    "et NUAGE-5678 aussi",
  ]);
  const closed = await told("fermee_imaginaire", ["Mon repère est NUAGE-4321"]);
  await system.ask("agent", "POST", `/api/conversations/${closed}/take`);
  await system.ask("agent", "POST", `/api/conversations/${closed}/close`, {});
  const before = [await texts(open), await texts(closed)];
  await setPatterns("NUAGE");

  const dry = await run(true);
  expect([dry.conversations, dry.changed, dry.found]).toEqual([2, 3, { "customer-number": 3 }]);
  expect([await texts(open), await texts(closed)]).toEqual(before);
  expect(await redactions(open)).toEqual([]);

  const real = await run(false);
  expect([real.changed, real.found]).toEqual([3, { "customer-number": 3 }]);
  expect(await texts(open)).toEqual([
    "Mon repère est [numéro de client]",
    "Rien à signaler",
    "et [numéro de client] aussi",
  ]);
  expect(await texts(closed)).toEqual(["Mon repère est [numéro de client]"]);
  expect((await system.read(open)).preview).toBe("et [numéro de client] aussi");
  const [entry, ...more] = await redactions(open);
  expect(more).toEqual([]);
  expect([entry?.actor.id, entry?.events.map((event) => event["by"])]).toEqual(["rose", ["rules", "rules"]]);

  expect((await run(false)).changed).toBe(0);
  expect(await redactions(open)).toHaveLength(1);
});

test("what the bank says by itself keeps the number that it tells customers to call", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "urgente_imaginaire", name: "Urgente" });
  await customer.dm("Au secours, on m'a volé ma carte, bloquez-la tout de suite");
  const { id } = await system.conversation((card) => card.contact.handle === "urgente_imaginaire");
  const said = async () => (await system.read(id)).messages.find(({ direction }) => direction === "outbound")?.text;
  await eventually(async () => expect(await said()).toContain("01 99 00 12 34"));
  expect((await run(false)).found["phone"]).toBeUndefined();
  expect(await said()).toContain("01 99 00 12 34");
});

test("a run that is interrupted goes on where it was, and counts once what it had changed", async () => {
  const id = await told("coupee_imaginaire", ["Mon repère est ORAGE-1234"]);
  await setPatterns("ORAGE");
  const { runtime } = system;
  const runId = "run_interrupted";
  await runtime.store.putRun("lumiere", {
    id: runId,
    dryRun: false,
    status: "running",
    startedAt: runtime.now(),
    startedBy: "rose",
    list: "open",
    conversations: 0,
    messages: 0,
    changed: 0,
    found: {},
  });
  const message = queueEvent(JSON.stringify({ kind: "run", entityId: "lumiere", runId }));
  const dying = {
    ...runtime,
    store: { ...runtime.store, commit: () => Promise.reject(new Error("the process ends here")) },
  };
  expect((await Workers.timer(dying)(message)).batchItemFailures).toHaveLength(1);
  expect(await redactions(id)).toEqual([]);
  expect((await Workers.timer(runtime)(message)).batchItemFailures).toEqual([]);
  const done = await eventually(async () => {
    const { body } = await system.ask("admin", "GET", `/api/redaction/runs/${runId}`);
    expect(body["status"]).toBe("done");
    return body;
  });
  expect([done["changed"], done["found"]]).toEqual([1, { "customer-number": 1 }]);
  expect(await texts(id)).toEqual(["Mon repère est [numéro de client]"]);
  expect(await redactions(id)).toHaveLength(1);
});

test("only an admin runs the rules, and an unknown run is said to be one", async () => {
  const asked = await Promise.all(
    ["agent", "supervisor", "compliance"].map((role) =>
      system.ask(role, "POST", "/api/redaction/runs", { dryRun: true }),
    ),
  );
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect((await system.ask("admin", "GET", "/api/redaction/runs/nowhere")).status).toBe(404);
});
