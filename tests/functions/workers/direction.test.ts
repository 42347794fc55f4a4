import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type * as Channel from "#core/channel";
import * as Workers from "#functions/workers";
import { type Bank, openBank } from "../../support/bank.ts";
import { at } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";
import { queueEvent } from "../../support/queue-event.ts";

let database: TestDatabase;
let bank: Bank;
let posts = 0;
beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  const teams = ["social", "press", "tilleuls"].map((id) => ({ id, name: id }));
  bank = await openBank(database, () => at(0), { teams });
  await database.store.putDirectory(bank.entity.id, {
    version: 1,
    people: [{ audience: "press", handles: ["@lecourrierdusoir"], teamId: "press" }],
    places: [{ id: "tilleuls", kind: "branch", name: "Agence des Tilleuls", alsoCalled: [], teamId: "tilleuls" }],
    names: [],
  });
});
afterAll(() => database.stop());

const comes = async (event: Partial<Channel.RawEvent>) => {
  posts += 1;
  const inbound = await bank.prepare({
    op: "message",
    channel: "x.mention",
    externalId: String(posts),
    threadId: String(posts),
    contactId: `4411${posts}`,
    occurredAt: at(0),
    text: "@banque_imaginaire Une question ?",
    ...event,
  });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(inbound), group: inbound.groupId }));
  return (await historyOf(database, { entityId: bank.entity.id, conversationId: inbound.conversationId ?? "" })).head;
};
/** Conversations that count in what comes in, as alerts and the wallboard see it. */
const beginnings = async () =>
  (await database.store.listTallies(bank.entity.id, "quarter", { from: at(-60), to: at(60) })).reduce(
    (sum, { total }) => sum + total,
    0,
  );
const waiting = async (teamId: string) =>
  (await database.store.listWaiting({ entityId: bank.entity.id, teamId }, {}, { limit: 100 })).cards.map(
    ({ id }) => id,
  );

describe("what the bank's directory says of a message", () => {
  test("whom the press office answers waits there, labelled, and in nobody else's queue", async () => {
    const author = { handle: "LeCourrierDuSoir", name: "Le Courrier du Soir" };
    const { label, state } = await comes({ author });
    expect(state).toMatchObject({ audience: "press", teamId: "press" });
    expect(label.why).toMatchObject({ audience: ["press"] });
    expect(await waiting("social")).toEqual([]);
    expect(await waiting("press")).toEqual([state.id]);
  });

  test("a conversation moves when its author is put on a list", async () => {
    const author = { handle: "plume_libre" };
    const thread = { contactId: "771", threadId: "771", author };
    expect((await comes(thread)).state.teamId).toBe("social");
    const known = await database.store.readDirectory(bank.entity.id);
    await database.store.putDirectory(bank.entity.id, {
      ...known,
      version: 2,
      people: [{ audience: "press", handles: ["@plume_libre"], teamId: "press" }],
    });
    expect((await comes(thread)).state).toMatchObject({ audience: "press", teamId: "press" });
    expect(await waiting("social")).toEqual([]);
  });

  test("a question about a branch goes to who answers for it; what cannot wait does not", async () => {
    const asked = await comes({ text: "L'agence des Tilleuls est ouverte samedi ? Quels horaires ?" });
    expect(asked.state).toMatchObject({ placeId: "tilleuls", teamId: "tilleuls" });
    expect(asked.label.why).toMatchObject({ place: ["Agence des Tilleuls"] });
    const urgent = await comes({ text: "On m'a volé ma carte devant l'agence des Tilleuls, bloquez-la !" });
    expect(urgent.state.teamId).toBe("social");
    expect(urgent.state).not.toHaveProperty("placeId");
  });

  test("what listening found has a list of its own, no clock and no queue, until it speaks to us", async () => {
    const thread = { contactId: "881", threadId: "881" };
    const begun = await beginnings();
    const heard = await comes({
      ...thread,
      rules: ["900100200301"],
      text: "La Banque Imaginaire est encore en panne ?",
    });
    expect(heard.state.clock).toBeUndefined();
    expect(await beginnings()).toBe(begun);
    expect(heard.label.why).toMatchObject({ heard: ["Banque Imaginaire"] });
    expect(await waiting("social")).toEqual([]);
    const listed = async () =>
      (await database.store.listCards(bank.entity.id, { kind: "overheard" }, { limit: 5 })).cards;
    expect((await listed()).map(({ id }) => id)).toEqual([heard.state.id]);
    const addressed = await comes(thread);
    expect(addressed.state.id).toBe(heard.state.id);
    expect(addressed.state.clock?.kind).toBe("first-response");
    expect(await listed()).toEqual([]);
    expect(await waiting("social")).toEqual([heard.state.id]);
    expect(await beginnings()).toBe(begun + 1);
  });
});

test("a post that listening found and that names the account is a mention like any other", async () => {
  const account = {
    platform: "x",
    accountId: "900100200301",
    teamId: "social",
    name: "X",
    handle: "@banque_x",
  } as const;
  await database.store.putEntity({ ...bank.entity, accounts: [] });
  bank = await openBank(database, () => at(0), { accounts: [account] });
  const { state } = await comes({ rules: ["900100200301"], text: "Bonjour @Banque_X, une question ?" });
  expect(state.clock?.kind).toBe("first-response");
});
