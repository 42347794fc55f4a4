import { afterAll, beforeAll, expect, test } from "vitest";
import { obey } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";
import { ask } from "../../support/reply.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const runId = "run_1";
const patterns = [{ name: "nuage", kind: "customer-number", pattern: "NUAGE-\\d{4}" }] as const;

/** The rules are run to their end; `meanwhile` happens after the first conversation was read. */
const runRules = async (bank: Bank, meanwhile: () => Promise<unknown>, dryRun = false) => {
  const { id: entityId } = bank.entity;
  const nothing = { conversations: 0, messages: 0, changed: 0, found: {} };
  const begun = { dryRun, status: "running", startedAt: at(20), startedBy: "rose", list: "open" } as const;
  await database.store.putRun(entityId, { id: runId, ...begun, ...nothing });
  const runtime = bank.runtime();
  let steps = 0;
  const advanceRun: typeof runtime.store.advanceRun = async (...step) => {
    const isMine = await runtime.store.advanceRun(...step);
    steps += 1;
    if (steps === 1) await meanwhile();
    return isMine;
  };
  const worker = Workers.timer({ ...runtime, store: { ...runtime.store, advanceRun } });
  let waiting: readonly string[] = [JSON.stringify({ kind: "run", entityId, runId })];
  while (waiting.length > 0) {
    expect((await worker(queueEvent(...waiting))).batchItemFailures).toEqual([]);
    waiting = bank.take("timers").filter((body) => JSON.parse(body).kind === "run");
  }
  return database.store.readRun(entityId, runId);
};

const textsOf = async (bank: Bank, conversationId: string | undefined) =>
  (await database.store.listBodies({ entityId: bank.entity.id, conversationId: conversationId ?? "" })).map(
    ({ text }) => text,
  );

test("the rules reach a conversation that moves in the list to where the walk has been, and count it once", async () => {
  const bank = await openBank(database, () => at(20));
  const contact = (name: number) => ({ contactId: `7701${name}`, externalId: `900100200301_7${name}` });
  const first = await ask(bank, { ...contact(1), occurredAt: at(10), text: "Ma carte NUAGE-1111 est bloquée ?" });
  const last = await ask(bank, { ...contact(2), occurredAt: at(0), text: "Merci beaucoup, NUAGE-2222" });
  await database.store.putEntity({ ...bank.entity, redaction: { treatments: {}, patterns: [...patterns], allow: [] } });
  const run = await runRules(bank, async () => {
    // It had no deadline, and now has an earlier one than what was read.
    await ask(bank, { ...contact(2), externalId: "900100200301_73", occurredAt: at(5), text: "Elle est bloquée ?" });
  });
  expect((await textsOf(bank, first.conversationId)).join()).not.toContain("NUAGE");
  expect((await textsOf(bank, last.conversationId)).join()).not.toContain("NUAGE");
  expect(run).toMatchObject({
    status: "done",
    conversations: 2,
    messages: 3,
    changed: 2,
    found: { "customer-number": 2 },
  });
});

test.each([true, false])("a conversation that closes midway is counted once (dry run: %s)", async (dryRun) => {
  const bank = await openBank(database, () => at(20));
  const contact = (name: number) => ({ contactId: `7702${name}`, externalId: `900100200302_7${name}` });
  const first = await ask(bank, { ...contact(1), occurredAt: at(0), text: "Ma carte NUAGE-1111 est bloquée ?" });
  await ask(bank, { ...contact(2), occurredAt: at(10), text: "Et NUAGE-2222 ?" });
  await database.store.putEntity({ ...bank.entity, redaction: { treatments: {}, patterns: [...patterns], allow: [] } });
  const run = await runRules(
    bank,
    () =>
      obey(
        bank.runtime(),
        { entityId: bank.entity.id, conversationId: first.conversationId ?? "" },
        {
          command: { type: "close", outcome: "redirected" },
          commitId: "close:midway",
          actor: { kind: "agent", id: "camille" },
        },
      ),
    dryRun,
  );
  const counted = { conversations: 2, messages: 2, changed: 2, found: { "customer-number": 2 } };
  expect(run).toMatchObject({ status: "done", ...counted });
});
