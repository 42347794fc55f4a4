import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const setRedaction = async (redaction: unknown) => {
  const entity = (await system.ask("admin", "GET", "/api/entity")).body;
  return system.ask("admin", "PUT", "/api/entity", { ...entity, redaction });
};

test("a bank's own rules hold for what arrives afterwards, and bring nothing back", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "regles", name: "Client des Règles" });
  const text = "Le 01 99 00 12 34 m'a appelé au sujet de LUM-445566";
  await customer.dm(text);
  const before = await system.conversation((card) => card.contact.handle === "regles");
  const first = before.messages[0]?.text ?? "";
  expect(first).not.toContain("99 00 12 34");
  expect(first).toContain("LUM-445566");

  const kept = await setRedaction({
    allow: ["+33 1 99 00 12 34"],
    patterns: [{ name: "contract", kind: "customer-number", pattern: "LUM-\\d{6}" }],
  });
  expect(kept.status).toBe(200);
  // Each receiver of deliveries reads a bank's rules again every minute; this one has not read them for Facebook yet.
  const other = system.simulator.customer({ platform: "facebook", handle: "regles2", name: "Cliente des Règles" });
  await other.comment(text);
  const after = await system.conversation((card) => card.contact.name === "Cliente des Règles");
  expect(after.messages.map((message) => message.text)).toEqual([
    "Le 01 99 00 12 34 m'a appelé au sujet de [numéro de client]",
  ]);

  // They hold for what colleagues write, too, and for what goes out.
  const at = (path: string) => `/api/conversations/${before.id}/${path}`;
  const note = await system.ask("camille", "POST", at("notes"), {
    text: "Contrat LUM-445566, rappelé du 01 99 00 12 34",
  });
  expect(note.body).toMatchObject({ text: "Contrat [numéro de client], rappelé du 01 99 00 12 34" });
  const known = await system.ask("camille", "POST", at("contact-notes"), { text: "Contrat LUM-445566" });
  expect(known.body).toMatchObject({ text: "Contrat [numéro de client]" });
  const reply = await system.ask("camille", "POST", at("replies"), { text: "Votre contrat LUM-445566 est à jour." });
  expect(reply).toMatchObject({ status: 422, body: { code: "reply.personal-data" } });

  await customer.dm("Et le 3 mai ?");
  await eventually(async () => expect((await system.read(before.id)).messages).toHaveLength(3));
  expect((await system.read(before.id)).messages[0]?.text).not.toContain("99 00 12 34");
});

test("no rule of a bank keeps a code or a whole card, and one that could take for ever is refused", async () => {
  const refused = await Promise.all([
    setRedaction({ treatments: { card: "keep" } }),
    setRedaction({ treatments: { "security-code": "keep" } }),
    setRedaction({ patterns: [{ name: "slow", kind: "personal", pattern: "(a+)+b" }] }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
});
