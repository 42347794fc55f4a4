import { afterAll, beforeAll, expect, test } from "vitest";
import * as Api from "#functions/api";
import { createLog } from "#functions/runtime";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
let conversationId: string;
beforeAll(async () => {
  system = await startTestSystem();
  await system.simulator.customer({ platform: "x", handle: "trace_imaginaire", name: "Trace" }).dm("Qui lit ceci ?");
  conversationId = (await system.conversation((card) => card.preview?.includes("lit") ?? false)).id;
});
afterAll(() => system.stop());

test("the log tells who read which conversation, and nothing that a stranger wrote into a path", async () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => "2026-11-23T09:00:00.000Z",
  );
  const app = Api.createApp({ ...system.runtime, log });
  const headers = { authorization: `Bearer ${await system.token("compliance")}` };
  for (const path of [`${conversationId}`, `${conversationId}/log`, "06%2012%2034%2056%2078"]) {
    await app.request(`/api/conversations/${path}`, { headers });
  }
  await app.request(`/api/conversations/${conversationId}`);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { route: "/api/conversations/:id", status: 200, agentId: "paul", conversationId },
    { route: "/api/conversations/:id/log", status: 200, agentId: "paul", conversationId },
    { route: "/api/conversations/:id", status: 404, agentId: "paul" },
    { status: 401 },
  ]);
  expect(lines.slice(2).join()).not.toMatch(/conversationId|06.12/);
});
