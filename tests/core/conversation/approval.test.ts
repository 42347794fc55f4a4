import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import { at, outcomeOf, received, replied } from "../../support/conversation.ts";

const ask: Conversation.Command = {
  type: "ask-approval",
  messageId: "m_2",
  agentId: "camille",
  digest: "digest",
  reasons: ["probation"],
  dismissed: ["promise"],
  template: { id: "t_1", version: 3, isChanged: true },
};
const asked = outcomeOf([
  [received("m_1", at(0)), at(0)],
  [ask, at(1)],
]);
const following = (...commands: readonly Conversation.Command[]) =>
  outcomeOf(
    commands.map((command, index) => [command, at(2 + index)] as const),
    asked,
  );
const events = (command: Conversation.Command, state = asked) => Conversation.decide(state, command, at(2));
const approve = (agentId = "ines"): Conversation.Command => ({ type: "approve", messageId: "m_2", agentId });

describe("a second pair of eyes", () => {
  test("asking sends nothing and stops no clock", () => {
    expect(asked.outbox).toEqual([]);
    expect(asked.approvals).toMatchObject([{ messageId: "m_2", agentId: "camille", reasons: ["probation"] }]);
    expect(asked.clock).toMatchObject({ kind: "first-response" });
    expect(asked.isAwaiting).toBe(true);
  });

  test("the log tells what was said to be meant and which template it was, by kinds and ids", () => {
    const start = outcomeOf([[received("m_1", at(0)), at(0)]]);
    expect(events(ask, start).slice(1)).toEqual([
      { type: "alarm-dismissed", messageId: "m_2", agentId: "camille", kinds: ["promise"] },
      { type: "template-used", messageId: "m_2", templateId: "t_1", version: 3, isChanged: true },
    ]);
  });

  test("nobody approves or refuses a reply of their own", () => {
    expect(() => events(approve("camille"))).toThrow(new Fault("approval.own-work"));
    const refusal = { type: "refuse-approval", messageId: "m_2", agentId: "camille", reason: "tone" } as const;
    expect(() => events(refusal)).toThrow(new Fault("approval.own-work"));
  });

  test("approved, it leaves in its writer's name; a second approval finds nothing", () => {
    const state = following(approve());
    expect(state.outbox).toMatchObject([{ messageId: "m_2", state: "queued" }]);
    expect(state.approvals).toEqual([]);
    expect(events(approve())).toContainEqual(expect.objectContaining({ type: "replied", agentId: "camille" }));
    expect(() => events(approve("paul"), state)).toThrow(new Fault("approval.not-waiting"));
  });

  test("its writer can take it back for a while, as any answer of theirs", () => {
    const state = following({ type: "approve", messageId: "m_2", agentId: "ines", graceSeconds: 10 });
    expect(state.outbox).toMatchObject([
      { state: "queued", isRecallable: true, notBefore: "2026-11-23T09:02:10.000Z" },
    ]);
  });

  test("changed, another message leaves in its place", () => {
    const instead = { messageId: "m_3", digest: "other", reasons: [] };
    const state = following({ type: "approve", messageId: "m_2", agentId: "ines", instead });
    expect(state.outbox.map(({ messageId }) => messageId)).toEqual(["m_3"]);
  });

  test("changed words that need a second pair of eyes themselves wait for somebody who did not write them", () => {
    const instead = { messageId: "m_3", digest: "other", reasons: ["public-promise"] as const };
    const change: Conversation.Command = { type: "approve", messageId: "m_2", agentId: "ines", instead };
    const waiting = following(change);
    expect(waiting.outbox).toEqual([]);
    expect(waiting.approvals).toMatchObject([
      { messageId: "m_3", agentId: "camille", changedBy: "ines", reasons: ["public-promise"], digest: "other" },
    ]);
    expect(waiting.decided).toBeUndefined();
    const decide = (command: Conversation.Command) => Conversation.decide(waiting, command, at(3));
    expect(() => decide({ type: "approve", messageId: "m_3", agentId: "ines" })).toThrow(
      new Fault("approval.own-work"),
    );
    expect(() => decide({ type: "refuse-approval", messageId: "m_3", agentId: "ines", reason: "tone" })).toThrow(
      new Fault("approval.own-work"),
    );
    expect(() => decide({ type: "approve", messageId: "m_2", agentId: "paul" })).toThrow(
      new Fault("approval.not-waiting"),
    );
    const approved = following(change, { type: "approve", messageId: "m_3", agentId: "paul" });
    expect([approved.outbox.map(({ messageId }) => messageId), approved.approvals]).toEqual([["m_3"], []]);
    // Its writer reads that other words left in their name.
    expect(approved.decided).toEqual({ messageId: "m_3", agentId: "camille", decision: "changed" });
    expect(Conversation.decide(waiting, { type: "approve", messageId: "m_3", agentId: "paul" }, at(3))).toContainEqual(
      expect.objectContaining({ type: "replied", agentId: "camille" }),
    );
  });

  test("its writer is named with what was decided, until another reply leaves or it is closed", () => {
    const instead = { messageId: "m_3", digest: "other", reasons: [] };
    const change: Conversation.Command = { type: "approve", messageId: "m_2", agentId: "ines", instead };
    const refusal: Conversation.Command = {
      type: "refuse-approval",
      messageId: "m_2",
      agentId: "ines",
      reason: "tone",
    };
    const decidedAfter = (...commands: readonly Conversation.Command[]) =>
      Conversation.cardOf(following(...commands), {}, 1).decided;
    expect(decidedAfter(change)).toEqual({ agentId: "camille", decision: "changed" });
    expect(decidedAfter(refusal)).toEqual({ agentId: "camille", decision: "refused" });
    expect(decidedAfter(approve())).toBeNull();
    const next: Conversation.Command = { type: "reply", messageId: "m_9", agentId: "camille", digest: "next" };
    for (const decision of [change, refusal]) {
      expect(decidedAfter(decision, next)).toBeNull();
      expect(decidedAfter(decision, { ...ask, messageId: "m_9" })).toBeNull();
      expect(decidedAfter(decision, { type: "close", outcome: "answered" })).toBeNull();
    }
  });

  test("refused or taken back, nothing leaves", () => {
    const refused = following({ type: "refuse-approval", messageId: "m_2", agentId: "ines", reason: "tone" });
    const withdrawn = following({ type: "withdraw-approval", messageId: "m_2", agentId: "camille" });
    for (const state of [refused, withdrawn]) expect([state.outbox, state.approvals]).toEqual([[], []]);
  });

  test("what the customer wrote meanwhile holds it for its writer", () => {
    const state = following(received("m_4", at(2)), approve());
    expect(state.outbox).toMatchObject([{ messageId: "m_2", state: "held" }]);
  });

  test("a conversation is not closed over a reply that waits", () => {
    expect(() => events({ type: "close", outcome: "answered" })).toThrow(new Fault("conversation.approval-waiting"));
  });

  test("the head holds a bounded number of them, and of templates", () => {
    const many = (from: number): readonly Conversation.Command[] =>
      Array.from({ length: 4 }, (_, index) => ({ ...ask, messageId: `m_${from + index}` }));
    expect(() => following(...many(10), { ...ask, messageId: "m_99" })).toThrow(Fault);
    const used = Array.from({ length: 9 }, (_, index) => ({
      ...replied(`r_${index}`),
      template: { id: `t_${index}`, version: 1, isChanged: false },
    })) as readonly Conversation.Command[];
    expect(following(...used).templates).toHaveLength(5);
  });
});
