import { afterAll, beforeAll, expect, test } from "vitest";
import * as Sla from "#core/sla";
import * as Clock from "#functions/clock";
import { createLog, createRuntime } from "#functions/runtime";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const entityId = "orage";
const minute = (count: number): string => new Date(Date.UTC(2026, 10, 23, 10, count)).toISOString();
const weekMinutes = 7 * 24 * 60;

/** What the clock finds at a minute. */
const look = async (at: string) => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => at,
  );
  const runtime = createRuntime(
    {},
    {
      store: database.store,
      queues: { send: async () => undefined },
      sockets: { post: async () => "gone", close: async () => undefined },
      log,
      now: () => at,
    },
  );
  await Clock.tick(runtime);
  return { alerts: await database.store.readAlerts(entityId), told: lines.filter((line) => line.includes("incident")) };
};

const begin = async (at: string, topic: string, count: number) => {
  await Promise.all(Array.from({ length: count }, () => database.store.countBeginning(entityId, at, topic)));
};

test("a burst of one topic is told once, with what is usual, and is over an hour after the last of it", async () => {
  await database.store.putEntity({
    id: entityId,
    name: "Banque de l'Orage",
    languages: ["fr"],
    timeZone: "Europe/Paris",
    accounts: [],
    teams: [{ id: "social", name: "Social" }],
    slaPolicies: [Sla.defaultPolicy],
  });
  for (let week = 1; week <= 4; week += 1) await begin(minute(-week * weekMinutes), "cards", 2);
  await begin(minute(0), "cards", 2);
  expect((await look(minute(1))).alerts).toEqual([]);

  await begin(minute(5), "online-banking", 20);
  const raised = await look(minute(6));
  expect(raised.alerts).toMatchObject([{ topic: "online-banking", peak: { count: 20, usual: 0 } }]);
  expect(raised.told).toHaveLength(1);
  const again = await look(minute(7));
  expect([again.alerts.length, again.told.length]).toEqual([1, 0]);
  expect((await look(minute(120))).alerts).toEqual([]);
});
