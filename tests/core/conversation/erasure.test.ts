import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import { at, outcomeOf, received, replied } from "../../support/conversation.ts";

const erase = { type: "erase", ground: "term" } as const;
const end = { type: "end-erasure", messages: 1, notes: 0 } as const;
const close = { type: "close", outcome: "no-answer-needed" } as const;

const open = outcomeOf([[received("m_1", at(0)), at(0)]]);
const closed = outcomeOf([[close, at(1)]], open);
const ordered = outcomeOf([[erase, at(2)]], closed);
const done = outcomeOf([[end, at(3)]], ordered);

describe("an erasure", () => {
  test("is ordered once, ends once, and leaves the lists of what is open and closed", () => {
    expect(Conversation.listKeysOf(closed).status).toBe("closed");
    for (const state of [ordered, done]) {
      expect(Conversation.decide(state, erase, at(9))).toEqual([]);
      expect(Conversation.listKeysOf(state).status).toBe("erased");
      expect(Conversation.cardOf(state, {}, 1).erased).toEqual({ at: at(2), ground: "term", isPast: false });
    }
    expect(done.erasure).toMatchObject({ step: "done", messages: 1, notes: 0 });
    expect(Conversation.decide(done, end, at(9))).toEqual([]);
    expect(Conversation.decide(closed, end, at(9))).toEqual([]);
  });

  test("is looked at again until it has ended", () => {
    expect(Conversation.listKeysOf(closed).outboxAt).toBeUndefined();
    expect(Conversation.listKeysOf(ordered).outboxAt).toBe(at(4));
    expect(Conversation.listKeysOf(done).outboxAt).toBeUndefined();
  });

  test("is refused while it is open, and while an answer may still leave", () => {
    expect(() => Conversation.decide(open, erase, at(1))).toThrow("erasure.open");
    const answering = outcomeOf(
      [
        [replied("m_2"), at(1)],
        [{ type: "close", outcome: "answered" }, at(1)],
      ],
      open,
    );
    expect(() => Conversation.decide(answering, erase, at(2))).toThrow("erasure.answer-under-way");
  });

  test("takes with it that somebody would come back", () => {
    const later = outcomeOf([[{ type: "follow-up", at: at(90) }, at(1)]], closed);
    expect(later.followUpAt).toBe(at(90));
    expect(outcomeOf([[erase, at(2)]], later).followUpAt).toBeUndefined();
  });

  test("leaves nothing to reopen, note or merge, and a late edit changes nothing", () => {
    const refused = [
      { type: "reopen", policies: [] },
      { type: "note", messageId: "n_1", agentId: "camille", digest: "" },
      { type: "follow-up", at: at(90) },
      { type: "merge-into", conversationId: "c_2" },
    ] as const;
    for (const command of refused) {
      expect(() => Conversation.decide(done, command, at(9)), command.type).toThrow("conversation.erased");
    }
    expect(Conversation.decide(ordered, { type: "edit", messageId: "m_1", digest: "d", found: {} }, at(9))).toEqual([]);
  });

  test("is past once the customer writes: what is new has words, what was before has none", () => {
    const back = outcomeOf([[received("m_2", at(5)), at(5)]], ordered);
    expect([back.status, Conversation.isErased(back)]).toEqual(["open", false]);
    expect(Conversation.hasWords(back, { occurredAt: at(0) })).toBe(false);
    expect(Conversation.hasWords(back, { occurredAt: at(5) })).toBe(true);
    expect(Conversation.listKeysOf(back).outboxAt).toBeDefined();
    const again = outcomeOf(
      [
        [end, at(6)],
        [close, at(7)],
      ],
      back,
    );
    expect(Conversation.listKeysOf(again).status).toBe("closed");
    expect(outcomeOf([[erase, at(8)]], again).erasure).toEqual({ step: "ordered", at: at(8), ground: "term" });
  });

  test("leaves of a card whose it was, in keyed hashes, and no word", () => {
    const label = {
      name: "Anne",
      handle: "@anne",
      preview: "Ma carte",
      previewId: "m_1",
      contact: "k_1",
      why: { a: ["b"] },
    };
    expect(Conversation.labelFor(closed, label)).toBe(label);
    expect(Conversation.labelFor(ordered, label)).toEqual({ contact: "k_1" });
  });
});

describe("a legal hold", () => {
  const place = (holdId: string) => ({ type: "place-hold", holdId }) as const;
  const lift = (holdId: string) => ({ type: "lift-hold", holdId }) as const;

  test("keeps a conversation from being erased for as long as any stands, whatever order they come in", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.constantFrom("h_1", "h_2", "h_3"))), (steps) => {
        const standing = new Set<string>();
        let state = closed;
        for (const [isPlaced, id] of steps) {
          if (isPlaced) standing.add(id);
          else standing.delete(id);
          state = outcomeOf([[isPlaced ? place(id) : lift(id), at(2)]], state);
        }
        expect(new Set(state.holdIds ?? [])).toEqual(standing);
        expect(Conversation.cardOf(state, {}, 1).onHold).toBe(standing.size > 0);
        if (standing.size > 0) expect(() => Conversation.decide(state, erase, at(3))).toThrow("erasure.on-hold");
        else expect(Conversation.decide(state, erase, at(3))).toHaveLength(1);
      }),
    );
  });

  test("is placed once, on what still has words", () => {
    const held = outcomeOf([[place("h_1"), at(2)]], closed);
    expect(Conversation.decide(held, place("h_1"), at(3))).toEqual([]);
    expect(Conversation.decide(closed, lift("h_1"), at(3))).toEqual([]);
    expect(() => Conversation.decide(done, place("h_1"), at(3))).toThrow("conversation.erased");
  });

  test("is one of ten at most", () => {
    const ten = outcomeOf(
      Array.from({ length: 10 }, (_, index) => [place(`h_${index}`), at(2)] as const),
      closed,
    );
    expect(() => Conversation.decide(ten, place("h_10"), at(3))).toThrow("hold.too-many");
  });
});
