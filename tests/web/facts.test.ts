import { expect, test } from "vitest";
import { caresOf, factsOf, windowLeft } from "../../web/inbox/pages/list/card-model.ts";
import { card } from "./card.ts";

const now = Date.parse("2026-11-23T10:00:00.000Z");
const plain = { now, hasDraft: false, tag: undefined };

test("a card without anything special tells its deadline and who can read it", () => {
  expect(factsOf(card(), plain)).toEqual(["deadline", "visibility"]);
  expect(caresOf(card())).toEqual([]);
});

test("what stands exposed is told before the deadline, what waits and what is sorted after it", () => {
  const full = card({
    exposedAt: "2026-11-23T09:00:00.000Z",
    hasImpostor: true,
    replyWindowClosesAt: "2026-11-23T12:00:00.000Z",
    held: 1,
    decided: { agentId: "paul", decision: "refused" },
    awaitingApproval: 1,
    unsent: 2,
    audience: "press",
    tags: ["t_press"],
  });
  expect(factsOf(full, { now, hasDraft: true, tag: "Press" })).toEqual([
    "exposed",
    "impostor",
    "deadline",
    "window",
    "visibility",
    "held",
    "refused",
    "awaiting-approval",
    "draft",
    "unsent",
    "audience",
    "tag",
  ]);
});

test("a tag whose name is not known yet takes no room", () => {
  expect(factsOf(card({ tags: ["t_press"] }), plain)).not.toContain("tag");
});

test("the platform's window is told once it is near, and not when nobody waits for an answer", () => {
  const closing = (at: string, changes = {}) => windowLeft(card({ replyWindowClosesAt: at, ...changes }), now);
  expect(closing("2026-11-23T19:00:00.000Z")).toBeUndefined();
  expect(closing("2026-11-23T17:59:00.000Z")).toBe(7 * 3_600_000 + 59 * 60_000);
  expect(closing("2026-11-23T09:00:00.000Z")).toBe(-3_600_000);
  expect(closing("2026-11-23T09:00:00.000Z", { awaiting: false })).toBeUndefined();
  expect(closing("2026-11-23T09:00:00.000Z", { status: "closed" })).toBeUndefined();
});

test("priority and snooze stand beside the name", () => {
  const snoozed = { until: "2026-11-24T09:00:00.000Z" };
  expect(caresOf(card({ priority: "high", snoozed }))).toEqual(["priority", "snoozed"]);
});
