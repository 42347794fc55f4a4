import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Conversation from "#core/conversation";
import { obey } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { openBank } from "../../support/bank.ts";
import { at, policies } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { agent, ask } from "../../support/reply.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test("what was read in the conversation its thread was merged into is not read again in the thread once that is apart", async () => {
  const bank = await openBank(database, () => at(90));
  const ask1 = (threadId: string, externalId: string, minute: number) =>
    ask(bank, { contactId: "770901", threadId, externalId, occurredAt: at(minute), text: "Et ma carte ?" });
  const [going, staying] = [await ask1("900100200301_71", "c_71", 0), await ask1("900100200301_72", "c_72", 1)];
  const keyOf = (conversationId = "") => ({ entityId: bank.entity.id, conversationId });
  const stateOf = async (id: string | undefined) => (await database.store.readHead(keyOf(id)))?.state;
  const tell = (id: string | undefined, command: Conversation.Command) =>
    obey(bank.runtime(), keyOf(id), { command, commitId: command.type, actor: agent });
  const other = await stateOf(going.conversationId);
  if (other === undefined) throw new Error("it was not taken in");
  await tell(staying.conversationId, { type: "take-in", other });
  await tell(going.conversationId, { type: "merge-into", conversationId: staying.conversationId ?? "" });
  const later = await ask1("900100200301_71", "c_73", 60);
  expect((await stateOf(staying.conversationId))?.inboundCount).toBe(2);
  const conversationId = staying.conversationId ?? "";
  await tell(going.conversationId, { type: "separate", conversationId, isAnswered: false, policies });

  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(later), group: later.groupId }));
  expect((await stateOf(going.conversationId))?.inboundCount).toBe(1);
  expect((await stateOf(staying.conversationId))?.inboundCount).toBe(2);
});
