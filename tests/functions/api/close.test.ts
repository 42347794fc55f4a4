import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

let customers = 0;

/** A question that Camille has taken. */
const taken = async () => {
  customers += 1;
  const handle = `clotilde_${customers}`;
  await system.simulator.customer({ platform: "x", handle, name: "Clotilde Imaginaire" }).dm(`Question de ${handle}`);
  const { id } = await system.conversation((card) => card.preview?.endsWith(handle) ?? false);
  const path = `/api/conversations/${id}`;
  await system.ask("agent", "POST", `${path}/take`);
  const close = async (who: string, body: object = {}) => {
    const { body: answer, status } = await system.ask(who, "POST", `${path}/close`, body);
    return [status, answer["code"] ?? answer["status"]];
  };
  const outcome = async () =>
    (await system.runtime.store.readHead({ entityId: "lumiere", conversationId: id }))?.state.outcome;
  return { id, path, close, outcome };
};

test("a colleague's conversation is closed by them or a supervisor, nobody else", async () => {
  const { close } = await taken();
  expect(await close("yanis", { outcome: "redirected" })).toEqual([409, "conversation.taken"]);
  expect(await close("supervisor", { outcome: "redirected" })).toEqual([200, "closed"]);
});

test("a conversation in which nothing was sent is not closed as answered", async () => {
  const { close, outcome } = await taken();
  expect(await close("agent", { outcome: "answered" })).toEqual([409, "conversation.not-answered"]);
  expect(await close("agent")).toEqual([200, "closed"]);
  expect(await outcome()).toBe("no-answer-needed");
  expect(await close("agent", { outcome: "answered" })).toEqual([200, "closed"]);
  expect(await outcome()).toBe("no-answer-needed");
});

test("one that was answered is closed as such, without a word", async () => {
  const { close, id, outcome, path } = await taken();
  await system.ask("agent", "POST", `${path}/replies`, { text: "Voilà qui est fait." });
  await eventually(async () => expect((await system.read(id)).unsent).toBe(0));
  expect(await close("agent")).toEqual([200, "closed"]);
  expect(await outcome()).toBe("answered");
});
