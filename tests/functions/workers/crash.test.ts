import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type * as Intake from "#core/intake";
import type { Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { atEveryCall, betweenCalls, everyCallTimeout } from "../../support/mishap.ts";
import { queueEvent } from "../../support/queue-event.ts";

vi.setConfig({ testTimeout: everyCallTimeout });

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const mishaps = ["crash-before", "crash-after", "lost-answer"] as const;
const receiveLimit = 8;
const newBank = (): Promise<Bank> => openBank(database, () => at(3));

const anne = { author: { name: "Anne Imaginaire" }, contactId: "770100200300" };
const added = (bank: Bank) =>
  bank.prepare({
    op: "message",
    ...anne,
    externalId: "900100200301_11",
    occurredAt: at(0),
    text: "Ma carte est bloquée",
  });
const edited = (bank: Bank) =>
  bank.prepare({
    op: "edit",
    ...anne,
    targetId: "900100200301_11",
    occurredAt: at(1),
    revision: "edited:1",
    text: "Ma carte est volée",
  });
/** The platform does not say who took it away. */
const removed = (bank: Bank) =>
  bank.prepare({ op: "delete", targetId: "900100200301_11", occurredAt: at(2), revision: "remove:2" });

const eventOf = (...updates: readonly Intake.Inbound[]) =>
  queueEvent(...updates.map((update) => ({ body: JSON.stringify(update), group: update.groupId })));

/** Ingests, whatever goes wrong; true when nothing did. */
const ingestOnce = async (runtime: Runtime, ...updates: readonly Intake.Inbound[]): Promise<boolean> =>
  (await Workers.ingest(runtime)(eventOf(...updates))).batchItemFailures.length === 0;

/** What the queue does with an update until nothing is left of it: again after a failure, and what was queued behind. */
const ingest = async (bank: Bank, update: Intake.Inbound): Promise<void> => {
  for (let tries = 0; !(await ingestOnce(bank.runtime(), update)); tries += 1) {
    if (tries === receiveLimit) throw new Error("a dead letter");
  }
  await drain(bank);
};

const drain = async (bank: Bank): Promise<void> => {
  for (const body of bank.take("inbound")) await ingest(bank, JSON.parse(body) as Intake.Inbound);
};

const keyOf = (bank: Bank, { conversationId = "" }: Pick<Intake.Inbound, "conversationId">) => ({
  entityId: bank.entity.id,
  conversationId,
});

const cardsOf = async (bank: Bank) =>
  (await database.store.listCards(bank.entity.id, { kind: "status", status: "open" }, { limit: 10 })).cards;

/** One receipt, one body, one card, and everybody was told. */
const expectReceived = async (bank: Bank, update: Intake.Inbound, text: string) => {
  const key = keyOf(bank, update);
  const { count, head } = await historyOf(database, key);
  expect(count("received")).toBe(1);
  const body = await database.store.readBody(key, update.messageId);
  expect(body).toMatchObject({ text });
  const cards = await cardsOf(bank);
  expect(cards.map((card) => [card.id, card.preview, card.version])).toEqual([
    [update.conversationId, text, head.version],
  ]);
  expect(bank.sent).toContainEqual({ queue: "changes", body: { ...key, version: head.version } });
  expect(bank.sent).toContainEqual({ queue: "route", body: { entityId: bank.entity.id, teamId: "social" } });
  return { count, body };
};

describe.each(mishaps)("%s at every call of ingest", (mishap) => {
  const ingestAtEveryCall = async (
    before: readonly ((bank: Bank) => Promise<Intake.Inbound>)[],
    broken: (bank: Bank) => Promise<Intake.Inbound>,
    check: (bank: Bank) => Promise<void>,
  ): Promise<void> => {
    const calls = await atEveryCall(database.client, mishap, async (client) => {
      const bank = await newBank();
      for (const each of before) await ingest(bank, await each(bank));
      const update = await broken(bank);
      const isUntouched = await ingestOnce(bank.runtime({ client }), update);
      await ingest(bank, update);
      await check(bank);
      return isUntouched;
    });
    expect(calls).toBeGreaterThan(0);
  };

  test("a message is received once, shown once and told of", () =>
    ingestAtEveryCall([], added, async (bank) => {
      await expectReceived(bank, await added(bank), "Ma carte est bloquée");
    }));

  test("a message behind another one is received once", () => {
    const second = (bank: Bank) =>
      bank.prepare({ op: "message", ...anne, externalId: "900100200301_12", occurredAt: at(3), text: "Répondez-moi" });
    return ingestAtEveryCall([added], second, async (bank) => {
      const key = keyOf(bank, await second(bank));
      const { count } = await historyOf(database, key);
      expect(count("received")).toBe(2);
      const bodies = await database.store.readBodies(key, [
        (await added(bank)).messageId,
        (await second(bank)).messageId,
      ]);
      expect([...bodies.values()].map((body) => body.text).sort()).toEqual(["Ma carte est bloquée", "Répondez-moi"]);
      expect((await cardsOf(bank)).map((card) => card.preview)).toEqual(["Répondez-moi"]);
    });
  });

  test("an edit is applied once", () =>
    ingestAtEveryCall([added], edited, async (bank) => {
      const { body, count } = await expectReceived(bank, await added(bank), "Ma carte est volée");
      expect(count("edited")).toBe(1);
      expect(body?.edited).toBe(true);
    }));

  test("a removal leaves no word and is told once", () =>
    ingestAtEveryCall([added], removed, async (bank) => {
      const { body, count } = await expectReceived(bank, await added(bank), "");
      expect(count("removed")).toBe(1);
      expect(body?.removed).toBe(true);
    }));

  test("an edit that comes before its message is the message, and can be answered", () =>
    ingestAtEveryCall([], edited, async (bank) => {
      await expectReceived(bank, await added(bank), "Ma carte est volée");
      const message = await added(bank);
      await ingest(bank, message);
      const { body } = await expectReceived(bank, message, "Ma carte est volée");
      expect(body?.address).toBeDefined();
      // What was edited earlier than it came stands where it was written.
      expect(body?.occurredAt).toBe(message.occurredAt);
    }));

  test("a message that was removed before it came is not shown", async () => {
    const isAbsent = async (bank: Bank) => {
      await ingest(bank, await added(bank));
      expect(await cardsOf(bank)).toEqual([]);
    };
    await ingestAtEveryCall([], removed, isAbsent);
    await ingestAtEveryCall([removed], added, isAbsent);
  });

  test("the same message many times at once is received once", async () => {
    await atEveryCall(database.client, mishap, async (client) => {
      const bank = await newBank();
      const update = await added(bank);
      const [isUntouched] = await Promise.all(
        [client, database.client, database.client].map((each) => ingestOnce(bank.runtime({ client: each }), update)),
      );
      await ingest(bank, update);
      await expectReceived(bank, update, "Ma carte est bloquée");
      return isUntouched ?? false;
    });
  });
});

/** Removed before it came, it was never there; the card of a message that was there stays, without its words. */
const expectText = async (bank: Bank, text: string): Promise<void> => {
  if (text !== "" || (await cardsOf(bank)).length > 0) await expectReceived(bank, await added(bank), text);
};

describe("between any two calls of one update another one passes whole", () => {
  const cases = [
    { slow: added, quick: added, text: "Ma carte est bloquée" },
    { slow: added, quick: edited, text: "Ma carte est volée" },
    { slow: edited, quick: added, text: "Ma carte est volée" },
    { slow: edited, quick: edited, text: "Ma carte est volée" },
    { slow: added, quick: removed, text: "" },
    { slow: removed, quick: added, text: "" },
    { slow: edited, quick: removed, text: "" },
    { slow: removed, quick: edited, text: "" },
  ];
  test.each(cases)("$slow.name and $quick.name", async ({ quick, slow, text }) => {
    const calls = await betweenCalls(database.client, async (interrupted) => {
      const bank = await newBank();
      const update = await slow(bank);
      const failed: Intake.Inbound[] = [];
      let passing: Promise<void> | undefined;
      const pass = async () => {
        const other = await quick(bank);
        if (!(await ingestOnce(bank.runtime(), other))) failed.push(other);
      };
      const client = interrupted(() => {
        passing = pass();
        return passing;
      });
      if (!(await ingestOnce(bank.runtime({ client }), update))) failed.push(update);
      await (passing ?? pass());
      await drain(bank);
      for (const each of failed) await ingest(bank, each);
      await expectText(bank, text);
      // Both come again, days later.
      for (const each of [quick, slow]) await ingest(bank, await each(bank));
      await expectText(bank, text);
    });
    expect(calls).toBeGreaterThan(0);
  });
});

test("a queue that is down when a message was committed makes it come again, and everybody is told then", async () => {
  const bank = await newBank();
  const update = await added(bank);
  const queues = { send: () => Promise.reject(new Error("no queue")) };
  expect(await ingestOnce(bank.runtime({ queues }), update)).toBe(false);
  await ingest(bank, update);
  await expectReceived(bank, update, "Ma carte est bloquée");
});
