import { expect, test } from "vitest";
import { belongs, merge } from "../../web/inbox/data/inbox/model.ts";
import { card } from "./card.ts";

const all = { view: "all" } as const;
const idsOf = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);

test("the earliest deadline comes first, and what has none comes last", () => {
  const cards = [
    card({ id: "none", dueAt: null }),
    card({ id: "late", dueAt: "2026-11-23T12:00:00.000Z" }),
    card({ id: "soon", dueAt: "2026-11-23T09:30:00.000Z" }),
  ];
  expect(idsOf(merge([], cards, all, "camille"))).toEqual(["soon", "late", "none"]);
});

test("an older reading of a card never replaces a newer one", () => {
  const newer = card({ version: 7, preview: "newer" });
  const [kept] = merge([newer], [card({ version: 6, preview: "older" })], all, "camille");
  expect(kept?.preview).toBe("newer");
});

test("a card that was closed leaves the open lists, even when a lagging list still names it", () => {
  const closed = card({ version: 9, status: "closed", closedAt: "2026-11-23T10:00:00.000Z" });
  expect(merge([card({ version: 8 })], [closed], all, "camille")).toEqual([]);
});

test("a page that overlaps what is shown adds nothing twice", () => {
  const shown = [card({ id: "a" }), card({ id: "b" })];
  expect(idsOf(merge(shown, [card({ id: "b" }), card({ id: "c" })], all, "camille"))).toEqual(["a", "b", "c"]);
});

test("closed conversations come newest first", () => {
  const early = card({ id: "early", status: "closed", closedAt: "2026-11-22T10:00:00.000Z" });
  const late = card({ id: "late", status: "closed", closedAt: "2026-11-23T10:00:00.000Z" });
  expect(idsOf(merge([], [early, late], { view: "closed" }, "camille"))).toEqual(["late", "early"]);
});

test.each([
  ["mine", "camille", true],
  ["mine", "yanis", false],
  ["mine", null, false],
  ["unassigned", null, true],
  ["unassigned", "camille", false],
  ["all", "yanis", true],
  ["closed", "camille", false],
] as const)("view %s with holder %s: shown %s", (view, assignee, shown) => {
  expect(belongs(card({ assignee }), { view }, "camille")).toBe(shown);
});

test("a channel filter hides the other channels", () => {
  expect(belongs(card({ channel: "messenger" }), { view: "all", channel: "x.dm" }, "camille")).toBe(false);
});
