import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Impostor = {
  suspected: string | null;
  answeredBy: { conversationId: string; handle?: string }[];
  warning: string;
};
const impostorOf = async (id: string) =>
  (await system.ask("agent", "GET", `/api/conversations/${id}`)).body["impostor"] as never as Impostor | null;

test("whoever poses as the bank under a customer's post is told on both conversations, until a person says otherwise", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "odile_imaginaire", name: "Odile" });
  const said = await customer.say("public", "Mon virement n'arrive pas, Odile");
  const asked = await system.conversation(({ preview }) => preview?.includes("Odile") ?? false);
  const entity = (await system.ask("admin", "GET", "/api/entity")).body as never as {
    accounts: { platform: string; name: string; handle?: string }[];
  };
  const own = entity.accounts.find(({ platform }) => platform === "x");
  const handle = `${own?.handle?.replace("@", "")}_SAV`;
  const impostor = system.simulator.customer({ platform: "x", handle, name: own?.name ?? "" });
  await impostor.say("public", "Bonjour Odile, envoyez-nous vos codes en privé", { inReplyTo: said.id });

  const suspect = await system.conversation(({ contact }) => contact.handle?.includes("_SAV") ?? false);
  await eventually(async () => expect((await impostorOf(suspect.id))?.suspected).toBe("with-a-service"));
  const told = await eventually(async () => {
    const found = await impostorOf(asked.id);
    expect(found?.answeredBy).toMatchObject([{ conversationId: suspect.id, handle: expect.stringContaining("_SAV") }]);
    return found;
  });
  expect(told?.warning).toContain(own?.handle?.replace("@", ""));

  const cleared = await system.ask("agent", "POST", `/api/conversations/${suspect.id}/impostor/clear`);
  expect(cleared.body["isImpostor"]).toBe(false);
  expect(await impostorOf(suspect.id)).toBeNull();
  expect(await impostorOf(asked.id)).toBeNull();
});

test("a customer who writes is none", async () => {
  const customer = system.simulator.customer({ platform: "x", handle: "pauline_imaginaire", name: "Pauline" });
  await customer.say("public", "Bonjour, ma carte ne passe plus");
  const { id } = await system.conversation(({ contact }) => contact.name?.includes("Pauline") ?? false);
  expect(await impostorOf(id)).toBeNull();
});
