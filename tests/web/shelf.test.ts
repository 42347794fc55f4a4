import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { Card } from "../../web/inbox/data/api-types.ts";
import type { Filter } from "../../web/inbox/data/inbox/model.ts";
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
  return { shelf, painted, ids: () => shelf.cards().map(({ id }) => id) };
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
