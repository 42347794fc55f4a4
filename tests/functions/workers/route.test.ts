import { PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Store from "#core/store";
import { createLog, createRuntime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { at, keyOf, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { laggingClient } from "../../support/faulty-client.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const capacity = 3;
const agentIds = ["agent-1", "agent-2", "agent-3"];
let banks = 0;

/** A bank of its own with agents at work and conversations that wait. */
const openBank = async (waiting: number): Promise<string> => {
  banks += 1;
  const entityId = `bank-${banks}`;
  for (const id of agentIds) {
    await database.store.putAgent({
      id,
      entityId,
      name: id,
      role: "agent",
      teamIds: ["social"],
      capacity,
      languages: [],
    });
    await database.store.setPresence({ entityId, agentId: id }, at(600));
  }
  for (let index = 0; index < waiting; index += 1) {
    const place = { ...opening(`c_${index}`), entityId };
    await database.store.commit(keyOf(place), {
      commitId: `receive:${index}`,
      actor: { kind: "contact" },
      at: at(0),
      decide: (state) => Conversation.decide(state, received(`m_${index}`, at(index), place), at(0)),
    });
  }
  return entityId;
};

const router = (client: TestDatabase["client"]) =>
  Workers.route(
    createRuntime(
      {},
      {
        store: Store.createStore(client, database.tableName),
        queues: { send: async () => undefined },
        log: createLog(
          () => undefined,
          () => at(1),
        ),
        now: () => at(1),
      },
    ),
  );

const holdings = async (entityId: string, waiting: number) => {
  const heads = await Promise.all(
    Array.from({ length: waiting }, (_, index) => database.store.readHead({ entityId, conversationId: `c_${index}` })),
  );
  return heads.flatMap((head) =>
    head?.state.assigneeId === undefined ? [] : [[head.state.id, head.state.assigneeId] as const],
  );
};

const drain = (entityId: string) => queueEvent(JSON.stringify({ entityId, teamId: "social" }));

test("many routers over lagging lists give nobody two agents and no agent too much, and fill every free slot", async () => {
  const lag = fc.array(fc.constantFrom("fresh" as const, "stale" as const, "empty" as const), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 14 }),
      fc.array(lag, { minLength: 2, maxLength: 4 }),
      async (waiting, lags) => {
        const entityId = await openBank(waiting);
        await Promise.all(lags.map((plan) => router(laggingClient(database.client, plan))(drain(entityId))));
        await router(database.client)(drain(entityId));
        const held = await holdings(entityId, waiting);
        expect(held).toHaveLength(Math.min(waiting, capacity * agentIds.length));
        for (const desk of await database.store.listDesks(entityId)) {
          const own = held.filter(([, agentId]) => agentId === desk.agent.id).map(([id]) => id);
          expect(own.length).toBeLessThanOrEqual(capacity);
          expect(desk.conversationIds.toSorted()).toEqual(own.toSorted());
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

test("the earliest deadline is given first, and only to who is there", async () => {
  const entityId = await openBank(4);
  for (const agentId of ["agent-2", "agent-3"]) await database.store.setAway({ entityId, agentId }, true);
  await router(database.client)(drain(entityId));
  const held = await holdings(entityId, 4);
  expect(held).toEqual([
    ["c_0", "agent-1"],
    ["c_1", "agent-1"],
    ["c_2", "agent-1"],
  ]);
});

test("a conversation that cannot be given keeps none of the others waiting", async () => {
  const entityId = await openBank(4);
  const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    if (command instanceof PutCommand && String(command.input.Item?.["pk"]).endsWith("#c_1")) throw new TypeError();
    return database.client.send(command);
  };
  const answer = await router({ send } as unknown as TestDatabase["client"])(drain(entityId));
  expect(answer.batchItemFailures).toEqual([]);
  expect((await holdings(entityId, 4)).map(([id]) => id)).toEqual(["c_0", "c_2", "c_3"]);
});
