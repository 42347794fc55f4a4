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
  expect(Conversation.listKeysOf(failed).outboxAt).toBeUndefined();
  expect(Conversation.decide(failed, ask, at(4))).toHaveLength(1);
});

test("the head stays small however many messages are exposed", () => {
  const many = Array.from({ length: 60 }, (_, index) => [withCard(`m_${index}`, index), at(index)] as const);
  expect(outcomeOf(many).exposures?.length).toBeLessThanOrEqual(20);
});
