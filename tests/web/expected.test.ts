import { expect, test } from "vitest";
import { minutesUntil } from "../../web/inbox/pages/conversation/expected-model.ts";

test("a wait is told in whole minutes, never fewer than it takes and never less than none", () => {
  const at = "2026-11-23T09:15:00.000Z";
  const minutes = ["09:00:00", "09:14:01", "09:15:00", "09:20:00"].map((time) =>
    minutesUntil(at, Date.parse(`2026-11-23T${time}.000Z`)),
  );
  expect(minutes).toEqual([15, 1, 0, 0]);
});
