import { afterAll, beforeAll, expect, test } from "vitest";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import * as Api from "#functions/api";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ variables: { UNDO_SECONDS: "2" } });
});
afterAll(() => system.stop());

type Card = { id: string; dueAt: string | null; preview?: string; inboundCount: number; splitFromId: string | null };
const card = (body: object) => body as Card & { partIds: string[]; mergedIds: string[]; assignee: string | null };

/** One private thread with two matters in it. */
const begin = async (handle: string, platform: "x" | "facebook" = "x") => {
  const customer = system.simulator.customer({ platform, handle, name: handle });
  await customer.dm(`Carte en retard ${handle}`);
  const { id } = await system.conversation(({ preview }) => preview === `Carte en retard ${handle}`);
  await customer.dm(`Et vos horaires ? ${handle}`);
  const messages = await eventually(async () => {
    const inbound = (await system.read(id)).messages.filter(({ direction }) => direction === "inbound");
    expect(inbound).toHaveLength(2);
    return inbound;
  });
  const act = (name: string, body: object = {}, who = "camille", headers = {}) =>
    system.ask(who, "POST", `/api/conversations/${id}/${name}`, body, headers);
  return { customer, id, act, first: messages[0]?.id ?? "", second: messages[1]?.id ?? "" };
};
const textsOf = async (id: string) => (await system.read(id)).messages.map(({ text }) => text);
const isIntact = async (id: string) =>
  (await system.ask("supervisor", "GET", `/api/conversations/${id}/log`)).body["intact"];

test("two matters of one thread are two conversations with a deadline each, and one again", async () => {
  const { act, id, second } = await begin("part_a");
  const key = { "idempotency-key": "split-a" };
  const whole = card(await system.read(id));
  const made = await act("split", { messageIds: [second] }, "camille", key);
  expect(made).toMatchObject({ status: 201 });
  const part = card(made.body);
  expect(part).toMatchObject({ splitFromId: id, inboundCount: 1, preview: "Et vos horaires ? part_a", status: "open" });
  expect((part.dueAt ?? "") > (whole.dueAt ?? "z")).toBe(true);
  expect(card((await act("split", { messageIds: [second] }, "camille", key)).body).id).toBe(part.id);
  expect(await textsOf(id)).toEqual(["Carte en retard part_a"]);
  expect(await textsOf(part.id)).toEqual(["Et vos horaires ? part_a"]);
  expect(card(await system.read(id))).toMatchObject({
    partIds: [part.id],
    dueAt: whole.dueAt,
    preview: "Carte en retard part_a",
  });
  expect([await isIntact(id), await isIntact(part.id)]).toEqual([true, true]);
  const again = await system.ask("camille", "POST", `/api/conversations/${part.id}/merge`, { intoId: id });
  expect(card(again.body)).toMatchObject({ id, dueAt: whole.dueAt, mergedIds: [part.id], partIds: [] });
  expect(await textsOf(id)).toEqual(["Carte en retard part_a", "Et vos horaires ? part_a"]);
  expect(await system.read(part.id)).toMatchObject({ status: "closed" });
});

test.for(["x", "facebook"] as const)(
  "a part is answered in the thread of %s, once, and what comes next is read in the thread",
  async (platform) => {
    const { act, customer, id, second } = await begin(`part_b_${platform}`, platform);
    const part = card((await act("split", { messageIds: [second] })).body);
    const at = (name: string) => `/api/conversations/${part.id}/${name}`;
    expect((await system.ask("camille", "POST", at("replies"), { text: "De 9 h à 18 h." })).status).toBe(202);
    expect((await system.simulator.nextAnswer(customer)).text).toBe("De 9 h à 18 h.");
    await eventually(async () =>
      expect((await system.read(part.id)).messages.at(-1)?.delivery).toMatch(/sent|delivered|read/),
    );
    expect(await system.read(part.id)).toMatchObject({ awaiting: false });
    expect(await system.read(id)).toMatchObject({ awaiting: true });
    await customer.dm("Merci, et ma carte ?");
    await eventually(async () =>
      expect(await textsOf(id)).toEqual([`Carte en retard part_b_${platform}`, "Merci, et ma carte ?"]),
    );
    expect(await textsOf(part.id)).toEqual([`Et vos horaires ? part_b_${platform}`, "De 9 h à 18 h."]);
  },
);

test("a colleague who uses the same key for another matter makes a part of their own", async () => {
  const { act, customer, id, first, second } = await begin("part_key");
  await customer.dm("Et ma carte ? part_key");
  await eventually(async () => expect(await textsOf(id)).toHaveLength(3));
  const key = { "idempotency-key": "split-key" };
  const mine = card((await act("split", { messageIds: [second] }, "camille", key)).body);
  const theirs = card((await act("split", { messageIds: [first] }, "ines", key)).body);
  expect(theirs.id).not.toBe(mine.id);
  expect(await textsOf(theirs.id)).toEqual(["Carte en retard part_key"]);
});

test("a part's answer that has not left waits for a person when the customer writes in the thread", async () => {
  const { act, customer, second } = await begin("part_c");
  const part = card((await act("split", { messageIds: [second] })).body);
  await system.ask("camille", "POST", `/api/conversations/${part.id}/replies`, {
    text: "Voici",
    inboundSeen: 1,
    undo: true,
  });
  await customer.dm("Laissez, j’ai trouvé");
  await eventually(async () =>
    expect((await system.read(part.id)).messages.at(-1)).toMatchObject({ text: "Voici", delivery: "held" }),
  );
});

test("what is taken out of a message is gone from its part, card and all", async () => {
  const { act, id, second } = await begin("part_d");
  const part = card((await act("split", { messageIds: [second] })).body);
  const passage = { start: 0, end: "Et vos horaires".length, kind: "address" };
  const marked = await system.ask("camille", "POST", `/api/conversations/${id}/messages/${second}/redactions`, passage);
  expect(marked).toMatchObject({ status: 200 });
  await eventually(async () => expect(card(await system.read(part.id)).preview).not.toContain("horaires"));
  expect((await textsOf(part.id)).join()).not.toContain("horaires");
});

test("a number told in pieces, of which one is read in a part, is kept in neither", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "part_g", name: "part_g" });
  await customer.dm("Ma carte est la 4970 1000 00");
  const { id, messages } = await system.conversation(({ preview }) => preview?.includes("4970 1000 00") ?? false);
  await customer.dm("Une autre question");
  await eventually(async () => expect((await system.read(id)).messages).toHaveLength(2));
  const messageIds = [messages[0]?.id];
  const part = card((await system.ask("camille", "POST", `/api/conversations/${id}/split`, { messageIds })).body);
  expect(part.preview).toContain("4970 1000 00");
  await customer.dm("00 0154");
  await eventually(async () => expect(card(await system.read(part.id)).preview).not.toContain("4970"));
  expect((await textsOf(part.id)).join()).not.toContain("4970 1000");
});

test("what a colleague holds, another conversation's message or everything is not split off", async () => {
  const { act, first, second } = await begin("part_e");
  const other = await begin("part_f");
  expect((await act("split", { messageIds: [other.first] })).body["code"]).toBe("message.unknown");
  expect((await act("split", { messageIds: [first, second] })).body["code"]).toBe("conversation.not-splittable");
  await act("take", {}, "yanis");
  expect((await act("split", { messageIds: [second] })).body["code"]).toBe("conversation.taken");
  const mine = card((await act("split", { messageIds: [second] }, "yanis")).body);
  expect(mine.assignee).toBe("yanis");
  expect((await act("split", { messageIds: [second] }, "yanis")).body["code"]).toBe("message.unknown");
});

/** The API over a table that makes one commit of a conversation and never says so. */
const answerLostOnce = (conversationId: string) => {
  const { store } = system.runtime;
  let isLost = false;
  const commit: Store.Store["commit"] = async (key, change) => {
    const committed = await store.commit(key, change);
    if (isLost || key.conversationId !== conversationId || committed.events.length === 0) return committed;
    isLost = true;
    throw new Fault("store.unavailable");
  };
  return Api.createApp(Object.create(system.runtime, { store: { value: { ...store, commit } } }));
};

test("a merge and a split of which the table's answer was lost are whole when they are asked for again", async () => {
  const { id, second } = await begin("part_lost");
  const post = async (name: string, body: object, lostIn: string) => {
    const response = await answerLostOnce(lostIn).request(`/api/conversations/${name}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await system.token("camille")}`,
        "content-type": "application/json",
        "idempotency-key": "part-lost",
      },
      body: JSON.stringify(body),
    });
    return { httpStatus: response.status, ...((await response.json()) as { id: string }) };
  };
  const split = { messageIds: [second] };
  expect(await post(`${id}/split`, split, id)).toMatchObject({ httpStatus: 503 });
  const part = await post(`${id}/split`, split, "");
  expect(await textsOf(id)).toEqual(["Carte en retard part_lost"]);
  expect(await system.read(part.id)).toMatchObject({ status: "open", mergedIntoId: null });
  expect(await post(`${part.id}/merge`, { intoId: id }, part.id)).toMatchObject({ httpStatus: 503 });
  expect(await post(`${part.id}/merge`, { intoId: id }, "")).toMatchObject({ mergedIds: [part.id] });
  expect(await textsOf(id)).toEqual(["Carte en retard part_lost", "Et vos horaires ? part_lost"]);
});
