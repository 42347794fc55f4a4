import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import type { Redacted } from "#core/redaction";
import * as Store from "#core/store";
import { lastSaid } from "#functions/runtime";
import { at, keyOf, opening, policies, received, replied } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const put = (key: Store.ConversationKey, id: string, minute: number, of: Partial<Store.Body> = {}) =>
  database.store.putBody(key, {
    id,
    kind: "message",
    direction: "inbound",
    visibility: "private",
    text: `words of ${id}` as Redacted,
    marks: [],
    occurredAt: at(minute),
    author: {},
    attachments: [],
    around: [],
    salt: "salt",
    sawVersion: 0,
    ...of,
  });
const commit = (key: Store.ConversationKey, command: Conversation.Command, minute: number) =>
  database.store.commit(key, {
    commitId: `${command.type}:${minute}`,
    actor: { kind: "system", id: "test" },
    at: at(minute),
    decide: (state) => Conversation.decide(state, command, at(minute)),
  });
const all = { most: 30, isWanted: () => true };

test("what was said is what came in, what went out and notes: an answer that never left is not told", async () => {
  const place = { ...opening("c_said"), entityId: "said" };
  const key = keyOf(place);
  const ours = { direction: "outbound" } as const;
  await put(key, "m_1", 0);
  await commit(key, received("m_1", at(0), place), 0);
  for (const [id, minute] of [
    ["r_sent", 1],
    ["r_failed", 2],
    ["r_waiting", 3],
  ] as const) {
    await put(key, id, minute, ours);
    await commit(key, replied(id), minute);
  }
  await commit(key, { type: "accept", messageId: "r_sent", by: "platform", policies }, 4);
  await commit(key, { type: "attempt", messageId: "r_failed" }, 5);
  await commit(key, { type: "fail", messageId: "r_failed", code: "send.gave-up", policies }, 6);
  await put(key, "r_orphan", 7, ours);
  await put(key, "n_1", 8, { kind: "note", visibility: "internal", ...ours });
  await commit(key, { type: "note", messageId: "n_1", agentId: "camille", digest: "digest" }, 8);
  expect((await lastSaid(database, key, all)).map(({ id }) => id)).toEqual(["m_1", "r_sent", "n_1"]);
});

test("the last of many are read from the end of the log, and not the others", async () => {
  const place = { ...opening("c_long"), entityId: "said" };
  const key = keyOf(place);
  for (let minute = 0; minute < 200; minute += 1) {
    await put(key, `m_${minute}`, minute);
    await commit(key, received(`m_${minute}`, at(minute), place), minute);
  }
  let items = 0;
  const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    const answer = (await database.client.send(command)) as { Responses?: Record<string, unknown[]> };
    items += Object.values(answer.Responses ?? {}).flat().length;
    return answer;
  };
  const store = Store.createStore({ send } as unknown as TestDatabase["client"], database.tableName);
  const isWanted = ({ id }: Store.Body) => id !== "m_198";
  const last = await lastSaid({ store }, key, { most: 3, isWanted });
  expect(last.map(({ id }) => id)).toEqual(["m_196", "m_197", "m_199"]);
  expect(items).toBeLessThan(90);
});
