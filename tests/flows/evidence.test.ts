import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const number = "06 99 00 12 34";
const text = `SMS reçu du ${number} avec https://colis.exemple.com/p?m=marie : une arnaque ?`;

type Evidence = { readonly found: object; readonly expiresAt: string; readonly isReadable: boolean };
type Seen = { readonly id: string; readonly text: string; readonly evidence?: Evidence };

/** What a delivery is redacted by is read again after half a minute: the account that is asked before the switch is another. */
const quote = async (name: string, words = text, platform: "facebook" | "instagram" = "facebook") => {
  await system.simulator.customer({ platform, name }).say("private", `${name} : ${words}`);
  const { id } = await system.conversation((card) => card.preview?.startsWith(name) ?? false);
  const seenBy = async (who: string): Promise<Seen | undefined> =>
    ((await system.read(id, who)).messages as readonly Seen[])[0];
  const messageId = (await seenBy("nadia"))?.id ?? "";
  const path = `/api/conversations/${id}/messages/${messageId}/evidence`;
  return { id, messageId, path, seenBy };
};

const entries = async (id: string): Promise<string[]> => {
  const { body } = await system.ask("compliance", "GET", `/api/conversations/${id}/log`);
  const all = body["entries"] as unknown as readonly { actor: { id?: string }; events: { type: string }[] }[];
  return all.flatMap(({ actor, events }) =>
    events.filter(({ type }) => type.startsWith("evidence")).map(({ type }) => `${actor.id} ${type}`),
  );
};

const choose = (teamIds: readonly string[], who = "rose") =>
  system.ask(who, "PUT", "/api/redaction/evidence", { teamIds });

test("until a bank names a team, a fraudster's number is removed like any other", async () => {
  const { path, seenBy } = await quote("Sans équipe", text, "instagram");
  expect(await seenBy("nadia")).not.toHaveProperty("evidence");
  expect((await system.ask("nadia", "POST", path)).status).toBe(403);
});

test("who may switch it on, and what can be named", async () => {
  expect((await choose(["fraud"], "paul")).status).toBe(403);
  expect((await choose(["fraud"], "nadia")).status).toBe(403);
  expect((await choose(["nobody"])).body["code"]).toBe("evidence.team-unknown");
  expect((await choose(["fraud"])).body["teamIds"]).toEqual(["fraud"]);
  expect((await system.ask("paul", "GET", "/api/redaction/evidence")).body["teamIds"]).toEqual(["fraud"]);
  const { body } = await system.ask("paul", "GET", "/api/admin-log");
  expect(JSON.stringify(body)).toContain('"fields":["evidence"]');
});

test("everybody reads a label, the named team alone what it stands for, and each look is in the log", async () => {
  await choose(["fraud"]);
  const { id, path, seenBy } = await quote("Avec équipe");
  for (const who of ["camille", "ines", "paul", "nadia"]) {
    const seen = await seenBy(who);
    expect(seen?.text).toMatch(/SMS reçu du \[téléphone\] avec \[lien\]/);
    expect(seen?.evidence).toMatchObject({ found: { phone: 1, link: 1 }, isReadable: who === "nadia" });
  }
  for (const who of ["camille", "ines", "paul", "rose"])
    expect([who, (await system.ask(who, "POST", path)).status]).toEqual([who, 403]);
  expect(await entries(id)).toEqual([]);
  const { body, status } = await system.ask("nadia", "POST", path);
  expect(status).toBe(200);
  expect(body["items"]).toEqual([
    { kind: "phone", value: number },
    { kind: "link", value: "hxxps://colis(.)exemple(.)com/p" },
  ]);
  await system.ask("nadia", "POST", path);
  expect(await entries(id)).toEqual(["nadia evidence-read", "nadia evidence-read"]);
  expect((await system.read(id)).events.filter(({ type }) => type === "evidence-read")).toHaveLength(2);
});

test("it can be taken away before its time, and is then gone for everybody", async () => {
  await choose(["fraud"]);
  const { id, path, seenBy } = await quote("Retirée");
  expect((await system.ask("camille", "DELETE", path)).status).toBe(403);
  expect((await system.ask("nadia", "DELETE", path)).status).toBe(204);
  expect((await system.ask("nadia", "POST", path)).body["code"]).toBe("evidence.gone");
  expect(await seenBy("nadia")).not.toHaveProperty("evidence");
  expect(await entries(id)).toEqual(["nadia evidence-dropped"]);
});

test("words that an agent calls personal data leave the evidence that holds them", async () => {
  await choose(["fraud"]);
  const { id, messageId, path } = await quote(
    "Marquée",
    "SMS d’arnaque : https://zephyrine.exemple.com/zephyrine1 pour Zephyrine",
  );
  const { body } = await system.ask("nadia", "POST", path);
  expect(JSON.stringify(body)).toContain("zephyrine1");
  const [message] = (await system.read(id)).messages;
  const start = message?.text.indexOf("Zephyrine") ?? -1;
  const passage = { start, end: start + "Zephyrine".length, kind: "name" };
  const marked = await system.ask(
    "camille",
    "POST",
    `/api/conversations/${id}/messages/${messageId}/redactions`,
    passage,
  );
  expect(marked.status).toBe(200);
  expect((await system.ask("nadia", "POST", path)).body["code"]).toBe("evidence.gone");
});

test("switched off, nobody sees what is still kept", async () => {
  await choose(["fraud"]);
  const { path, seenBy } = await quote("Fermée");
  expect((await choose([])).body["teamIds"]).toEqual([]);
  expect((await system.ask("nadia", "POST", path)).status).toBe(403);
  expect((await seenBy("nadia"))?.evidence?.isReadable).toBe(false);
});
