import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
const today = new Date().toISOString().slice(0, 10);
const week = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const period = `from=${week}&to=${tomorrow}`;

beforeAll(async () => {
  system = await startTestSystem();
  const customer = system.simulator.customer({
    platform: "facebook",
    handle: "nora.imaginaire",
    name: "Nora Imaginaire",
  });
  await customer.say("private", "Bonjour, ma carte est refusée en magasin, pouvez-vous m'aider ?");
  const { id, inboundCount } = (await system.conversation(({ channel }) => channel === "messenger")) as never as {
    id: string;
    inboundCount: number;
  };
  await system.ask("agent", "POST", `/api/conversations/${id}/take`);
  await system.ask("agent", "POST", `/api/conversations/${id}/replies`, {
    text: "Nous regardons.",
    inboundSeen: inboundCount,
  });
  await system.simulator.nextAnswer(customer);
  await eventually(async () => {
    const { status } = await system.ask("agent", "POST", `/api/conversations/${id}/close`, { outcome: "answered" });
    expect(status).toBe(200);
  });
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", `/api/reports?${period}`);
    expect(body["total"]).toMatchObject({ closed: { answered: 1 } });
  });
});
afterAll(() => system.stop());

const report = async (who: string, query = "") =>
  (await system.ask(who, "GET", `/api/reports?${period}${query}`)) as { status: number; body: Record<string, never> };

describe("reports", () => {
  test("say what was promised, kept and closed, by team with its name", async () => {
    const { body } = await report("supervisor", "&by=team");
    expect(body["total"]).toMatchObject({
      opened: 1,
      received: 1,
      sent: { byPeople: 1 },
      promises: { "first-response": { kept: 1, broken: 0 }, resolution: { kept: 1, broken: 0 } },
      firstResponse: { customer: { count: 1 } },
    });
    expect(body["groups"]).toMatchObject([{ key: "social", figures: { opened: 1 } }]);
    expect(JSON.stringify(body["groups"])).toContain('"name"');
  });

  test("an agent reads the own figures and nobody else's", async () => {
    const own = await report("agent", "&by=agent");
    expect(own.body).toMatchObject({ isOwn: true, groups: [{ key: "camille" }] });
    const { body } = await system.ask("yanis", "GET", `/api/reports?${period}&by=agent`);
    expect(body).toMatchObject({ isOwn: true, groups: [], total: { sent: { byPeople: 0 } } });
  });

  test("single agents are shown only of teams that agreed, and then by name", async () => {
    expect((await report("supervisor", "&by=agent")).body["groups"]).toMatchObject([{ key: "others" }]);
    const entity = (await system.ask("admin", "GET", "/api/entity")).body;
    const agreed = { ...entity, agentFiguresTeamIds: ["social"] };
    expect((await system.ask("admin", "PUT", "/api/entity", agreed)).status).toBeLessThan(300);
    expect((await report("supervisor", "&by=agent")).body["groups"]).toMatchObject([
      { key: "camille", name: expect.stringContaining("Camille") },
    ]);
  });

  test("an agent of two teams is shown with the work for the one that agreed, and with no other", async () => {
    const entity = (await system.ask("admin", "GET", "/api/entity")).body;
    const camille = (await system.runtime.store.readDesk("lumiere", "camille"))?.agent;
    if (camille === undefined) throw new Error("nobody is there");
    await system.runtime.store.putAgent({ ...camille, teamIds: ["social", "press"] });
    await system.ask("admin", "PUT", "/api/entity", { ...entity, agentFiguresTeamIds: ["press"] });
    expect((await report("supervisor", "&by=agent")).body["groups"]).toMatchObject([{ key: "others" }]);
  });

  test("a year later single agents are not shown any more", async () => {
    const from = new Date(Date.now() - 390 * 86_400_000).toISOString().slice(0, 10);
    const { body } = await system.ask("supervisor", "GET", `/api/reports?from=${from}&to=${tomorrow}&by=agent`);
    expect(body["groups"]).toMatchObject([{ key: "others" }]);
  });

  test.each([
    [`from=${today}&to=${week}`, 422],
    ["from=2020-01-01&to=2026-01-01", 422],
    ["from=2026-02-30&to=2026-03-01", 400],
    [`${period}&by=shoe-size`, 400],
  ])("a period that is none is refused with what to do: %s", async (query, status) => {
    const answer = await system.ask("supervisor", "GET", `/api/reports?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.body["detail"]).toEqual(expect.any(String));
  });

  test.each([
    ['=HYPERLINK("x"),1', "fr", "Groupe;Conversations ouvertes;", String.raw`"'=HYPERLINK\(""x""\),1";1;1;1;`],
    ["Cartes;=1+1", "fr", "Groupe;Conversations ouvertes;", '"Cartes;=1\\+1";1;1;1;'],
    ["Cartes,=1+1", "en", "Group,Conversations opened,", '"Cartes,=1\\+1",1,1,1,'],
  ])(
    "the same leaves as a table for a spreadsheet of the reader's language, without a formula: %s (%s)",
    async (name, language, head, line) => {
      const entity = (await system.ask("admin", "GET", "/api/entity")).body as never as {
        teams: { id: string; name: string }[];
      };
      const teams = entity.teams.map((team) => (team.id === "social" ? { ...team, name } : team));
      await system.ask("admin", "PUT", "/api/entity", { ...entity, teams });
      const answer = await fetch(`${system.url}/api/reports/csv?${period}&by=team`, {
        headers: { authorization: `Bearer ${await system.token("supervisor")}`, "accept-language": language },
      });
      expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = new TextDecoder().decode(bytes).split("\r\n");
      expect(lines[0]?.startsWith(head)).toBe(true);
      expect(lines[1]).toMatch(new RegExp(`^${line}`));
      expect(lines[2]).toMatch(/^Total[;,]1[;,]1[;,]1[;,]/);
      expect(
        new Set(
          lines.slice(0, 3).map((each) => each.replaceAll(/"[^"]*"/g, "").split(head[head.length - 1] ?? "").length),
        ).size,
      ).toBe(1);
      expect(lines).toHaveLength(4);
    },
  );
});
