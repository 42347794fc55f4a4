import { afterAll, beforeAll, expect, test } from "vitest";
import * as Intake from "#core/intake";
import { Secret } from "#core/secret";
import * as Workers from "#functions/workers";
import { type Bank, openBank, secrets } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { queueEvent } from "../../support/queue-event.ts";

const number = "06 99 00 12 34";
const lure = `SMS reçu du ${number} : votre colis attend`;
const oneDay = 24 * 60;

let database: TestDatabase;
let bank: Bank;
beforeAll(async () => {
  database = await startTestDatabase();
  bank = await openBank(database, () => at(0), {
    teams: [
      { id: "social", name: "Réseaux sociaux" },
      { id: "fraude", name: "Fraude" },
    ],
    evidence: { teamIds: ["fraude"] },
  });
});
afterAll(() => database.stop());

type Event = Parameters<Bank["prepare"]>[0];

const take = async (inbound: Intake.Inbound, now = at(0)): Promise<void> => {
  const event = queueEvent({ body: JSON.stringify(inbound), group: inbound.groupId });
  await Workers.ingest(bank.runtime({ now: () => now }))(event);
};

let contacts = 0;
/** A customer's message, and what the bank has of it. */
const told = async (text: string, event: Partial<Event> = {}, from = bank) => {
  contacts += 1;
  const externalId = `evidence-${contacts}`;
  const message = { contactId: `contact-${contacts}`, externalId, occurredAt: at(1), text, ...event };
  const inbound = await from.prepare({ op: "message", ...message });
  await take(inbound);
  const key = { entityId: from.entity.id, conversationId: inbound.conversationId ?? "" };
  return {
    inbound,
    again: () => take(inbound),
    change: async (changed: Partial<Event> & Pick<Event, "op">) => {
      await take(
        await from.prepare({ ...message, targetId: externalId, occurredAt: at(2), revision: "2", ...changed }),
      );
    },
    body: () => database.store.readBody(key, inbound.messageId),
    evidence: async (now = at(0)) => {
      const kept = await database.store.readEvidence(key, inbound.messageId, now);
      if (kept === undefined) return undefined;
      const items = await Intake.openEvidence(kept.sealed, new Secret(secrets.EVIDENCE_KEY));
      return items.map(({ value }) => value);
    },
  };
};

test("a fraudster's number is sealed before it is queued, and stands in no body", async () => {
  const { body, evidence, inbound } = await told(lure);
  expect(JSON.stringify(inbound)).not.toContain(number);
  expect(inbound.text).toBe("SMS reçu du [téléphone] : votre colis attend");
  expect((await body())?.evidence?.found).toEqual({ phone: 1 });
  expect(JSON.stringify(await body())).not.toContain(number);
  expect(await evidence()).toEqual([number]);
});

test("after seven days it is refused, whether or not the table has forgotten it", async () => {
  const { evidence } = await told(lure);
  expect(await evidence(at(7 * oneDay - 1))).toEqual([number]);
  expect(await evidence(at(7 * oneDay))).toBeUndefined();
});

test("what waited in a queue until its time was over is not taken in", async () => {
  contacts += 1;
  const inbound = await bank.prepare({ op: "message", contactId: "late", externalId: "late", text: lure });
  await take(inbound, at(8 * oneDay));
  const key = { entityId: bank.entity.id, conversationId: inbound.conversationId ?? "" };
  expect((await database.store.readBody(key, inbound.messageId))?.evidence).toBeUndefined();
  expect(await database.store.readEvidence(key, inbound.messageId, at(0))).toBeUndefined();
});

test("it goes with its message, and a late redelivery brings nothing back", async () => {
  const { again, change, evidence } = await told(lure);
  await change({ op: "delete" });
  expect(await evidence()).toBeUndefined();
  await again();
  expect(await evidence()).toBeUndefined();
});

test("an edit replaces it, or takes it away", async () => {
  const { again, change, evidence } = await told(lure);
  await change({ op: "edit", text: "SMS reçu du 06 99 00 99 88, pardon" });
  expect(await evidence()).toEqual(["06 99 00 99 88"]);
  await again();
  expect(await evidence()).toEqual(["06 99 00 99 88"]);
  await change({ op: "edit", text: "Un SMS étrange", revision: "3", occurredAt: at(3) });
  expect(await evidence()).toBeUndefined();
});

test("the bank's own words are no evidence", async () => {
  const inbound = await bank.prepare({
    op: "message",
    direction: "outbound",
    contactId: "o",
    externalId: "o",
    text: lure,
  });
  expect(inbound.evidence).toBeUndefined();
});

test("a bank that named nobody keeps nothing", async () => {
  const other = await openBank(database, () => at(0));
  const { body, evidence, inbound } = await told(lure, {}, other);
  expect(inbound.evidence).toBeUndefined();
  expect((await body())?.text).toBe("SMS reçu du [téléphone] : votre colis attend");
  expect(await evidence()).toBeUndefined();
});
