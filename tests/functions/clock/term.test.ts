import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import type { Redacted } from "#core/redaction";
import { obey } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { endTerms } from "../../../functions/clock/term.ts";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, opening, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { dump, keyOf, minute } from "../../support/erasure.ts";
import { historyOf } from "../../support/history.ts";
import { atEveryCall, everyCallTimeout } from "../../support/mishap.ts";
import { queueEvent } from "../../support/queue-event.ts";

vi.setConfig({ testTimeout: everyCallTimeout });

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const day = 24 * 60;
const words = ["Ma carte est perdue", "Anne Imaginaire"];
/** A bank whose clock can be set, and which keeps words for a month. */
const newBank = async () => {
  let minutes = 3;
  const bank = await openBank(database, () => at(minutes), { retention: { wordsDays: 30 } });
  return {
    bank,
    setClock: (to: number) => {
      minutes = to;
    },
  };
};

const written = (bank: Bank, text: string | undefined = words[0], number = 11) =>
  bank.prepare({
    op: "message",
    author: { name: "Anne Imaginaire" },
    contactId: "770100200300",
    externalId: `900100200301_${number}`,
    occurredAt: at(number - 11),
    text: text ?? "",
  });

const ingest = async (bank: Bank, update: Awaited<ReturnType<typeof written>>): Promise<void> => {
  const event = queueEvent({ body: JSON.stringify(update), group: update.groupId });
  expect((await Workers.ingest(bank.runtime())(event)).batchItemFailures).toEqual([]);
};

const order = (bank: Bank, conversationId: string, command: Conversation.Command) =>
  obey(bank.runtime(), keyOf(bank, conversationId), {
    command,
    commitId: `${command.type}:${bank.runtime().newId()}`,
    actor: { kind: "agent", id: "camille" },
  });

const close = { type: "close", outcome: "no-answer-needed" } as const;

/** A customer wrote, a colleague noted something, and it was closed at nine past nine. */
const talked = async () => {
  const { bank, setClock } = await newBank();
  const update = await written(bank);
  await ingest(bank, update);
  const conversationId = update.conversationId ?? "";
  const key = keyOf(bank, conversationId);
  const contact = (await database.store.readHead(key))?.label.contact ?? "";
  await database.store.putContactNote(
    { entityId: bank.entity.id, peerId: contact },
    { id: "n_1", text: "Sourde d’une oreille" as Redacted, by: "camille", at: at(4) },
  );
  setClock(9);
  await order(bank, conversationId, close);
  bank.take("timers");
  return { bank, setClock, update, conversationId, key };
};

const textOf = (bank: Bank) => dump(database, ({ pk }) => String(pk).includes(`E#${bank.entity.id}#`));

const expectErased = async (bank: Bank, conversationId: string) => {
  const { count, events, head } = await historyOf(database, keyOf(bank, conversationId));
  expect([count("erasure-ordered"), count("erased")]).toEqual([1, 1]);
  expect(events.find(({ type }) => type === "erased")).toMatchObject({ messages: 1, notes: 0 });
  expect(head.label).toEqual({ contact: expect.any(String), thread: expect.any(String) });
  const text = await textOf(bank);
  for (const word of [...words, "Sourde"]) expect(text).not.toContain(word);
};

describe("words whose term is over", () => {
  test("go at that minute and not before, with an entry that says who, when and how much", async () => {
    const { bank, conversationId, key, setClock } = await talked();
    setClock(8 + 30 * day);
    expect(await minute(bank)).toBe(true);
    expect((await historyOf(database, key)).count("erasure-ordered")).toBe(0);
    expect(await textOf(bank)).toContain(words[0]);
    setClock(9 + 30 * day);
    expect(await minute(bank)).toBe(true);
    await expectErased(bank, conversationId);
    const head = await database.store.readHead(key);
    const sealed = head === undefined ? [] : await database.store.readLog(key, head, 1, head.version);
    const entry = sealed.map((each) => Audit.openEntry(each)).at(-1);
    expect(entry).toMatchObject({ at: at(9 + 30 * day), actor: { kind: "system", id: "erasure" } });
    const lists = await Promise.all(
      (["closed", "erased"] as const).map((status) =>
        database.store.listCards(bank.entity.id, { kind: "status", status }, { limit: 10 }),
      ),
    );
    expect(lists.map(({ cards }) => cards.map(({ id }) => id))).toEqual([[], [conversationId]]);
  });

  test.each([
    ["nobody has set a term", {}],
    ["the term has not begun", { retention: { wordsDays: 30, beginsAt: at(5000 * day) } }],
  ])("are kept where %s", async (_, { retention }: Pick<Entity.Entity, "retention">) => {
    const { bank, conversationId, key, setClock } = await talked();
    const { retention: __, ...entity } = bank.entity;
    setClock(4000 * day);
    await endTerms(bank.runtime(), retention === undefined ? entity : { ...entity, retention });
    expect((await historyOf(database, key)).count("erasure-ordered")).toBe(0);
    expect(await textOf(bank)).toContain(words[0]);
    expect(await minute(bank)).toBe(true);
    await expectErased(bank, conversationId);
  });

  test("are gone once, whatever fails at any call", async () => {
    for (const mishap of ["crash-before", "crash-after", "lost-answer"] as const) {
      const calls = await atEveryCall(database.client, mishap, async (client) => {
        const { bank, conversationId, setClock } = await talked();
        setClock(9 + 30 * day);
        const isUntouched = await minute(bank, { client });
        setClock(12 + 30 * day);
        expect(await minute(bank)).toBe(true);
        await expectErased(bank, conversationId);
        return isUntouched;
      });
      expect(calls).toBeGreaterThan(10);
    }
  });

  test("stay gone when the platform tells of them again, and when it is edited late", async () => {
    const { bank, conversationId, key, setClock, update } = await talked();
    setClock(9 + 30 * day);
    await minute(bank);
    const before = (await database.store.readHead(key))?.version;
    await ingest(bank, update);
    const edit = await bank.prepare({
      op: "edit",
      author: { name: "Anne Imaginaire" },
      contactId: "770100200300",
      targetId: "900100200301_11",
      occurredAt: at(31 * day),
      revision: "edited:1",
      text: "Ma carte est perdue pour de bon",
    });
    await ingest(bank, edit);
    expect((await database.store.readHead(key))?.version).toBe(before);
    await expectErased(bank, conversationId);
  });

  test("are kept while a hold stands, and go once it is lifted", async () => {
    const { bank, conversationId, setClock } = await talked();
    await order(bank, conversationId, { type: "place-hold", holdId: "h_1" });
    setClock(40 * day);
    expect(await minute(bank)).toBe(true);
    expect(await textOf(bank)).toContain(words[0]);
    await order(bank, conversationId, { type: "lift-hold", holdId: "h_1" });
    expect(await minute(bank)).toBe(true);
    await expectErased(bank, conversationId);
  });

  test("are kept while a hold stands on their contact, also where it came after the hold", async () => {
    const { bank, conversationId, key, setClock } = await talked();
    const contact = (await database.store.readHead(key))?.label.contact ?? "";
    await database.store.putHold(bank.entity.id, {
      id: "h_1",
      reference: "RG 26/00001" as Redacted,
      by: "paul",
      at: at(10),
      conversationId: "elsewhere",
      contact,
    });
    setClock(40 * day);
    expect(await minute(bank)).toBe(true);
    expect(await textOf(bank)).toContain(words[0]);
    await database.store.removeHold(bank.entity.id, "h_1");
    expect(await minute(bank)).toBe(true);
    await expectErased(bank, conversationId);
  });
});

test("what the customer writes after an order is not part of it, and has its own term", async () => {
  const { bank, conversationId, key, setClock } = await talked();
  setClock(9 + 30 * day);
  await order(bank, conversationId, { type: "erase", ground: "term" });
  const [message] = bank.take("timers");
  setClock(10 + 30 * day);
  const again = await written(bank, "Me revoici", 12);
  await ingest(bank, { ...again, occurredAt: at(10 + 30 * day) });
  await Workers.timer(bank.runtime())(queueEvent(message ?? ""));
  const { count, head } = await historyOf(database, key);
  expect([head.state.status, head.state.erasure?.isPast, count("erased")]).toEqual(["open", true, 1]);
  const text = await textOf(bank);
  expect(text).not.toContain(words[0]);
  expect(text).toContain("Me revoici");
  await order(bank, conversationId, close);
  setClock(11 + 60 * day);
  expect(await minute(bank)).toBe(true);
  expect(await textOf(bank)).not.toContain("Me revoici");
  expect((await historyOf(database, key)).head.state.erasure).toMatchObject({ step: "done", messages: 1 });
});

test("a body that is on its way into the log is waited for, and not taken for an old one", async () => {
  const { bank, conversationId, key, setClock } = await talked();
  setClock(9 + 30 * day);
  const [told] = await database.store.listBodies(key);
  if (told === undefined) throw new Error("no body");
  await database.store.putBody(key, {
    ...told,
    id: "m_coming",
    text: "Encore moi" as Redacted,
    occurredAt: at(8 + 30 * day),
  });
  await minute(bank);
  expect((await historyOf(database, key)).count("erased")).toBe(0);
  expect(await textOf(bank)).toContain("Encore moi");
  expect(await textOf(bank)).not.toContain(words[0]);
  setClock(40 * day);
  expect(await minute(bank)).toBe(true);
  expect(await textOf(bank)).not.toContain("Encore moi");
  await expectErased(bank, conversationId);
});

test("a page of closed conversations is looked at in a minute, and the next one goes on from there", async () => {
  const { bank, setClock } = await newBank();
  const ids: string[] = [];
  for (let number = 0; number < 60; number += 1) {
    // Closed one after the other: the page is read in that order.
    setClock(3 + number);
    const update = await bank.prepare({
      op: "message",
      author: { name: `Client ${number}` },
      contactId: `7701002003${number}`,
      threadId: `900100200301_${number}`,
      externalId: `900100200301_${number}`,
      occurredAt: at(0),
      text: "Bonjour",
    });
    await ingest(bank, update);
    ids.push(update.conversationId ?? "");
    await order(bank, ids.at(-1) ?? "", close);
    if (number < 52) await order(bank, ids.at(-1) ?? "", { type: "place-hold", holdId: "h_1" });
  }
  bank.take("timers");
  setClock(40 * day);
  const erased = async () =>
    (await database.store.listCards(bank.entity.id, { kind: "status", status: "erased" }, { limit: 100 })).cards.length;
  await minute(bank);
  expect(await erased()).toBeLessThan(8);
  await minute(bank);
  expect(await erased()).toBe(8);
  for (const conversationId of ids.slice(0, 52))
    await order(bank, conversationId, { type: "lift-hold", holdId: "h_1" });
  for (let count = 0; count < 3; count += 1) await minute(bank);
  expect(await erased()).toBe(60);
});

/** A client that counts the items it asks for by their keys. */
const counting = () => {
  let asked = 0;
  const send = (command: Parameters<TestDatabase["client"]["send"]>[0]): Promise<unknown> => {
    if (command instanceof BatchGetCommand) {
      for (const { Keys = [] } of Object.values(command.input.RequestItems ?? {})) asked += Keys.length;
    }
    return database.client.send(command);
  };
  return { client: { send } as unknown as TestDatabase["client"], asked: () => asked };
};

test("a contact's conversations are erased without each of them reading all the others", async () => {
  const { bank, setClock } = await newBank();
  const contact = { entityId: bank.entity.id, peerId: "k_anne" };
  const ids = Array.from({ length: 30 }, (_, index) => `c_anne_${index}`);
  for (const id of ids) {
    const command = received(`m_${id}`, at(0), { ...opening(id), entityId: bank.entity.id });
    await obey(bank.runtime(), keyOf(bank, id), {
      command,
      label: { contact: contact.peerId },
      commitId: "receive",
      actor: { kind: "contact" },
    });
    await order(bank, id, close);
    await database.store.putPeer(contact, { conversationId: id, openedAt: at(0) });
  }
  const note = { id: "n_1", text: "Sourde d’une oreille" as Redacted, by: "camille", at: at(4) };
  await database.store.putContactNote(contact, note);
  bank.take("timers");
  setClock(20);
  for (const id of ids) await order(bank, id, { type: "erase", ground: "objection" });
  const { asked, client } = counting();
  for (const body of bank.take("timers")) await Workers.timer(bank.runtime({ client }))(queueEvent(body));
  expect(await database.store.listContactNotes(contact)).toEqual([]);
  const cards = await database.store.readCards(bank.entity.id, ids);
  expect(cards.filter(({ erased }) => erased === null)).toEqual([]);
  expect(asked()).toBeLessThan(4 * ids.length);
});
