import { createServer } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
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
