import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Store from "#core/store";
import * as Api from "#functions/api";
import { obey } from "#functions/runtime";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

let customers = 0;
const question = async (): Promise<Store.ConversationKey> => {
  customers += 1;
  const handle = `tenue_${customers}`;
  await system.simulator.customer({ platform: "x", handle, name: handle }).dm(`Une question, ${handle} ?`);
  const { id } = await system.conversation((card) => card.contact.handle?.includes(handle) ?? false);
  return { entityId: "lumiere", conversationId: id };
};
const assigneeOf = async (key: Store.ConversationKey) => (await system.runtime.store.readHead(key))?.state.assigneeId;
const give = (key: Store.ConversationKey, agentId: string) =>
  obey(system.runtime, key, {
    command: { type: "assign", agentId, by: "supervisor" },
    commitId: `assign:${agentId}:${customers}`,
    actor: { kind: "system", id: "test" },
  });

/** The API, in which a colleague is given the conversation as soon as its head was read for the first time. */
const overtaken = (key: Store.ConversationKey) => {
  const { store } = system.runtime;
  let isGiven = false;
  const readHead: Store.Store["readHead"] = async (asked) => {
    const head = await store.readHead(asked);
    if (!isGiven && asked.conversationId === key.conversationId) {
      isGiven = true;
      await give(key, "yanis");
    }
    return head;
  };
  // Not a copy: what the runtime opens late stays late.
  return Api.createApp(Object.create(system.runtime, { store: { value: { ...store, readHead } } }));
};

const asAgent = async (key: Store.ConversationKey, path: string, body: object) =>
  overtaken(key).request(`/api/conversations/${key.conversationId}/${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await system.token("agent")}`,
      "content-type": "application/json",
      "idempotency-key": `holder-${customers}`,
    },
    body: JSON.stringify(body),
  });

const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString();

test.each([
  ["close", { outcome: "no-answer-needed" }],
  ["move", { teamId: "press" }],
  ["snooze", {}],
  ["follow-up", { at: tomorrow() }],
  ["replies", { text: "Nous nous en occupons." }],
] as const)("a colleague who has it since a moment ago keeps it as it is: %s", async (path, body) => {
  const key = await question();
  const teamId = (await system.runtime.store.readHead(key))?.state.teamId;
  const response = await asAgent(key, path, body);
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([409, "conversation.taken"]);
  const state = (await system.runtime.store.readHead(key))?.state;
  expect(state).toMatchObject({ assigneeId: "yanis", status: "open", teamId, outbox: [] });
  expect([state?.snooze, state?.followUpAt]).toEqual([undefined, undefined]);
});

test("giving back takes it from oneself, and from nobody who was given it meanwhile", async () => {
  const key = await question();
  await give(key, "camille");
  expect((await asAgent(key, "assign", { agentId: null })).status).toBe(200);
  expect(await assigneeOf(key)).toBe("yanis");
});

test("what a colleague offered or referred is theirs to take back", async () => {
  const key = await question();
  await give(key, "camille");
  const of = (path: string) => system.ask("yanis", "POST", `/api/conversations/${key.conversationId}/${path}`);
  for (const path of ["referrals/withdraw", "handoffs/h_any/revoke"]) {
    const { body, status } = await of(path);
    expect([status, body["code"]]).toEqual([409, "conversation.taken"]);
  }
});
