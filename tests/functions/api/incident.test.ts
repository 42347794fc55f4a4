import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

test("what is more than usual is told to the bank it happens to, and to no other", async () => {
  const at = new Date().toISOString();
  const alert = {
    topic: "cards" as const,
    raisedAt: at,
    lastSeenAt: at,
    peak: { count: 30, usual: 4, deviations: 9.5 },
  };
  await system.runtime.store.putAlerts("boreale", [alert]);
  expect((await system.ask("supervisor", "GET", "/api/incidents")).body).toEqual({ items: [], incidents: [] });
  await system.runtime.store.putAlerts("lumiere", [alert]);
  expect((await system.ask("supervisor", "GET", "/api/incidents")).body).toEqual({ items: [alert], incidents: [] });
});
