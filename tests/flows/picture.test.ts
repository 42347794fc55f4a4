import { createServer } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Identity from "#core/identity";
import { openReader } from "../../functions/picture/read.ts";
import { testCard } from "../support/canary.ts";
import { drawCard, photograph } from "../support/photograph.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;

/** A picture takes a machine under load a while. */
const patienceSeconds = 50;
vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Attachment = { readonly id?: string; readonly type: string; readonly state?: string };

const cardPicture = (seed: number) =>
  photograph(drawCard({ number: testCard("4970", seed), expiry: "09/29", code: "737" }), { tiltDegrees: 4 });

const send = async (text: string, pictures: readonly string[]): Promise<string> => {
  const customer = system.simulator.customer({ platform: "facebook", name: `Client ${text}` });
  await customer.say("private", text, { pictures });
  return (await system.conversation((each) => each.preview === text)).id;
};

const attachmentsOf = async (id: string): Promise<readonly Attachment[]> => {
  const { body } = await system.ask("agent", "GET", `/api/conversations/${id}`);
  return (body["messages"] as unknown as readonly { attachments: readonly Attachment[] }[]).flatMap(
    ({ attachments }) => attachments,
  );
};

const eventsOf = async (id: string): Promise<readonly Record<string, unknown>[]> => {
  const { body } = await system.ask("supervisor", "GET", `/api/conversations/${id}/log`);
  const entries = body["entries"] as unknown as readonly { events: readonly Record<string, unknown>[] }[];
  return entries.flatMap(({ events }) => events).filter(({ type }) => type === "pictured");
};

/** The pictures of a conversation once the machine has looked at each. */
const judged = async (id: string, count = 1): Promise<readonly Attachment[]> => {
  await eventually(async () => expect(await eventsOf(id)).toHaveLength(count), patienceSeconds);
  return attachmentsOf(id);
};

const fetchPicture = async (id: string, pictureId = "", who = "agent"): Promise<Response> =>
  fetch(`${system.url}/api/conversations/${id}/pictures/${pictureId}`, {
    headers: { authorization: `Bearer ${await system.token(who)}` },
  });

test("a photographed card reaches the agent covered, and the log says what was found", async () => {
  const id = await send("Ma carte ne passe plus", [system.simulator.hang(await cardPicture(41_000_001))]);
  const [attachment] = await judged(id);
  expect(attachment).toMatchObject({ type: "image", state: "shown" });
  const response = await fetchPicture(id, attachment?.id);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-disposition": 'inline; filename="picture.jpg"',
  });
  const { exif, format } = await sharp(await response.arrayBuffer()).metadata();
  expect([format, exif]).toEqual(["jpeg", undefined]);
  expect(await eventsOf(id)).toMatchObject([{ pictureId: attachment?.id, state: "shown", found: { card: 1 } }]);
  const { body } = await system.ask("supervisor", "GET", `/api/conversations/${id}/log`);
  expect(body["intact"]).toBe(true);
});

test("a picture on the other channels takes the same way", async () => {
  const url = system.simulator.hang(await cardPicture(41_000_002));
  const customer = system.simulator.customer({ platform: "x", name: "Lise Photo", handle: "lise_photo" });
  await customer.post("Photo publique", { pictures: [url] });
  await customer.dm("Photo en privé", { pictures: [url] });
  for (const text of ["Photo publique", "Photo en privé"]) {
    const { id } = await system.conversation((each) => each.preview?.includes(text) ?? false);
    expect((await judged(id)).map(({ state, type }) => [type, state])).toEqual([["photo", "shown"]]);
  }
});

test("what is no picture, is not there or lies elsewhere is withheld, and never asked for elsewhere", async () => {
  let asked = 0;
  const elsewhere = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const { port } = elsewhere.address() as { port: number };
  const drawing = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
  const id = await send("Trois images", [
    system.simulator.hang(drawing),
    `${new URL(system.url).origin.replace("localhost", "127.0.0.1")}/simulator/pictures/1`,
    `http://127.0.0.1:${port}/picture.jpg`,
  ]);
  const attachments = await judged(id, 3);
  expect(attachments.map(({ state }) => state)).toEqual(["withheld", "withheld", "withheld"]);
  expect((await fetchPicture(id, attachments[0]?.id)).status).toBe(404);
  expect(asked).toBe(0);
  await new Promise((resolve) => elsewhere.close(resolve));
});

test("a picture is read through its own conversation, by who signed in", async () => {
  const id = await send("Une image à moi", [system.simulator.hang(await cardPicture(41_000_003))]);
  const other = await send("Sans image", []);
  const [attachment] = await judged(id);
  expect((await fetchPicture(other, attachment?.id)).status).toBe(404);
  expect((await fetch(`${system.url}/api/conversations/${id}/pictures/${attachment?.id}`)).status).toBe(401);
  expect((await fetchPicture(id, attachment?.id, "compliance")).status).toBe(200);
});

type Told = { readonly id: string; readonly attachments: readonly Attachment[] };

const mentioned = async (picture: string, name: string) => {
  const customer = system.simulator.customer({ platform: "instagram", handle: name, name });
  const known = new Set((await system.list()).map(({ id }) => id));
  const said = await customer.mentionInStory(picture);
  const { id } = await system.conversation((each) => each.channel === "instagram.dm" && !known.has(each.id));
  const { body } = await system.ask("agent", "GET", `/api/conversations/${id}`);
  const [message] = body["messages"] as unknown as readonly Told[];
  const [story] = message?.attachments ?? [];
  const path = `/api/conversations/${id}/messages/${message?.id}/stories/${story?.id}`;
  const look = async (who = "agent") =>
    fetch(`${system.url}${path}`, { headers: { authorization: `Bearer ${await system.token(who)}` } });
  return { customer, id, look, path, said, story };
};

test("a story is fetched, covered and shown each time somebody looks, and kept nowhere; gone on the platform, it is gone", async () => {
  const address = system.simulator.hang(await cardPicture(41_000_009));
  const kept = system.queues.objects().length;
  const { customer, id, look, path, said, story } = await mentioned(address, "oriane_story");
  expect(story).toMatchObject({ type: "story_mention", state: "on-view" });
  const shown = await look();
  expect([shown.status, shown.headers.get("content-type"), shown.headers.get("cache-control")]).toEqual([
    200,
    "image/jpeg",
    "no-store",
  ]);
  const { data, info } = await sharp(await shown.arrayBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = await openReader();
  const lines = await read({ data, width: info.width, height: info.height });
  expect(lines.map(({ writing }) => writing.text.replace(/\D/g, "")).join()).not.toMatch(/4970\d{8}/);
  expect((await look("compliance")).status).toBe(200);
  expect((await fetch(`${system.url}${path}`)).status).toBe(401);
  expect(system.queues.objects()).toHaveLength(kept);
  expect(await eventsOf(id)).toEqual([]);

  system.simulator.takeDown(address);
  const gone = await look();
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([404, "story.gone"]);
  await customer.remove(said.id);
  await eventually(async () => expect((await attachmentsOf(id)).length).toBe(0));
  expect((await look()).status).toBe(404);
});

test("looking at a story renews no credential: its function may not write", async () => {
  const { id, look, story } = await mentioned(system.simulator.hang(await cardPicture(41_000_011)), "nadege_story");
  const { secrets, store } = system.runtime;
  const key = { entityId: "lumiere", conversationId: id };
  const accountId = (await store.readHead(key))?.state.accountId ?? "";
  const account = { entityId: "lumiere", platform: "instagram", accountId };
  const expiresAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const credential = { kind: "instagram-login", token: "token", expiresAt } as const;
  const sealed = await Identity.sealCredential(credential, await secrets.read("TOKEN_KEY"));
  const kept = { sealed, kind: credential.kind, expiresAt };
  // A story that is known by its id alone is asked for in the account's name.
  const reference = await Identity.sealReference(
    { reference: "5551", token: "account" },
    await secrets.read("ADDRESS_KEY"),
  );
  const [body] = await store.listBodies(key);
  await store.reviseBody(key, body?.id ?? "", (before) => ({
    ...before,
    attachments: before.attachments.map((each) => ({ ...each, story: { id: story?.id ?? "", reference } })),
  }));
  await store.putCredential(account, kept);
  const before = await store.readCredential(account);
  expect((await look()).status).toBe(404);
  expect(await store.readCredential(account)).toEqual(before);
  await store.removeCredential(account);
});

test("a story that is no picture is withheld", async () => {
  const film = system.simulator.hang(new TextEncoder().encode("\0\0\0\u0018ftypmp42"));
  const { look } = await mentioned(film, "pacome_story");
  expect(((await (await look()).json()) as { code: string }).code).toBe("story.withheld");
});

type Kept = { readonly id: string; readonly state: string; readonly name: string; readonly found: readonly string[] };

const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

const attach = async (id: string, bytes: Uint8Array<ArrayBuffer>, name: string, who = "agent") => {
  const response = await fetch(`${system.url}/api/conversations/${id}/enclosures?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${await system.token(who)}`, "content-type": "application/octet-stream" },
    body: bytes,
  });
  return { status: response.status, body: (await response.json()) as Kept & { readonly code?: string } };
};

const looked = (id: string, enclosureId: string): Promise<Kept> =>
  eventually(async () => {
    const { body } = await system.ask("agent", "GET", `/api/conversations/${id}/enclosures/${enclosureId}`);
    const kept = body as unknown as Kept;
    expect(kept.state).not.toBe("checking");
    return kept;
  }, patienceSeconds);

const answerWith = (id: string, reply: { readonly text: string; readonly enclosureId: string }) =>
  system.ask("agent", "POST", `/api/conversations/${id}/replies`, reply);

/** A photograph as a telephone takes it: with where it was taken. */
const branch = (): Promise<Uint8Array<ArrayBuffer>> =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "#7799bb" } })
    .withExif({ IFD0: { Copyright: "Guichet" }, IFD3: { GPSLatitude: "48/1 51/1 0/1" } })
    .png()
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes));

test("a picture goes out on every private channel, clean of what a camera wrote, with its words where they may stand together", async () => {
  const picture = await branch();
  for (const [platform, text] of [
    ["x", "Voici le plan"],
    ["facebook", ""],
    ["instagram", ""],
    ["whatsapp", "Voici le plan"],
  ] as const) {
    const customer = system.simulator.customer({ platform, name: `Plan ${platform}`, handle: `plan_${platform}` });
    await customer.say("private", `Où est l'agence ? ${platform}`);
    const { id } = await system.conversation((each) => each.preview === `Où est l'agence ? ${platform}`);
    const kept = await attach(id, picture, "plan.png");
    expect(kept).toMatchObject({ status: 201, body: { kind: "picture", name: "plan.png" } });
    expect(await looked(id, kept.body.id)).toMatchObject({ state: "ready" });
    expect(await answerWith(id, { text, enclosureId: kept.body.id })).toMatchObject({ status: 202 });
    const { file, text: said } = await system.simulator.nextAnswer(customer);
    expect([said, file?.name, file?.type]).toEqual([text, "plan.png", "image/jpeg"]);
    const { exif, format } = await sharp(file?.bytes).metadata();
    expect([format, exif]).toEqual(["jpeg", undefined]);
    await eventually(async () => expect((await system.read(id)).unsent).toBe(0));
    const { messages } = await system.read(id);
    expect(messages.at(-1)).toMatchObject({
      text,
      attachments: [{ type: "picture", words: ["plan.png"], sizeBytes: file?.size }],
    });
    await eventually(() => expect(system.queues.objects().map(({ key }) => key)).not.toContain(kept.body.id));
  }
});

test("a PDF goes out by its name where the platform takes one", async () => {
  const customer = system.simulator.customer({ platform: "whatsapp", name: "Client Formulaire" });
  await customer.say("private", "Envoyez-moi le formulaire");
  const { id } = await system.conversation((each) => each.preview === "Envoyez-moi le formulaire");
  const { body } = await attach(id, pdf, "formulaire.pdf");
  expect(body).toMatchObject({ kind: "document", state: "ready" });
  await answerWith(id, { text: "", enclosureId: body.id });
  expect((await system.simulator.nextAnswer(customer)).file).toMatchObject({
    name: "formulaire.pdf",
    type: "application/pdf",
  });
});

test("a picture of a card does not go out, and is not kept; nor is a number in a file's name", async () => {
  const id = await send("Et ma nouvelle carte ?", []);
  const number = testCard("4970", 41_000_009);
  const { body } = await attach(id, await cardPicture(41_000_004), `carte ${number}.png`);
  expect(body.name).not.toContain(number);
  expect(await looked(id, body.id)).toMatchObject({
    state: "refused",
    found: expect.arrayContaining(["card"]),
  });
  expect(await answerWith(id, { text: "", enclosureId: body.id })).toMatchObject({
    status: 422,
    body: { code: "enclosure.refused" },
  });
  expect(system.queues.objects().map(({ key }) => key)).not.toContain(body.id);
});

test("a file is told by its bytes, goes with no public answer, beside no words where they cannot stand together, and is its writer's", async () => {
  const id = await send("Un fichier, s'il vous plaît", []);
  const script = new TextEncoder().encode("<script>alert(1)</script>");
  expect(await attach(id, script, "photo.jpg")).toMatchObject({ status: 422, body: { code: "enclosure.unsupported" } });
  const large = new Uint8Array(4 * 1024 * 1024 + 1).fill(0x20);
  expect((await attach(id, large, "grand.pdf")).status).toBe(413);
  const { body } = await attach(id, pdf, "conditions.pdf");
  expect(await answerWith(id, { text: "Voici", enclosureId: body.id })).toMatchObject({
    body: { code: "enclosure.words-apart" },
  });
  const colleague = { text: "", enclosureId: body.id };
  expect(await system.ask("supervisor", "POST", `/api/conversations/${id}/replies`, colleague)).toMatchObject({
    status: 404,
    body: { code: "enclosure.gone" },
  });
  expect(await system.ask("agent", "POST", `/api/conversations/${id}/replies`, { text: "" })).toMatchObject({
    status: 400,
  });
  const customer = system.simulator.customer({ platform: "x", name: "Lise Plan", handle: "lise_plan" });
  await customer.post("@banque un plan ?");
  await customer.dm("Un plan ici ?");
  const seen = await system.conversation((each) => each.preview?.includes("un plan ?") ?? false);
  expect(await attach(seen.id, pdf, "plan.pdf")).toMatchObject({ body: { code: "enclosure.not-here" } });
  const direct = await system.conversation((each) => each.preview === "Un plan ici ?");
  expect(await attach(direct.id, pdf, "plan.pdf")).toMatchObject({ body: { code: "enclosure.unsupported" } });
});
