import { afterAll, beforeAll, expect, test } from "vitest";
import * as Clock from "#functions/clock";
import { createLog, type Runtime } from "#functions/runtime";
import { openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test("a part of the minute that fails does not keep the others from their work, and fails the run", async () => {
  const bank = await openBank(database, () => at(0));
  const lines: string[] = [];
  const runtime: Runtime = bank.runtime({
    log: createLog(
      (line) => lines.push(line),
      () => at(0),
    ),
  });
  const store = { ...runtime.store, listTimers: () => Promise.reject(new TypeError("no table")) };
  await expect(Clock.tick({ ...runtime, store })).rejects.toMatchObject({ code: "clock.incomplete" });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "error", event: "clock.sweep-failed", error: "TypeError" },
  ]);
  expect(bank.take("route")).toEqual([JSON.stringify({ entityId: bank.entity.id, teamId: "social" })]);
  await expect(Clock.tick(runtime)).resolves.toBeUndefined();
});

test("a bank whose work takes longer than the minute keeps no other bank from its own", async () => {
  const slow = await openBank(database, () => at(0));
  const other = await openBank(database, () => at(0));
  const runtime = other.runtime();
  const drained = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<readonly []>();
  const store = {
    ...runtime.store,
    listDesks: (entityId: string) => (entityId === slow.entity.id ? ended.promise : runtime.store.listDesks(entityId)),
  };
  const queues: Runtime["queues"] = {
    send: async (queue, messages) => {
      const ids = messages.map(({ body }) => (body as { entityId: string }).entityId);
      if (queue === "route" && ids.includes(other.entity.id)) drained.resolve(other.entity.id);
    },
  };
  const ticking = Clock.tick({ ...runtime, queues, store });
  expect(await drained.promise).toBe(other.entity.id);
  ended.resolve([]);
  await ticking;
});

test("every bank is the first in its minute", async () => {
  let minute = 0;
  const runtime = (await openBank(database, () => at(minute))).runtime();
  const ids = (await database.store.listEntities()).map(({ id }) => id);
  const firsts: string[] = [];
  for (; minute < ids.length; minute += 1) {
    const looked: string[] = [];
    const listDesks = (entityId: string) => {
      looked.push(entityId);
      return runtime.store.listDesks(entityId);
    };
    await Clock.tick({ ...runtime, store: { ...runtime.store, listDesks } });
    firsts.push(looked[0] ?? "");
  }
  expect(ids.length).toBeGreaterThan(1);
  expect(firsts.toSorted()).toEqual(ids.toSorted());
});
