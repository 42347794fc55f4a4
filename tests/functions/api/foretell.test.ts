import { afterAll, beforeAll, expect, test } from "vitest";
import * as Sla from "#core/sla";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const asked = {
  at: "2026-11-27T17:40",
  subject: { topic: "cards" },
  rules: [
    ...Sla.defaultRules,
    { when: { topic: ["cards"] }, policy: { ...Sla.urgentPolicy, id: "cards", firstResponseSeconds: 1800 } },
  ],
  usual: Sla.defaultPolicy,
};
const foretell = (changes: object = {}, who = "admin") =>
  system.ask(who, "POST", "/api/promises/foretell", { ...asked, ...changes });

test("promises that are not kept yet are tried: the first rule that fits, else what is usual", async () => {
  const { body } = await foretell();
  expect(body).toMatchObject({ rule: 1, timeZone: "Europe/Paris" });
  expect(body["targets"]).toMatchObject([{ kind: "first-response", dueAt: "2026-11-27T17:10:00.000Z" }, {}, {}]);
  expect((await foretell({ subject: { topic: "cards", priority: "urgent" } })).body).toMatchObject({ rule: 0 });
  const usual = (await foretell({ subject: {} })).body;
  expect(usual).toMatchObject({ rule: null });
  expect(usual["targets"]).toMatchObject([{ dueAt: "2026-11-30T09:40:00.000Z" }, {}, {}]);
});

test("hours that never come are told as what they lack, and only who manages the bank may ask", async () => {
  const closed = { ...Sla.defaultPolicy, calendar: { timeZone: "Europe/Paris", weekly: {} } };
  const answer = await foretell({ subject: {}, usual: closed });
  expect([answer.status, answer.body["code"]]).toEqual([422, "promise.never-due"]);
  expect((await foretell({}, "supervisor")).status).toBe(403);
  expect((await foretell({ at: "soon" })).status).toBe(400);
});

test("two promises of one id are refused with which one it is", async () => {
  const bank = (await system.ask("admin", "GET", "/api/entity")).body;
  const twice = [asked.rules[1], { ...asked.rules[1], when: { topic: ["fraud"] } }];
  const answer = await system.ask("admin", "PUT", "/api/entity", { ...bank, slaRules: twice });
  expect([answer.status, answer.body["code"], answer.body["policyId"]]).toEqual([422, "policy.twice", "cards"]);
});
