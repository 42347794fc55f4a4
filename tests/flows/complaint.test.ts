import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

test("a suggested complaint is decided before closing, and shows its deadlines once confirmed", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "ulysse_imaginaire", name: "Ulysse" });
  await customer.dm("Bonjour, je dépose une réclamation au sujet de mes frais");
  const found = await system.conversation((each) => each.contact.handle?.includes("ulysse") ?? false);
  expect(found).toMatchObject({ complaintSuggested: true, complaint: { status: "suggested" } });
  expect((await system.list("agent", "complaint=true")).map((card) => card.id)).toEqual([found.id]);
  const path = `/api/conversations/${found.id}`;

  const early = await system.ask("agent", "POST", `${path}/close`, {});
  expect([early.status, early.body["code"]]).toEqual([409, "complaint.undecided"]);
  const unknown = await system.ask("agent", "POST", `${path}/complaint`, { decision: "confirm", ruleId: "none" });
  expect([unknown.status, unknown.body["code"]]).toEqual([422, "complaint.rule-unknown"]);
  expect((await system.ask("compliance", "POST", `${path}/complaint`, { decision: "refuse" })).status).toBe(403);

  const [message] = found.messages;
  const decided = await system.ask("agent", "POST", `${path}/complaint`, {
    decision: "confirm",
    ruleId: "fr-payment",
    messageId: message?.id,
  });
  expect([decided.status, decided.body["complaint"]]).toEqual([
    200,
    {
      status: "confirmed",
      sentAt: (message as { occurredAt?: string } | undefined)?.occurredAt,
      rule: { id: "fr-payment", version: 1 },
      acknowledgeBy: expect.any(String),
      answerBy: expect.any(String),
      answerAtMostBy: expect.any(String),
    },
  ]);
  expect((await system.read(found.id)).events.map((event) => event.type)).toContain("complaint-confirmed");
  expect((await system.ask("agent", "POST", `${path}/close`, {})).status).toBe(200);
});
