import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Item = { readonly id: string };
const customer = (name: string) => system.simulator.customer({ platform: "facebook", name });
const list = async (query: string): Promise<readonly Item[]> =>
  (await system.ask("supervisor", "GET", `/api/wallboard/conversations?${query}`)).body["items"] ?? [];

test("a supervisor sees what is open by team and channel and opens each figure as a list; an agent does not", async () => {
  expect((await system.ask("agent", "GET", "/api/wallboard")).status).toBe(403);
  expect((await system.ask("agent", "GET", "/api/wallboard/trend")).status).toBe(403);
  expect((await system.ask("agent", "GET", "/api/wallboard/conversations?scope=open")).status).toBe(403);
  await customer("Nora Vasseur").say("private", "Bonjour, mon virement n’est pas arrivé.");
  const { id } = await system.conversation((card) => card.preview?.includes("virement") === true);
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", "/api/wallboard");
    expect(body["total"]).toMatchObject({ open: 1, unassigned: 1 });
    expect(body["channels"]).toMatchObject([{ channel: "messenger", figures: { open: 1 } }]);
  });
  expect((await list("scope=unassigned&channel=messenger")).map((each) => each.id)).toEqual([id]);
  expect(await list("scope=unassigned&channel=x.dm")).toEqual([]);
  await system.ask("supervisor", "POST", `/api/conversations/${id}/assign`, { agentId: "camille" });
  await eventually(async () => {
    const { body } = await system.ask("supervisor", "GET", "/api/wallboard");
    expect(body["total"]).toMatchObject({ open: 1, unassigned: 0 });
    const agents = body["agents"] as unknown as readonly { readonly id: string }[];
    expect(agents.find((each) => each.id === "camille")).toMatchObject({ load: 1, figures: { open: 1 } });
  });
  await system.ask("supervisor", "POST", `/api/conversations/${id}/close`, {});
  await eventually(async () => {
    expect((await system.ask("supervisor", "GET", "/api/wallboard")).body["total"]).toMatchObject({ open: 0 });
  });
});

test("what is made urgent by hand is among the urgent ones until it is closed", async () => {
  await customer("Rémi Aubert").say("private", "Bonjour, quand ouvre l’agence ?");
  const { id } = await system.conversation((card) => card.preview?.includes("agence") === true);
  await system.ask("supervisor", "POST", `/api/conversations/${id}/priority`, { priority: "urgent" });
  await eventually(async () => expect((await list("scope=urgent")).map((each) => each.id)).toEqual([id]));
  await system.ask("supervisor", "POST", `/api/conversations/${id}/close`, {});
  await eventually(async () => expect(await list("scope=urgent")).toEqual([]));
});

test("on a break one keeps what one has; who signs off gives it back at once", async () => {
  await customer("Lise Morvan").say("private", "Bonjour, ma carte ne passe plus au distributeur.");
  const { id } = await system.conversation((card) => card.preview?.includes("distributeur") === true);
  await system.ask("camille", "POST", `/api/conversations/${id}/take`);
  await system.ask("camille", "PUT", "/api/me/presence", { status: "present" });
  await system.ask("camille", "PUT", "/api/me/presence", { status: "away" });
  const presence = async () => {
    const agents = (await system.ask("supervisor", "GET", "/api/wallboard")).body["agents"] as unknown as readonly {
      readonly id: string;
      readonly presence: string;
    }[];
    return agents.find((each) => each.id === "camille")?.presence;
  };
  expect(await presence()).toBe("away");
  expect((await system.read(id)).assignee).toBe("camille");
  await system.ask("camille", "PUT", "/api/me/presence", { status: "offline" });
  expect(await presence()).toBe("offline");
  expect((await system.read(id)).assignee).toBeNull();
});
