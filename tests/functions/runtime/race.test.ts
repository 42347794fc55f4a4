import { afterAll, beforeAll, expect, test } from "vitest";
import { Fault } from "#core/fault";
import { obey } from "#functions/runtime";
import { openBank } from "../../support/bank.ts";
import { at, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const agentIds = Array.from({ length: 50 }, (_, index) => `agent-${index + 1}`);

test("of fifty agents who take the same conversations at once one wins each, and the others are told who", async () => {
  const bank = await openBank(database, () => at(1));
  const runtime = bank.runtime();
  const entityId = bank.entity.id;
  const keys = ["c_1", "c_2", "c_3"].map((conversationId) => ({ entityId, conversationId }));
  for (const key of keys) {
    const place = { ...opening(key.conversationId), entityId };
    const command = received("m_1", at(0), place);
    await obey(runtime, key, { command, commitId: "receive", actor: { kind: "contact" } });
  }
  const take = async (key: (typeof keys)[number], agentId: string): Promise<string> => {
    try {
      const command = { type: "assign", agentId, by: "agent" } as const;
      await obey(runtime, key, { command, commitId: `assign:${agentId}`, actor: { kind: "agent", id: agentId } });
      return agentId;
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== "conversation.taken") throw error;
      return `told of ${error.details?.["agentId"]}`;
    }
  };
  for (const key of keys) {
    const outcomes = await Promise.all(agentIds.map((agentId) => take(key, agentId)));
    const winner = (await database.store.readHead(key))?.state.assigneeId;
    expect(agentIds).toContain(winner);
    expect(outcomes.filter((outcome) => outcome === winner)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === `told of ${winner}`)).toHaveLength(agentIds.length - 1);
  }
});
