import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, received } from "../../support/conversation.ts";

const withCard = (messageId: string, minutes: number): Conversation.Command => {
  const command = received(messageId, at(minutes));
  if (command.type !== "receive") throw new Error("not a message");
  return { ...command, found: { card: 1 } };
};
const card = (...commands: (readonly [Conversation.Command, string])[]) =>
  Conversation.cardOf(outcomeOf(commands), {}, 1);

test("two exposures count together, each from its message until it is gone", () => {
  const both = card(
    [withCard("m_1", 0), at(1)],
    [withCard("m_2", 5), at(6)],
    [{ type: "hide", messageId: "m_1" }, at(10)],
  );
  expect([both.exposedAt, both.exposedSeconds]).toEqual([at(5), 600]);
  const none = card(
    [withCard("m_1", 0), at(1)],
    [withCard("m_2", 5), at(6)],
    [{ type: "hide", messageId: "m_1" }, at(10)],
    [{ type: "remove", messageId: "m_2", by: "customer" }, at(7)],
    [{ type: "remove", messageId: "m_1", by: "customer" }, at(30)],
  );
  expect([none.exposedAt, none.exposedSeconds]).toEqual([null, 720]);
});

test("what is hidden twice is counted once", () => {
  const hidden = { type: "hide", messageId: "m_1" } as const;
  expect(card([withCard("m_1", 0), at(1)], [hidden, at(2)], [hidden, at(9)]).exposedSeconds).toBe(120);
});

test("an exposed conversation sorts before every deadline, and as any other once it is over", () => {
  const exposed = outcomeOf([[withCard("m_1", 0), at(1)]]);
  const overdue = outcomeOf([[received("m_1", at(-9_000)), at(1)]]);
  expect(Conversation.listKeysOf(exposed).sortAt < Conversation.listKeysOf(overdue).sortAt).toBe(true);
  const over = outcomeOf([[{ type: "remove", messageId: "m_1", by: "customer" }, at(3)]], exposed);
  expect(Conversation.listKeysOf(over).sortAt).toBe(over.clock?.dueAt);
});

test("hiding is asked once while it is under way, looked after by the clock, and asked anew after it failed", () => {
  const ask = { type: "ask-hiding", messageId: "m_1", agentId: "camille" } as const;
  const asked = outcomeOf([
    [withCard("m_1", 0), at(1)],
    [ask, at(2)],
  ]);
  expect(Conversation.decide(asked, ask, at(3))).toEqual([]);
  expect(Conversation.listKeysOf(asked).outboxAt).toBe(at(2));
  const failed = outcomeOf([[{ type: "miss-hiding", messageId: "m_1", code: "send.target-gone" }, at(3)]], asked);
  const [exposure] = failed.exposures ?? [];
  expect(Conversation.listKeysOf(failed).outboxAt).toBe(exposure && Conversation.checkDueAt(exposure));
  expect(Conversation.decide(failed, ask, at(4))).toHaveLength(1);
});

test("a platform is asked ever more rarely whether it still stands, then no more; what is hidden or gone is not asked for", () => {
  let state = outcomeOf([[withCard("m_1", 0), at(1)]]);
  const dueAts: string[] = [];
  for (let check = 0; check < 40; check++) {
    const [exposure] = state.exposures ?? [];
    const dueAt = exposure && Conversation.checkDueAt(exposure);
    if (exposure === undefined || dueAt === undefined) break;
    dueAts.push(dueAt);
    const nextAt = Conversation.nextCheckAt(exposure, dueAt);
    const command = { type: "check-exposure", messageId: "m_1", result: "stands", ...(nextAt && { nextAt }) } as const;
    state = outcomeOf([[command, dueAt]], state);
  }
  const pauses = dueAts.slice(1).map((dueAt, index) => Date.parse(dueAt) - Date.parse(dueAts[index] ?? dueAt));
  expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0))).toBe(true);
  expect([pauses.at(0), pauses.at(-1), dueAts.length]).toEqual([4 * 60_000, 6 * 3_600_000, 24]);
  expect(Conversation.listKeysOf(state).outboxAt).toBeUndefined();
  expect(state.exposures).toHaveLength(1);

  for (const result of ["gone", "hidden"] as const) {
    const found = outcomeOf([
      [withCard("m_1", 0), at(1)],
      [{ type: "check-exposure", messageId: "m_1", result }, at(9)],
    ]);
    expect([Conversation.listKeysOf(found).outboxAt, found.exposedSeconds]).toEqual([undefined, 540]);
    expect(Conversation.decide(found, { type: "check-exposure", messageId: "m_1", result }, at(10))).toEqual([]);
  }
});

test("the head stays small however many messages are exposed", () => {
  const many = Array.from({ length: 60 }, (_, index) => [withCard(`m_${index}`, index), at(index)] as const);
  expect(outcomeOf(many).exposures?.length).toBeLessThanOrEqual(20);
});
