import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type * as Entity from "#core/entity";
import * as Api from "#functions/api";
import * as Live from "#functions/live";
import type { Runtime } from "#functions/runtime";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

const entityId = "lumiere";
const expiresAt = "2999-01-01T00:00:00.000Z";

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

/** As it was before anybody kept it. */
const asNew = <Kept extends Entity.Entity | Entity.Agent>({ revision: _, ...kept }: Kept) => kept as Kept;

describe("pages whose time is over", () => {
  let database: TestDatabase;
  /** The system's own, over a table that its clock and its workers do not see: they would close these pages first. */
  let runtime: Runtime;
  beforeEach(async () => {
    database = await startTestDatabase();
    runtime = { ...system.runtime, store: database.store };
    const entity = await system.runtime.store.readEntity(entityId);
    if (entity === undefined) throw new Error("there is no bank");
    await database.store.putEntity(asNew(entity));
    for (const { agent } of await system.runtime.store.listDesks(entityId)) await database.store.putAgent(asNew(agent));
  });
  afterEach(() => database.stop());

  const putConnection = (connectionId: string, agentId: string) =>
    database.store.putConnection({ connectionId, entityId, agentId, expiresAt });

  test("the next news after an agent was removed closes the agent's pages, and reaches those of others", async () => {
    for (const agentId of ["yanis", "ines"]) await putConnection(`conn-${agentId}`, agentId);
    const headers = { authorization: `Bearer ${await system.token("admin")}`, "idempotency-key": "removal" };
    const removal = await Api.createApp(runtime).request("/api/agents/yanis", { method: "DELETE", headers });
    expect(removal.status).toBe(204);
    const told: string[] = [];
    const sockets = {
      post: async (connectionId: string) => {
        told.push(`post ${connectionId}`);
        return "sent" as const;
      },
      close: async (connectionId: string) => void told.push(`close ${connectionId}`),
    };
    const change = JSON.stringify({ entityId, conversationId: "c_1", version: 2 });
    await Live.fanout({ ...runtime, sockets })(queueEvent(change));
    expect(told.toSorted()).toEqual(["close conn-yanis", "post conn-ines"]);
  });

  test("a page that cannot be closed keeps no other open whose time is over", async () => {
    for (const connectionId of ["conn-a", "conn-b", "conn-c"]) await putConnection(connectionId, "ines");
    const closed: string[] = [];
    const sockets = {
      ...runtime.sockets,
      close: async (connectionId: string) => {
        if (connectionId === "conn-b") throw new TypeError("out of reach");
        closed.push(connectionId);
      },
    };
    await Live.closeExpired({ ...runtime, sockets, now: () => expiresAt }, entityId);
    expect(closed.toSorted()).toEqual(["conn-a", "conn-c"]);
    const left = (await database.store.listConnections(entityId)).map(({ connectionId }) => connectionId);
    expect(left).toEqual(["conn-b"]);
  });
});
