import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const entity = async () => (await system.ask("admin", "GET", "/api/entity")).body as Record<string, unknown>;
const codeOf = ({ body, status }: Awaited<ReturnType<TestSystem["ask"]>>) => [status, body["code"]];

describe("two administrators", () => {
  test("who read the same settings and change them: the second is told and loses nothing of the first", async () => {
    const read = await entity();
    const first = await system.ask("admin", "PUT", "/api/entity", { ...read, timeZone: "Europe/Brussels" });
    expect([first.status, first.body["revision"]]).toEqual([200, Number(read["revision"]) + 1]);
    const second = await system.ask("admin", "PUT", "/api/entity", { ...read, name: "Banque Lumière et Fils" });
    expect(codeOf(second)).toEqual([409, "settings.changed"]);
    expect(await entity()).toMatchObject({ timeZone: "Europe/Brussels", name: read["name"] });
    const again = await system.ask("admin", "PUT", "/api/entity", {
      ...(await entity()),
      name: "Banque Lumière et Fils",
    });
    expect(again.status).toBe(200);
    expect(await entity()).toMatchObject({ timeZone: "Europe/Brussels", name: "Banque Lumière et Fils" });
  });

  test("a change that was sent twice because its answer got lost is no conflict", async () => {
    const read = await entity();
    const changed = { ...read, timeZone: "Europe/Madrid" };
    const [first, second] = [
      await system.ask("admin", "PUT", "/api/entity", changed),
      await system.ask("admin", "PUT", "/api/entity", changed),
    ];
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  });

  test("who connect accounts at the same moment both have theirs", async () => {
    const names = ["900100200801", "900100200802", "900100200803"];
    const answers = await Promise.all(
      names.map((accountId) =>
        system.ask("admin", "PUT", `/api/channels/x/${accountId}`, { name: `X ${accountId}`, teamId: "social" }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(((await entity())["accounts"] as { accountId: string }[]).map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining(names),
    );
  });
});

describe("a person's profile", () => {
  test("has a name that can be read", async () => {
    const { body: read } = await system.ask("admin", "GET", "/api/agents/nadia");
    const blank = await system.ask("admin", "PUT", "/api/agents/nadia", { ...read, name: "  " });
    expect(codeOf(blank)[0]).toBe(400);
    expect((await system.ask("admin", "PUT", "/api/agents/nadia", { ...read, name: " Nadia " })).status).toBe(204);
    expect((await system.ask("admin", "GET", "/api/agents/nadia")).body["name"]).toBe("Nadia");
  });

  test("is put back as it was read, or not at all", async () => {
    const { body: read } = await system.ask("admin", "GET", "/api/agents/yanis");
    expect(codeOf(await system.ask("supervisor", "GET", "/api/agents/yanis"))[0]).toBe(403);
    expect((await system.ask("admin", "PUT", "/api/agents/yanis", { ...read, capacity: 7 })).status).toBe(204);
    const late = await system.ask("admin", "PUT", "/api/agents/yanis", { ...read, probation: true });
    expect(codeOf(late)).toEqual([409, "settings.changed"]);
    const { revision: _, ...blind } = read;
    expect(codeOf(await system.ask("admin", "PUT", "/api/agents/yanis", blind))).toEqual([409, "settings.changed"]);
    expect((await system.ask("admin", "GET", "/api/agents/yanis")).body).toMatchObject({ capacity: 7 });
  });

  test("what two people say of it at the same moment, each of another thing, both holds", async () => {
    const answers = await Promise.all([
      system.ask("compliance", "PUT", "/api/kit/people/nadia", { approver: true }),
      system.ask("supervisor", "PUT", "/api/kit/people/nadia", { probation: true }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    const { body } = await system.ask("admin", "GET", "/api/agents/nadia");
    expect(body).toMatchObject({ approver: true, probation: true });
  });

  test("who was removed is welcome again without being read first", async () => {
    const { body: read } = await system.ask("admin", "GET", "/api/agents/tom");
    const { revision: _, ...profile } = read;
    expect((await system.ask("admin", "DELETE", "/api/agents/tom")).status).toBe(204);
    expect((await system.ask("admin", "GET", "/api/agents/tom")).status).toBe(404);
    expect((await system.ask("admin", "PUT", "/api/agents/tom", profile)).status).toBe(204);
    expect((await system.ask("admin", "GET", "/api/agents/tom")).body).toMatchObject(profile);
  });
});
