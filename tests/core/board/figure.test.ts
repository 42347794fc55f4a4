import fc from "fast-check";
import { expect, test } from "vitest";
import * as Board from "#core/board";
import { at, labelled, opening, outcomeOf, received } from "../../support/conversation.ts";

const standing = fc.record({
  conversationId: fc.uuid(),
  version: fc.integer({ min: 1, max: 99 }),
  teamId: fc.constantFrom("social", "fraud"),
  channel: fc.constantFrom("x.mention", "messenger"),
  stand: fc.constantFrom("calm" as const, "at-risk" as const, "breached" as const),
  isUrgent: fc.boolean(),
  isOutOfQueue: fc.boolean(),
});

test("the figures of the groups add up to those of the whole, however they are cut", () => {
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 60 }), (standings) => {
      const groups = Board.groups(standings);
      expect(Board.sum(groups.map((group) => group.figures))).toEqual(Board.figuresOf(standings));
    }),
  );
});

test("what a figure counts is what its list shows", () => {
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 60 }), (standings) => {
      const figures = Board.figuresOf(standings);
      const count = (scope: Board.Scope) => Board.select(standings, { scope }).length;
      expect([count("open"), count("unassigned"), count("at-risk"), count("breached"), count("urgent")]).toEqual([
        figures.open,
        figures.unassigned,
        figures.atRisk,
        figures.breached,
        figures.urgent,
      ]);
    }),
  );
});

test("insults that nobody is to answer wait for no agent", () => {
  const state = outcomeOf([[labelled("m_1", at(0), { isNotToFeed: true }), at(0)]]);
  const standing = Board.standingOf(state, 1);
  expect(standing && Board.figuresOf([standing])).toMatchObject({ open: 1, unassigned: 0 });
});

test("a closed conversation is counted no more", () => {
  const state = outcomeOf([
    [received("m_1", at(0)), at(0)],
    [{ type: "close", outcome: "no-answer-needed" }, at(1)],
  ]);
  expect(Board.standingOf(state, 2)).toBeUndefined();
});

test("a promise counts as broken at its deadline, whether it is answered later or never", () => {
  const entries = [
    [{ type: "marked", target: "first-response", mark: "breached", dueAt: at(120), latenessMilliseconds: 5 }],
    [
      {
        type: "clock-stopped",
        target: "first-response",
        reason: "answered",
        late: true,
        startedAt: at(0),
        at: at(150),
      },
    ],
  ] as const;
  const outcomes = entries.flatMap((events) => Board.outcomesOf(events, opening()));
  expect(Board.paceOf(outcomes)).toEqual({ answered: 1, p50Seconds: 9000, p90Seconds: 9000, kept: 0, broken: 1 });
});

test("half and nine in ten of the customers are those of the nearest rank", () => {
  const outcomes = Array.from({ length: 10 }, (_, index) => ({
    kind: "answered" as const,
    at: at(index),
    teamId: "social",
    channel: "messenger",
    waitedSeconds: (index + 1) * 60,
    isLate: false,
  }));
  expect(Board.paceOf(outcomes)).toMatchObject({ answered: 10, p50Seconds: 300, p90Seconds: 540, kept: 10 });
});

test("the hour of the week is the bank's wall clock's", () => {
  // Monday 23 November 2026, 09:00 UTC, is ten o'clock in Paris.
  const cells = Board.heat(
    [{ startedAt: at(0), total: 3 }],
    [{ startedAt: at(0), kept: 2, broken: 1 }],
    "Europe/Paris",
  );
  expect(cells).toEqual([{ weekday: 1, hour: 10, begun: 3, due: 3, broken: 1 }]);
});
