import { createHmac } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { openReader } from "../../functions/picture/read.ts";
import { openBrowser } from "../support/browser.ts";
import { type Canary, sightings, testCard, testIban } from "../support/canary.ts";
import { invite, secureOf, signIn } from "../support/handoff.ts";
import { drawCard, photograph } from "../support/photograph.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let dataDir: string;
const logs: string[] = [];
const frames: string[] = [];
const answers: string[] = [];
/** What can be read on the pictures that are kept. */
const written: string[] = [];
const canaries: Canary[] = [];
const openTable = () =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: system.runtime.environment.AWS_ENDPOINT_URL_DYNAMODB ?? "",
      region: "eu-west-3",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    }),
  );

/** A number of its own for every path, so that a sighting says where it leaked. */
const card = (path: string): string => plant(`card: ${path}`, testCard("4970", 10_000_000_000 + canaries.length * 37));
const iban = (path: string): string => plant(`iban: ${path}`, testIban(7_000_000 + canaries.length * 37));
const plant = (name: string, value: string): string => {
  canaries.push({ name, value });
  return value;
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "guichet-canary-"));
  system = await startTestSystem({ dataDir, log: (line) => logs.push(line) });
  // Before anything arrives: how a bank has its messages redacted is read again after half a minute.
  await system.ask("admin", "PUT", "/api/redaction/evidence", { teamIds: ["fraud"] });
  await listen();
});
afterAll(async () => {
  await system.stop();
  rmSync(dataDir, { recursive: true });
});

const listen = async (): Promise<void> => {
  const { body } = await system.ask("supervisor", "POST", "/api/live/tickets");
  const socket = new WebSocket(`${body["url"]}?ticket=${body["ticket"]}`, { origin: system.url });
  socket.on("message", (frame) => frames.push(String(frame)));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.send(`what a page says: ${card("socket frame")}`);
  socket.send(JSON.stringify({ type: "ping", turn: 1, at: `c_${card("socket frame, id")}AAAAAA`, writing: true }));
  socket.send(
    JSON.stringify({ type: "ping", turn: 2, at: card("socket frame, no id"), writing: iban("socket frame") }),
  );
};

const post = async (path: "x" | "meta", body: string, isSigned = true): Promise<number> => {
  const [secret, header, encoding] =
    path === "x"
      ? (["local-x-consumer-secret", "x-twitter-webhooks-signature", "base64"] as const)
      : (["local-meta-app-secret", "x-hub-signature-256", "hex"] as const);
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest(encoding)}`;
  const response = await fetch(`${system.url}/webhooks/${path}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...(isSigned ? { [header]: signature } : {}) },
  });
  answers.push(await response.text());
  return response.status;
};

const spaced = (digits: string): string => digits.replace(/(.{4})(?=.)/g, "$1 ");

test("what customers write, on every channel and around the text", async () => {
  for (const platform of ["x", "facebook"] as const) {
    for (const visibility of ["public", "private"] as const) {
      const path = `${platform} ${visibility}`;
      const name = `Canari ${card(`${path}, display name`)}`;
      const customer = system.simulator.customer({ platform, handle: `canari_${visibility}`, name });
      await customer.say(
        visibility,
        `Canari ${platform} ${visibility}. Carte ${spaced(card(path))}, IBAN ${spaced(iban(path))}.`,
      );
      await customer.say(
        visibility,
        `CB ${card(`${path}, dashes`).replace(/(.{4})(?=.)/g, "$1-")} et ${iban(`${path}, lower`).toLowerCase()}`,
      );
    }
  }
  await eventually(async () => {
    const second = (await system.list()).filter((each) => each.preview?.includes("CB ["));
    expect(second.map((each) => each.channel).sort()).toEqual(["facebook.comment", "messenger", "x.dm", "x.mention"]);
  });
});

test("what surrounds a message: quoted posts, previews, file names, unknown kinds", async () => {
  const now = Date.now();
  const surroundings = {
    object: "page",
    entry: [
      {
        id: "900100200301",
        time: now,
        messaging: [
          {
            sender: { id: "772200110033" },
            recipient: { id: "900100200301" },
            timestamp: now,
            message: {
              mid: "m_canary_surroundings",
              text: "Voir la pièce jointe",
              attachments: [
                {
                  type: "fallback",
                  title: `Reçu ${card("attachment title")}`,
                  payload: {
                    url: `https://example.invalid/?c=${card("attachment url")}`,
                    title: `RIB ${iban("payload title")}`,
                  },
                },
                { type: `type-${card("attachment type")}`, payload: null },
              ],
            },
          },
          {
            sender: { id: "772200110033" },
            recipient: { id: "900100200301" },
            timestamp: now,
            [`odd-${card("unknown key")}`]: { note: card("unknown value") },
          },
        ],
        changes: [{ field: `field-${card("unknown field")}`, value: { message: card("unknown change") } }],
      },
    ],
  };
  expect(await post("meta", JSON.stringify(surroundings))).toBe(200);
  expect(
    await post(
      "x",
      JSON.stringify({
        data: {
          event_type: `post.${card("unknown event")}`,
          filter: { user_id: "900100200300" },
          payload: { text: card("unknown payload") },
        },
      }),
    ),
  ).toBe(200);
});

test("what cannot be read or is not signed is refused with a clear 4xx", async () => {
  expect(await post("x", `{"broken": "${card("malformed json")}`)).toBe(400);
  expect(await post("meta", `not json ${iban("not json")}`)).toBe(400);
  expect(await post("x", JSON.stringify({ text: card("unsigned") }), false)).toBe(401);
  expect(await post("meta", JSON.stringify({ text: card("oversized"), filler: "x".repeat(3_200_000) }))).toBe(413);
});

test("what agents write and what the API is sent", async () => {
  const found = await system.conversation((each) => each.contact.name?.startsWith("Canari") ?? false);
  const at = (path: string) => `/api/conversations/${found.id}/${path}`;
  const asked = [
    await system.ask("agent", "POST", at("replies"), { text: `Votre carte ${card("reply")} et ${iban("reply")}` }),
    await system.ask("agent", "POST", at("notes"), { text: `Dicté : ${spaced(card("note"))}, ${iban("note")}` }),
    await system.ask("agent", "PUT", at("draft"), {
      mode: "note",
      text: `À dire : ${spaced(card("draft of a note"))}`,
    }),
    await system.ask("supervisor", "PUT", at("draft"), {
      mode: "reply",
      text: `Carte ${card("draft")} ${iban("draft")}`,
      aside: { mode: "note", text: `Et ${card("note beside a draft")}` },
    }),
    await system.ask("agent", "PUT", at("draft"), { mode: card("draft, wrong mode"), text: card("draft, not kept") }),
    await system.ask("agent", "POST", at("contact-notes"), {
      text: `Carte ${card("contact note")}, ${iban("contact note")}`,
    }),
    await system.ask("agent", "GET", at("surroundings")),
    await system.ask("agent", "PATCH", "/api/me/preferences", {
      initials: card("initials"),
      keys: { [card("key")]: "x" },
    }),
    await system.ask("agent", "GET", at("draft")),
    await system.ask("supervisor", "GET", "/api/drafts"),
    await system.ask("agent", "POST", at(`replies/${card("recalled id")}/recall`)),
    await system.ask("agent", "POST", "/api/tags", { name: card("tag") }),
    await system.ask("supervisor", "POST", "/api/macros", { name: iban("macro"), steps: [{ does: "take" }] }),
    await system.ask("agent", "PUT", "/api/me/views", {
      items: [{ id: "v_1", name: card("view"), filter: { view: "all" } }],
    }),
    await system.ask("agent", "PUT", "/api/me/views", {
      items: [{ id: "v_1", name: "À moi", filter: { view: "all", tag: card("view's tag") } }],
    }),
    await system.ask("agent", "POST", at("tag"), { tagId: card("tag id") }),
    await system.ask("agent", "POST", at("notes"), { text: "une note", [card("unknown property")]: 1 }),
    await system.ask("agent", "POST", at("close"), { outcome: card("wrong enum") }),
    await system.ask("agent", "GET", `/api/conversations/${card("path")}`),
    await system.ask("agent", "GET", `/api/${card("route")}?q=${card("query")}`),
    await system.ask("agent", "GET", `/api/conversations?cursor=${card("cursor")}`),
    await system.ask(
      "agent",
      "POST",
      at("notes"),
      { text: "une autre note" },
      { "idempotency-key": card("idempotency key") },
    ),
  ];
  answers.push(...asked.map((each) => JSON.stringify(each.body)));
  const broken = await fetch(`${system.url}${at("notes")}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await system.token("agent")}`,
      "content-type": "application/json",
      "idempotency-key": "k",
    },
    body: `{"text": "${card("malformed API body")}`,
  });
  expect(broken.status).toBe(400);
  answers.push(await broken.text());
  expect(asked.map((each) => each.status)).toEqual([
    422, 201, 200, 200, 400, 201, 200, 400, 200, 200, 404, 422, 422, 422, 400, 404, 201, 400, 404, 404, 200, 201,
  ]);
});

test("what an admin has explained is answered to them, and is nowhere else", async () => {
  const asked = {
    card: spaced(card("explain")),
    iban: iban("explain"),
    disguised: card("explain, disguised").split("").join("."),
  };
  const explained = await system.ask("admin", "POST", "/api/redaction/explain", {
    text: `Carte ${asked.card}, IBAN ${asked.iban}, ${asked.disguised}, réf 4970123456789012 merci`,
  });
  const { fired, missed, text } = explained.body as unknown as {
    readonly text: string;
    readonly fired: readonly { readonly kind: string; readonly value: string }[];
    readonly missed: readonly unknown[];
  };
  // The answer to the person who typed it shows the values; what would be kept of the text does not.
  expect(fired.map(({ kind, value }) => [kind, value])).toEqual(
    expect.arrayContaining([
      ["card", asked.card],
      ["iban", asked.iban],
    ]),
  );
  expect(missed.length).toBeGreaterThan(0);
  answers.push(text);
  const refused = [
    await system.ask("agent", "POST", "/api/redaction/explain", { text: card("explain, not allowed") }),
    await system.ask("admin", "POST", "/api/redaction/explain", {
      text: card("explain, wrong field"),
      language: card("explain, wrong language"),
    }),
    await system.ask("admin", "POST", "/api/redaction/explain", {
      text: `${card("explain, too long")} ${"x".repeat(20_000)}`,
    }),
  ];
  expect(refused.map((each) => each.status)).toEqual([403, 400, 400]);
  answers.push(...refused.map((each) => JSON.stringify(each.body)));
});

test("what a bank writes for its own people, and what waits for a second pair of eyes", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "canari_relu", name: "Canari Relu" });
  await customer.post("Question du canari relu");
  const { id } = await system.conversation((each) => each.preview?.includes("canari relu") ?? false);
  const promise = { text: "Je vous garantis une réponse, canari.", confirmed: ["promise"] };
  const asked = await system.ask("agent", "POST", `/api/conversations/${id}/replies`, promise);
  expect(asked.body["delivery"]).toBe("awaiting-approval");
  const template = { name: "Canari", topic: "other", language: "fr", channels: [], audience: "public" };
  const { policy } = (await system.ask("compliance", "GET", "/api/guard")).body as unknown as { policy: object };
  const { kit } = (await system.ask("compliance", "GET", "/api/kit")).body as unknown as { kit: { facts: object[] } };
  const words = { promise: [card("guard list")], advice: [], insult: [] };
  const fact = { id: "canari", kind: "other", label: { fr: "a", en: "a" }, value: { fr: iban("fact"), en: "a" } };
  const directory = { version: 0, people: [], places: [], names: [card("name of the bank")] };
  const changes = [
    ["supervisor", "PUT", "/api/directory", directory],
    ["supervisor", "POST", `/api/conversations/${id}/approvals/${asked.body["id"]}/approve`, { text: card("changed") }],
    ["compliance", "POST", "/api/templates", { ...template, body: `[[Carte ${spaced(card("template"))}]]` }],
    ["compliance", "POST", "/api/templates", { ...template, body: `{${card("template, unreadable")}` }],
    ["compliance", "PUT", "/api/guard", { ...policy, lists: { fr: words, en: words } }],
    ["compliance", "PUT", "/api/kit", { ...kit, facts: [...kit.facts, fact] }],
  ] as const;
  for (const [who, method, path, body] of changes) {
    const answer = await system.ask(who, method, path, body);
    expect([path, answer.status]).toEqual([
      path,
      path === "/api/templates" && !("body" in body && body.body.startsWith("[[")) ? 400 : 422,
    ]);
    answers.push(JSON.stringify(answer.body));
  }
  const practised = { way: "answer", text: `Carte ${spaced(card("practice"))}, ${iban("practice")}` };
  answers.push(JSON.stringify((await system.ask("agent", "POST", "/api/practice/lost-card", practised)).body));
  const offered = { purpose: "card", language: "fr", text: `{secureCode} {secureLink} ${card("offer")}` };
  answers.push(JSON.stringify((await system.ask("agent", "POST", `/api/conversations/${id}/handoffs`, offered)).body));
  answers.push(JSON.stringify((await system.ask("supervisor", "GET", "/api/approvals")).body));
});

test("what a supervisor writes of an incident is kept without what is nobody's business", async () => {
  const opened = await system.ask("supervisor", "POST", "/api/incidents", {
    title: `Canari ${card("incident, title")}`,
    channel: "whatsapp",
    sinceMinutes: 1,
  });
  const { id } = opened.body as unknown as { readonly id: string };
  const asked = [
    opened,
    await system.ask("supervisor", "POST", `/api/incidents/${id}/answer`, { fr: `Carte ${card("incident, answer")}` }),
    await system.ask("supervisor", "POST", `/api/incidents/${id}/answer`, { de: card("incident, wrong language") }),
    await system.ask("supervisor", "POST", `/api/incidents/${id}/close`, { summary: `Fin ${iban("incident, end")}` }),
    await system.ask("supervisor", "GET", "/api/incidents"),
  ];
  expect(asked.map((each) => each.status)).toEqual([200, 422, 400, 200, 200]);
  answers.push(...asked.map((each) => JSON.stringify(each.body)));
});

test("what is on pictures, in their addresses and in what cameras write into them", async () => {
  const customer = system.simulator.customer({ platform: "facebook", name: "Canari Photo" });
  const photo = await photograph(drawCard({ number: card("picture"), expiry: "09/29" }), {
    note: `prise avec ${card("picture, metadata")}`,
  });
  const elsewhere = `https://scontent.canari.invalid/${card("picture, address")}.jpg`;
  await customer.say("private", "Le canari en photo", { pictures: [system.simulator.hang(photo), elsewhere] });
  const { id } = await system.conversation((each) => each.preview === "Le canari en photo");
  const attachments = await eventually(async () => {
    const { body } = await system.ask("agent", "GET", `/api/conversations/${id}`);
    const [message] = body["messages"] as unknown as [{ attachments: { id: string; state: string }[] }];
    expect(message.attachments.map(({ state }) => state)).toEqual(["shown", "withheld"]);
    return message.attachments;
  }, 60);
  const response = await fetch(`${system.url}/api/conversations/${id}/pictures/${attachments[0]?.id}`, {
    headers: { authorization: `Bearer ${await system.token("agent")}` },
  });
  const picture = new Uint8Array(await response.arrayBuffer());
  answers.push(Buffer.from(picture).toString("latin1"));
  written.push(...(await textOf(picture)));
}, 120_000);

test("what a story shows", async () => {
  const customer = system.simulator.customer({ platform: "instagram", handle: "canari_story", name: "Canari Story" });
  const photo = await photograph(drawCard({ number: card("story"), expiry: "09/29" }), {
    note: `prise avec ${card("story, metadata")}`,
  });
  const known = new Set((await system.list()).map(({ id }) => id));
  await customer.mentionInStory(system.simulator.hang(photo));
  const { id, messages } = await system.conversation((each) => each.channel === "instagram.dm" && !known.has(each.id));
  const [message] = messages as unknown as readonly { id: string; attachments: readonly { id: string }[] }[];
  const path = `/api/conversations/${id}/messages/${message?.id}/stories/${message?.attachments[0]?.id}`;
  const response = await fetch(`${system.url}${path}`, {
    headers: { authorization: `Bearer ${await system.token("agent")}` },
  });
  expect(response.status).toBe(200);
  const story = new Uint8Array(await response.arrayBuffer());
  answers.push(Buffer.from(story).toString("latin1"));
  written.push(...(await textOf(story)));
}, 120_000);

test("what an agent wants to send: a picture with a number on it, in its name, and in what a camera wrote into it", async () => {
  const { id } = await system.conversation((each) => each.preview === "Le canari en photo");
  const photo = await photograph(drawCard({ number: card("file"), expiry: "09/29" }), {
    note: `prise avec ${card("file, metadata")}`,
  });
  const address = `${system.url}/api/conversations/${id}/enclosures`;
  const headers = {
    authorization: `Bearer ${await system.token("agent")}`,
    "content-type": "application/octet-stream",
  };
  const name = encodeURIComponent(`carte ${spaced(card("file, name"))}.png`);
  const kept = await fetch(`${address}?name=${name}`, { method: "POST", headers, body: photo });
  const told = await kept.text();
  answers.push(told);
  await eventually(async () => {
    const { body } = await system.ask("agent", "GET", `/api/conversations/${id}/enclosures/${JSON.parse(told).id}`);
    expect(body["state"]).toBe("refused");
    answers.push(JSON.stringify(body));
  }, 60);
}, 120_000);

/** What anybody with our own reader can make out in a picture. */
const textOf = async (picture: Uint8Array): Promise<string[]> => {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = await openReader();
  return (await read({ data, width: info.width, height: info.height })).map(({ writing }) => writing.text);
};

test("what is kept for the fraud team: a number and a link, and what stands in the link", async () => {
  const number = plant("evidence, number", "06 99 00 74 13");
  const lure = plant("evidence, link", "https://canari-colis.exemple.com/suivi");
  const quoted = `Canari arnaque : SMS reçu du ${number}, ${lure}/${card("evidence, path")}?c=${card("evidence, query")}`;
  await system.simulator.customer({ platform: "x", handle: "canari_preuve", name: "Canari Preuve" }).dm(quoted);
  const { id, messages } = await system.conversation((each) => each.preview?.includes("Canari arnaque") ?? false);
  const path = `/api/conversations/${id}/messages/${messages[0]?.id}/evidence`;
  const read = await system.ask("nadia", "POST", path);
  expect(read.body["items"]).toEqual([
    { kind: "phone", value: number },
    { kind: "link", value: "hxxps://canari-colis(.)exemple(.)com/suivi/…" },
  ]);
  for (const who of ["camille", "supervisor", "compliance", "admin"]) {
    answers.push(JSON.stringify([await system.read(id, who), await system.ask(who, "POST", path)]));
  }
  answers.push(JSON.stringify((await system.ask("compliance", "GET", `/api/conversations/${id}/log`)).body));
});

test("what a thread is split into, what two contacts are linked with, and what compliance takes along", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "canari_deux", name: "Canari Deux" });
  await customer.dm(`Canari, première affaire : ${spaced(card("split, thread"))}`);
  await customer.dm(`Canari, seconde affaire : ${iban("split, part")}`);
  const { id, messages } = await eventually(async () => {
    const found = await system.conversation((each) => each.preview?.includes("seconde affaire") ?? false);
    expect(found.messages).toHaveLength(2);
    return found;
  });
  const at = (path: string) => `/api/conversations/${id}/${path}`;
  const split = await system.ask("agent", "POST", at("split"), { messageIds: [messages[1]?.id] });
  await system.simulator.customer({ platform: "facebook", name: "Canari Relié" }).message("Canari relié");
  const other = await system.conversation((each) => each.preview?.includes("Canari relié") ?? false);
  const link = { conversationId: other.id, way: "in-conversation", consentedAt: new Date(0).toISOString() };
  const asked = [
    split,
    await system.ask("agent", "POST", at("split"), { messageIds: [card("split, message id")] }),
    await system.ask("agent", "POST", at("contact-links"), { ...link, [card("link, property")]: iban("link, value") }),
    await system.ask("agent", "POST", at("contact-links"), { ...link, way: card("link, way") }),
    await system.ask("agent", "POST", at("contact-links"), { ...link, conversationId: card("link, other") }),
    await system.ask("agent", "GET", at("surroundings")),
    await system.ask("compliance", "POST", at("dossier"), { after: 0, [card("dossier, property")]: 1 }),
    await system.ask("compliance", "POST", `/api/conversations/${split.body["id"]}/dossier`, {}),
    await system.ask("compliance", "POST", at("dossier"), { after: card("dossier, wrong") }),
    await system.ask("compliance", "GET", `/api/admin-log?from=end`),
  ];
  expect(asked.map((each) => each.status)).toEqual([201, 404, 201, 400, 404, 200, 200, 200, 400, 200]);
  answers.push(...asked.map((each) => JSON.stringify(each.body)));
});

test("what compliance types of a hold, and what is asked of how long words are kept", async () => {
  const { id } = await system.conversation((each) => each.contact.name?.startsWith("Canari Deux") ?? false);
  const at = (path: string) => `/api/conversations/${id}/${path}`;
  const place = (of: string, reference: string) => system.ask("compliance", "POST", at("holds"), { of, reference });
  const erase = (body: object) => system.ask("compliance", "POST", at("erasure"), body);
  const asked = [
    await place("conversation", `Dossier ${spaced(card("hold"))}`),
    await place("contact", `Dossier ${iban("hold, of a contact")}`),
    await place(card("hold, of"), "Dossier 12"),
    await place("conversation", `${card("hold, too long")} ${"x".repeat(60)}`),
    await system.ask(
      "compliance",
      "POST",
      at("holds"),
      { of: "conversation", reference: "Dossier 13", [card("hold, property")]: iban("hold, value") },
      { "idempotency-key": card("hold, idempotency key") },
    ),
    await system.ask("compliance", "DELETE", `/api/holds/${card("hold, id")}`),
    await erase({ of: "conversation", ground: card("erasure, ground") }),
    await erase({ of: card("erasure, of"), ground: "objection" }),
    await erase({ of: "conversation", ground: "objection", [card("erasure, property")]: iban("erasure, value") }),
    await system.ask("admin", "PUT", "/api/retention", { wordsDays: card("term") }),
    await system.ask("compliance", "GET", `/api/retention/coming?cursor=${card("erasures to come, cursor")}`),
    await system.ask("compliance", "GET", "/api/holds"),
    await system.ask("compliance", "GET", at("retention")),
    await system.ask("compliance", "GET", "/api/admin-log?from=end"),
  ];
  expect(asked.map(({ status }) => status)).toEqual([
    422, 422, 400, 400, 201, 404, 400, 400, 409, 400, 200, 200, 200, 200,
  ]);
  answers.push(...asked.map(({ body }) => JSON.stringify(body)));
});

test("what a platform quotes back in its errors stays out of logs and queues", async () => {
  const phrase = "Phrase-canari-que-la-plateforme-répète";
  const customer = system.simulator.customer({ platform: "x", handle: "canari_erreur", name: "Canari Erreur" });
  await customer.dm("Question du canari en erreur");
  const found = await system.conversation((each) => each.preview?.includes("canari en erreur") ?? false);
  for (const failure of ["refused", "server-error"] as const) {
    system.simulator.fail(failure);
    await system.ask("agent", "POST", `/api/conversations/${found.id}/replies`, { text: `${phrase} ${failure}` });
    await eventually(async () => expect((await system.read(found.id)).messages.at(-1)?.delivery).not.toBe("sending"));
  }
  const kept = [...logs, ...system.queues.contents().flatMap((queue) => queue.bodies), ...frames].join("\n");
  expect(sightings([{ name: "phrase", value: phrase }], "logs, queues and sockets", kept)).toEqual([]);
});

test("what opens the secure page, what is written there, and what proves who wrote it", async () => {
  const { code, customer, id, link } = await invite(system);
  plant("secure code", code);
  plant("secure link", link.split("/l/")[1] ?? "");
  const browser = openBrowser();
  await browser.get(`${link}?q=${card("secure query")}`);
  await browser.submit("/open");
  await browser.get(`${system.url}/secure/lumiere/help`);
  await browser.submit("/verify", {
    name: plant("name on the form", "Zénobie Canarivoix"),
    birthDay: "3",
    birthMonth: "2",
    birthYear: "1984",
  });
  await browser.get(`${system.url}/secure/lumiere/way`);
  await signIn(browser);
  const written = await browser.submit("/messages", {
    text: `Carte ${spaced(card("secure message"))}, cryptogramme 123`,
  });
  answers.push(written.html);
  await browser.post(`${system.url}/secure/lumiere/messages`, {
    text: card("secure, forged"),
    proof: card("secure, forged proof"),
  });
  await browser.get(`${system.url}/secure/lumiere/conversation`);
  const proof = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec((await browser.submit("/proof")).text)?.[0] ?? "";
  plant("proof code", proof);
  await customer.message(`${proof} et mon lien était ${link}`);
  await eventually(async () => {
    expect((await secureOf(system, id)).verification.level).toBe("strong");
    expect((await secureOf(system, id)).handoff?.step).toBe("case-created");
  });
});

test("what people outside the page are told of a late answer", async () => {
  const { body: entity } = await system.ask("admin", "GET", "/api/entity");
  const [policy] = entity["slaPolicies"] as unknown as readonly object[];
  const hasty = { ...policy, version: 2, firstResponseSeconds: 1, nextResponseSeconds: 1 };
  const { status } = await system.ask("admin", "PUT", "/api/entity", { ...entity, slaPolicies: [hasty] });
  expect(status).toBe(200);
  const customer = system.simulator.customer({ platform: "facebook", name: `Canari ${card("late, name")}` });
  await customer.say("private", `Canari en retard ${spaced(card("late"))} ${iban("late")}`);
  const { id } = await system.conversation((each) => each.preview?.includes("Canari en retard") ?? false);
  answers.push(
    await eventually(async () => {
      const page = await (await fetch(`${system.url}/bank/escalations`)).text();
      // By the hook, and by e-mail.
      expect(page).toContain(`<a href="/c/${id}">`);
      expect(page).toMatch(new RegExp(`https?://\\S+/c/${id}`));
      return page;
    }),
  );
});

test("what could not be kept goes to the dead letters, redacted", async () => {
  await openTable().send(
    new DeleteCommand({
      TableName: system.runtime.environment.TABLE_NAME,
      Key: { pk: "ENTITIES", sk: "ENTITY#lumiere" },
    }),
  );
  const customer = system.simulator.customer({ platform: "x", handle: "canari_mort", name: "Canari Mort" });
  await customer.dm(`Lettre morte ${spaced(card("dead letter"))} ${iban("dead letter")}`);
  const dead = await eventually(() => {
    const found = system.queues.contents().find((queue) => queue.name.includes("inbound-dead"));
    expect(found?.bodies.join()).toContain("Lettre morte");
    return found;
  }, 25);
  expect(dead?.bodies).toHaveLength(1);
}, 40_000);

test("none of it is anywhere: log lines, queues, dead letters, table, bucket, pictures, sockets, answers, files", async () => {
  const items: string[] = [];
  const client = openTable();
  for await (const page of paginateScan({ client }, { TableName: system.runtime.environment.TABLE_NAME })) {
    items.push(...(page.Items ?? []).map((item) => JSON.stringify(item)));
  }
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
  const objects = system.queues.objects();
  written.push(...(await Promise.all(objects.map(({ bytes }) => textOf(bytes)))).flat());
  const sinks: Record<string, readonly string[]> = {
    bucket: objects.flatMap(({ bytes, key }) => [key, Buffer.from(bytes).toString("latin1")]),
    pictures: written,
    logs,
    queues: system.queues.contents().flatMap((queue) => queue.bodies),
    table: items,
    sockets: frames,
    answers,
    files,
  };
  for (const [sink, texts] of Object.entries(sinks)) expect(texts.length, `${sink} were looked at`).toBeGreaterThan(0);
  const found = Object.entries(sinks).flatMap(([sink, texts]) =>
    texts.flatMap((text) => sightings(canaries, sink, text)),
  );
  expect(canaries.length).toBeGreaterThan(35);
  expect(found).toEqual([]);
});

test("the search finds a value in every form it knows", () => {
  const value = testCard("4970", 123_456);
  const known = [{ name: "known", value }];
  const forms = [
    value,
    spaced(value),
    [...value].map((digit) => `\\u00${digit.charCodeAt(0).toString(16)}`).join(""),
    [...value].map((digit) => `%${digit.charCodeAt(0).toString(16)}`).join(""),
    Buffer.from(`x${value}y`).toString("base64"),
    Buffer.from(`{"text":"${value}"}`).toString("base64url"),
    Buffer.from(value).toString("hex"),
  ];
  expect(forms.filter((form) => sightings(known, "test", `before ${form} after`).length === 0)).toEqual([]);
  expect(sightings(known, "test", "nothing to see: 4970")).toEqual([]);
});
