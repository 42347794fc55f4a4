import { afterEach, beforeEach, expect, test } from "vitest";
import * as Channel from "#core/channel";
import { graphAddress, json, type Listener, secrets, startListener } from "./listener.ts";

let bank: Listener;
beforeEach(async () => {
  bank = await startListener();
});
afterEach(() => bank.stop());

const noemie = { platform: "instagram", name: "Noémie Fabre", handle: "noemie.fabre" } as const;
const idriss = { platform: "whatsapp", name: "Idriss Chevalier" } as const;
const tom = { platform: "facebook", name: "Tom Hartley" } as const;
const marie = { platform: "x", name: "Marie Dubreuil", handle: "marie_dub" } as const;

const day = 24 * 3_600_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString();
const at = (platform: string, path: string) => graphAddress(bank.url, path, platform);
const codeOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: number; error_subcode?: number } };
  return [error.code, error.error_subcode];
};
const ops = () => bank.events().map(({ op }) => op);

test("every delivery of every platform is signed with its sender's secret", async () => {
  await bank.simulator.customer(noemie).comment("Bonjour é");
  await bank.simulator.customer(idriss).message("Bonjour é");
  await bank.simulator.customer(marie).dm("Bonjour é");
  const ofSender = { x: secrets.consumerSecret, meta: secrets.appSecret };
  for (const { body, sender, signature } of bank.deliveries) {
    expect(Channel.verify[sender](body, signature, [ofSender[sender]])).toBe(true);
  }
  expect(bank.deliveries).toHaveLength(3);
});

test("an Instagram customer comments, writes in private, mentions the bank in a story, edits and unsends", async () => {
  const customer = bank.simulator.customer(noemie);
  const { id: commentId } = await customer.comment("Jolie photo");
  const { id } = await customer.dm("Coucou");
  await customer.edit(id, "Coucou, une question");
  await customer.remove(id);
  await customer.mentionInStory(bank.simulator.hang(new Uint8Array([1])));
  await customer.remove(commentId);
  expect(bank.events()).toMatchObject([
    { op: "message", channel: "instagram.comment", externalId: commentId, author: { handle: "noemie.fabre" } },
    { op: "message", channel: "instagram.dm", externalId: id, contactId: customer.thread.privateId },
    { op: "edit", targetId: id, text: "Coucou, une question", revision: "1" },
    { op: "delete", targetId: id },
    { op: "message", channel: "instagram.dm", attachments: [{ type: "story_mention" }] },
  ]);
});

test("a WhatsApp customer is known by a user id beside the number, edits, revokes and reacts", async () => {
  const customer = bank.simulator.customer(idriss);
  const { id } = await customer.message("Ma carte est bloquée");
  await customer.edit(id, "Ma carte est avalée");
  await customer.remove(id);
  const [said, ...later] = bank.events();
  expect(said).toMatchObject({
    channel: "whatsapp",
    accountId: "900100200303",
    contactId: customer.thread.userId,
    contactAliases: [customer.thread.privateId],
    author: { name: "Idriss Chevalier" },
  });
  expect(later).toMatchObject([
    { op: "edit", targetId: id, text: "Ma carte est avalée" },
    { op: "delete", targetId: id },
  ]);
});

test("an edited post of X has another id that names the first; what is deleted X does not tell", async () => {
  const customer = bank.simulator.customer(marie);
  const { id: first } = await customer.post("Bonjour");
  const { id: second } = await customer.edit(first, "@BanqueLumiere Bonjour !");
  await customer.remove(second);
  expect(second).not.toBe(first);
  expect(bank.events()).toMatchObject([{ op: "message" }, { op: "edit", externalId: second, targetId: first }]);
});

test("a comment on Facebook is edited and removed", async () => {
  const customer = bank.simulator.customer(tom);
  const { id } = await customer.comment("Closed again");
  await customer.edit(id, "Closed again today");
  await customer.remove(id);
  expect(bank.events()).toMatchObject([
    { op: "message" },
    { op: "edit", targetId: id, text: "Closed again today" },
    { op: "delete", targetId: id },
  ]);
});

test("what WhatsApp takes is told as sent, delivered and, once the customer looks, read", async () => {
  const customer = bank.simulator.customer(idriss);
  await customer.message("Bonjour");
  const body = { messaging_product: "whatsapp", to: customer.thread.privateId, type: "text", text: { body: "Oui ?" } };
  const sent = await fetch(
    at("whatsapp", "/900100200303/messages"),
    json({ ...body, biz_opaque_callback_data: "m_1" }),
  );
  const { messages } = (await sent.json()) as { messages: [{ id: string }] };
  await expect.poll(() => bank.deliveries.length).toBe(3);
  await customer.read();
  expect(bank.events().slice(1)).toMatchObject(
    ["sent", "delivered", "read"].map((kind) => ({ op: "status", kind, targetId: messages[0].id, metadata: "m_1" })),
  );
});

test("who writes to a user id reaches the same person as to the number", async () => {
  const customer = bank.simulator.customer(idriss);
  await customer.message("Bonjour");
  const body = {
    messaging_product: "whatsapp",
    recipient: customer.thread.userId,
    type: "text",
    text: { body: "Oui ?" },
  };
  expect((await fetch(at("whatsapp", "/900100200303/messages"), json(body))).status).toBe(200);
  expect(bank.simulator.answersTo(customer)).toMatchObject([{ text: "Oui ?" }]);
});

test("beyond 24 hours WhatsApp takes a text and says later that it failed; a template goes out", async () => {
  const customer = bank.simulator.customer(idriss);
  await customer.message("Bonjour", { at: daysAgo(2) });
  const to = { messaging_product: "whatsapp", to: customer.thread.privateId };
  await fetch(at("whatsapp", "/900100200303/messages"), json({ ...to, type: "text", text: { body: "Bonjour" } }));
  await expect.poll(ops).toEqual(["message", "status"]);
  expect(bank.events()[1]).toMatchObject({ kind: "failed", code: "131047" });
  await fetch(at("whatsapp", "/900100200303/messages"), json({ ...to, type: "template", template: { name: "hello" } }));
  await expect.poll(() => bank.events().map(({ kind }) => kind)).toEqual([undefined, "failed", "sent", "delivered"]);
});

test.each([
  ["facebook", "900100200301", 2_018_278],
  ["instagram", "900100200302", 2_534_022],
] as const)(
  "%s closes its window after 24 hours, and to a person's own answer after seven days",
  async (platform, accountId, subcode) => {
    const customer = bank.simulator.customer({ platform, name: "Tom Hartley", handle: "tom" });
    const send = (tag: object) => {
      const message = { recipient: { id: customer.thread.privateId }, message: { text: "Bonjour" }, ...tag };
      return fetch(at(platform, `/${accountId}/messages`), json(message));
    };
    const human = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
    await customer.dm("Bonjour", { at: daysAgo(8) });
    expect(await codeOf(await send(human))).toEqual([10, subcode]);
    await customer.dm("Bonjour ?", { at: daysAgo(2) });
    expect(await codeOf(await send({ messaging_type: "RESPONSE" }))).toEqual([10, subcode]);
    expect((await send(human)).status).toBe(200);
  },
);

test("a comment is answered in private once, and within seven days", async () => {
  const customer = bank.simulator.customer(tom);
  const { id: old } = await customer.comment("Hello?", { at: daysAgo(8) });
  const { id } = await customer.comment("Hello?");
  const answer = (commentId: string) =>
    fetch(
      at("facebook", "/900100200301/messages"),
      json({ recipient: { comment_id: commentId }, message: { text: "Hi" } }),
    );
  const first = await answer(id);
  expect(await first.json()).toMatchObject({ recipient_id: customer.thread.privateId });
  expect(await codeOf(await answer(id))).toEqual([10_900, undefined]);
  expect(await codeOf(await answer(old))).toEqual([10_903, undefined]);
});

test("a sixteenth private message in a quarter of an hour is too many for X, which says until when", async () => {
  const customer = bank.simulator.customer(marie);
  await customer.dm("Bonjour");
  const send = () =>
    fetch(
      `${bank.url}/simulator/x/2/dm_conversations/with/${customer.thread.privateId}/messages`,
      json({ text: "Bonjour" }, { authorization: "Bearer local-x-token" }),
    );
  const answers = [];
  for (let count = 0; count < 16; count += 1) answers.push(await send());
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 15 }, () => 201), 429]);
  expect(answers.map(({ headers }) => headers.get("x-rate-limit-remaining")).slice(0, 2)).toEqual(["14", "13"]);
  const reset = Number(answers.at(-1)?.headers.get("x-rate-limit-reset")) * 1000 - Date.now();
  expect(reset).toBeGreaterThan(800_000);
});

test("an answer longer than its place takes is refused, in the platform's own codes", async () => {
  const customer = bank.simulator.customer(noemie);
  await customer.dm("Coucou");
  const body = { recipient: { id: customer.thread.privateId }, message: { text: "é".repeat(501) } };
  expect(await codeOf(await fetch(at("instagram", "/900100200302/messages"), json(body)))).toEqual([100, 2_018_109]);
  const post = { text: "a".repeat(281), reply: { in_reply_to_tweet_id: "1" } };
  const long = await fetch(`${bank.url}/simulator/x/2/tweets`, json(post, { authorization: "Bearer local-x-token" }));
  expect([long.status, ((await long.json()) as { errors: [{ code: number }] }).errors[0].code]).toEqual([403, 186]);
});

test("a dead token of one platform refuses that platform's answers until it is renewed", async () => {
  const { id } = await bank.simulator.customer(tom).comment("Hello?");
  bank.simulator.expireToken("facebook");
  const answer = () => fetch(at("facebook", `/${id}/comments`), json({ message: "Hi" }));
  expect(await codeOf(await answer())).toEqual([190, 460]);
  bank.simulator.expireToken("facebook", false);
  expect((await answer()).status).toBe(200);
});

test("an account sends with its own token and no other", async () => {
  const customer = bank.simulator.customer(noemie);
  await customer.dm("Coucou");
  const body = json({ recipient: { id: customer.thread.privateId }, message: { text: "Oui ?" } });
  expect((await fetch(at("facebook", "/900100200302/messages"), body)).status).toBe(400);
  expect((await fetch(at("instagram", "/900100200302/messages"), body)).status).toBe(200);
});

test("on the page a customer edits, deletes and sends a picture", async () => {
  const say = (path: string, form: FormData | URLSearchParams) =>
    fetch(`${bank.url}/simulator${path}`, { method: "POST", body: form, redirect: "manual" });
  const first = new FormData();
  for (const [name, value] of Object.entries({ name: "Zoé Petit", place: "facebook.private", text: "Bonjour" }))
    first.set(name, value);
  first.set("picture", new File([new Uint8Array([1, 2])], "photo.jpg", { type: "image/jpeg" }));
  const where = new URL((await say("/say", first)).headers.get("location") ?? "", bank.url);
  const entry = bank.simulator.threads()[0]?.entries[0];
  expect(bank.events()).toMatchObject([{ op: "message", text: "Bonjour", attachments: [{ type: "image" }] }]);
  await say(`/edit${where.search}`, new URLSearchParams({ id: entry?.id ?? "", text: "Bonjour !" }));
  await say(`/remove${where.search}`, new URLSearchParams({ id: entry?.id ?? "" }));
  expect(ops()).toEqual(["message", "edit", "delete"]);
  expect(await (await fetch(where)).text()).toContain("Message supprimé");
  const text = new FormData();
  text.set("place", "facebook.private");
  text.set("picture", new File(["x"], "virus.exe", { type: "application/x-msdownload" }));
  expect((await say(`/say${where.search}`, text)).headers.get("location")).toContain("picture=refused");
});
