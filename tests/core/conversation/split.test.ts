import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import { at, opening, outcomeOf, policies, received, replied } from "../../support/conversation.ts";

/** Messages of one customer at these minutes; a negative minute is thanks, which ask nothing. */
const thread = (minutes: readonly number[]) =>
  outcomeOf(
    minutes.map((minute, index) => [
      { ...received(idOf(index), at(Math.abs(minute))), expectsAnswer: minute >= 0 } as Conversation.Command,
      at(Math.abs(minute)),
    ]),
  );
const idOf = (index: number) => `m_${index + 1}`;
const toldOf = (minutes: readonly number[]): readonly Conversation.Told[] =>
  minutes.map((minute, index) => ({
    messageId: idOf(index),
    occurredAt: at(Math.abs(minute)),
    number: index + 1,
    ...(minute < 0 ? {} : { askedAt: at(minute) }),
  }));
type Splitting = { readonly told: readonly Conversation.Told[]; readonly messageIds: readonly string[] };

const begin = (state: Conversation.Conversation, asked: Splitting, now: Sla.Instant, promises = policies) =>
  outcomeOf([
    [
      {
        type: "split-from",
        opening: opening("c_part"),
        thread: state,
        labels: [],
        span: { from: 1, to: 9 },
        policies: promises,
        ...asked,
      },
      now,
    ],
  ]);
const leave = (state: Conversation.Conversation, asked: Splitting): Conversation.Command => ({
  type: "split-off",
  conversationId: "c_part",
  inboundSeen: state.inboundCount,
  policies,
  ...asked,
});
const split = (minutes: readonly number[], messageIds: readonly string[], now = at(100)) => {
  const whole = thread(minutes);
  const asked = { told: toldOf(minutes), messageIds };
  return { whole, part: begin(whole, asked, now), rest: outcomeOf([[leave(whole, asked), now]], whole) };
};

describe("a thread with two matters", () => {
  test("gives the later question its own deadline and keeps the earlier one", () => {
    const { part, rest, whole } = split([0, 30], ["m_2"]);
    expect(part).toMatchObject({
      status: "open",
      isAwaiting: true,
      inboundCount: 1,
      lastInboundId: "m_2",
      splitFrom: { conversationId: "c_1", messageIds: ["m_2"] },
      clock: { kind: "first-response", startedAt: at(30), dueAt: at(150) },
    });
    expect(rest.clock).toEqual(whole.clock);
    expect(rest).toMatchObject({ isAwaiting: true, partIds: ["c_part"], lastInboundId: "m_1", lastAskedAt: at(0) });
  });

  test("moves the promise with the question it was made for, told breaches included", () => {
    const whole = outcomeOf([[{ type: "mark" }, at(125)]], thread([0, 30]));
    const asked = { told: toldOf([0, 30]), messageIds: ["m_1"] };
    const part = begin(whole, asked, at(130));
    expect(part.clock).toMatchObject({ startedAt: at(0), dueAt: at(120) });
    expect(Conversation.isBreached(part)).toBe(true);
    expect(Conversation.decide(part, { type: "mark" }, at(131))).toEqual([]);
    const rest = outcomeOf([[leave(whole, asked), at(130)]], whole);
    expect(rest.clock).toMatchObject({ startedAt: at(30), dueAt: at(150) });
    expect(Conversation.isBreached(rest)).toBe(false);
  });

  test("leaves nothing waiting where every question went, and thanks start no clock", () => {
    const { part, rest } = split([-1, 30], ["m_2"]);
    expect(rest).toMatchObject({ isAwaiting: false, lastInboundId: "m_1" });
    expect([rest.clock, rest.resolution, rest.lastAskedAt]).toEqual([undefined, undefined, undefined]);
    expect(part.clock).toMatchObject({ startedAt: at(30) });
    const thanks = split([0, -30], ["m_2"]);
    expect(thanks.part).toMatchObject({ isAwaiting: false, inboundCount: 1 });
    expect([thanks.part.clock, thanks.part.resolution]).toEqual([undefined, undefined]);
    expect(thanks.rest.clock).toEqual(thanks.whole.clock);
  });

  test("is due sooner where the part is urgent, and keeps the agent who has it", () => {
    const whole = outcomeOf([[{ type: "assign", agentId: "camille", by: "agent" }, at(31)]], thread([0, 30]));
    const part = begin(whole, { told: toldOf([0, 30]), messageIds: ["m_2"] }, at(40), [...policies, Sla.urgentPolicy]);
    const urgent = Sla.startTarget("first-response", at(30), Sla.urgentPolicy);
    expect(part).toMatchObject({ assigneeId: "camille", policy: { id: Sla.urgentPolicy.id } });
    expect(part.clock).toMatchObject({ dueAt: urgent.dueAt });
  });

  test("is not divided without a message on each side, with an answer on its way, twice, or behind the customer's back", () => {
    const whole = thread([0, 30]);
    const told = toldOf([0, 30]);
    const refused = (state: Conversation.Conversation, command: Conversation.Command) =>
      expect(() => Conversation.decide(state, command, at(40)));
    refused(whole, leave(whole, { told, messageIds: ["m_1", "m_2"] })).toThrow("conversation.not-splittable");
    refused(whole, leave(whole, { told, messageIds: ["n_1"] })).toThrow("conversation.not-splittable");
    const answering = outcomeOf([[replied("r_1"), at(31)]], whole);
    refused(answering, leave(answering, { told, messageIds: ["m_2"] })).toThrow("conversation.not-splittable");
    const { part, rest } = split([0, 30], ["m_2"]);
    refused(part, leave(part, { told, messageIds: ["m_2"] })).toThrow("conversation.not-splittable");
    expect(Conversation.decide(rest, leave(rest, { told, messageIds: ["m_2"] }), at(41))).toEqual([]);
    const later = outcomeOf([[received("m_3", at(39)), at(39)]], whole);
    const stale = { ...leave(whole, { told, messageIds: ["m_2"] }) };
    refused(later, stale).toThrow("conversation.changed");
  });

  test("holds a part's answer that has not left, and wakes it, when the customer writes in the thread", () => {
    const { part } = split([0, 30], ["m_2"]);
    const answering = outcomeOf(
      [
        [{ ...replied("r_1"), graceSeconds: 10 } as Conversation.Command, at(101)],
        [{ type: "snooze" }, at(101)],
        [{ type: "follow-thread", isWritten: true, isRevised: false }, at(102)],
      ],
      part,
    );
    expect(answering.outbox).toMatchObject([{ messageId: "r_1", state: "held" }]);
    expect(answering.snooze).toBeUndefined();
    const revised = { type: "follow-thread", isWritten: false, isRevised: true } as const;
    expect(Conversation.decide(part, revised, at(103))).toEqual([{ type: "part-revised" }]);
  });

  test("is one again with the deadline and the newest message it had", () => {
    const { part, rest, whole } = split([0, 30, 40], ["m_1", "m_3"]);
    const again = outcomeOf([[{ type: "take-in", other: part }, at(110)]], rest);
    expect(again).toMatchObject({ isAwaiting: true, lastInboundId: "m_3", mergedIds: ["c_part"] });
    expect(again.clock).toMatchObject({ startedAt: whole.clock?.startedAt, dueAt: whole.clock?.dueAt });
    const gone = outcomeOf([[{ type: "merge-into", conversationId: "c_1" }, at(110)]], part);
    expect([Conversation.isApart(part), Conversation.isApart(gone)]).toEqual([true, false]);
    expect(() => Conversation.decide(part, { type: "merge-into", conversationId: "c_9" }, at(110))).toThrow(
      "conversation.not-mergeable",
    );
  });

  test("loses no promise and buys no time, whatever is divided", () => {
    const minute = fc.integer({ min: 0, max: 60 }).chain((each) => fc.constantFrom(each, -each || 1));
    const messages = fc.array(minute, { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(messages, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (unsorted, choice) => {
        const minutes = unsorted.toSorted((one, other) => Math.abs(one) - Math.abs(other));
        const chosen = minutes.flatMap((_, index) => (choice[index] ? [idOf(index)] : []));
        fc.pre(chosen.length > 0 && chosen.length < minutes.length);
        const { part, rest, whole } = split(minutes, chosen, at(90));
        const due = (state: Conversation.Conversation) =>
          state.clock === undefined || Sla.isPaused(state.clock) ? [] : [state.clock.dueAt];
        // The earliest deadline stands on one of the two.
        expect([...due(part), ...due(rest)].toSorted().at(0)).toBe(due(whole).at(0));
        for (const told of toldOf(minutes)) {
          if (told.askedAt === undefined) continue;
          const side = chosen.includes(told.messageId) ? part : rest;
          expect(side.isAwaiting).toBe(true);
          // No question is due later than if it had been asked alone.
          const alone = Sla.startTarget("first-response", told.askedAt, policies[0] ?? Sla.defaultPolicy);
          expect((side.clock?.dueAt ?? "") <= alone.dueAt && side.clock !== undefined).toBe(true);
          expect(side.resolution).toBeDefined();
        }
        for (const side of [part, rest]) expect(side.isAwaiting).toBe(side.clock !== undefined);
        const again = outcomeOf([[{ type: "take-in", other: part }, at(91)]], rest);
        expect(due(again)).toEqual(due(whole));
      }),
    );
  });
});

test("a part is kept where its thread keeps its messages", () => {
  const { part } = split([0, 30], ["m_2"]);
  expect([Conversation.keptIn(part, "m_2"), Conversation.keptIn(part, "r_1")]).toEqual(["c_1", "c_part"]);
});
