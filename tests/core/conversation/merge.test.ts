import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, opening, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

const begun = (id: string, minute: number) => outcomeOf([[received(`m_${id}`, at(minute), opening(id)), at(minute)]]);
const into = { type: "merge-into", conversationId: "c_1" } as const;
const takeIn = (other: Conversation.Conversation): Conversation.Command => ({ type: "take-in", other });
const apart = (isAnswered: boolean) => ({ type: "separate", conversationId: "c_1", isAnswered, policies }) as const;

describe("two threads of one customer", () => {
  test("become one with the earlier of their deadlines, whichever goes on", () => {
    const [early, late] = [begun("c_1", 0), begun("c_2", 30)];
    const kept = outcomeOf([[takeIn(late), at(40)]], early);
    expect(kept).toMatchObject({ mergedIds: ["c_2"], clock: { startedAt: at(0), dueAt: at(120) } });
    const moved = outcomeOf([[takeIn(early), at(40)]], late);
    expect(moved).toMatchObject({ mergedIds: ["c_1"], clock: { startedAt: at(0), dueAt: at(120) } });
    expect(moved.isAwaiting).toBe(true);
  });

  test("give an answered one back what the other waits for, and tell no breach twice", () => {
    const answered = outcomeOf(
      [
        [replied("r_1"), at(10)],
        [{ type: "attempt", messageId: "r_1" }, at(10)],
        [{ type: "accept", messageId: "r_1", by: "platform", policies }, at(11)],
      ],
      begun("c_1", 0),
    );
    expect(answered.clock).toBeUndefined();
    const late = outcomeOf([[{ type: "mark" }, at(121)]], begun("c_2", 0));
    const merged = outcomeOf([[takeIn(late), at(125)]], answered);
    expect(merged).toMatchObject({ isAwaiting: true, clock: { dueAt: at(120) } });
    expect(Conversation.isBreached(merged)).toBe(true);
    expect(Conversation.decide(merged, { type: "mark" }, at(126))).toEqual([]);
  });

  test("leave nothing running, held or listed in the one that goes, and doing it again changes nothing", () => {
    const mine = outcomeOf([[{ type: "assign", agentId: "camille", by: "agent" }, at(1)]], begun("c_2", 0));
    const gone = outcomeOf([[into, at(2)]], mine);
    expect(gone).toMatchObject({ status: "closed", isAwaiting: false, mergedInto: { conversationId: "c_1" } });
    expect([gone.clock, gone.resolution, gone.assigneeId]).toEqual([undefined, undefined, undefined]);
    expect(Conversation.decide(gone, into, at(3))).toEqual([]);
    const merged = outcomeOf([[takeIn(mine), at(2)]], begun("c_1", 0));
    expect(Conversation.decide(merged, takeIn(mine), at(3))).toEqual([]);
  });

  test("are two again with what still waits, since it was asked", () => {
    const gone = outcomeOf([[into, at(20)]], begun("c_2", 15));
    expect(outcomeOf([[apart(false), at(60)]], gone)).toMatchObject({
      status: "open",
      isAwaiting: true,
      clock: { kind: "first-response", startedAt: at(15), dueAt: at(135) },
    });
    const answered = outcomeOf([[apart(true), at(60)]], gone);
    expect(answered).toMatchObject({ status: "open", isAwaiting: false });
    expect(answered.clock).toBeUndefined();
    const merged = outcomeOf([[takeIn(begun("c_2", 15)), at(20)]], begun("c_1", 0));
    expect(outcomeOf([[{ type: "let-go", conversationId: "c_2" }, at(61)]], merged).mergedIds).toEqual([]);
  });

  test("are never two that read one another, whatever comes first", () => {
    const reads = outcomeOf([[takeIn(begun("c_3", 0)), at(1)]], begun("c_2", 0));
    expect(() => Conversation.decide(reads, into, at(2))).toThrow("conversation.not-mergeable");
    const gone = outcomeOf([[into, at(2)]], begun("c_2", 0));
    expect(() => Conversation.decide(gone, takeIn(begun("c_1", 0)), at(3))).toThrow("conversation.closed");
  });

  test("stay two in another place, with an answer on its way, or where the customer has just written", () => {
    const mention = begun("c_1", 0);
    for (const other of [
      { ...begun("c_2", 0), visibility: "private" as const },
      { ...begun("c_2", 0), channel: "facebook.comment" as const },
      { ...begun("c_2", 0), accountId: "another" },
      mention,
    ])
      expect(() => Conversation.decide(mention, takeIn(other), at(1))).toThrow("conversation.not-mergeable");
    const answering = outcomeOf([[replied("r_1"), at(1)]], begun("c_2", 0));
    expect(() => Conversation.decide(answering, into, at(2))).toThrow("conversation.not-mergeable");
    expect(() => Conversation.decide(begun("c_2", 0), { ...into, inboundSeen: 0 }, at(2))).toThrow(
      "conversation.changed",
    );
  });

  test("say the same when their logs are replayed", () => {
    const step = fc.constantFrom<Conversation.Command>(
      takeIn(begun("c_1", 3)),
      takeIn(begun("c_3", 9)),
      { type: "let-go", conversationId: "c_3" },
      { ...into, conversationId: "c_9" },
      { ...apart(false), conversationId: "c_9" },
      received("m_again", at(50), opening("c_2")),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let state = begun("c_2", 5);
        const entries = [];
        for (const [index, command] of steps.entries()) {
          const now = at(60 + index);
          try {
            const events = Conversation.decide(state, command, now);
            entries.push({ events, at: now });
            for (const event of events) state = Conversation.evolve(state, event, now);
          } catch {
            // Refused: the log does not know of it.
          }
        }
        let replayed = begun("c_2", 5);
        for (const entry of entries)
          for (const event of entry.events) replayed = Conversation.evolve(replayed, event, entry.at);
        expect(replayed).toEqual(state);
        // Who waits for an answer and is not merged away has a deadline.
        if (state.isAwaiting) expect(state.clock).toBeDefined();
      }),
    );
  });
});
