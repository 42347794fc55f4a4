import { afterAll, beforeAll, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { received } from "../../support/conversation.ts";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const write = async (handle: string, text: string) => {
  const customer = system.simulator.customer({ platform: "x", handle, name: `Client ${handle}` });
  const message = await customer.dm(text);
  const { id } = await system.conversation((card) => card.contact.handle === handle);
  return { customer, id, message };
};

type Found = { readonly card: { readonly id: string }; readonly excerpt?: string };

const search = async (text: string, more: object = {}) => {
  const { body } = await system.ask("agent", "POST", "/api/search", { text, status: "open", ...more });
  const items = body["items"] as unknown as readonly Found[];
  return {
    ids: items.map(({ card }) => card.id),
    excerpts: items.map(({ excerpt }) => excerpt),
    cursor: body["cursor"],
  };
};

test("a conversation is found by words of any of its messages, by its customer and by its id", async () => {
  const { id } = await write("perrine_imaginaire", "Mon virement vers Lisbonne n'est jamais arrivé");
  expect((await search("lisbonne VIREMENT")).ids).toEqual([id]);
  expect((await search("perrine_imag")).ids).toEqual([id]);
  expect((await search(id)).ids).toEqual([id]);
  expect((await search("lisbonne introuvable")).ids).toEqual([]);
  expect((await search("lisbonne")).excerpts[0]).toContain("Lisbonne");
});

test("what was taken out of a message is not found any more", async () => {
  const { id } = await write("quitterie_imaginaire", "Je suis passée au guichet de Castelnaudary hier");
  expect((await search("castelnaudary")).ids).toEqual([id]);
  const { messages } = await system.read(id);
  const [message] = messages;
  const start = message?.text.indexOf("Castelnaudary") ?? 0;
  const passage = { start, end: start + "Castelnaudary".length, kind: "address", length: message?.text.length };
  const path = `/api/conversations/${id}/messages/${message?.id}/redactions`;
  expect((await system.ask("agent", "POST", path, passage)).status).toBeLessThan(300);
  expect((await search("castelnaudary")).ids).toEqual([]);
});

test("closed ones are searched apart, and only between the days asked for", async () => {
  const { id } = await write("romane_imaginaire", "Une question sur Ploumanach");
  await system.ask("agent", "POST", `/api/conversations/${id}/close`, { reason: "settled" });
  await eventually(async () => expect((await search("ploumanach", { status: "closed" })).ids).toEqual([id]));
  expect((await search("ploumanach")).ids).toEqual([]);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect((await search("ploumanach", { status: "closed", from: tomorrow })).ids).toEqual([]);
});

test("of a conversation with very many messages the newest are looked into", async () => {
  const { id } = await write("sidonie_imaginaire", "Une question sur Trébeurden");
  const key = { entityId: "lumiere", conversationId: id };
  const { store } = system.runtime;
  const [first] = await store.listBodies(key);
  if (first === undefined) throw new Error("nothing was kept");
  for (let index = 1; index <= 301; index += 1) {
    const messageId = `m_${index}`;
    const occurredAt = new Date(Date.parse(first.occurredAt) + index * 1000).toISOString();
    const text = (index === 301 ? "Et sur Locquirec ?" : "Toujours rien") as typeof first.text;
    await store.putBody(key, { ...first, id: messageId, text, occurredAt });
    await store.commit(key, {
      commitId: `receive:${messageId}`,
      actor: { kind: "contact" },
      at: occurredAt,
      decide: (state) =>
        Conversation.decide(state, { ...received(messageId, occurredAt), expectsAnswer: false } as never, occurredAt),
    });
  }
  expect((await search("locquirec")).ids).toEqual([id]);
  expect((await search("trébeurden")).ids).toEqual([]);
});

test("what was closed long after its last message does not end the search before what was closed earlier", async () => {
  const { store } = system.runtime;
  const day = (count: number) => new Date(Date.UTC(2026, 0, count)).toISOString();
  const closed = async (id: string, messageAt: string, closedAt: string) => {
    const place = {
      conversationId: id,
      entityId: "lumiere",
      teamId: "social",
      channel: "x.mention",
      visibility: "public",
      accountId: "900100200300",
    } as const;
    const commands = [received(`m_${id}`, messageAt, place), { type: "close", outcome: "answered" }] as const;
    for (const command of commands) {
      await store.commit(place, {
        commitId: command.type,
        actor: { kind: "contact" },
        at: command.type === "close" ? closedAt : messageAt,
        label: { name: "Solène Imaginaire" },
        decide: (state) => Conversation.decide(state, command, command.type === "close" ? closedAt : messageAt),
      });
    }
  };
  await closed("c_recent", day(20), day(21));
  // A page of them.
  await Promise.all(Array.from({ length: 60 }, (_, index) => closed(`c_forgotten_${index}`, day(1), day(22))));
  const asked = { status: "closed", from: day(10), to: day(25) };
  const first = await search("solène", asked);
  const second = await search("solène", { ...asked, cursor: first.cursor });
  expect([...first.ids, ...second.ids]).toEqual(["c_recent"]);
});
