import { expect, test } from "vitest";
import { belongs, merge } from "../../web/inbox/data/inbox/model.ts";
import { card } from "./card.ts";

const me = { id: "camille", teamIds: ["social"] };
const all = { view: "all" } as const;
const idsOf = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);

test("the earliest deadline comes first, and what has none comes last", () => {
  const cards = [
    card({ id: "none", dueAt: null }),
    card({ id: "late", dueAt: "2026-11-23T12:00:00.000Z" }),
    card({ id: "soon", dueAt: "2026-11-23T09:30:00.000Z" }),
  ];
  expect(idsOf(merge([], cards, all, me))).toEqual(["soon", "late", "none"]);
});

test("an older reading of a card never replaces a newer one", () => {
  const newer = card({ version: 7, preview: "newer" });
  const [kept] = merge([newer], [card({ version: 6, preview: "older" })], all, me);
  expect(kept?.preview).toBe("newer");
});

test("a card that was closed leaves the open lists, even when a lagging list still names it", () => {
  const closed = card({ version: 9, status: "closed", closedAt: "2026-11-23T10:00:00.000Z" });
  expect(merge([card({ version: 8 })], [closed], all, me)).toEqual([]);
});

test("a page that overlaps what is shown adds nothing twice", () => {
  const shown = [card({ id: "a" }), card({ id: "b" })];
  expect(idsOf(merge(shown, [card({ id: "b" }), card({ id: "c" })], all, me))).toEqual(["a", "b", "c"]);
});

test("closed conversations come newest first", () => {
  const early = card({ id: "early", status: "closed", closedAt: "2026-11-22T10:00:00.000Z" });
  const late = card({ id: "late", status: "closed", closedAt: "2026-11-23T10:00:00.000Z" });
  expect(idsOf(merge([], [early, late], { view: "closed" }, me))).toEqual(["late", "early"]);
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
  expect(belongs(card({ assignee }), { view }, me)).toBe(shown);
});

test.each([
  ["snoozed", { snoozed: {} }, true],
  ["mine", { assignee: "camille", snoozed: {} }, false],
  ["unassigned", { snoozed: { until: "2026-11-24T09:00:00.000Z" } }, false],
  ["all", { snoozed: {} }, true],
  ["at-risk", { breached: true }, true],
  ["at-risk", {}, false],
  ["team", {}, true],
  ["team", { teamId: "cards" }, false],
  ["review", { status: "closed", underReview: true }, true],
  ["closed", { status: "closed" }, true],
] as const)("view %s shows a card that is %o: %s", (view, changes, shown) => {
  expect(belongs(card(changes), { view }, me)).toBe(shown);
});

test("a list by the newest message stays so, whatever arrives in it and in whichever order", () => {
  const cards = ["07", "03", "09", "01", "05"].map((minute) =>
    card({ id: minute, lastMessageAt: `2026-11-23T09:${minute}:00.000Z` }),
  );
  let list: ReturnType<typeof merge> = [];
  for (const one of cards) list = merge(list, [one], { view: "all", sort: "newest" }, me);
  expect(idsOf(list)).toEqual(["09", "07", "05", "03", "01"]);
  const moved = card({ id: "01", version: 2, lastMessageAt: "2026-11-23T09:10:00.000Z" });
  expect(idsOf(merge(list, [moved], { view: "all", sort: "newest" }, me))).toEqual(["01", "09", "07", "05", "03"]);
});

test("many cards that arrive at once leave the same list as one after another", () => {
  const minute = (number: number) => `2026-11-23T10:${String((number * 37) % 60).padStart(2, "0")}:00.000Z`;
  const cards = Array.from({ length: 60 }, (_, number) => card({ id: `c_${number}`, dueAt: minute(number) }));
  let list: ReturnType<typeof merge> = [];
  for (const one of cards) list = merge(list, [one], all, me);
  expect(idsOf(merge([], cards, all, me))).toEqual(idsOf(list));
  expect(idsOf(merge(list.slice(0, 30), cards, all, me))).toEqual(idsOf(list));
});

test("every way to narrow a list looks at its own side of the card", () => {
  const one = card({ topic: "fraud", language: "en", priority: "urgent", sentiment: "negative", tags: ["t_1"] });
  const filter = {
    view: "all",
    topic: "fraud",
    language: "en",
    priority: "urgent",
    sentiment: "negative",
    tag: "t_1",
  } as const;
  expect(belongs(one, filter, me)).toBe(true);
  for (const name of ["topic", "language", "priority", "sentiment", "tag"] as const) {
    expect(belongs(one, { ...filter, [name]: "other" }, me)).toBe(false);
  }
});

test("a channel filter hides the other channels", () => {
  expect(belongs(card({ channel: "messenger" }), { view: "all", channel: "x.dm" }, me)).toBe(false);
});

test("what listening found is in its own view and in no other, the newest first", () => {
  const heard = { overheard: true, dueAt: null } as const;
  const older = card({ ...heard, id: "c_09", lastMessageAt: "2026-11-23T09:00:00.000Z" });
  const newer = card({ ...heard, id: "c_10", lastMessageAt: "2026-11-23T10:00:00.000Z" });
  const reader = { id: "ines", teamIds: ["social"] };
  for (const view of ["all", "unassigned", "team", "at-risk"] as const)
    expect(belongs(older, { view }, reader)).toBe(false);
  expect(merge([], [older, newer, card()], { view: "heard" }, reader).map(({ id }) => id)).toEqual(["c_10", "c_09"]);
});
