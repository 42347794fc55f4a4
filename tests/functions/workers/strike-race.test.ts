import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Intake from "#core/intake";
import * as Workers from "#functions/workers";
import { strikePassage } from "../../../functions/api/passage.ts";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { betweenCalls, everyCallTimeout } from "../../support/mishap.ts";
import { queueEvent } from "../../support/queue-event.ts";

vi.setConfig({ testTimeout: everyCallTimeout });

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const odile = { author: { name: "Odile Imaginaire" }, contactId: "770100200301" };
const word = "Tournesol";

const said = (bank: Bank, place: string, minute: number, text: string) =>
  bank.prepare({ op: "message", ...odile, externalId: `900100200301_${place}`, occurredAt: at(minute), text });

const ingest = async (bank: Bank, client: TestDatabase["client"], update: Intake.Inbound): Promise<void> => {
  const event = queueEvent({ body: JSON.stringify(update), group: update.groupId });
  const runtime = bank.runtime({ client });
  for (let tries = 0; (await Workers.ingest(runtime)(event)).batchItemFailures.length > 0; tries += 1) {
    if (tries === 8) throw new Error("a dead letter");
  }
};

test("what is taken out of very many messages is told in entries that stay small, each message once", async () => {
  const bank = await openBank(database, () => at(3));
  const first = await said(bank, "11", 0, `Mon mot est ${word}`);
  await ingest(bank, database.client, first);
  const key = { entityId: bank.entity.id, conversationId: first.conversationId ?? "" };
  const known = await database.store.readBody(key, first.messageId);
  if (known === undefined) throw new Error("nothing was received");
  const others = Array.from({ length: 170 }, (_, index) => `m_${String(index).padStart(22, "0")}`);
  await Promise.all(others.map((id) => database.store.putBody(key, { ...known, id })));
  const start = known.text.indexOf(word);
  const marking = { start, end: start + word.length, kind: "personal", agentId: "alice", idempotencyKey: "1" } as const;
  for (const _ of ["once", "again"]) {
    await strikePassage(bank.runtime(), key, { ...marking, messageId: first.messageId });
    const head = await database.store.readHead(key);
    const sealed = head === undefined ? [] : await database.store.readLog(key, head, 1, head.version);
    const told = sealed.map((each) =>
      Audit.openEntry<Conversation.ConversationEvent>(each).events.filter(({ type }) => type === "redacted"),
    );
    expect(Math.max(...sealed.map(({ length }) => length))).toBeLessThan(20_000);
    expect(told.flat().map((event) => "messageId" in event && event.messageId)).toHaveLength(171);
    expect(new Set(told.flat().map((event) => "messageId" in event && event.messageId))).toEqual(
      new Set([first.messageId, ...others]),
    );
  }
});

/** What comes in completes a number that began in the message before. */
const completions = [
  {
    name: "a message",
    before: async () => [],
    update: (bank: Bank) => said(bank, "12", 1, `11111111, ${word} le sait`),
  },
  {
    name: "an edit",
    before: async (bank: Bank) => [await said(bank, "12", 1, `La suite bientôt, ${word} le sait`)],
    update: (bank: Bank) =>
      bank.prepare({
        op: "edit",
        ...odile,
        targetId: "900100200301_12",
        occurredAt: at(2),
        revision: "edited:2",
        text: `11111111, ${word} le sait`,
      }),
  },
];

test.each(completions)(
  "what an agent takes out stays out, at whatever moment $name takes a number out of the same messages",
  async ({ before, update }) => {
    const calls = await betweenCalls(database.client, async (interrupted) => {
      const bank = await openBank(database, () => at(3));
      const first = await said(bank, "11", 0, `Mon mot est ${word} et ma carte commence par 41111111`);
      for (const each of [first, ...(await before(bank))]) await ingest(bank, database.client, each);
      const key = { entityId: bank.entity.id, conversationId: first.conversationId ?? "" };
      const bare: string[] = [];
      const client = interrupted(async () => {
        const start = (await database.store.readBody(key, first.messageId))?.text.indexOf(word) ?? -1;
        const marking = { start, end: start + word.length, kind: "personal", agentId: "alice" } as const;
        await strikePassage(bank.runtime(), key, { ...marking, messageId: first.messageId, idempotencyKey: "1" });
        const bodies = await database.store.listBodies(key);
        bare.push(...bodies.flatMap(({ id, text }) => (text.includes(word) ? [] : [id])));
        expect(bare).toContain(first.messageId);
      });
      const late = await update(bank);
      await ingest(bank, client, late);
      const card = (await database.store.readHead(key))?.label.preview ?? "";
      const shown = (await database.store.listBodies(key)).find(({ text }) => card !== "" && text.startsWith(card));
      expect([card, shown?.id]).toEqual([shown?.text, expect.any(String)]);
      expect(bare.includes(shown?.id ?? "") && card.includes(word)).toBe(false);
      const kept = await database.store.listBodies(key);
      expect(kept.filter(({ id, text }) => bare.includes(id) && text.includes(word))).toEqual([]);
      expect(kept.map(({ text }) => text).join(" ")).not.toMatch(/4?1{7,8}/);
      expect(kept.filter(({ repairs }) => repairs !== undefined && repairs.length > 0)).toEqual([]);
    });
    expect(calls).toBeGreaterThan(5);
  },
);
