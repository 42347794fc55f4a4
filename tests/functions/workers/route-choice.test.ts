import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import * as Routing from "#core/routing";
import { createLog, createRuntime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { inLine, waitingOf } from "../../../functions/workers/route/line.ts";
import { at, keyOf, labelled, opening, policies } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

let banks = 0;

/** A bank with agents who are there; its conversations wait until it drains a team. */
const openBank = async (agents: Readonly<Record<string, Partial<Entity.Agent>>>) => {
  banks += 1;
  const entityId = `choice-${banks}`;
  await database.store.putEntity({
    id: entityId,
    name: "Banque Imaginaire",
    languages: ["fr"],
    timeZone: "Europe/Paris",
    accounts: [],
    teams: [
      { id: "social", name: "Social", overflowTeamId: "branches" },
      { id: "branches", name: "Agences" },
    ],
    slaPolicies: policies,
  });
  for (const [id, more] of Object.entries(agents)) {
    const agent = { id, entityId, name: id, role: "agent", teamIds: ["social"], capacity: 20, languages: [] } as const;
    await database.store.putAgent({ ...agent, teamIds: ["social"], languages: [], ...more });
    await database.store.setPresence({ entityId, agentId: id }, at(60_000));
  }
  const commit = async (id: string, command: Conversation.Command, now: string) => {
    await database.store.commit(
      { entityId, conversationId: id },
      {
        commitId: `${command.type}:${now}`,
        actor: { kind: "contact" },
        at: now,
        decide: (state) => Conversation.decide(state, command, now),
      },
    );
  };
  const given: string[] = [];
  let read = 0;
  return {
    /** Cards of those that wait, read so far. */
    read: () => read,
    /** Everything that waits, in the order of routing, and as it is walked page by page. */
    line: async (minute: number) => {
      const team = { entityId, teamId: "social" };
      const { cards } = await database.store.listWaiting(team, {}, { limit: 1_000 });
      const walked: string[] = [];
      for await (const { id } of inLine(database.store, team, { now: at(minute), picksSoFar: 0 })) walked.push(id);
      const order = Routing.orderWaiting(cards.map(waitingOf), at(minute), 0);
      return { walked, order: order.map(({ conversationId }) => conversationId) };
    },
    waits: (id: string, minute: number, labels: Partial<Conversation.MessageLabels> = {}) =>
      commit(id, labelled(`m_${id}`, at(minute), labels, { ...opening(id), entityId }), at(minute)),
    marks: (id: string, minute: number) => commit(id, { type: "mark" }, at(minute)),
    obeys: commit,
    /** Who has a conversation. */
    holder: async (id: string) =>
      (await database.store.readHead(keyOf({ ...opening(id), entityId })))?.state.assigneeId,
    /** Gives what there is room for; answers the conversations in the order in which they were given. */
    drain: async (minute: number) => {
      const now = () => at(minute);
      const store: typeof database.store = {
        ...database.store,
        listWaiting: async (...asked) => {
          const page = await database.store.listWaiting(...asked);
          read += page.cards.length;
          return page;
        },
        commit: async (key, change) => {
          const committed = await database.store.commit(key, change);
          if (committed.events.some((event) => event.type === "assigned")) given.push(key.conversationId);
          return committed;
        },
      };
      const log = createLog(() => undefined, now);
      const runtime = createRuntime({}, { store, queues: { send: async () => undefined }, log, now });
      await Workers.route(runtime)(queueEvent(JSON.stringify({ entityId, teamId: "social" })));
      return given.splice(0);
    },
    grow: async (id: string, capacity: number) => {
      const desk = await database.store.readDesk(entityId, id);
      if (desk !== undefined) await database.store.putAgent({ ...desk.agent, capacity });
    },
  };
};

test("an emergency goes before every earlier deadline", async () => {
  const bank = await openBank({ camille: { capacity: 1 } });
  await bank.waits("c_calm", 0);
  await bank.waits("c_alarm", 30, { urgency: "urgent", alarm: "lost-card" });
  expect(await bank.drain(31)).toEqual(["c_alarm"]);
});

test("a language goes to who speaks it, a topic to who is trained for it", async () => {
  const bank = await openBank({
    camille: { languages: ["fr"] },
    oona: { languages: ["en", "fr"] },
    yanis: { languages: ["fr"], skills: ["loans"] },
  });
  await bank.waits("c_english", 0, { language: "en" });
  await bank.waits("c_loan", 1, { topic: "loans" });
  await bank.drain(2);
  expect([await bank.holder("c_english"), await bank.holder("c_loan")]).toEqual(["oona", "yanis"]);
});

test("a customer who returns meets the same person", async () => {
  const bank = await openBank({ camille: {}, yanis: {} });
  await bank.waits("c_known", 0);
  await bank.obeys("c_known", { type: "assign", agentId: "yanis", by: "agent" }, at(1));
  await bank.obeys("c_known", { type: "unassign", reason: "returned" }, at(2));
  await bank.drain(3);
  expect(await bank.holder("c_known")).toBe("yanis");
});

test("every fourth pick of a team is its oldest breached one, however many drains that takes", async () => {
  const bank = await openBank({ camille: { capacity: 0 } });
  for (const id of ["c_late_1", "c_late_2"]) {
    await bank.waits(id, id.endsWith("1") ? -300 : -290);
    await bank.marks(id, -1);
  }
  for (let index = 0; index < 8; index += 1) await bank.waits(`c_${index}`, index);
  const order: string[] = [];
  for (let capacity = 1; capacity <= 8; capacity += 1) {
    await bank.grow("camille", capacity);
    order.push(...(await bank.drain(10)));
  }
  expect(order).toEqual(["c_0", "c_1", "c_2", "c_late_1", "c_3", "c_4", "c_5", "c_late_2"]);
});

test("another team helps where a deadline is in danger, and only there", async () => {
  const bank = await openBank({ camille: { capacity: 0 }, brice: { teamIds: ["branches"] } });
  await bank.waits("c_calm", 0);
  await bank.waits("c_danger", 0);
  await bank.marks("c_danger", 61);
  expect(await bank.drain(61)).toEqual(["c_danger"]);
  expect(await bank.holder("c_danger")).toBe("brice");
});

test("of a long line only what there is room for is read, and what cannot wait, can be saved and is late is at hand", async () => {
  const bank = await openBank({ camille: { capacity: 5 } });
  // More of each than is read at a time, and an emergency that came last.
  for (let index = 0; index < 52; index += 1) {
    await Promise.all([bank.waits(`c_late_${index}`, index - 300), bank.waits(`c_${index}`, index)]);
  }
  await bank.waits("c_alarm", 60, { urgency: "urgent", alarm: "lost-card" });
  const { order, walked } = await bank.line(110);
  expect(order).toHaveLength(105);
  expect(walked).toEqual(order);
  expect(await bank.drain(110)).toEqual(["c_alarm", "c_0", "c_1", "c_late_0", "c_2"]);
  expect(bank.read()).toBeLessThanOrEqual(101);
  expect(await bank.drain(110)).toEqual([]);
  expect(bank.read()).toBeLessThanOrEqual(101);
});

test("what nobody who is there has room for keeps nothing behind it waiting, however much of it there is", async () => {
  const bank = await openBank({
    camille: { languages: ["fr"] },
    oona: { languages: ["en"], capacity: 0 },
  });
  for (let index = 0; index < 52; index += 1) await bank.waits(`c_english_${index}`, index, { language: "en" });
  await bank.waits("c_french", 61, { language: "fr" });
  expect(await bank.drain(62)).toEqual(["c_french"]);
});
