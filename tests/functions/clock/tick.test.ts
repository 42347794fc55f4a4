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
