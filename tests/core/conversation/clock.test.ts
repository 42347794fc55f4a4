import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const accepted = (messageId: string): Conversation.Command => ({ type: "accept", messageId, by: "platform", policies });
const attempted = (messageId: string): Conversation.Command => ({ type: "attempt", messageId });

describe("the first-response clock", () => {
  test("runs two hours from the platform's time, however late the delivery", () => {
    const state = outcomeOf([[received("m_1", at(0)), at(90)]]);
    expect(state.clock?.kind).toBe("first-response");
    expect(state.clock?.dueAt).toBe(at(120));
  });

  test("is not moved by the customer writing again", () => {
    const state = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [received("m_2", at(100)), at(100)],
    ]);
    expect(state.clock?.dueAt).toBe(at(120));
  });

  test("is stopped by the platform accepting the answer, not by writing or attempting it", () => {
    const written = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [replied("r_1"), at(10)],
      [attempted("r_1"), at(10)],
    ]);
    expect(written.clock).toBeDefined();
    const answered = outcomeOf([[accepted("r_1"), at(11)]], written);
    expect(answered.clock).toBeUndefined();
    expect(answered.isAwaiting).toBe(false);
  });

  test("gives way to the next one from the message that came while the answer was on its way", () => {
    const state = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [replied("r_1"), at(10)],
      [received("m_2", at(11)), at(11)],
      [accepted("r_1"), at(12)],
    ]);
    expect(state.clock).toMatchObject({ kind: "next-response", startedAt: at(11), dueAt: at(131) });
    expect(state.isAwaiting).toBe(true);
  });

  test("is nearly over from its last warning until it is broken", () => {
    const open = outcomeOf([[received("m_1", at(0)), at(0)]]);
    const isNearlyDueAt = (minutes: number) =>
      Conversation.cardOf(outcomeOf([[{ type: "mark" }, at(minutes)]], open), {}, 2).nearlyDue;
    expect([60, 95, 96, 119, 120].map(isNearlyDueAt)).toEqual([false, false, true, true, false]);
  });

  test("marks at risk and breached once each, and says how late it was", () => {
    const open = outcomeOf([[received("m_1", at(0)), at(0)]]);
    const atRisk = Conversation.decide(open, { type: "mark" }, at(60));
    expect(atRisk).toEqual([expect.objectContaining({ mark: "at-risk-50", dueAt: at(60), latenessMilliseconds: 0 })]);
    const marked = outcomeOf([[{ type: "mark" }, at(60)]], open);
    expect(Conversation.isAtRisk(marked)).toBe(true);
    expect(Conversation.decide(marked, { type: "mark" }, at(60))).toEqual([]);
    const breached = outcomeOf([[{ type: "mark" }, at(121)]], marked);
    expect(Conversation.isBreached(breached)).toBe(true);
    // Only the resolution, half of its 24 hours later, has something left to say.
    expect(Conversation.nextTimerAt(breached)).toBe(at(12 * 60));
    expect(Conversation.decide(marked, { type: "mark" }, at(121)).at(-1)).toMatchObject({
      mark: "breached",
      latenessMilliseconds: 60_000,
    });
  });

  test("stops at closing, and a customer who returns starts the next-response clock of an answered conversation", () => {
    const closed = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [replied("r_1"), at(10)],
      [accepted("r_1"), at(10)],
      [{ type: "close", outcome: "answered" }, at(20)],
    ]);
    expect(closed.clock).toBeUndefined();
    const back = outcomeOf([[received("m_2", at(300)), at(301)]], closed);
    expect(back.status).toBe("open");
    expect(back.clock).toMatchObject({ kind: "next-response", dueAt: at(420) });
  });

  test("an answer in the platform's own app stops it", () => {
    const state = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [{ type: "echo", messageId: "m_e", occurredAt: at(30), digest: "d" }, at(30)],
    ]);
    expect(state.clock).toBeUndefined();
    expect(state.isAwaiting).toBe(false);
  });

  test("thanks start no clock", () => {
    const state = outcomeOf([[{ ...received("m_1", at(0)), expectsAnswer: false } as Conversation.Command, at(0)]]);
    expect(state.clock).toBeUndefined();
  });
});

describe("a reply", () => {
  const open = () => outcomeOf([[received("m_1", at(0)), at(0)]]);
  const events = (state: Conversation.Conversation, command: Conversation.Command) =>
    Conversation.decide(state, command, at(15));

  test("whose attempt has no outcome is never attempted again by itself", () => {
    const state = outcomeOf(
      [
        [replied("r_1"), at(10)],
        [attempted("r_1"), at(10)],
      ],
      open(),
    );
    expect(events(state, attempted("r_1"))).toEqual([]);
    const uncertain = outcomeOf(
      [[{ type: "doubt", messageId: "r_1", code: "send.no-answer", policies }, at(13)]],
      state,
    );
    expect(uncertain.outbox[0]?.state).toBe("uncertain");
    expect(events(uncertain, attempted("r_1"))).toEqual([]);
  });

  test("that the platform refused for now waits its time and counts its attempts", () => {
    const state = outcomeOf(
      [
        [replied("r_1"), at(10)],
        [attempted("r_1"), at(10)],
        [{ type: "postpone", messageId: "r_1", code: "send.rate-limited", until: at(12) }, at(10)],
      ],
      open(),
    );
    expect(state.outbox[0]).toMatchObject({ state: "queued", notBefore: at(12), attempts: 1 });
    expect(events(state, attempted("r_1"))).toEqual([{ type: "attempted", messageId: "r_1", attempt: 2 }]);
  });

  test("accepted twice, by the platform and by its echo, counts once", () => {
    const state = outcomeOf(
      [
        [replied("r_1"), at(10)],
        [attempted("r_1"), at(10)],
        [accepted("r_1"), at(11)],
      ],
      open(),
    );
    expect(events(state, accepted("r_1"))).toEqual([]);
    expect(state.outboundCount).toBe(1);
  });

  test("is refused in a closed conversation, and where nobody wrote", () => {
    const closed = outcomeOf([[{ type: "close", outcome: "answered" }, at(5)]], open());
    expect(() => events(closed, replied("r_1"))).toThrow("conversation.closed");
  });
});
