import { afterEach, beforeEach, expect, test } from "vitest";
import * as Channel from "#core/channel";
import type { Simulator } from "../../../../stacks/local/simulator/index.ts";
import { type Delivery, graphAddress, json, type Listener, read, secrets, startListener } from "./listener.ts";

let listener: Listener;
let deliveries: Delivery[];
let simulator: Simulator;
let url: string;

beforeEach(async () => {
  listener = await startListener();
  ({ deliveries, simulator, url } = listener);
});
afterEach(() => listener.stop());

const theDelivery = (): Delivery => {
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error("nothing was delivered");
  return delivery;
};

const asBank = { authorization: "Bearer local-x-token" };
const graph = (path: string) => graphAddress(url, path);

const marie = { platform: "x", name: "Marie Dubreuil", handle: "marie_dub" } as const;
const tom = { platform: "facebook", name: "Tom Hartley" } as const;

test("a post on X is delivered signed, as a mention by its author at its time", async () => {
  const said = await simulator.customer(marie).post("ma carte ne passe plus 😕", { at: "2026-11-23T06:12:30.000Z" });
  expect(said.status).toBe(200);
  expect(Channel.verify.x(theDelivery().body, theDelivery().signature, [secrets.consumerSecret])).toBe(true);
  expect(read(theDelivery())).toMatchObject([
    {
      op: "message",
      channel: "x.mention",
      direction: "inbound",
      accountId: "900100200300",
      externalId: said.id,
      occurredAt: "2026-11-23T06:12:30.000Z",
      text: "@BanqueLumiere ma carte ne passe plus 😕",
      author: { name: "Marie Dubreuil", handle: "marie_dub" },
    },
  ]);
});

test("a Messenger message is delivered signed, in ASCII, under the private id of its author", async () => {
  const customer = simulator.customer(tom);
  await customer.message("I can’t log in / since yesterday 😡");
  const { body, signature } = theDelivery();
  expect(Channel.verify.meta(body, signature, [secrets.appSecret])).toBe(true);
  expect(body.every((byte) => byte < 0x80)).toBe(true);
  expect(read(theDelivery())).toMatchObject([
    {
      channel: "messenger",
      direction: "inbound",
      contactId: customer.thread.privateId,
      text: "I can’t log in / since yesterday 😡",
    },
  ]);
  expect(customer.thread.privateId).not.toBe(customer.thread.publicId);
});

test("a signature of another secret does not verify", async () => {
  await simulator.customer(marie).dm("bonjour");
  expect(Channel.verify.x(theDelivery().body, theDelivery().signature, ["another"])).toBe(false);
});

test("the bank's answer on X reaches its customer and comes back as the bank's own", async () => {
  const customer = simulator.customer(marie);
  const { id } = await customer.post("bonjour ?");
  const body = { text: "@marie_dub Bonjour Marie", reply: { in_reply_to_tweet_id: id } };
  const response = await fetch(`${url}/simulator/x/2/tweets`, json(body, asBank));
  const { data } = (await response.json()) as { data: { id: string } };
  expect(response.status).toBe(201);
  expect(BigInt(data.id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  expect(await simulator.nextAnswer(customer)).toMatchObject({ id: data.id, text: body.text, inReplyTo: id });
  await expect.poll(() => deliveries.length).toBe(2);
  expect(deliveries.flatMap(read)[1]).toMatchObject({ direction: "outbound", externalId: data.id, parentId: id });
});

test("a private answer on X reaches its customer", async () => {
  const customer = simulator.customer(marie);
  await customer.dm("bonjour");
  const path = `/2/dm_conversations/with/${customer.thread.privateId}/messages`;
  const response = await fetch(`${url}/simulator/x${path}`, json({ text: "Bonjour" }, asBank));
  expect(await response.json()).toMatchObject({ data: { dm_event_id: simulator.answersTo(customer)[0]?.id } });
  await expect.poll(() => deliveries.length).toBe(2);
  expect(deliveries.flatMap(read)[1]).toMatchObject({ channel: "x.dm", direction: "outbound", text: "Bonjour" });
});

test("a Messenger echo carries the metadata that was sent along, and is followed by its delivery", async () => {
  const customer = simulator.customer(tom);
  await customer.message("hello");
  const message = { text: "Good morning", metadata: "reply-7" };
  const body = { recipient: { id: customer.thread.privateId }, messaging_type: "RESPONSE", message };
  const response = await fetch(graph("/900100200301/messages"), json(body));
  expect(await response.json()).toEqual({
    recipient_id: customer.thread.privateId,
    message_id: simulator.answersTo(customer)[0]?.id,
  });
  await expect.poll(() => deliveries.length).toBe(3);
  expect(deliveries.flatMap(read)[1]).toMatchObject({
    direction: "outbound",
    metadata: "reply-7",
    contactId: customer.thread.privateId,
  });
  expect(deliveries.flatMap(read)[2]).toMatchObject({ op: "delivered", contactId: customer.thread.privateId });
});

test("an answer below a comment comes back as a comment of the Page", async () => {
  const customer = simulator.customer(tom);
  const { id } = await customer.comment("your app is down");
  await fetch(graph(`/${id}/comments`), json({ message: "We are on it" }));
  await expect.poll(() => deliveries.length).toBe(2);
  expect(deliveries.flatMap(read)[1]).toMatchObject({
    channel: "facebook.comment",
    direction: "outbound",
    parentId: id,
  });
});

test("a wrong token and a missing proof are refused and reach nobody", async () => {
  const customer = simulator.customer(tom);
  const { id } = await customer.comment("hello?");
  const withoutProof = `${url}/simulator/graph/v25.0/${id}/comments?access_token=local-facebook-token`;
  const wrongToken = { authorization: "Bearer another" };
  const reply = { text: "x", reply: { in_reply_to_tweet_id: id } };
  expect((await fetch(withoutProof, json({ message: "x" }))).status).toBe(400);
  expect((await fetch(`${url}/simulator/x/2/tweets`, json(reply, wrongToken))).status).toBe(401);
  expect(simulator.received).toEqual([]);
  expect(simulator.answersTo(customer)).toEqual([]);
});

test("a lost answer was published all the same, a silent one was not", async () => {
  const customer = simulator.customer(marie);
  const { id } = await customer.post("bonjour");
  const answer = (text: string) => json({ text, reply: { in_reply_to_tweet_id: id } }, asBank);
  simulator.fail("lost");
  await expect(fetch(`${url}/simulator/x/2/tweets`, answer("premier"))).rejects.toThrow();
  simulator.fail("silent");
  const impatient = { ...answer("second"), signal: AbortSignal.timeout(50) };
  await expect(fetch(`${url}/simulator/x/2/tweets`, impatient)).rejects.toThrow();
  expect(simulator.answersTo(customer).map(({ text }) => text)).toEqual(["premier"]);
  expect(simulator.received.map(({ outcome }) => outcome)).toEqual(["lost", "silent"]);
});

test("a failure asked for comes once, in the platform's own words", async () => {
  const { id } = await simulator.customer(marie).post("bonjour");
  const answer = () =>
    fetch(`${url}/simulator/x/2/tweets`, json({ text: "a", reply: { in_reply_to_tweet_id: id } }, asBank));
  simulator.fail("rate-limited");
  const limited = await answer();
  expect([limited.status, limited.headers.get("x-rate-limit-remaining")]).toEqual([429, "0"]);
  expect((await answer()).status).toBe(201);
});

test("a delivery the bank does not take is made again", async () => {
  listener.answerWith(503);
  const said = await simulator.customer(marie).post("bonjour");
  expect(said.status).toBe(503);
  listener.answerWith(200);
  await expect.poll(() => deliveries.length, { timeout: 5_000 }).toBe(2);
  expect(deliveries[1]?.body).toEqual(deliveries[0]?.body);
});

test("an answer to something said before the restart is accepted", async () => {
  const reply = { text: "Bonjour", reply: { in_reply_to_tweet_id: "1990000000000000001" } };
  expect((await fetch(`${url}/simulator/x/2/tweets`, json(reply, asBank))).status).toBe(201);
});

test("the page plays a customer and shows the bank's answer", async () => {
  const form = { name: "Zoé Petit", place: "x.private", text: "Bonjour <b>la banque</b>" };
  const said = await fetch(`${url}/simulator/say`, {
    method: "POST",
    body: new URLSearchParams(form),
    redirect: "manual",
  });
  const shown = await (await fetch(new URL(said.headers.get("location") ?? "", url))).text();
  expect(shown).toContain("Bonjour &lt;b&gt;la banque&lt;/b&gt;");
  expect(deliveries.flatMap(read)).toMatchObject([
    { channel: "x.dm", author: { name: "Zoé Petit", handle: "ZoePetit" } },
  ]);
});

test("X's own button below an answer takes the customer to a private message, and addresses can be opened", async () => {
  const customer = simulator.customer(marie);
  const { id } = await customer.post("bonjour ?");
  const answer = async (recipient: string) => {
    const body = {
      text: "Écrivez-nous, ou voyez https://banque.example/aide.",
      reply: { in_reply_to_tweet_id: id },
      direct_message_deep_link: `https://twitter.com/messages/compose?recipient_id=${recipient}`,
    };
    return (await fetch(`${url}/simulator/x/2/tweets`, json(body, asBank))).status;
  };
  expect(await answer("1")).toBe(400);
  expect(await answer("900100200300")).toBe(201);
  const shown = await (await fetch(`${url}/simulator?lang=en&with=x:${customer.thread.publicId}`)).text();
  expect(shown).toContain('<a href="https://banque.example/aide"');
  const [, button = ""] = /<a class="private" href="([^"]+)">Send a private message/.exec(shown) ?? [];
  const there = await (await fetch(new URL(button.replaceAll("&amp;", "&"), url))).text();
  expect(there).toMatch(/value="x.private" checked/);
});

test("another site can neither write as a customer nor read", async () => {
  const headers = { "sec-fetch-site": "cross-site" };
  const body = new URLSearchParams({ name: "Eve", place: "x.public", text: "x" });
  expect((await fetch(`${url}/simulator/say`, { method: "POST", body, headers })).status).toBe(403);
  expect((await fetch(`${url}/simulator`, { headers })).status).toBe(403);
});
