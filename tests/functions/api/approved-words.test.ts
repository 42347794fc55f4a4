import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const entity = async () => (await system.ask("admin", "GET", "/api/entity")).body as Record<string, unknown>;
/** Of nobody's bank. */
const link = "https://aide-lumiere.example/code";

test.each([
  ["automaticAnswers", { urgent: { fr: "Donnez-nous ici votre numéro de carte et votre code." } }],
  ["automaticAnswers", { outsideHours: { fr: `Ouvrez ${link}, nous revenons {opensAt}.` } }],
  ["satisfaction", { en: `Rate us from 1 to 5 on ${link}` }],
])("what the bank says by itself is not kept with what must not leave in it: %s", async (field, words) => {
  const before = await entity();
  const refused = await system.ask("admin", "PUT", "/api/entity", { ...before, [field]: words });
  expect([refused.status, refused.body["code"]]).toEqual([422, "reply.guarded"]);
  expect(refused.body["findings"]).toMatchObject([{ severity: "block" }]);
  expect(await entity()).toEqual(before);
});

test("what stands keeps no other change from being kept, is not sent, and whoever has the conversation is told once", async () => {
  const { store } = system.runtime;
  const kept = await store.readEntity("lumiere");
  if (kept === undefined) throw new Error("there is no bank");
  await store.putEntity({ ...kept, automaticAnswers: { urgent: { fr: `Faites opposition sur ${link}` } } });
  const other = await system.ask("admin", "PUT", "/api/entity", { ...(await entity()), timeZone: "Europe/Brussels" });
  expect(other.status).toBe(200);

  const customer = system.simulator.customer({ platform: "x", handle: "zelie_imaginaire", name: "Zélie" });
  await customer.dm("On m'a volé ma carte bancaire, aidez-moi");
  await customer.dm("Ma carte a été volée, vous m'entendez ?");
  const { id } = await system.conversation((each) => each.contact.handle?.includes("zelie") ?? false);
  await eventually(async () => {
    const view = await system.read(id);
    expect(view.messages).toHaveLength(2);
    const events = view["events"] as unknown as readonly { type: string }[];
    expect(events.filter(({ type }) => type === "automatic-withheld")).toHaveLength(1);
  });
  expect(system.simulator.answersTo(customer)).toEqual([]);
});

test("the answer of an incident is read when it is proposed, and again before each part of it is sent", async () => {
  await system.simulator
    .customer({ platform: "facebook", name: "Noé" })
    .say("private", "Bonjour, le paiement par carte de Noé est refusé.");
  const card = await system.conversation((each) => each.preview?.includes("de Noé") === true);
  const opening = { title: "Paiements", topic: (card as unknown as { topic: string }).topic, sinceMinutes: 60 };
  const begun = await system.ask("supervisor", "POST", "/api/incidents", opening, { "idempotency-key": "words-1" });
  const id = String(begun.body["id"]);
  const step = (path: string, body: unknown = {}, who = "supervisor") =>
    system.ask(who, "POST", `/api/incidents/${id}/${path}`, body);
  expect((await step("answer", { fr: `Suivez ${link}` })).body["code"]).toBe("reply.guarded");

  const { body: guard } = await system.ask("compliance", "GET", "/api/guard");
  const policy = guard["policy"] as unknown as { version: number; links: string[] };
  const allow = (links: readonly string[], version: number) =>
    system.ask("compliance", "PUT", "/api/guard", { ...policy, links, version });
  expect((await allow([...policy.links, "aide-lumiere.example"], policy.version)).status).toBe(200);
  expect((await step("answer", { fr: `Suivez ${link}` })).status).toBe(200);
  expect((await step("approve", { version: 1 }, "compliance")).status).toBe(200);
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", "/api/incidents");
    expect(body["incidents"]).toMatchObject([{ walk: { isOver: true } }]);
  });
  expect((await allow(policy.links, policy.version + 1)).status).toBe(200);
  expect((await step("send")).body["code"]).toBe("reply.guarded");
});
