import { expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, opening, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const place = { ...opening(), channel: "messenger", visibility: "private" } as const;

/** A conversation in which replies were sent at these minutes. */
const withReplies = (...minutes: readonly number[]): Conversation.Conversation =>
  outcomeOf([
    [received("m_1", at(0), place), at(0)],
    ...minutes.flatMap((minute) => {
      const messageId = `r_${minute}`;
      const sent = { type: "accept", messageId, by: "platform", policies } as const;
      return [
        [replied(messageId), at(minute)],
        [{ type: "attempt", messageId }, at(minute)],
        [sent, at(minute)],
      ] as const;
    }),
  ]);

const note = (state: Conversation.Conversation, receipt: "delivered" | "read", to: object) =>
  Conversation.decide(state, { type: "note-receipt", receipt, ...to }, at(60));

test("a mark covers what was sent up to it, and nothing later", () => {
  expect(note(withReplies(1, 2, 9), "read", { until: at(5) })).toEqual([{ type: "read", messageIds: ["r_1", "r_2"] }]);
});

test("a mark that is no news makes no entry: what was read stays read, whatever comes late", () => {
  const delivered = { type: "note-receipt", receipt: "delivered", until: at(5) } as const;
  const read = { ...delivered, receipt: "read" } as const;
  const after = outcomeOf([[delivered, at(6)]], withReplies(1));
  expect(Conversation.decide(after, delivered, at(7))).toEqual([]);
  const later = outcomeOf([[read, at(8)]], after);
  expect([read, delivered].flatMap((command) => Conversation.decide(later, command, at(9)))).toEqual([]);
  expect(later.unread).toEqual([]);
});

test("a status is of its own message alone, a mark that names one covers the earlier ones too", () => {
  const state = withReplies(1, 2);
  expect(note(state, "delivered", { messageId: "r_2" })).toEqual([{ type: "delivered", messageIds: ["r_2"] }]);
  const named = { messageId: "r_2", until: at(0) };
  expect(note(state, "delivered", named)).toEqual([{ type: "delivered", messageIds: ["r_1", "r_2"] }]);
});

test("what failed is never read afterwards", () => {
  const failed = { type: "fail-sent", messageId: "r_1", code: "send.refused", isAutomatic: false, policies } as const;
  const state = outcomeOf([[failed, at(2)]], withReplies(1));
  expect(note(state, "read", { messageId: "r_1" })).toEqual([]);
});

test("the head watches the newest few, however many were sent", () => {
  const many = withReplies(...Array.from({ length: 40 }, (_, minute) => minute));
  expect(many.unread).toHaveLength(16);
  expect(many.unread?.at(-1)?.messageId).toBe("r_39");
});

test("in public nobody tells who has read it: nothing is watched", () => {
  const state = outcomeOf([
    [received("m_1", at(0)), at(0)],
    [replied("r_1"), at(1)],
    [{ type: "accept", messageId: "r_1", by: "platform", policies }, at(1)],
  ]);
  expect(state.unread ?? []).toEqual([]);
});
