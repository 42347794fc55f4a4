import fc from "fast-check";
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { Card } from "../../web/inbox/data/api-types.ts";
import { belongs, type Filter, orderOf } from "../../web/inbox/data/inbox/model.ts";
import { createShelf } from "../../web/inbox/data/inbox/shelf.ts";
import { createStock } from "../../web/inbox/data/inbox/stock.ts";
import { card } from "./card.ts";

/** A view of so many open conversations that the page has met, and the paint it waits for. */
const begun = (total: number, filter: Filter = { view: "all" }) => {
  let waiting: (() => void) | undefined;
  const afterPaint = (act: () => void) => {
    waiting = act;
    return () => {
      waiting = undefined;
    };
  };
  const stock = createStock({ listen: () => () => undefined });
  stock.put(Array.from({ length: total }, (_, number) => numbered(number)));
  const around = { me: { agent: { id: "ines", teamIds: [] } }, stock, news: () => undefined, afterPaint };
  const shelf = createRoot(() => createShelf(around, () => filter));
  shelf.begin();
  const painted = () => waiting?.();
  return { shelf, stock, painted, ids: () => shelf.cards().map(({ id }) => id) };
};

const idOf = (number: number) => `c_${String(number).padStart(4, "0")}`;
const numbered = (number: number): Card =>
  card({
    id: idOf(number),
    dueAt: new Date(Date.UTC(2026, 10, 23) + number * 60_000).toISOString(),
    lastMessageAt: new Date(Date.UTC(2026, 10, 22) - number * 60_000).toISOString(),
    channel: number % 2 === 0 ? "x.dm" : "x.mention",
  });
const numbers = (total: number) => Array.from({ length: total }, (_, number) => number);

test("a long view begins with its first cards and is whole once they are painted", () => {
  const { ids, painted } = begun(250);
  expect(ids()).toEqual(numbers(100).map(idOf));
  painted();
  expect(ids()).toEqual(numbers(250).map(idOf));
});

test("what happens before that happens to the whole of it", () => {
  const { ids, painted, shelf } = begun(250);
  shelf.remove(idOf(200));
  expect(ids()).toEqual(numbers(250).flatMap((number) => (number === 200 ? [] : [idOf(number)])));
  painted();
  expect(ids()).toHaveLength(249);
});

test("a reading takes away what it does not name, from the whole of it", () => {
  const { ids, shelf } = begun(250);
  shelf.replace({ cards: [numbered(3)], next: undefined, startedAt: Date.now() }, { keepsRest: true });
  expect(ids()).toEqual([idOf(3)]);
});

test("an order that is not the stock's is put together from all of it at once", () => {
  const { ids } = begun(250, { view: "all", sort: "oldest" });
  expect(ids()).toEqual(numbers(250).toReversed().map(idOf));
});

test("a narrowed view begins with the first of its own", () => {
  const { ids, painted } = begun(250, { view: "all", channel: "x.dm" });
  expect(ids()).toEqual(numbers(100).map((number) => idOf(number * 2)));
  painted();
  expect(ids()).toHaveLength(125);
});

/** A view of what the page has met, and beside it what is true. */
const world = (filter: Filter) => {
  const { ids, painted, shelf, stock } = begun(130, filter);
  const truth = new Map(numbers(130).map((number) => [idOf(number), numbered(number)]));
  const sorted = () =>
    [...truth.values()].filter((one) => belongs(one, filter, { id: "ines", teamIds: [] })).sort(orderOf(filter));
  let version = 1;
  const tell = (place: number, changes: Partial<Card>) => {
    version += 1;
    const before = truth.get(idOf(place));
    if (before === undefined) return;
    const after = { ...before, ...changes, version };
    if (after.status === "open") truth.set(after.id, after);
    else truth.delete(after.id);
    stock.put([after]);
    shelf.apply([after], true);
  };
  const lose = (place: number) => {
    tell(place, { status: "closed" });
    shelf.remove(idOf(place));
  };
  /** Long after all that was told, when the list still shows one that is gone: what is named is all there is so far down. */
  const read = () => {
    const gone = { exposedAt: "2026-11-01T00:00:00.000Z", lastMessageAt: "2026-12-31T00:00:00.000Z" };
    shelf.add([{ ...numbered(998), ...gone }]);
    const next = sorted().length > 30 ? "more" : undefined;
    shelf.replace({ cards: sorted().slice(0, 30), next, startedAt: Date.now() + 60_000 }, { keepsRest: true });
  };
  return { begin: shelf.begin, ids, lose, painted, read, sorted, tell };
};

test("whatever is told, read and painted, a view is what belongs to it, sorted once", () => {
  type Act = (here: ReturnType<typeof world>) => void;
  const place = fc.integer({ min: 0, max: 129 });
  const change = fc.tuple(place, fc.integer({ min: -200, max: 200 })).map(([at, minute]): Act => {
    const dueAt = new Date(Date.UTC(2026, 10, 23) + minute * 60_000 + at).toISOString();
    return (here) => here.tell(at, { dueAt, channel: minute % 2 === 0 ? "x.dm" : "x.mention" });
  });
  const going = place.map(
    (at): Act =>
      (here) =>
        here.lose(at),
  );
  const rest = fc.constantFrom<Act[]>(
    (here) => here.painted(),
    (here) => here.read(),
    (here) => here.begin(),
  );
  const filters = fc.record({
    view: fc.constant("all" as const),
    channel: fc.constantFrom(undefined, "x.dm"),
    sort: fc.constantFrom("deadline" as const, "newest" as const),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(change, going, rest), { maxLength: 30 }), filters, (acts, filter) => {
      const here = world(filter);
      for (const act of acts) act(here);
      here.painted();
      expect(here.ids()).toEqual(here.sorted().map(({ id }) => id));
    }),
    { numRuns: 50 },
  );
});

test("a list by date is what the server says it is: a card that changes keeps its place, and no other comes", () => {
  const { ids, shelf } = begun(3, { view: "dated", event: "closed", last: "7" });
  expect(ids()).toEqual([]);
  const happened = (number: number, minute: number) => ({
    ...numbered(number),
    happenedAt: `2026-11-23T10:0${minute}:00.000Z`,
  });
  const read = [happened(1, 5), happened(0, 3)];
  shelf.replace({ cards: read, next: undefined, startedAt: Date.now() }, { keepsRest: true });
  shelf.apply([{ ...numbered(0), version: 9 }, numbered(2)], true);
  expect(ids()).toEqual([idOf(1), idOf(0)]);
  expect(shelf.card(idOf(0))).toMatchObject({ version: 9, happenedAt: "2026-11-23T10:03:00.000Z" });
});
