import { createHmac, generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BankSite, openBankSite } from "../support/bank-site.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { followLink, invite, offerAgain, secretsIn, secureOf, signIn } from "../support/handoff.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const logOf = async (id: string): Promise<readonly string[]> => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/log`);
  const entries = (body["entries"] ?? []) as readonly { events: { type: string }[] }[];
  return entries.flatMap((entry) => entry.events.map((event) => event.type));
};

test("from a private message to the secure page and back: receipts, clock, answer and proof", async () => {
  const { customer, id, link } = await invite(system);
  const dueAt = (await system.read(id)).dueAt;
  expect(dueAt).not.toBeNull();
  const browser = openBrowser();
  const intro = await browser.get(link);
  expect(intro.status).toBe(200);
  expect(intro.text).toContain("Banque Lumière");
  expect((await secureOf(system, id)).handoff?.step).toBe("delivered");
  await browser.submit("/open");
  expect((await secureOf(system, id)).handoff?.step).toBe("opened");
  expect((await system.read(id)).dueAt).toBe(dueAt);
  const arrived = await signIn(browser);
  expect(arrived.text).toContain("Your conversation");
  expect((await secureOf(system, id)).handoff?.step).toBe("signed-in");
  expect((await system.read(id)).dueAt).toBeNull();

  const written = await browser.submit("/messages", {
    text: "Le virement de lundi, carte 4111 1111 1111 1111, joignable au 06 12 34 56 78",
  });
  expect(written.text).toContain("[card ••••1111]");
  expect(written.text).toContain("06 12 34 56 78");
  // A receipt, and by when there is an answer: what the promise of this conversation says.
  expect(written.text).toMatch(/Received\. Our answer comes on this page by (?:\w+ )?\d\d:\d\d\./);
  const { handoff } = await eventually(async () => {
    const secure = await secureOf(system, id);
    expect(secure.handoff?.step).toBe("case-created");
    return secure;
  });
  const caseId = handoff?.caseId ?? "";
  const opened = await system.read(caseId);
  expect(opened).toMatchObject({ channel: "secure", visibility: "private", awaiting: true });
  expect(opened.dueAt).not.toBeNull();
  expect(await secureOf(system, caseId)).toMatchObject({ originId: id, verification: { level: "named" }, way: null });

  const reply = await system.ask("agent", "POST", `/api/conversations/${caseId}/replies`, {
    text: "Le virement part demain.",
  });
  expect(reply.status).toBe(202);
  await system.ask("agent", "POST", `/api/conversations/${caseId}/notes`, { text: "Entre nous" });
  const read = await eventually(async () => {
    const page = await browser.get(`${system.url}/secure/lumiere/conversation`);
    expect(page.text).toContain("Le virement part demain.");
    return page;
  }, 30);
  expect(read.text).not.toContain("Entre nous");
  expect(read.text).not.toContain("Received.");
  expect((await secureOf(system, id)).handoff?.step).toBe("answered");

  const shown = await browser.submit("/proof");
  const code = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(shown.text)?.[0] ?? "";
  expect((await secureOf(system, id)).verification.level).toBe("platform");
  await customer.dm(code);
  await eventually(async () => expect((await secureOf(system, id)).verification.level).toBe("strong"));
  expect((await secureOf(system, caseId)).verification.level).toBe("strong");
  const said = (await system.read(id)).messages.at(-1);
  expect(said?.text).toBe("[code à usage unique]");
  // The code alone asks for nothing.
  expect((await system.read(id)).dueAt).toBeNull();

  await system.ask("agent", "POST", `/api/conversations/${caseId}/close`, { outcome: "answered" });
  await eventually(async () => expect((await secureOf(system, id)).handoff?.step).toBe("completed"));
  expect((await logOf(id)).filter((type) => type.startsWith("handoff-") || type === "verified")).toEqual([
    "handoff-offered",
    "handoff-delivered",
    "handoff-opened",
    "handoff-signed-in",
    "handoff-case-created",
    "handoff-answered",
    "verified",
    "handoff-completed",
  ]);
  const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" });
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", `/api/reports?from=${today}&to=${today}&by=day`);
    expect(body["total"]).toMatchObject({
      handoff: { offered: 1, delivered: 1, "signed-in": 1, answered: 1, completed: 1, stoppedAfter: { opened: 0 } },
    });
  });
});

test("a customer who comes back finds the conversation by signing in again, and nobody else does", async () => {
  const { id, link } = await invite(system);
  const browser = openBrowser();
  await followLink(browser, link);
  await signIn(browser, "c-100232");
  await browser.submit("/messages", { text: "Je reviens demain" });
  await eventually(async () => expect((await secureOf(system, id)).handoff?.step).toBe("case-created"));

  const tomorrow = openBrowser();
  await tomorrow.get(`${system.url}/secure/lumiere`);
  expect((await signIn(tomorrow, "c-100232")).text).toContain("Je reviens demain");
  const left = await tomorrow.submit("/leave");
  expect(left.text).toContain("You are signed out");
  expect((await tomorrow.get(`${system.url}/secure/lumiere/conversation`)).text).toContain("Your session has ended");

  const weak = openBrowser();
  await weak.get(`${system.url}/secure/lumiere`);
  expect((await signIn(weak, "c-100232", "urn:lumiere:password")).text).toContain("A stronger sign-in is needed");
  const other = openBrowser();
  await other.get(`${system.url}/secure/lumiere`);
  const nothing = await signIn(other, "c-100233");
  expect(nothing.text).toContain("No conversation is open");
});

describe("a bank with a messaging of its own", () => {
  let site: BankSite;
  beforeAll(async () => {
    site = await openBankSite(system);
  });
  afterAll(() => site.close());

  /** Signed in, before the bank's messaging; and the pass that leads there. */
  const arrive = async () => {
    const invited = await invite(system);
    const browser = openBrowser();
    await followLink(browser, invited.link);
    const arrived = await signIn(browser);
    expect(arrived.text).toContain("You are signed in");
    const handoff = (await secureOf(system, invited.id)).handoff?.id ?? "";
    return { ...invited, browser, handoff, about: { handoff, conversation: invited.id } };
  };
  const passFrom = async (browser: Browser): Promise<string> => {
    const { headers, html } = await browser.submit("/go");
    expect(headers.get("content-security-policy")).toContain(`form-action 'self' ${new URL(site.url).origin};`);
    expect(html).not.toContain(`${site.url}?`);
    return browser.form("/messages").fields["token"] ?? "";
  };
  const stepOf = async (id: string) => (await secureOf(system, id)).handoff?.step;

  test("takes its customer in by a pass, tells how it went on, and the clock and receipts follow", async () => {
    const { browser, id } = await arrive();
    expect((await system.read(id)).dueAt).toBeNull();
    await browser.submit("/go");
    const there = await browser.post(site.url, browser.form("/messages").fields);
    expect(there.text).toContain("Hello Manon Keller");
    // Who writes on the network is not proven yet.
    expect(there.text).not.toContain("virement");
    expect(await stepOf(id)).toBe("signed-in");
    await browser.submit("/lines", { text: "Le virement de lundi" });
    expect(await stepOf(id)).toBe("case-created");
    await browser.submit("/messages/end");
    expect((await secureOf(system, id)).handoff).toMatchObject({ step: "completed", caseId: null });
    expect((await system.read(id)).dueAt).toBeNull();
    expect(await logOf(id)).toEqual(expect.arrayContaining(["handoff-case-created", "handoff-completed"]));
  });

  test("reads in a pass who it is and what it is about; the story, redacted, once the account is proven", async () => {
    const { about, browser, customer, id } = await arrive();
    await customer.dm("Ma carte 4111 1111 1111 1111 est bloquée");
    await eventually(async () => expect((await system.read(id)).messages.at(-1)?.text).toContain("bloquée"));
    const first = await site.read(await passFrom(browser));
    expect(first).toMatchObject({ ...about, sub: "c-100231", purpose: "payment", language: "en", verified: "named" });
    expect(first).not.toHaveProperty("summary");
    await browser.get(`${site.guichet}/arrival`);
    const code = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec((await browser.submit("/proof")).text)?.[0] ?? "";
    await customer.dm(code);
    await eventually(async () => expect((await secureOf(system, id)).verification.level).toBe("strong"));
    await browser.get(`${site.guichet}/arrival`);
    const second = await site.read(await passFrom(browser));
    expect(second["verified"]).toBe("strong");
    expect(second["summary"]).toContain("[carte ••••1111] est bloquée");
    expect(second["summary"]).not.toMatch(/4111|usage unique/);
  });

  test("lets a pass in once, for two minutes, whole, and from nobody else", async () => {
    const { browser } = await arrive();
    const pass = await passFrom(browser);
    const [header = "", key = "", iv = "", text = "", tag = ""] = pass.split(".");
    const flipped = `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
    for (const token of [[header, key, iv, flipped, tag].join("."), `${pass}x`, "", "a.b.c.d.e"]) {
      expect((await enter(token)).status).toBe(401);
    }
    expect((await enter(pass)).status).toBe(200);
    expect((await enter(pass)).status).toBe(401);
    await expect(site.read(pass, new Date(Date.now() + 121_000))).rejects.toThrow(/exp/);
  });
  const enter = async (token: string) => {
    const browser = openBrowser();
    await browser.get(`${site.url}`);
    return browser.post(site.url, { token });
  };

  test("is believed in its own words alone: forged, altered and foreign notices change nothing", async () => {
    const { about, id } = await arrive();
    const closed = { ...about, event: "closed" };
    const good = await site.sign(closed);
    const [header = "", body = "", signature = ""] = good.split(".");
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const hs = `${part({ alg: "HS256", kid: "site-sig", typ: "handoff-notice+jwt" })}.${body}`;
    const secret = JSON.stringify(site.noticeKey);
    const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
    const now = Math.floor(Date.now() / 1000);
    const forged: Readonly<Record<string, string>> = {
      altered: `${header}.${part({ ...JSON.parse(Buffer.from(body, "base64url").toString()), event: "case-created" })}.${signature}`,
      unsigned: `${part({ alg: "none", kid: "site-sig", typ: "handoff-notice+jwt" })}.${body}.`,
      "by the public key as a secret": `${hs}.${createHmac("sha256", secret).update(hs).digest("base64url")}`,
      "by a stranger": await site.sign(closed, {}, stranger),
      "by a key it brings along": await site.sign(closed, { kid: "mine", jwk: stranger }, stranger),
      "of another kid": await site.sign(closed, { kid: "site-sig-2" }),
      "of another kind": await site.sign(closed, { typ: "JWT" }),
      "for another bank": await site.sign({ ...closed, aud: `${system.url}/secure/other` }),
      "from another issuer": await site.sign({ ...closed, iss: "evil" }),
      "of tomorrow": await site.sign({ ...closed, iat: now + 86_400, exp: now + 86_460 }),
      "of an hour ago": await site.sign({ ...closed, iat: now - 3_600, exp: now - 3_540 }),
      "that lives too long": await site.sign({ ...closed, iat: now - 3_600, exp: now + 3_600 }),
      nothing: "",
    };
    for (const [name, token] of Object.entries(forged)) expect(await site.tell(token), name).toBe(401);
    expect(await stepOf(id)).toBe("signed-in");
    // Two clocks may differ by less than a minute.
    expect(await site.tell(await site.sign({ ...closed, iat: now + 45, exp: now + 105 }))).toBe(204);
    expect(await stepOf(id)).toBe("completed");
  });

  test("may say it twice, late, or in the wrong order: what is over stays over", async () => {
    const { about, customer, id } = await arrive();
    const created = await site.sign({ ...about, event: "case-created" });
    expect(await site.tell(created)).toBe(204);
    const { length } = await logOf(id);
    expect(await site.tell(created)).toBe(204);
    expect(await logOf(id)).toHaveLength(length);
    expect(await site.tell(await site.sign({ ...about, event: "closed" }))).toBe(204);
    expect(await site.tell(await site.sign({ ...about, event: "case-created" }))).toBe(204);
    expect(await site.tell(created)).toBe(204);
    expect(await stepOf(id)).toBe("completed");
    // Another way was offered since: the bank is told that this one is known no more, and the new one is not touched.
    await offerAgain(system, { customer, id });
    expect(await site.tell(await site.sign({ ...about, event: "closed" }))).toBe(404);
    expect(await stepOf(id)).toBe("delivered");
    const nowhere = { handoff: "h_none", conversation: "c_none", event: "closed" };
    expect(await site.tell(await site.sign(nowhere))).toBe(404);
  });
});

type OfferedTemplate = {
  readonly id: string;
  readonly topic: string;
  readonly language: string;
  readonly text: string;
};
const templatesFor = async (id: string): Promise<readonly OfferedTemplate[]> =>
  (await system.ask("agent", "GET", `/api/conversations/${id}/templates`)).body["items"] ?? [];
const isWayThere = ({ language, topic }: OfferedTemplate) => topic === "secure-channel" && language === "fr";

test("a template that names the secure channel offers it in private, and says its fall-back in public", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "paule", name: "Paule Imaginaire" });
  await customer.post("Mon virement est refusé, pourquoi ?");
  const open = await system.conversation((card) => card.contact.name === "Paule Imaginaire");
  expect((await templatesFor(open.id)).find(isWayThere)?.text).toContain("la messagerie de votre espace client");

  await customer.dm("Mon virement de 300 euros est refusé");
  const { id } = await system.conversation((card) => card.preview === "Mon virement de 300 euros est refusé");
  const template = (await templatesFor(id)).find(isWayThere);
  expect(template?.text).toContain("[code à usage unique]");
  const reply = (text: string | undefined, of = template?.id) =>
    system.ask("agent", "POST", `/api/conversations/${id}/replies`, { text, templateId: of, undo: true });
  expect(await reply(template?.text.replace("[code à usage unique]", ""))).toMatchObject({
    status: 422,
    body: { code: "handoff.text-incomplete" },
  });
  expect(await reply(template?.text.replace("mot de passe", "mot doux"))).toMatchObject({
    status: 409,
    body: { code: "handoff.not-reviewable" },
  });

  expect((await reply(template?.text)).status).toBe(202);
  const sent = await system.simulator.nextAnswer(customer);
  const { link } = secretsIn(sent.text);
  expect(sent.text).not.toContain("[");
  expect((await system.read(id)).messages.at(-1)?.text).toBe(template?.text);
  await eventually(async () => expect((await secureOf(system, id)).handoff?.step).toBe("delivered"));
  expect(await logOf(id)).toEqual(expect.arrayContaining(["handoff-offered", "template-used"]));
  const browser = openBrowser({ language: null });
  expect((await browser.get(`${link}).`)).text).toContain("retrouver un paiement");
});

test("an agent's own words of an offer are looked at like any answer", async () => {
  const { id } = await invite(system);
  const offer = (words: string, more: object = {}) =>
    system.ask("agent", "POST", `/api/conversations/${id}/handoffs`, {
      purpose: "card",
      language: "fr",
      text: words,
      ...more,
    });
  const way = "Tapez notre adresse, saisissez {secureCode} ou suivez {secureLink}.";
  const codeOf = async (words: string, more?: object) => (await offer(words, more)).body["code"];
  expect(await codeOf("Suivez {secureLink}")).toBe("handoff.text-incomplete");
  expect(await codeOf(`${way} Votre carte 4111 1111 1111 1111.`)).toBe("reply.personal-data");
  expect(await codeOf(`${way} Ou https://banque.example.net/ici`)).toBe("reply.guarded");
  expect(await codeOf(`${way} Donnez-nous votre code secret.`)).toBe("reply.guarded");
  const promise = `${way} Vous serez remboursé, c’est garanti.`;
  expect(await codeOf(promise)).toBe("reply.unconfirmed");
  expect((await offer(promise, { confirmed: ["promise"] })).status).toBe(202);
});
