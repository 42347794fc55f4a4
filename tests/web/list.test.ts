import fc from "fast-check";
import { expect, test } from "vitest";
import { belongs, type Filter, newest, orderOf } from "../../web/inbox/data/inbox/model.ts";
import { createSequence } from "../../web/inbox/data/inbox/sequence.ts";
import { card } from "./card.ts";

const me = { id: "camille", teamIds: ["social"] };
const all = { view: "all" } as const;
const idsOf = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);
const listOf = (filter: Filter = all) => createSequence(orderOf(filter));

test("the earliest deadline comes first, and what has none comes last", () => {
  const list = listOf();
  list.change([
    card({ id: "none", dueAt: null }),
    card({ id: "late", dueAt: "2026-11-23T12:00:00.000Z" }),
    card({ id: "soon", dueAt: "2026-11-23T09:30:00.000Z" }),
  ]);
  expect(idsOf(list.cards())).toEqual(["soon", "late", "none"]);
});

test("an older reading of a card never replaces a newer one", () => {
  const newer = card({ version: 7, preview: "newer" });
  expect(newest(newer, card({ version: 6, preview: "older" })).preview).toBe("newer");
  expect(newest(undefined, newer)).toBe(newer);
});

test("a page that overlaps what is shown adds nothing twice", () => {
  const list = listOf();
  list.fill([card({ id: "a" }), card({ id: "b" })]);
  list.change([card({ id: "b", version: 2 }), card({ id: "c" })]);
  expect(idsOf(list.cards())).toEqual(["a", "b", "c"]);
  expect(list.card("b")?.version).toBe(2);
});

test("closed conversations come newest first", () => {
  const list = listOf({ view: "closed" });
  list.change([
    card({ id: "early", status: "closed", closedAt: "2026-11-22T10:00:00.000Z" }),
    card({ id: "late", status: "closed", closedAt: "2026-11-23T10:00:00.000Z" }),
  ]);
  expect(idsOf(list.cards())).toEqual(["late", "early"]);
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

const minute = (value: number) => `2026-11-23T10:${String(value).padStart(2, "0")}:00.000Z`;

test("whatever comes, moves and goes, in whichever order, the list is that of sorting once", () => {
  const change = fc.record({
    id: fc.integer({ min: 0, max: 12 }).map((number) => `c_${number}`),
    dueAt: fc.option(fc.integer({ min: 0, max: 59 }).map(minute), { nil: null }),
    lastMessageAt: fc.integer({ min: 0, max: 59 }).map(minute),
    goes: fc.boolean(),
  });
  const sorts = fc.constantFrom("deadline" as const, "newest" as const, "oldest" as const);
  fc.assert(
    fc.property(fc.array(change), sorts, (changes, sort) => {
      const list = listOf({ view: "all", sort });
      const known = new Map<string, ReturnType<typeof card>>();
      for (const { goes, ...changed } of changes) {
        const one = card(changed);
        list.change(goes ? [] : [one], goes ? [one.id] : []);
        if (goes) known.delete(one.id);
        else known.set(one.id, one);
      }
      const sorted = [...known.values()].sort(orderOf({ view: "all", sort }));
      expect(list.cards()).toEqual(sorted);
      expect(sorted.map(({ id }) => list.placeOf(id))).toEqual([...sorted.keys()]);
    }),
  );
});

test("a list that was handed out stays as it is when the next change comes", () => {
  const list = listOf();
  list.change([card({ id: "a" })]);
  const before = list.cards();
  list.change([card({ id: "b" })], ["a"]);
  expect([idsOf(before), idsOf(list.cards())]).toEqual([["a"], ["b"]]);
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
  const list = listOf({ view: "heard" });
  list.fill([older, newer]);
  expect(idsOf(list.cards())).toEqual(["c_10", "c_09"]);
});
