import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Routing from "#core/routing";

const now = "2026-03-23T10:00:00.000Z";
const minutes = (count: number): string => new Date(Date.parse(now) + count * 60_000).toISOString();

/** Waiting since `age` minutes, due in `left` minutes. */
const waiting = (
  conversationId: string,
  age: number,
  left?: number,
  more: Partial<Routing.Waiting> = {},
): Routing.Waiting => ({
  conversationId,
  waitingSince: minutes(-age),
  ...(left === undefined ? {} : { dueAt: minutes(left) }),
  urgent: false,
  breached: false,
  channel: "x.mention",
  ...more,
});

const order = (list: readonly Routing.Waiting[], picksSoFar = 0): string =>
  Routing.orderWaiting(list, now, picksSoFar)
    .map((one) => one.conversationId)
    .join(" ");

describe("the order of waiting work", () => {
  test("is urgent first, then the earliest deadline that can still be met, then what is late by age", () => {
    const list = [
      waiting("late", 200, -80),
      waiting("soon", 100, 20),
      waiting("later", 10, 110),
      waiting("fraud", 1, 14, { urgent: true }),
      waiting("older", 300, -180),
    ];
    expect(order(list)).toBe("fraud soon later older late");
  });

  test("gives every fourth pick to the oldest breached one, counted over the team's picks", () => {
    const list = [
      ...["a", "b", "c", "d", "e"].map((id, index) => waiting(id, 10, 20 + index)),
      waiting("old", 300, -180),
      waiting("older", 400, -280),
    ];
    expect(order(list)).toBe("a b c older d e old");
    expect(order(list, 3)).toBe("older a b c old d e");
    expect(order(list, 5)).toBe("a b older c d e old");
  });

  test("never lets a breached one go before something urgent", () => {
    const list = [waiting("old", 300, -180), waiting("lost-card", 1, 14, { urgent: true })];
    expect(order(list, 3)).toBe("lost-card old");
  });

  test("puts an urgent one that is late before an urgent one that is not", () => {
    const list = [waiting("new", 1, 14, { urgent: true }), waiting("late", 30, -15, { urgent: true })];
    expect(order(list)).toBe("late new");
  });

  test("takes as late what is marked breached, and what will be before an answer is written", () => {
    const list = [waiting("lost", 118, 5), waiting("marked", 130, 50, { breached: true }), waiting("fine", 1, 6)];
    expect(order(list)).toBe("fine marked lost");
  });

  test("puts what has no deadline after what has one, and equals by age", () => {
    expect(order([waiting("thanks", 500), waiting("b", 10, 30), waiting("a", 20, 30)])).toBe("a b thanks");
  });

  test("loses nobody, adds nobody, and does not depend on the order it is given", () => {
    const one = fc.record({ age: fc.nat(500), left: fc.integer({ min: -300, max: 300 }), urgent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), fc.nat(20), (many, picksSoFar) => {
        const list = many.map(({ age, left, urgent }, index) => waiting(`c${index}`, age, left, { urgent }));
        const ordered = order(list, picksSoFar);
        expect(ordered.split(" ").sort()).toEqual(
          list.length === 0 ? [""] : list.map((each) => each.conversationId).sort(),
        );
        expect(order(list.toReversed(), picksSoFar)).toBe(ordered);
      }),
    );
  });

  test("in overload still reaches the oldest breached one within four picks", () => {
    const savable = Array.from({ length: 50 }, (_, index) => waiting(`s${index}`, 1, 100 + index));
    fc.assert(
      fc.property(fc.nat(100), (picksSoFar) => {
        const ordered = order([...savable, waiting("oldest", 900, -800)], picksSoFar).split(" ");
        expect(ordered.indexOf("oldest")).toBeLessThan(4);
      }),
    );
  });
});
