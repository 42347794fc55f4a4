import { afterAll, beforeAll, expect, test } from "vitest";
import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import { createLog, createRuntime, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { at, keyOf, opening, policies, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const steps: Sla.Policy["escalation"] = [{ afterSeconds: 0, actions: ["raise-priority", "return-to-team"] }];
const strict = policies.map((policy) => ({ ...policy, escalation: steps }));

/** A conversation that camille holds, and that is late at minute 120. */
const late = async (id: string) => {
  const place = opening(id);
  const key = keyOf(place);
  const known = (await database.store.readDesk(place.entityId, "camille"))?.agent;
  await database.store.putAgent({
    ...known,
    id: "camille",
    entityId: place.entityId,
    name: "Camille",
    role: "agent",
    teamIds: ["social"],
    capacity: 3,
    languages: [],
  });
  await database.store.claimSlot({ ...key, agentId: "camille" }, { conversationId: id, now: at(1) });
  const commands: readonly Conversation.Command[] = [
    { ...received("m_1", at(0), place), policies: strict } as Conversation.Command,
    { type: "assign", agentId: "camille", by: "router" },
  ];
  for (const command of commands) {
    await database.store.commit(key, {
      commitId: command.type,
      actor: { kind: "contact" },
      at: at(1),
      decide: (state) => Conversation.decide(state, command, at(1)),
    });
  }
  return key;
};

const fire = (key: { readonly conversationId: string }, overrides: Partial<Runtime> = {}) => {
  const now = () => at(120);
  const log = createLog(() => undefined, now);
  const queues = { send: async () => undefined };
  const runtime = createRuntime({}, { store: database.store, queues, log, now, ...overrides });
  return Workers.timer(runtime)(queueEvent(JSON.stringify({ kind: "mark", ...key, at: at(120) })));
};

const escalations = async (key: Awaited<ReturnType<typeof late>>) => {
  const head = await database.store.readHead(key);
  if (head === undefined) return [];
  const sealed = await database.store.readLog(key, head, 1, head.version);
  return sealed
    .flatMap((text) => Audit.openEntry<Conversation.ConversationEvent>(text).events)
    .filter((event) => event.type === "escalated");
};

test("five timers at once escalate once, and the agent's slot is free", async () => {
  const key = await late("c_five");
  await Promise.all(Array.from({ length: 5 }, () => fire(key)));
  expect(await escalations(key)).toHaveLength(1);
  expect((await database.store.readHead(key))?.state.assigneeId).toBeUndefined();
  expect((await database.store.readDesk(key.entityId, "camille"))?.conversationIds).not.toContain(key.conversationId);
});

test("a crash before the commit or after it leaves one escalation, once the timer comes again", async () => {
  const key = await late("c_crash");
  const crash = async () => {
    throw new Error("crashed");
  };
  const before = await fire(key, { store: { ...database.store, commit: crash } });
  const after = await fire(key, { queues: { send: crash } });
  expect([before.batchItemFailures.length, after.batchItemFailures.length]).toEqual([1, 1]);
  const again = await fire(key);
  expect(again.batchItemFailures).toEqual([]);
  expect(await escalations(key)).toHaveLength(1);
});

test("nothing is taken from an agent who is writing the answer; who only looks on keeps nobody from it", async () => {
  const onlooker = (agentId: string, isWriting: boolean) => ({
    connectionId: `connection of ${agentId}`,
    agentId,
    isWriting,
    until: at(121),
  });
  const written = await late("c_written");
  await database.store.putOnlooker(written, onlooker("camille", true));
  await fire(written);
  expect((await database.store.readHead(written))?.state.assigneeId).toBe("camille");
  expect(await escalations(written)).toHaveLength(1);
  const watched = await late("c_watched");
  await database.store.putOnlooker(watched, onlooker("camille", false));
  await database.store.putOnlooker(watched, onlooker("ines", true));
  await fire(watched);
  expect((await database.store.readHead(watched))?.state.assigneeId).toBeUndefined();
});
