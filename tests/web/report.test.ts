import { expect, test } from "vitest";
import { behindPath } from "../../web/inbox/pages/report/behind-model.ts";
import { daysOf, keptRate, PRESETS, presetOf, questionOf } from "../../web/inbox/pages/report/model.ts";

test.each([
  ["week", "2026-11-25", "2026-11-23", "2026-11-25"],
  ["week", "2026-11-29", "2026-11-23", "2026-11-29"],
  ["last-week", "2026-11-23", "2026-11-16", "2026-11-22"],
  ["month", "2026-11-25", "2026-11-01", "2026-11-25"],
  ["last-month", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["last-month", "2027-01-05", "2026-12-01", "2026-12-31"],
  ["quarter", "2026-11-25", "2026-08-28", "2026-11-25"],
] as const)("%s on %s is %s to %s", (preset, today, from, to) => {
  expect(daysOf(preset, today)).toEqual({ from, to });
});

test("a preset is recognised by its days, and days of one's own are none", () => {
  for (const preset of PRESETS) {
    const days = daysOf(preset, "2026-11-25");
    expect(daysOf(presetOf(days, "2026-11-25") ?? "today", "2026-11-25")).toEqual(days);
  }
  expect(presetOf({ from: "2026-11-02", to: "2026-11-03" }, "2026-11-25")).toBeUndefined();
});

test("what the address does not say, or says wrongly, is this week by day", () => {
  const week = { from: "2026-11-23", to: "2026-11-25", by: "day" };
  expect(questionOf({}, "2026-11-25")).toEqual(week);
  expect(questionOf({ from: "2026-02-30", to: ["a", "b"], by: "<script>" }, "2026-11-25")).toEqual(week);
  expect(questionOf({ from: "2026-11-01", by: "team", team: "social" }, "2026-11-25")).toEqual({
    from: "2026-11-01",
    to: "2026-11-25",
    by: "team",
    team: "social",
  });
});

test("no promise is no rate, not a perfect one", () => {
  expect(keptRate({ kept: 0, broken: 0 })).toBeUndefined();
  expect(keptRate({ kept: 3, broken: 1 })).toBe(0.75);
});

test.each([
  [undefined, "?view=dated&team=press&event=closed&from=2026-11-02&to=2026-11-08"],
  [{ by: "day", key: "2026-11-03" }, "?view=dated&team=press&event=closed&from=2026-11-03&to=2026-11-03"],
  [{ by: "hour", key: "09" }, "?view=dated&team=press&event=closed&from=2026-11-02&to=2026-11-08&hour=9"],
  [{ by: "weekday", key: "7" }, "?view=dated&team=press&event=closed&from=2026-11-02&to=2026-11-08&weekday=7"],
  [{ by: "topic", key: "cards" }, "?view=dated&topic=cards&team=press&event=closed&from=2026-11-02&to=2026-11-08"],
  [{ by: "agent", key: "nadia" }, "?view=dated&team=press&event=closed&from=2026-11-02&to=2026-11-08&agent=nadia"],
] as const)("a figure of the group %o leads to its conversations", (group, address) => {
  const asked = { from: "2026-11-02", to: "2026-11-08", team: "press", isOwn: false };
  expect(behindPath(asked, "closed", group)).toBe(`/${address}`);
});

test("figures of oneself lead to one's own, and those of others together lead nowhere", () => {
  const asked = { from: "2026-11-02", to: "2026-11-08", isOwn: true };
  expect(behindPath(asked, "closed")).toBe("/?view=dated&event=closed&from=2026-11-02&to=2026-11-08&agent=me");
  expect(behindPath({ ...asked, isOwn: false }, "closed", { by: "agent", key: "others" })).toBeUndefined();
});
