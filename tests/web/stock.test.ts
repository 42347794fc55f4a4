import { expect, test } from "vitest";
import type { ChangeListener } from "../../web/inbox/data/changes.ts";
import { createStock } from "../../web/inbox/data/inbox/stock.ts";
import { card } from "./card.ts";

/** A stock, and what the live line tells it. */
const stocked = () => {
  let told: ChangeListener | undefined;
  const stock = createStock({
    listen: (listener) => {
      told = listener;
      return () => undefined;
    },
  });
  return { stock, told: () => told };
};

test("what the page has met is known, the most urgent first, in the version that is newest", () => {
  const { stock, told } = stocked();
  stock.put([card({ id: "late", dueAt: "2026-11-23T12:00:00.000Z" }), card({ id: "soon", version: 3 })]);
  told()?.changed?.([card({ id: "new", dueAt: "2026-11-23T08:00:00.000Z" })]);
  stock.put([card({ id: "soon", version: 2, preview: "a list that lags" })]);
  expect(stock.cards().map(({ id }) => id)).toEqual(["new", "soon", "late"]);
  expect(stock.card("soon")?.version).toBe(3);
});

test("what is closed, or is no longer ours to see, is not foretold", () => {
  const { stock, told } = stocked();
  stock.put([card({ id: "closed" }), card({ id: "gone" }), card({ id: "stays" })]);
  told()?.changed?.([card({ id: "closed", version: 2, status: "closed" })]);
  told()?.gone?.("gone");
  expect(stock.cards().map(({ id }) => id)).toEqual(["stays"]);
});

test("after a gap nothing is certain", () => {
  const { stock, told } = stocked();
  stock.put([card()]);
  told()?.everything();
  expect(stock.cards()).toEqual([]);
});

test("whose a conversation is stays known over a gap until a list was read again, and stands in no view", () => {
  const { stock, told } = stocked();
  stock.put([card({ id: "read" }), card({ id: "changed" }), card({ id: "closed" }), card({ id: "gone" })]);
  told()?.everything();
  told()?.everything();
  expect(stock.cards()).toEqual([]);
  told()?.changed?.([card({ id: "changed", version: 2 }), card({ id: "closed", version: 2, status: "closed" })]);
  told()?.gone?.("gone");
  const known = ["read", "changed", "closed", "gone"].map((id) => stock.card(id)?.version);
  expect(known).toEqual([1, 2, undefined, undefined]);
  expect(stock.cards().map(({ id }) => id)).toEqual(["changed"]);
  stock.put([card({ id: "changed", version: 2 })]);
  expect(stock.card("read")).toBeUndefined();
});
