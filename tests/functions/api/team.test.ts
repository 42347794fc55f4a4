import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Bank = { readonly teams: readonly { readonly id: string; readonly name: string }[] };
const bank = async () => (await system.ask("admin", "GET", "/api/entity")).body as unknown as Bank;
const putTeams = (read: Bank, teams: Bank["teams"]) => system.ask("admin", "PUT", "/api/entity", { ...read, teams });
const move = (id: string, teamId: string) =>
  system.ask("supervisor", "POST", `/api/conversations/${id}/move`, { teamId });

test("a team goes once it has neither people nor open conversations, and what comes back to it finds another", async () => {
  const read = await bank();
  expect((await putTeams(read, [...read.teams, { id: "passage", name: "De passage" }])).status).toBe(200);
  const customer = system.simulator.customer({ platform: "facebook", handle: "mona", name: "Mona" });
  await customer.say("private", "Bonjour, un virement de Mona est perdu.");
  const { id } = await system.conversation((card) => card.preview?.includes("de Mona") === true);
  expect((await move(id, "passage")).status).toBe(200);
  const withTeam = await bank();
  const without = withTeam.teams.filter((team) => team.id !== "passage");
  await eventually(async () => {
    const refused = await putTeams(withTeam, without);
    expect([refused.status, refused.body["code"], refused.body["open"]]).toEqual([409, "team.in-use", 1]);
  });

  await system.ask("supervisor", "POST", `/api/conversations/${id}/close`, {
    outcome: "no-answer-needed",
    reason: "settled",
  });
  await eventually(async () => expect((await putTeams(await bank(), without)).status).toBe(200));
  await customer.say("private", "Bonjour, le virement de Mona est encore perdu.");
  await eventually(async () => {
    const card = await system.read(id);
    expect(card.status).toBe("open");
    expect(without.map((team) => team.id)).toContain((card as unknown as { teamId: string }).teamId);
  });
});

test("nobody is put into a team that does not exist", async () => {
  const { body: read } = await system.ask("admin", "GET", "/api/agents/tom");
  const refused = await system.ask("admin", "PUT", "/api/agents/tom", { ...read, teamIds: ["social", "soical"] });
  expect([refused.status, refused.body["code"], refused.body["teamId"]]).toEqual([404, "team.unknown", "soical"]);
});

test("two teams of one short name are refused with which one it is, and nothing is kept", async () => {
  const read = await bank();
  const refused = await putTeams(read, [...read.teams, { id: "social", name: "Encore" }]);
  expect([refused.status, refused.body["code"], refused.body["teamId"]]).toEqual([422, "team.twice", "social"]);
  expect(refused.body["detail"]).toMatch(/^Two teams have the same short name: give/);
  expect(await bank()).toEqual(read);
});
