import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const accepted = (messageId: string): Conversation.Command => ({ type: "accept", messageId, by: "platform", policies });
const close = (inboundSeen?: number): Conversation.Command => ({
  type: "close",
  outcome: "answered",
  ...(inboundSeen === undefined ? {} : { inboundSeen }),
});

describe("what the agent has not seen", () => {
  const twice = () =>
    outcomeOf([
      [received("m_1", at(0)), at(0)],
      [received("m_2", at(5)), at(5)],
    ]);

  test("is not swallowed by closing", () => {
    expect(() => Conversation.decide(twice(), close(1), at(6))).toThrow("conversation.changed");
    expect(Conversation.decide(twice(), close(2), at(6)).map((event) => event.type)).toContain("closed");
  });

  test("is not answered by a reply written before it was read", () => {
    const state = outcomeOf(
      [
        [{ ...replied("r_1"), inboundSeen: 1 } as Conversation.Command, at(6)],
        [accepted("r_1"), at(7)],
      ],
      twice(),
    );
    expect(state.isAwaiting).toBe(true);
    expect(state.clock).toMatchObject({ kind: "next-response", startedAt: at(5) });
  });
});

describe("a reply that fails after its conversation was closed", () => {
  test.each(["fail", "doubt"] as const)("opens it again with a running clock: %s", (type) => {
    const closed = outcomeOf([
      [received("m_1", at(0)), at(0)],
      [replied("r_1"), at(1)],
      [{ type: "attempt", messageId: "r_1" }, at(1)],
      [close(1), at(2)],
    ]);
    const failed = outcomeOf([[{ type, messageId: "r_1", code: "send.refused", policies }, at(3)]], closed);
    expect(failed.status).toBe("open");
    expect(failed.clock).toMatchObject({ startedAt: at(3) });
  });
});

describe("an edit", () => {
  const thanked = () =>
    outcomeOf([[{ ...received("m_1", at(0)), expectsAnswer: false } as Conversation.Command, at(0)]]);
  const edit = (asked?: Conversation.Asked): Conversation.Command => ({
    type: "edit",
    messageId: "m_1",
    digest: "d",
    found: {},
    ...(asked === undefined ? {} : { asked }),
  });

  test("that asks what the message did not starts the clock from when it was edited", () => {
    const state = outcomeOf([[edit({ occurredAt: at(4), policies }), at(5)]], thanked());
    expect(state.isAwaiting).toBe(true);
    expect(state.clock).toMatchObject({ kind: "first-response", startedAt: at(4) });
  });

  test("that asks is answered by a reply written after it, and not by one written before", () => {
    const asking: readonly [Conversation.Command, string] = [edit({ occurredAt: at(4), policies }), at(5)];
    const edited = outcomeOf([asking], thanked());
    const seen = { inboundSeen: edited.inboundCount };
    const after = outcomeOf(
      [
        [{ ...replied("r_1"), ...seen } as Conversation.Command, at(6)],
        [accepted("r_1"), at(7)],
      ],
      edited,
    );
    expect([after.isAwaiting, after.clock]).toEqual([false, undefined]);
    const before = outcomeOf([[replied("r_1"), at(3)], asking, [accepted("r_1"), at(7)]], thanked());
    expect(before).toMatchObject({ isAwaiting: true, clock: { startedAt: at(4) } });
  });

  test("that asks is not swallowed by closing what was read before it", () => {
    const { inboundCount } = thanked();
    const edited = outcomeOf([[edit({ occurredAt: at(4), policies }), at(5)]], thanked());
    expect(() => Conversation.decide(edited, close(inboundCount), at(6))).toThrow("conversation.changed");
  });

  test("that corrects a word starts none", () => {
    const state = outcomeOf([[edit(), at(5)]], thanked());
    expect(state.isAwaiting).toBe(false);
    expect(state.clock).toBeUndefined();
  });

  test("of a closed conversation that asks opens it again", () => {
    const closed = outcomeOf([[close(), at(2)]], thanked());
    expect(outcomeOf([[edit({ occurredAt: at(4), policies }), at(5)]], closed).status).toBe("open");
  });
});
