import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Conversation from "#core/conversation";
import * as Clock from "#functions/clock";
import { obey, type Runtime } from "#functions/runtime";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, keyOf, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const ids = ["c_1", "c_2", "c_3"];

/** Three conversations that an agent holds, each with an attempt whose outcome nobody knows. */
const openHeld = async (now: () => string): Promise<Bank> => {
  const bank = await openBank(database, now);
  const { id: entityId } = bank.entity;
  const profile = { name: "Camille", role: "agent" as const, teamIds: ["social"], capacity: 3, languages: [] };
  await database.store.putAgent({ id: "camille", entityId, ...profile });
  await database.store.setPresence({ entityId, agentId: "camille" }, at(1));
  for (const conversationId of ids) {
    const place = { ...opening(conversationId), entityId };
    const digest = "digest";
    const commands: Conversation.Command[] = [
      received("m_1", at(0), place),
      { type: "assign", agentId: "camille", by: "agent" },
      { type: "reply", messageId: "m_2", agentId: "camille", digest },
      { type: "attempt", messageId: "m_2" },
    ];
    await database.store.claimSlot({ entityId, agentId: "camille" }, { conversationId, now: at(0) });
    for (const command of commands) {
      await obey(bank.runtime(), keyOf(place), {
        command,
        commitId: command.type,
        actor: { kind: "system", id: "test" },
      });
    }
  }
  return bank;
};

/** A clock that cannot change the second of them. */
const tick = (bank: Bank, log: Runtime["log"]): Promise<void> => {
  const send = async (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    if (command instanceof PutCommand && String(command.input.Item?.["pk"]).endsWith("#c_2")) throw new TypeError();
    return database.client.send(command);
  };
  return Clock.tick(bank.runtime({ client: { send } as unknown as TestDatabase["client"], log }));
};

test("a conversation that cannot be changed is logged and keeps none of the others from the clock", async () => {
  let time = at(0);
  const bank = await openHeld(() => time);
  time = at(20);
  const logged: unknown[] = [];
  const error: Runtime["log"]["error"] = (event, { conversationId } = {}) => logged.push([event, conversationId]);
  await tick(bank, { ...bank.runtime().log, error });
  expect(logged).toEqual([
    ["clock.reply-failed", "c_2"],
    ["clock.slot-failed", "c_2"],
  ]);
  const states = await Promise.all(
    ids.map(async (conversationId) => {
      const state = (await database.store.readHead({ entityId: bank.entity.id, conversationId }))?.state;
      return [state?.outbox[0]?.state, state?.assigneeId];
    }),
  );
  expect(states).toEqual([
    ["uncertain", undefined],
    ["attempting", "camille"],
    ["uncertain", undefined],
  ]);
});
