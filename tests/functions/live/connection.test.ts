import { afterAll, beforeAll, expect, test } from "vitest";
import * as Live from "#functions/live";
import { queueEvent } from "../../support/queue-event.ts";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const withOrigin = (WEB_ORIGIN: string | undefined) => ({
  ...system.runtime,
  environment: { ...system.runtime.environment, WEB_ORIGIN },
});

test.each([
  [undefined, undefined],
  ["", ""],
  ["https://guichet.example", undefined],
  ["https://guichet.example", "https://elsewhere.example"],
])("a page of %s is not opened from %s, ticket or not", async (page, origin) => {
  const answer = await Live.connect(withOrigin(page), { connectionId: "conn-1", ticket: "ticket", origin });
  expect(answer).toEqual({ accepted: false, status: 403 });
});

test("the next news after an agent was removed closes the agent's pages, and reaches those of others", async () => {
  const { entityId } = (await system.ask("admin", "GET", "/api/me")).body["agent"] as unknown as { entityId: string };
  const expiresAt = "2999-01-01T00:00:00.000Z";
  for (const agentId of ["yanis", "ines"]) {
    await system.runtime.store.putConnection({ connectionId: `conn-${agentId}`, entityId, agentId, expiresAt });
  }
  expect((await system.ask("admin", "DELETE", "/api/agents/yanis")).status).toBe(204);
  const told: string[] = [];
  const sockets = {
    post: async (connectionId: string) => {
      told.push(`post ${connectionId}`);
      return "sent" as const;
    },
    close: async (connectionId: string) => void told.push(`close ${connectionId}`),
  };
  const change = JSON.stringify({ entityId, conversationId: "c_1", version: 2 });
  await Live.fanout({ ...system.runtime, sockets })(queueEvent(change));
  expect(told.toSorted()).toEqual(["close conn-yanis", "post conn-ines"]);
});

test("a page that cannot be closed keeps no other open whose time is over", async () => {
  const { entityId } = (await system.ask("admin", "GET", "/api/me")).body["agent"] as unknown as { entityId: string };
  const { store } = system.runtime;
  const expiresAt = "2999-01-01T00:00:00.000Z";
  for (const connectionId of ["conn-a", "conn-b", "conn-c"]) {
    await store.putConnection({ connectionId, entityId, agentId: "ines", expiresAt });
  }
  const closed: string[] = [];
  const sockets = {
    ...system.runtime.sockets,
    close: async (connectionId: string) => {
      if (connectionId === "conn-b") throw new TypeError("out of reach");
      closed.push(connectionId);
    },
  };
  await Live.closeExpired({ ...system.runtime, sockets, now: () => expiresAt }, entityId);
  expect(closed).toEqual(expect.arrayContaining(["conn-a", "conn-c"]));
  const left = (await store.listConnections(entityId)).map(({ connectionId }) => connectionId);
  expect(left).toContain("conn-b");
  expect(left).not.toContain("conn-c");
});
