import { expect, test } from "vitest";
import { hourPath, weekHourPath } from "../../web/inbox/pages/wallboard/behind-model.ts";

/** A Friday, twenty past nine in Paris. */
const now = Date.parse("2026-11-27T08:20:00Z");
const weeks = { weeks: 4, timeZone: "Europe/Paris" };

test.each([
  ["of another day", { weekday: 4, hour: 9 }, "2026-10-30"],
  ["that is over today", { weekday: 5, hour: 8 }, "2026-10-31"],
  ["that runs now", { weekday: 5, hour: 9 }, "2026-10-30"],
  ["that is to come today", { weekday: 5, hour: 10 }, "2026-10-30"],
])("an hour of the week %s leads to the weeks that were laid over one another", (_name, hour, from) => {
  const path = weekHourPath(hour, "opened", weeks, now);
  expect(path).toBe(`/?view=dated&event=opened&from=${from}&to=2026-11-27&weekday=${hour.weekday}&hour=${hour.hour}`);
});

test("today is the bank's, not the reader's", () => {
  const late = Date.parse("2026-11-27T23:30:00Z");
  expect(weekHourPath({ weekday: 6, hour: 0 }, "broken.first-response", weeks, late)).toBe(
    "/?view=dated&event=broken.first-response&from=2026-10-31&to=2026-11-28&weekday=6&hour=0",
  );
  expect(hourPath("2026-11-27T23:00:00Z", "kept.first-response", { timeZone: "Europe/Paris", team: undefined })).toBe(
    "/?view=dated&event=kept.first-response&from=2026-11-28&to=2026-11-28&hour=0",
  );
  expect(hourPath("2026-11-27T23:00:00Z", "broken.first-response", { timeZone: "UTC", team: "social" })).toBe(
    "/?view=dated&team=social&event=broken.first-response&from=2026-11-27&to=2026-11-27&hour=23",
  );
});
