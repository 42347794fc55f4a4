import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Link = { id: string; way: string; by: string; consentedAt: string; conversations: readonly { id: string }[] };

/** One customer under two names, on X and on Messenger. */
const begin = async (handle: string) => {
  const elsewhere = `Sur Messenger ${handle}`;
  await system.simulator.customer({ platform: "x", handle, name: handle }).dm(`Sur X ${handle}`);
  await system.simulator.customer({ platform: "facebook", handle, name: handle }).dm(elsewhere);
  const { id } = await system.conversation(({ preview }) => preview === `Sur X ${handle}`);
  const other = await system.conversation(({ preview }) => preview === elsewhere);
  const consent = { conversationId: other.id, way: "telephone", consentedAt: new Date().toISOString() };
  const path = `/api/conversations/${id}/contact-links`;
  return { id, otherId: other.id, consent, path };
};
const linksOf = async (id: string): Promise<readonly Link[]> =>
  (await system.ask("camille", "GET", `/api/conversations/${id}/surroundings`)).body["links"] as never;

test("two contacts are one customer where the customer agreed, seen from both, until the consent is withdrawn", async () => {
  const { consent, id, otherId, path } = await begin("lien_a");
  expect([await linksOf(id), await linksOf(otherId)]).toEqual([[], []]);
  const made = await system.ask("camille", "POST", path, consent);
  expect(made).toMatchObject({ status: 201, body: { way: "telephone", by: "camille" } });
  expect((await system.ask("camille", "POST", path, consent)).body["id"]).toBe(made.body["id"]);
  expect(await linksOf(id)).toMatchObject([{ way: "telephone", conversations: [{ id: otherId }] }]);
  expect(await linksOf(otherId)).toMatchObject([{ by: "camille", conversations: [{ id }] }]);
  expect(JSON.stringify(await linksOf(id))).not.toContain("peerId");
  const back = `/api/conversations/${otherId}/contact-links/${made.body["id"]}`;
  expect((await system.ask("yanis", "DELETE", back)).status).toBe(204);
  expect((await system.ask("yanis", "DELETE", back)).status).toBe(204);
  expect([await linksOf(id), await linksOf(otherId)]).toEqual([[], []]);
  const log = JSON.stringify((await system.ask("compliance", "GET", "/api/admin-log")).body);
  for (const said of ["contacts-linked", "contacts-unlinked", String(made.body["id"])]) expect(log).toContain(said);
});

test("nobody links one contact with itself, without a consent that was given, or without being allowed to answer", async () => {
  const { consent, id, path } = await begin("lien_b");
  const codeOf = async (body: object) => (await system.ask("camille", "POST", path, body)).body["code"];
  expect(await codeOf({ ...consent, conversationId: id })).toBe("contact.same");
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
  expect(await codeOf({ ...consent, consentedAt: tomorrow })).toBe("contact.consent-to-come");
  expect(await codeOf({ ...consent, conversationId: "c_of_another_bank" })).toBe("conversation.unknown");
  expect((await system.ask("camille", "POST", path, { ...consent, way: "guessed" })).status).toBe(400);
  expect((await system.ask("compliance", "POST", path, consent)).status).toBe(403);
  expect(await linksOf(id)).toEqual([]);
});
