import { createServer } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testCard } from "../support/canary.ts";
import { cardDrawing, photograph } from "../support/photograph.ts";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Attachment = { readonly id?: string; readonly type: string; readonly state?: string };

const groupsOf = (digits: string): string[] => digits.match(/.{4}/g) ?? [];
const cardPicture = (seed: number) =>
  photograph(cardDrawing({ groups: groupsOf(testCard("4970", seed)), expiry: "09/29", code: "737" }), { tiltDegrees: 4 });

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

const judged = (id: string): Promise<readonly Attachment[]> =>
  eventually(async () => {
    const attachments = await attachmentsOf(id);
    expect(attachments.map(({ state }) => state)).not.toContain("checking");
    return attachments;
  }, 20);

const fetchPicture = async (id: string, pictureId = "", who = "agent"): Promise<Response> =>
  fetch(`${system.url}/api/conversations/${id}/pictures/${pictureId}`, {
    headers: { authorization: `Bearer ${await system.token(who)}` },
  });

test("a photographed card reaches the agent covered, and the log says what was found", async () => {
  const id = await send("Ma carte ne passe plus", [system.simulator.hang(new Uint8Array(await cardPicture(41_000_001)))]);
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
  const { body } = await system.ask("supervisor", "GET", `/api/conversations/${id}/log`);
  const events = (body["entries"] as unknown as readonly { events: readonly Record<string, unknown>[] }[]).flatMap(
    (entry) => entry.events,
  );
  expect(events.filter(({ type }) => type === "pictured")).toMatchObject([
    { pictureId: attachment?.id, state: "shown", found: { card: 1 } },
  ]);
  expect(body["intact"]).toBe(true);
});

test("a picture on the other channels takes the same way", async () => {
  const url = system.simulator.hang(new Uint8Array(await cardPicture(41_000_002)));
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
  const drawing = new TextEncoder().encode(cardDrawing({ groups: ["4970", "1012", "3456", "7890"] }));
  const id = await send("Trois images", [
    system.simulator.hang(drawing),
    `${new URL(system.url).origin.replace("localhost", "127.0.0.1")}/simulator/pictures/1`,
    `http://127.0.0.1:${port}/picture.jpg`,
  ]);
  const attachments = await judged(id);
  expect(attachments.map(({ state }) => state)).toEqual(["withheld", "withheld", "withheld"]);
  expect((await fetchPicture(id, attachments[0]?.id)).status).toBe(404);
  expect(asked).toBe(0);
  await new Promise((resolve) => elsewhere.close(resolve));
});

test("a picture is read through its own conversation, by who signed in", async () => {
  const id = await send("Une image à moi", [system.simulator.hang(new Uint8Array(await cardPicture(41_000_003)))]);
  const other = await send("Sans image", []);
  const [attachment] = await judged(id);
  expect((await fetchPicture(other, attachment?.id)).status).toBe(404);
  expect((await fetch(`${system.url}/api/conversations/${id}/pictures/${attachment?.id}`)).status).toBe(401);
  expect((await fetchPicture(id, attachment?.id, "compliance")).status).toBe(200);
});
