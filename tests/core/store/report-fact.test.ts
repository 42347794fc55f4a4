import { DeleteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Report from "#core/report";
import * as Store from "#core/store";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const day = "2026-11-23";
const facts: readonly Report.Fact[] = [
  { what: "opened", at: `${day}T09:00:00.000Z`, teamId: "social", channel: "x.dm", topic: "cards" },
  {
    what: "worked",
    at: `${day}T09:05:00.000Z`,
    agentId: "camille",
    seconds: 300,
    teamId: "social",
    channel: "x.dm",
    topic: "cards",
  },
  { what: "sent", at: `${day}T09:05:00.000Z`, teamId: "social", channel: "x.dm", topic: "cards" },
  { what: "sent", at: `${day}T09:06:00.000Z`, agentId: "yanis", teamId: "social", channel: "x.dm", topic: "cards" },
];

test("whose work it was is forgotten after twelve months, and the figures stay", async () => {
  const { client, store, tableName } = database;
  await store.putFacts({ entityId: "facts", conversationId: "c_1" }, 3, facts);
  expect(await store.listTold("facts", day)).toEqual([{ conversationId: "c_1", facts }]);
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  const named = items.filter((item) => /camille|yanis/.test(JSON.stringify(item)));
  expect(named.length).toBeGreaterThan(0);
  const aYearLater = Date.parse("2027-11-25T00:00:00.000Z") / 1000;
  for (const { pk, sk, ...item } of named) {
    expect(item[Store.expiryAttribute]).toBeLessThan(aYearLater);
    await client.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
  }
  const left = (await store.listTold("facts", day)).flatMap((each) => each.facts);
  expect(left.map(({ at, what }) => [what, at])).toEqual(facts.map(({ at, what }) => [what, at]));
  expect(JSON.stringify(left)).not.toMatch(/camille|yanis/);
});
