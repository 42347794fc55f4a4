import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import * as Clock from "#functions/clock";
import { obey } from "#functions/runtime";
import { type Bank, openBank } from "../../support/bank.ts";
import { at, opening, policies, received } from "../../support/conversation.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";
import { historyOf } from "../../support/history.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

type Command = Conversation.Command;
type Keys = { readonly here: Store.ConversationKey; readonly there: Store.ConversationKey };

let minute = 0;
const order = (bank: Bank, key: Store.ConversationKey, command: Command, store: Store.Store = database.store) =>
  obey(bank.runtime({ store }), key, {
    command,
    commitId: `${command.type}:${minute}:${"messageId" in command ? command.messageId : ""}`,
    actor: { kind: "system", id: "test" },
  });
const stateOf = async (key: Store.ConversationKey) => (await historyOf(database, key)).head.state;

/** A process that ends once it has committed so often. */
const endingAfter = (commits: number): Store.Store => {
  let done = 0;
  return {
    ...database.store,
    commit: (key, change) => {
      done += 1;
      return done > commits ? Promise.reject(new Error("the process has ended")) : database.store.commit(key, change);
    },
  };
};

/** `deed` is done here, and the process ends after one commit, or two, and so on; a minute later all is true there. */
const crashed = async (
  setUp: (bank: Bank) => Promise<Keys>,
  deed: (keys: Keys) => Command,
  check: (there: Conversation.Conversation, keys: Keys) => void | Promise<void>,
): Promise<void> => {
  for (let commits = 1, isOver = false; !isOver; commits += 1) {
    minute = 0;
    const bank = await openBank(database, () => at(minute));
    const keys = await setUp(bank);
    minute = 30;
    isOver = await order(bank, keys.here, deed(keys), endingAfter(commits)).then(
      () => true,
      () => false,
    );
    minute = 32;
    if (!isOver) await Clock.tick(bank.runtime());
    await check(await stateOf(keys.there), keys);
    expect(await stateOf(keys.here)).not.toHaveProperty("tellings");
    expect(isOver && commits === 1).toBe(false);
  }
};

/** One person in public and in private; what they wait for is promised here. */
const person = async (bank: Bank): Promise<Keys> => {
  const { id: entityId } = bank.entity;
  const there = { entityId, conversationId: "c_public" };
  const here = { entityId, conversationId: "c_private" };
  const place = (key: Store.ConversationKey, channel: "facebook.comment" | "messenger"): Conversation.Opening => ({
    ...opening(key.conversationId),
    entityId,
    channel,
    visibility: channel === "messenger" ? "private" : "public",
  });
  for (const id of ["camille", "yanis"]) {
    const profile = { name: id, role: "agent", teamIds: ["social"], capacity: 5, languages: [] } as const;
    await database.store.putAgent({ ...profile, id, entityId, teamIds: ["social"], languages: [] });
    await database.store.setPresence({ entityId, agentId: id }, at(600));
  }
  await order(bank, there, received("m_1", at(0), place(there, "facebook.comment")));
  const clock = (await stateOf(there)).clock;
  const beside = { conversationId: "c_public", isAnswered: false, ...(clock === undefined ? {} : { clock }) };
  await order(bank, here, { ...received("m_2", at(10), place(here, "messenger")), beside } as Command);
  await order(bank, there, { type: "lead-beside", conversationId: "c_private", startedAt: at(0) });
  return { here, there };
};

const assign = (agentId: string): Command => ({ type: "assign", agentId, by: "supervisor" });

test("whoever takes one talk of a person has the other, whatever breaks off in between", () =>
  crashed(
    person,
    () => assign("camille"),
    async (there, { there: { entityId, conversationId } }) => {
      expect(there.assigneeId).toBe("camille");
      expect((await database.store.readDesk(entityId, "camille"))?.conversationIds).toContain(conversationId);
    },
  ));

test("an answer in one is the answer to both, at the time it was given", () =>
  crashed(
    async (bank) => {
      const keys = await person(bank);
      await order(bank, keys.here, assign("camille"));
      await order(bank, keys.here, { type: "reply", messageId: "m_3", agentId: "camille", digest: "digest" });
      await order(bank, keys.here, { type: "attempt", messageId: "m_3" });
      return keys;
    },
    () => ({ type: "accept", messageId: "m_3", by: "platform", policies }),
    (there) => {
      expect(there.clock).toMatchObject({ kind: "next-response", startedAt: at(30) });
    },
  ));

test("what is closed unanswered is promised in the other again, as it was", () =>
  crashed(
    person,
    () => ({ type: "close", outcome: "no-answer-needed", reason: "settled" }),
    (there) => {
      expect(there.clock).toMatchObject({ kind: "first-response", startedAt: at(0), dueAt: at(120) });
    },
  ));

/** Signed in, the customer has written nothing on the secure page yet. */
const invited = async (bank: Bank): Promise<Keys> => {
  const { id: entityId } = bank.entity;
  const there = { entityId, conversationId: "c_origin" };
  const handoffId = "h_1";
  const offer = { way: "secure-page", purpose: "card", language: "fr", visibility: "private", digest: "d" } as const;
  const commands: readonly Command[] = [
    received("m_1", at(0), { ...opening("c_origin"), entityId, channel: "messenger", visibility: "private" }),
    { type: "offer-handoff", handoffId, messageId: "m_h", agentId: "camille", ...offer },
    { type: "attempt", messageId: "m_h" },
    { type: "accept", messageId: "m_h", by: "platform", policies },
    { type: "open-handoff", handoffId },
    { type: "sign-in-handoff", handoffId, customerId: "k_1" },
    { type: "verify", level: "strong", customerId: "k_1" },
  ];
  for (const command of commands) await order(bank, there, command);
  return { here: { entityId, conversationId: "c_case" }, there };
};
const inCase = (entityId: string): Conversation.Opening => ({
  ...opening("c_case"),
  entityId,
  channel: "secure",
  visibility: "private",
  origin: { conversationId: "c_origin", handoffId: "h_1" },
});

test("a case that begins is known where the customer came from, and what was proven there counts in it", () =>
  crashed(
    invited,
    ({ here: { entityId } }) => received("m_2", at(29), inCase(entityId)),
    async (there, { here }) => {
      expect(there.handoff).toMatchObject({ step: "case-created", caseId: "c_case" });
      expect((await stateOf(here)).verification).toMatchObject({ level: "strong", customerId: "k_1" });
    },
  ));

test("a case that is closed is known there too", () =>
  crashed(
    async (bank) => {
      const keys = await invited(bank);
      await order(bank, keys.here, received("m_2", at(0), inCase(bank.entity.id)));
      return keys;
    },
    () => ({ type: "close", outcome: "answered" }),
    (there) => {
      expect(there.handoff?.step).toBe("completed");
    },
  ));

test("what could not be told while the table was out of reach stays owed, and is told", async () => {
  minute = 0;
  const bank = await openBank(database, () => at(minute));
  const { here, there } = await person(bank);
  const halfOut: Store.Store = {
    ...database.store,
    commit: (key, change) =>
      key.conversationId === there.conversationId
        ? Promise.reject(new Fault("store.unavailable"))
        : database.store.commit(key, change),
  };
  await expect(order(bank, here, assign("camille"), halfOut)).rejects.toMatchObject({ code: "store.unavailable" });
  expect((await stateOf(there)).assigneeId).toBeUndefined();
  minute = 2;
  await Clock.tick(bank.runtime());
  expect((await stateOf(there)).assigneeId).toBe("camille");
  expect(await stateOf(here)).not.toHaveProperty("tellings");
});

test("what was told late and is no longer so is not told", async () => {
  minute = 0;
  const bank = await openBank(database, () => at(minute));
  const { here, there } = await person(bank);
  const cut = { ...bank.runtime(), queues: { send: () => Promise.reject(new Error("crash")) } };
  const give = (agentId: string) =>
    obey(cut, here, {
      command: assign(agentId),
      commitId: `assign:${agentId}`,
      actor: { kind: "system", id: "test" },
    }).catch(() => undefined);
  await give("camille");
  await give("yanis");
  expect((await stateOf(there)).assigneeId).toBeUndefined();
  minute = 3;
  await Clock.tick(bank.runtime());
  const { count, head } = await historyOf(database, there);
  expect([head.state.assigneeId, count("assigned")]).toEqual(["yanis", 1]);
});
