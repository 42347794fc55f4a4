import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Around = {
  readonly post: { readonly text: string } | null;
  readonly thread: readonly { readonly id: string }[];
  readonly earlier: readonly { readonly id: string }[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly by: string }[] | null;
};

const around = async (id: string): Promise<Around> =>
  (await system.ask("camille", "GET", `/api/conversations/${id}/surroundings`)).body as unknown as Around;
const ids = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id);

const page = "900100200301";
/** A change of the bank's page, as Meta tells of it. */
const send = (value: object) => {
  const body = JSON.stringify({
    object: "page",
    entry: [{ id: page, time: Math.floor(Date.now() / 1000), changes: [{ field: "feed", value }] }],
  });
  const signature = createHmac("sha256", "local-meta-app-secret").update(body).digest("hex");
  return fetch(`${system.url}/webhooks/meta`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
  });
};

test("a contact's public and private conversations find each other, and nobody else's", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "autour_a", name: "Autour A" });
  await customer.post("En public");
  const open = await system.conversation((card) => card.preview?.endsWith("En public") ?? false);
  await customer.dm("En privé");
  const secret = await system.conversation((card) => card.preview === "En privé");
  await system.simulator.customer({ platform: "x", handle: "autour_b", name: "Autour B" }).dm("Quelqu’un d’autre");
  await system.conversation((card) => card.preview === "Quelqu’un d’autre");
  expect(ids((await around(open.id)).earlier)).toEqual([secret.id]);
  expect(ids((await around(secret.id)).earlier)).toEqual([open.id]);
});

test("a comment stands with its post, redacted, and with the other customers under it", async () => {
  const post = `${page}_778899`;
  const at = Math.floor(Date.now() / 1000);
  const added = { verb: "add", post_id: post, created_time: at };
  await send({
    ...added,
    item: "status",
    from: { id: page },
    message: "Nouveaux horaires, écrivez à 4970 1000 0000 0154",
  });
  for (const name of ["Ana", "Bela"]) {
    await send({
      ...added,
      item: "comment",
      comment_id: `${post}_${name}`,
      parent_id: post,
      from: { id: `77${name.length}${name.charCodeAt(0)}`, name },
      message: `Question de ${name}`,
    });
  }
  const ana = await system.conversation((card) => card.preview === "Question de Ana");
  const bela = await system.conversation((card) => card.preview === "Question de Bela");
  const seen = await around(ana.id);
  expect(seen.post?.text).toMatch(/^Nouveaux horaires/);
  expect(seen.post?.text).not.toContain("4970 1000");
  expect(ids(seen.thread)).toEqual([bela.id]);
  expect(seen.earlier).toEqual([]);
});

test("a note on a contact follows them into every conversation, redacted, until its writer takes it away", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "autour_c", name: "Autour C" });
  await customer.post("Tout un");
  const first = await system.conversation((card) => card.preview?.endsWith("Tout un") ?? false);
  const path = `/api/conversations/${first.id}/contact-notes`;
  const text = "Préfère le matin, rappeler au 06 39 98 12 34";
  const key = { "idempotency-key": "contact-note-1" };
  const kept = await system.ask("camille", "POST", path, { text }, key);
  expect(kept.status).toBe(201);
  await system.ask("camille", "POST", path, { text }, key);
  await customer.dm("Deux");
  const second = await system.conversation((card) => card.preview === "Deux");
  const { notes } = await around(second.id);
  expect(notes).toMatchObject([{ by: "camille", text: expect.stringMatching(/^Préfère le matin/) }]);
  expect(notes?.[0]?.text).not.toContain("06 39");
  expect((await system.ask("yanis", "DELETE", `${path}/${kept.body["id"]}`)).status).toBe(403);
  expect((await system.ask("camille", "DELETE", `${path}/${kept.body["id"]}`)).status).toBe(204);
  expect((await around(second.id)).notes).toEqual([]);
});

test("a colleague who is named in a note finds it among the mentions until it is read", async () => {
  await system.simulator.customer({ platform: "x", handle: "autour_d", name: "Autour D" }).dm("Une question");
  const { id } = await system.conversation((card) => card.preview === "Une question");
  const note = { text: "@Yanis Benali tu connais ce cas ?", mentions: ["yanis", "camille", "nobody"] };
  expect((await system.ask("camille", "POST", `/api/conversations/${id}/notes`, note)).status).toBe(201);
  type Mentions = { items: { conversation: { id: string }; by: string; readAt?: string }[] };
  const mentions = async (who: string) =>
    ((await system.ask(who, "GET", "/api/mentions")).body as unknown as Mentions).items;
  await eventually(async () =>
    expect(await mentions("yanis")).toMatchObject([{ conversation: { id }, by: "camille" }]),
  );
  expect(await mentions("camille")).toEqual([]);
  await system.ask("yanis", "POST", "/api/mentions/read", { conversationId: id });
  expect((await mentions("yanis"))[0]?.readAt).toBeDefined();
});

test("own keys and initials are kept for the person, and what is no key is refused", async () => {
  const me = async () => (await system.ask("yanis", "GET", "/api/me")).body["preferences"];
  await system.ask("yanis", "PATCH", "/api/me/preferences", { keys: { "write.note": "x" } });
  await system.ask("yanis", "PATCH", "/api/me/preferences", { initials: "YB" });
  expect(await me()).toEqual({ keysOn: true, keys: { "write.note": "x" }, initials: "YB" });
  const refused = [{ keys: { "write.note": "4970100000000154" } }, { initials: "4970" }, { keys: { "4970": "x" } }];
  for (const each of refused)
    expect((await system.ask("yanis", "PATCH", "/api/me/preferences", each)).status).toBe(400);
});

const anHourAgo = Math.floor(Date.now() / 1000) - 3_600;
const comment = (customer: string, thread: string, message: string, at = anHourAgo) =>
  send({
    verb: "add",
    item: "comment",
    post_id: `${page}_${thread}`,
    parent_id: `${page}_${thread}`,
    comment_id: `${page}_${thread}_${message}`,
    created_time: at,
    from: { id: `88${customer.charCodeAt(0)}`, name: `Client ${customer}` },
    message,
  });
/** Two threads of one customer, the first of them asked in earlier. */
const threads = async (customer: string) => {
  await comment(customer, `1${customer}`, `Premier fil ${customer}`, anHourAgo - 60);
  await comment(customer, `2${customer}`, `Second fil ${customer}`);
  const [first, second] = await Promise.all(
    ["Premier", "Second"].map((one) => system.conversation((card) => card.preview === `${one} fil ${customer}`)),
  );
  if (first === undefined || second === undefined) throw new Error("no threads");
  return { first, second };
};
const act = (id: string, name: string, body: object = {}, who = "camille") =>
  system.ask(who, "POST", `/api/conversations/${id}/${name}`, body);
const textsOf = async (id: string) => (await system.read(id)).messages.map(({ text }) => text);

test("two threads of a customer are read as one with the earlier deadline, and are two again", async () => {
  const { first, second } = await threads("a");
  const merged = await act(first.id, "merge", { intoId: second.id, inboundSeen: 1 });
  expect(merged.body).toMatchObject({ id: second.id, dueAt: first.dueAt, mergedIds: [first.id], awaiting: true });
  expect(await textsOf(second.id)).toEqual(["Premier fil a", "Second fil a"]);
  expect((await system.list()).map(({ id }) => id)).not.toContain(first.id);
  expect((await act(first.id, "merge", { intoId: second.id })).body["mergedIds"]).toEqual([first.id]);
  const apart = await act(first.id, "separate");
  expect(apart.body).toMatchObject({ id: first.id, status: "open", dueAt: first.dueAt, mergedIntoId: null });
  expect(await textsOf(second.id)).toHaveLength(1);
  for (const { id } of [first, second])
    expect((await system.ask("supervisor", "GET", `/api/conversations/${id}/log`)).body["intact"]).toBe(true);
});

test("of two merges at once, each into the other, at most one holds, and a conversation stays open", async () => {
  const { first, second } = await threads("b");
  await Promise.all([act(first.id, "merge", { intoId: second.id }), act(second.id, "merge", { intoId: first.id })]);
  const states = await Promise.all([first, second].map(({ id }) => system.read(id)));
  expect(states.filter(({ status }) => status === "open").length).toBeGreaterThan(0);
  const [one, other] = states as unknown as readonly { mergedIntoId: string | null; mergedIds: string[] }[];
  expect([one?.mergedIntoId, other?.mergedIntoId].filter(Boolean).length).toBeLessThanOrEqual(1);
});

test("nobody merges another customer's words, or what a colleague holds", async () => {
  const { first, second } = await threads("c");
  const other = (await threads("d")).first;
  expect((await act(other.id, "merge", { intoId: first.id })).body["code"]).toBe("conversation.not-mergeable");
  await act(second.id, "take", {}, "yanis");
  expect((await act(second.id, "merge", { intoId: first.id })).body["code"]).toBe("conversation.taken");
});

test("what the customer writes later in the merged thread is read where it goes on", async () => {
  const { first, second } = await threads("e");
  await act(first.id, "merge", { intoId: second.id });
  await comment("e", "1e", "Toujours là ?", anHourAgo + 3_500);
  await eventually(async () => expect(await textsOf(second.id)).toHaveLength(3));
  expect(await system.read(first.id)).toMatchObject({ status: "closed", mergedIntoId: second.id, inboundCount: 1 });
  expect(await system.read(second.id)).toMatchObject({ inboundCount: 2 });
});

test("who goes on writing in the merged thread at once has it on its own again", async () => {
  const { first, second } = await threads("f");
  await act(first.id, "merge", { intoId: second.id });
  await comment("f", "1f", "Et puis", anHourAgo + 60);
  await eventually(async () =>
    expect(await system.read(first.id)).toMatchObject({ status: "open", mergedIntoId: null, inboundCount: 2 }),
  );
  expect(await textsOf(second.id)).toEqual(["Second fil f"]);
  await eventually(async () => expect(await system.read(second.id)).toMatchObject({ mergedIds: [] }));
});
