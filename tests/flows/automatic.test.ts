import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const writer = (handle: string) => system.simulator.customer({ platform: "x", handle, name: "Client Imaginaire" });
const byHandle = (handle: string) => system.conversation((each) => each.contact.handle?.includes(handle) ?? false);

test("a stolen card is answered at once with the number to call, and a person is still awaited", async () => {
  const customer = writer("sidonie_imaginaire");
  await customer.dm("On m'a volé ma carte bancaire, aidez-moi");
  const answer = await system.simulator.nextAnswer(customer);
  expect(answer.text).toContain("01 99 00 12 34");
  await customer.dm("Ma carte a été volée, vous m'entendez ?");
  const found = await eventually(async () => {
    const view = await byHandle("sidonie");
    expect(view.messages).toHaveLength(3);
    expect(view.unsent).toBe(0);
    return view;
  });
  expect(found).toMatchObject({ target: "first-response", awaiting: true });
  expect(found.dueAt).not.toBeNull();

  await system.ask("agent", "POST", `/api/conversations/${found.id}/replies`, { text: "Votre carte est bloquée." });
  expect((await system.simulator.nextAnswer(customer)).text).toBe("Votre carte est bloquée.");
  await eventually(async () => expect(await system.read(found.id)).toMatchObject({ dueAt: null, awaiting: false }));
  expect(system.simulator.answersTo(customer)).toHaveLength(2);
});

test("what is cried out in public is answered in private", async () => {
  const customer = writer("tancrede_imaginaire");
  await customer.post("Help! My card was stolen, who can block it?");
  const answer = await system.simulator.nextAnswer(customer);
  expect(answer.text).toContain("+33 1 99 00 12 34");
  const found = await byHandle("tancrede");
  expect(found.messages.map((message) => message as { direction: string; visibility?: string })).toMatchObject([
    { direction: "inbound", visibility: "public" },
    { direction: "outbound", visibility: "private" },
  ]);
});
