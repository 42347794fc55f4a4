import { afterEach, beforeEach, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import * as Clock from "#functions/clock";
import { obey, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, keyOf, opening, policies, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";

/** At risk after five and eight minutes, breached after ten. */
const quick = policies.map((policy) => ({ ...policy, firstResponseSeconds: 600, nextResponseSeconds: 600 }));
const marks = [
  ["at-risk-50", at(5)],
  ["at-risk-80", at(8)],
  ["breached", at(10)],
];

let database: TestDatabase;
let bank: Bank;
let time: string;
/** What the timers' queue holds, and when each arrives. */
let arriving: { readonly arrivesAt: string; readonly body: string }[];
const now = () => time;
beforeEach(async () => {
  database = await startTestDatabase();
  time = at(0);
  arriving = [];
  bank = await openBank(database, now, { slaPolicies: quick });
});
afterEach(() => database.stop());

const queues: Runtime["queues"] = {
  send: async (queue, messages) => {
    if (queue !== "timers") return;
    for (const { body, delaySeconds = 0 } of messages) {
      const arrivesAt = new Date(Date.parse(time) + delaySeconds * 1000).toISOString();
      // A second early; the worker would wait the rest.
      const due = (body as { readonly at: string }).at;
      const isNear = Date.parse(due) - Date.parse(arrivesAt) < 3_000;
      arriving.push({ arrivesAt: isNear && due > arrivesAt ? due : arrivesAt, body: JSON.stringify(body) });
    }
  },
};
const runtime = (overrides: Parameters<Bank["runtime"]>[0] = {}) => bank.runtime({ queues, ...overrides });

const ask = async (contactId: string): Promise<Store.ConversationKey> => {
  const update = await bank.prepare({
    op: "message",
    contactId,
    externalId: `900100200301_${contactId}_${time}`,
    occurredAt: time,
    text: "Ma carte est bloquée",
  });
  await Workers.ingest(runtime())(queueEvent({ body: JSON.stringify(update), group: update.groupId }));
  return { entityId: bank.entity.id, conversationId: update.conversationId ?? "" };
};

const tick = (): Promise<void> => Clock.tick(runtime());
const arrive = async (...bodies: readonly string[]): Promise<void> => {
  const { batchItemFailures } = await Workers.timer(runtime())(queueEvent(...bodies));
  expect(batchItemFailures).toEqual([]);
};

/** Minutes of the clock; in between, messages arrive when they should. */
const pass = async (from: number, until: number): Promise<void> => {
  for (let minute = from; minute <= until; minute += 1) {
    time = at(minute);
    await tick();
    for (;;) {
      arriving.sort((left, right) => (left.arrivesAt < right.arrivesAt ? -1 : 1));
      const next = arriving[0];
      if (next === undefined || next.arrivesAt >= at(minute + 1)) break;
      arriving.shift();
      time = next.arrivesAt > time ? next.arrivesAt : time;
      await arrive(next.body);
    }
  }
};

const firedIn = async (key: Store.ConversationKey) =>
  (await historyOf(database, key)).events.flatMap((event) =>
    event.type === "marked" && event.target !== "resolution" ? [event] : [],
  );

test("at risk and breached fire once, each at its time", async () => {
  const key = await ask("770100200300");
  await pass(0, 12);
  const fired = await firedIn(key);
  expect(fired.map(({ dueAt, mark }) => [mark, dueAt])).toEqual(marks);
  expect(fired.map(({ latenessMilliseconds }) => latenessMilliseconds)).toEqual([0, 0, 0]);
  const { cards } = await database.store.listCards(key.entityId, { kind: "status", status: "open" }, { limit: 5 });
  expect(cards).toMatchObject([{ breached: true, atRisk: false, dueAt: at(10) }]);
});

test("nothing fires before its time: an early message goes back, and one of the last second waits", async () => {
  const key = await ask("770100200300");
  const body = JSON.stringify({ kind: "mark", ...key, at: at(5) });
  time = at(1);
  await arrive(body);
  expect(await firedIn(key)).toEqual([]);
  expect(arriving).toMatchObject([{ arrivesAt: at(5) }]);
  // From here the time runs by itself, a little slower than the process's timers.
  const startedAt = Date.now();
  const running = () => new Date(Date.parse(at(5)) - 150 + (Date.now() - startedAt) * 0.9).toISOString();
  await Workers.timer(runtime({ now: running }))(queueEvent(body));
  const [fired] = await firedIn(key);
  expect(fired).toMatchObject({ mark: "at-risk-50", dueAt: at(5) });
  expect(fired?.latenessMilliseconds).toBeGreaterThanOrEqual(0);
});

test("two clocks at once and every message three times fire each mark once", async () => {
  const key = await ask("770100200300");
  time = at(3);
  await Promise.all([tick(), tick()]);
  time = at(5);
  const bodies = arriving.map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(1);
  await Promise.all([...bodies, ...bodies, ...bodies].map((body) => arrive(body)));
  expect(await firedIn(key)).toMatchObject([{ mark: "at-risk-50" }]);
});

test("a clock that was down for a day catches up at once", async () => {
  const keys = [await ask("770100200300"), await ask("770100200301"), await ask("770100200302")];
  await tick();
  const day = 24 * 60;
  await pass(day, day);
  for (const key of keys) {
    const fired = await firedIn(key);
    expect(fired.map(({ dueAt, mark }) => [mark, dueAt])).toEqual(marks);
    expect(fired.at(-1)?.latenessMilliseconds).toBe(Date.parse(at(day)) - Date.parse(at(10)));
  }
});

test("a time that was set back stops no timer", async () => {
  time = at(600);
  await tick();
  time = at(0);
  const key = await ask("770100200300");
  await pass(0, 6);
  expect(await firedIn(key)).toMatchObject([{ mark: "at-risk-50", latenessMilliseconds: 0 }]);
});

test("a timer that was lost on its way is queued again", async () => {
  const key = await ask("770100200300");
  for (const minute of [0, 1, 2, 3, 4, 5]) {
    time = at(minute);
    await tick();
    arriving = [];
  }
  expect(await firedIn(key)).toEqual([]);
  await pass(6, 7);
  expect(await firedIn(key)).toMatchObject([{ mark: "at-risk-50", dueAt: at(5) }]);
});

test("a message for a clock that was stopped, or stopped and started anew, changes nothing", async () => {
  const key = await ask("770100200300");
  const body = JSON.stringify({ kind: "mark", ...key, at: at(5) });
  time = at(1);
  await obey(runtime(), key, {
    command: { type: "echo", messageId: "m_answer", occurredAt: at(1), digest: "d" },
    commitId: "echo:answer",
    actor: { kind: "system", id: "platform" },
  });
  time = at(5);
  await arrive(body);
  expect((await historyOf(database, key)).head.version).toBe(2);
  await ask("770100200300");
  await arrive(body);
  const { head } = await historyOf(database, key);
  expect(head).toMatchObject({ version: 3, state: { clock: { kind: "next-response", dueAt: at(15), fired: [] } } });
  await obey(runtime(), key, {
    command: { type: "close", outcome: "answered" },
    commitId: "close",
    actor: { kind: "agent", id: "camille" },
  });
  await pass(6, 16);
  expect(await firedIn(key)).toEqual([]);
});

/** What a tick asks of the table. */
const costOfTick = async () => {
  const cost = { calls: 0, items: 0 };
  const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    const answer = (await database.client.send(command)) as { readonly Items?: readonly unknown[] };
    cost.calls += 1;
    cost.items += answer.Items?.length ?? 0;
    return answer;
  };
  await Clock.tick(runtime({ client: { send } as unknown as TestDatabase["client"] }));
  return cost;
};

const open = async (from: number, until: number, startedAt: string): Promise<void> => {
  for (let index = from; index < until; index += 1) {
    const place = { ...opening(`c_open_${index}`), entityId: bank.entity.id };
    await database.store.commit(keyOf(place), {
      commitId: "receive",
      actor: { kind: "contact" },
      at: startedAt,
      decide: (state) => Conversation.decide(state, received(`m_${index}`, startedAt, place), startedAt),
    });
  }
};

test("what a tick costs depends on what is due, not on how much is open", async () => {
  // The wallboard is compared with the list in slices of a hundred a minute, however long the list is.
  await open(0, 110, at(0));
  await tick();
  const few = await costOfTick();
  await open(110, 200, at(0));
  expect(await costOfTick()).toEqual(few);
  // The first mark comes an hour after the message: these are due within three minutes.
  await open(200, 203, at(-56));
  time = at(1);
  expect(await costOfTick()).toEqual({ ...few, items: few.items + 3 });
});
