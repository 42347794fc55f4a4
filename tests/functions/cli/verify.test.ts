import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Audit from "#core/audit";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

const root = new URL("../../..", import.meta.url).pathname;

const verify = (input: string): { answer: unknown; status: number | null } => {
  const run = spawnSync(process.execPath, ["functions/cli/verify.ts"], { cwd: root, input, encoding: "utf8" });
  return { answer: JSON.parse(run.stdout), status: run.status };
};

let system: TestSystem;
let dossier: Audit.Dossier;
beforeAll(async () => {
  system = await startTestSystem();
  const customer = system.simulator.customer({ platform: "x", handle: "dossier_imaginaire", name: "Dossier" });
  await customer.dm("Qui a bloqué ma carte 4111 1111 1111 1111 ?");
  const { id } = await system.conversation((card) => card.preview?.includes("Qui a bloqué") ?? false);
  await system.ask("agent", "POST", `/api/conversations/${id}/notes`, { text: "Je regarde." });
  dossier = (await system.ask("compliance", "POST", `/api/conversations/${id}/dossier`, {}))
    .body as unknown as Audit.Dossier;
});
afterAll(() => system.stop());

test("what compliance exports holds outside, with its words, and without the card", () => {
  expect(dossier.texts).toHaveLength(2);
  expect(JSON.stringify(dossier)).not.toContain("4111 1111");
  expect(verify(JSON.stringify(dossier))).toEqual({
    answer: { entries: dossier.head.version, isIntact: true, texts: { same: 2, different: [], erased: 0, gone: 0 } },
    status: 0,
  });
});

test("another word than was written is found", () => {
  const forged = JSON.stringify(dossier).replace("Je regarde.", "Je refuse.");
  expect(verify(forged)).toMatchObject({ answer: { texts: { same: 1, different: [expect.any(String)] } }, status: 1 });
});

test("an entry less is found", () => {
  const forged = { ...dossier, entries: dossier.entries.slice(0, -1) };
  expect(verify(JSON.stringify(forged))).toMatchObject({ answer: { isIntact: false }, status: 1 });
});

test("what is no dossier is told so, without a word of it", () => {
  const { answer, status } = verify('{"secret": "Léa Fontaine"');
  expect(status).toBe(2);
  expect(JSON.stringify(answer)).toContain("no dossier");
  expect(JSON.stringify(answer)).not.toContain("Fontaine");
});

test("whoever begins with a later page has exported too", async () => {
  const { conversationId, head } = dossier;
  const page = await system.ask("compliance", "POST", `/api/conversations/${conversationId}/dossier`, { after: 1 });
  expect(page.status).toBe(200);
  const log = await system.ask("compliance", "GET", "/api/admin-log?from=end");
  const { entries } = log.body as unknown as { entries: { events: unknown[] }[] };
  expect(entries.at(-1)?.events).toEqual([
    { type: "dossier-exported", conversationId, version: head.version, after: 1 },
  ]);
});

test("the entity's log says who exported which conversation; an agent may not, and what is not there is not found", async () => {
  const { conversationId, head } = dossier;
  const log = await system.ask("compliance", "GET", "/api/admin-log");
  expect(log.body).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({
        actor: { kind: "agent", id: "paul" },
        events: [{ type: "dossier-exported", conversationId, version: head.version }],
      }),
    ]),
  });
  const path = `/api/conversations/${conversationId}/dossier`;
  expect((await system.ask("agent", "POST", path, {})).status).toBe(403);
  expect((await system.ask("compliance", "POST", "/api/conversations/c_unknown/dossier", {})).status).toBe(404);
  expect((await system.ask("compliance", "POST", path, { after: head.version })).status).toBe(400);
});
